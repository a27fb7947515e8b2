import { leafColumns, type Table } from "@/lib/template";
import { renameInFormula } from "./formulaText";

/**
 * The texts that the row of column numbers would have: each column's own number, with how it is computed where its
 * formula is plain enough to be printed: (3)=(4)+(5)+(6). Columns filled from the rows have letters where they have now.
 * Numbers stand in parentheses unless those that there are do not. By column id.
 */
export function columnNumbers(table: Pick<Table, "columns">): ReadonlyMap<string, string> {
  const columns = leafColumns(table).map(({ column }) => column);
  const present = columns.flatMap(({ number }) => (number ? [number] : []));
  const isBare = present.length > 0 && present.every((number) => !number.startsWith("("));
  const hasLetters = columns.some((column) => column.kind !== "value" && /^\(?[A-Z]\)?$/.test(column.number ?? ""));
  const own = new Map<string, string>();
  let letters = 0;
  let figures = 0;
  for (const column of columns) {
    if (hasLetters && column.kind !== "value") {
      own.set(column.id, String.fromCharCode(65 + letters));
      letters += 1;
    } else {
      figures += 1;
      own.set(column.id, isBare ? String(figures) : `(${figures})`);
    }
  }
  const ids = columns.map(({ id }) => id);
  return new Map(
    columns.map((column) => {
      const number = own.get(column.id) ?? "";
      const computed = column.kind === "value" && column.formula !== undefined ? printed(column.formula, own, ids) : undefined;
      const whole = computed === undefined ? number : `${number}=${computed}`;
      return [column.id, whole.length > 40 ? number : whole] as const;
    }),
  );
}

/** A formula by the numbers of its columns; undefined where it is more than sums, products and ratios of columns. */
function printed(formula: string, numbers: ReadonlyMap<string, string>, ids: readonly string[]): string | undefined {
  const spread = formula
    .replace(/\bsum\(\s*(\w+)\s*:\s*(\w+)\s*\)/g, (source, first: string, last: string) => {
      const range = ids.slice(ids.indexOf(first), ids.indexOf(last) + 1);
      return range.length > 0 && ids.includes(first) ? range.join(" + ") : source;
    })
    .replace(/\bsum\(([\w\s,]+)\)/g, (_source, list: string) => list.split(",").join(" + "))
    .replace(/\bpercent\(\s*(\w+)\s*,\s*(\w+)\s*\)/g, "$1 / $2");
  let isPlain = true;
  const text = renameInFormula(spread, (path) => {
    const number = path.length === 1 ? numbers.get(path[0] ?? "") : undefined;
    if (number === undefined) isPlain = false;
    return number === undefined ? undefined : [number];
  });
  if (!isPlain || !/^[\d\sA-Z()+\-*/.,]+$/.test(text)) return undefined;
  return text.replaceAll("*", "×").replaceAll(/\s+/g, "").replaceAll(".", ",");
}
