/** Words folded for comparison: without marks, in small letters, đ as d. */
export const foldWords = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").trim();

/** Words of no more letters than the schema lets through. */
export const cut = (text: string, most: number): string => (text.length > most ? [...text].slice(0, most).join("") : text);

export interface Figure {
  readonly value: number;
  readonly decimals: number;
  readonly isPercent: boolean;
}

/** A figure as it is written in Vietnamese documents and in English Excel; undefined for what is none. */
export function figureOf(text: string): Figure | undefined {
  const isPercent = text.endsWith("%");
  const bare = text.replace(/%$/, "").replaceAll(/\s/g, "");
  if (!/^[-+(]?\d[\d.,]*\)?$/.test(bare)) return undefined;
  const digits = bare.replaceAll(/[()+]/g, "");
  const point = decimalPoint(digits);
  const whole = point === undefined ? digits : digits.slice(0, point);
  const rest = point === undefined ? "" : digits.slice(point + 1);
  const value = Number(`${whole.replaceAll(/[.,]/g, "")}.${rest || "0"}`);
  return Number.isFinite(value) ? { value: bare.startsWith("(") ? -value : value, decimals: rest.length, isPercent } : undefined;
}

/** Where the decimals begin: the last sign, unless it stands before a group of three alone or more than once. */
function decimalPoint(digits: string): number | undefined {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return undefined;
  const sign = digits.charAt(last);
  const other = sign === "," ? "." : ",";
  if (digits.includes(other)) return last;
  if (digits.split(sign).length > 2) return undefined;
  return digits.length - last - 1 === 3 && sign === "." ? undefined : last;
}
