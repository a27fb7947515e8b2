import { roundHalfAway } from "@/lib/formula/semantics";
import { fail, ok, type Result } from "@/lib/result";
import type { CellShape } from "./compiled";
import type { CellValue, Mark } from "./content";
import { isNumeric } from "./resolve";

/** A value as a cell holds it: a figure (true is 1, false 0), a mark, a text, or nothing. */
export type Held =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "mark"; readonly mark: Mark }
  | { readonly kind: "text"; readonly text: string };

/** Why a value is refused: a code of the catalogue and its parameters. */
export interface Refused {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Most characters of a text where the template sets no bound. */
export const LONGEST_TEXT = 5000;

/**
 * Most units of the last decimal that a figure may have. Whole numbers are exact up to 2⁵³; figures with decimals are
 * told apart up to 15 significant digits.
 */
const LARGEST_WHOLE = 2 ** 53 - 1;
const LARGEST_DECIMAL = 1e15;

const refused = (code: string, params: Refused["params"] = {}): Result<never, Refused> => fail({ code: `form.${code}`, params });

/** A value made ready for a cell: figures rounded half away from zero to its decimals, texts in NFC; or why it cannot stand there. */
export function accept(shape: CellShape, value: CellValue): Result<Held, Refused> {
  if (value === null || value === "") return ok({ kind: "blank" });
  if (isNumeric(shape.type)) return acceptFigure(shape, value);
  switch (shape.type) {
    case "boolean":
      return typeof value === "boolean" ? ok({ kind: "number", value: value ? 1 : 0 }) : refused("expectedBoolean");
    case "date":
      return typeof value === "string" && isDate(value) ? ok({ kind: "text", text: value }) : refused("expectedDate");
    case "choice":
      if (typeof value === "string" && (shape.choices ?? []).some((choice) => choice.value === value))
        return ok({ kind: "text", text: value });
      return refused("expectedChoice", { value: String(value).slice(0, 60) });
    default:
      return acceptText(shape, value);
  }
}

function acceptFigure(shape: CellShape, value: CellValue): Result<Held, Refused> {
  if (value === "-" || value === "x") return ok({ kind: "mark", mark: value });
  if (typeof value !== "number") return refused("expectedNumber", { value: String(value).slice(0, 60) });
  if (!Number.isFinite(value)) return refused("notFinite");
  const rounded = roundHalfAway(value, shape.decimals);
  const units = Math.abs(rounded) * 10 ** shape.decimals;
  if (units > (shape.decimals === 0 ? LARGEST_WHOLE : LARGEST_DECIMAL)) return refused("tooLarge", { digits: 15 - shape.decimals });
  return ok({ kind: "number", value: rounded });
}

function acceptText(shape: CellShape, value: CellValue): Result<Held, Refused> {
  if (typeof value !== "string") return refused("expectedText");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters cannot be printed, and NUL cannot be stored.
  const text = value.normalize("NFC").replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "");
  const limit = shape.maxLength ?? LONGEST_TEXT;
  if (text.length > limit) return refused("textTooLong", { limit, length: text.length });
  return ok(text === "" ? { kind: "blank" } : { kind: "text", text });
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}
