import { roundHalfAway } from "@/lib/formula/semantics";
import type { Locale } from "@/lib/messages";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Mark } from "./content";

interface Convention {
  readonly group: string;
  readonly decimal: string;
}

const conventions: Readonly<Record<Locale, Convention>> = { vi: { group: ".", decimal: "," }, en: { group: ",", decimal: "." } };

/** Digits of a figure that a double holds for sure. */
const mostDigits = 15;

/**
 * Reads a figure as a person types or pastes it, by the language's way of writing alone: in `vi` "1.234,5" is 1234.5
 * and "1.000" a thousand. Groups must be of three and of one kind (the language's sign, or blanks); any minus sign will
 * do. "-" and "x" alone are the marks; blank text is null. Rounds half away from zero to `decimals` where given.
 * A figure written the other way round is refused with the problem `number.otherConvention`, and so is "1,234" for a
 * cell of fewer than three decimals, where the reader more likely meant a thousand than one and a bit that would be
 * rounded away (`number.ambiguous`).
 */
export function parseNumber(
  text: string,
  locale: Locale,
  options: { readonly decimals?: number } = {},
): Result<number | Mark | null, Problem> {
  const trimmed = text.trim().replace(/[−–—]/g, "-");
  if (trimmed === "") return ok(null);
  if (trimmed === "-") return ok("-");
  if (trimmed === "x" || trimmed === "X") return ok("x");
  const digits = read(trimmed, conventions[locale]);
  if (digits === undefined) return fail(refusal(trimmed, locale));
  const { decimals } = options;
  if (decimals !== undefined && decimals < 3 && /^[-+]?[1-9]\d{0,2},\d{3}$/.test(trimmed.replace(conventions[locale].decimal, ","))) {
    const whole = formatNumber(Number(digits.replace(".", "")), 0, locale);
    return fail(problem("ambiguous", { text: trimmed, decimals, whole, rounded: formatNumber(Number(digits), decimals, locale) }));
  }
  const value = Number(digits);
  const limit = 10 ** (mostDigits - (decimals ?? 0));
  if (Math.abs(value) >= limit) return fail(problem("tooLarge", { text: trimmed, digits: mostDigits - (decimals ?? 0) }));
  return ok(decimals === undefined ? value || 0 : roundHalfAway(value, decimals));
}

/** A figure as the language writes it, with so many decimals, rounded half away from zero: "1.234.567,89". Blank (NaN) is "". */
export function formatNumber(value: number, decimals: number, locale: Locale): string {
  if (!Number.isFinite(value)) return "";
  const { group, decimal } = conventions[locale];
  const rounded = roundHalfAway(value, decimals);
  const size = Math.abs(rounded);
  const [whole = "", fraction] = (size < 1e21 ? size.toFixed(Math.max(0, decimals)) : String(BigInt(size))).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
  return `${rounded < 0 ? "-" : ""}${grouped}${fraction === undefined ? "" : `${decimal}${fraction}`}`;
}

/** The figure in the digits of JavaScript; undefined where the text is not written by the convention. */
function read(text: string, { group, decimal }: Convention): string | undefined {
  const sign = `\\${group}`;
  const pattern = new RegExp(`^([-+]?)\\s*(\\d+|[1-9]\\d{0,2}(?:${sign}\\d{3})+|[1-9]\\d{0,2}(?:\\s\\d{3})+)(?:\\${decimal}(\\d+))?$`);
  const [, minus, whole = "", fraction = "0"] = pattern.exec(text) ?? [];
  if (minus === undefined) return undefined;
  return `${minus === "-" ? "-" : ""}${whole.replace(/\D/g, "")}.${fraction}`;
}

function refusal(text: string, locale: Locale): Problem {
  const digits = read(text, conventions[locale === "vi" ? "en" : "vi"]);
  if (digits === undefined) return problem("notANumber", { text: text.slice(0, 40) });
  const fraction = /\.(\d+)$/.exec(digits)?.[1] ?? "";
  return problem("otherConvention", { text, instead: formatNumber(Number(digits), Number(fraction) === 0 ? 0 : fraction.length, locale) });
}

const problem = (code: string, params: Problem["params"]): Problem => ({ code: `number.${code}`, params, at: "", severity: "error" });
