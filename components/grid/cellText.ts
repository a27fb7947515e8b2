import { formatNumber, parseNumber } from "@/lib/form";
import type { CellValue } from "@/lib/form/content";
import type { CellInfo } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { textIn } from "@/lib/template";

type Described = Pick<CellInfo, "type" | "decimals" | "choices">;

const problem = (code: string): Problem => ({ code, params: {}, at: "", severity: "error" });

const yes = ["có", "yes", "true", "1", "✓"];
const no = ["không", "no", "false", "0"];

const numeric = (type: CellInfo["type"]): boolean => type === "number" || type === "integer" || type === "percent";

/** A number as the reader's language writes it, with so many decimals. */
export const numberShown = (value: number, decimals: number, locale: string): string =>
  formatNumber(value, decimals, locale === "en" ? "en" : "vi");

/** A value as it is shown in its cell; `""` for blank. */
export const shownText = (info: Described, value: CellValue, locale: string): string => {
  if (value === null) return "";
  if (typeof value === "number") return numberShown(value, info.decimals, locale);
  if (typeof value === "boolean") return value ? (locale === "en" ? "Yes" : "Có") : locale === "en" ? "No" : "Không";
  if (info.type === "date") {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    return found ? `${found[3]}/${found[2]}/${found[1]}` : value;
  }
  if (info.type === "choice") {
    const choice = info.choices?.find((c) => c.value === value);
    return choice ? textIn(choice.label, locale === "en" ? "en" : "vi") : value;
  }
  return value;
};

/** A value as a person edits it: what `readCellText` reads back. */
export const editableText = (info: Described, value: CellValue, locale: string): string => shownText(info, value, locale);

const readDate = (text: string): Result<CellValue, Problem> => {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = found ? `${found[3]}-${found[2]?.padStart(2, "0")}-${found[1]?.padStart(2, "0")}` : text;
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  const real = parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === iso;
  return real ? ok(iso) : fail(problem("grid.invalidDate"));
};

/**
 * Reads what was typed or pasted into a cell: numbers by the reader's language (vi: 1.234,5), marks "-" and "x",
 * dates as day/month/year, choices by label or value, yes and no in either language. Blank text is a blank cell.
 */
export const readCellText = (info: Described, typed: string, locale: string): Result<CellValue, Problem> => {
  const text = typed.normalize("NFC").trim();
  if (text === "") return ok(null);
  if (numeric(info.type)) return parseNumber(text, locale === "en" ? "en" : "vi", { decimals: info.decimals });
  switch (info.type) {
    case "date":
      return readDate(text);
    case "boolean": {
      const word = text.toLocaleLowerCase("vi");
      if (yes.includes(word)) return ok(true);
      return no.includes(word) ? ok(false) : fail(problem("grid.invalidBoolean"));
    }
    case "choice": {
      const folded = text.toLocaleLowerCase("vi");
      const choice = info.choices?.find(
        (c) => c.value === text || [c.label.vi, c.label.en].some((label) => label?.normalize("NFC").toLocaleLowerCase("vi") === folded),
      );
      return choice ? ok(choice.value) : fail(problem("grid.invalidChoice"));
    }
    default:
      return ok(typed.normalize("NFC"));
  }
};
