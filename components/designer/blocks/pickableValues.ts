import { formatNumber, isNumeric, layoutTemplate, type ResolvedCell, resolveCell } from "@/lib/form";
import { type Field, fieldsOf, fillText, leafColumns, type Template, type Text, tablesOf } from "@/lib/template";
import { foldVietnamese } from "@/lib/unit";
import { embeddable } from "./reference";
import type { Speech } from "./referenceWords";

/** One line of the list that a value is chosen from: a row, whose columns come next, or a value. */
export interface Offer {
  readonly kind: "row" | "value";
  /** `t1.r01` of a row; `t1.r01.c3`, `f.dan_so` of a value: what the text will hold in double braces. */
  readonly ref: string;
  /** What leads to it, outermost first. */
  readonly names: readonly string[];
  /** How such a value prints: "1.234,57"; and its unit of measure, which the text must say itself. */
  readonly sample: string | undefined;
  readonly unit: string | undefined;
}

/** The figure that samples are printed of. */
const figure = 1234.5678;

const wordsBy =
  ({ params, locale, nameless }: Speech) =>
  (label: Text): string =>
    fillText(label, params, locale).trim() || nameless;

/** The rows with figures and the fields of a template, in document order. */
export function offersOf(template: Template, speech: Speech): readonly Offer[] {
  const words = wordsBy(speech);
  const rows = tablesOf(template).flatMap((table, i) => {
    const title = table.title ? `${speech.table(i + 1)}: ${words(table.title)}` : speech.table(i + 1);
    return embeddable(table).rows.map(
      (row): Offer => ({
        kind: "row",
        ref: `${table.id}.${row.id}`,
        names: [title, [row.number, words(row.label)].filter(Boolean).join(" ")],
        sample: undefined,
        unit: undefined,
      }),
    );
  });
  const fields = fieldsOf(template).map(
    (field): Offer => ({
      kind: "value",
      ref: `f.${field.id}`,
      names: [words(field.label)],
      sample: sampleOfField(field, speech),
      unit: field.unit,
    }),
  );
  return [...rows, ...fields];
}

/** The values of a row: one for each column of values, under all of its heads. */
export function valuesOfRow(template: Template, rowRef: string, speech: Speech): readonly Offer[] {
  const [tableId = "", rowId = ""] = rowRef.split(".");
  const table = tablesOf(template).find(({ id }) => id === tableId);
  const layout = layoutTemplate(template).tables.find(({ id, kind }) => kind === "table" && id === tableId);
  const row = layout?.rows.find(({ id }) => id === rowId);
  if (!table || !layout || !row) return [];
  const words = wordsBy(speech);
  const open = new Set(embeddable(table).columns.map(({ id }) => id));
  return leafColumns(table)
    .filter(({ column }) => open.has(column.id))
    .flatMap(({ column, groups }): readonly Offer[] => {
      const own = layout.columns.find(({ id }) => id === column.id);
      if (!own) return [];
      // What a formula computes does not change how its value prints.
      const cell = resolveCell(layout, row, own, () => false);
      const names = [...groups.map(({ label }) => words(label)), words(column.label)];
      return [{ kind: "value", ref: `${tableId}.${rowId}.${column.id}`, names, sample: sampleOf(cell, speech), unit: cell.unit }];
    });
}

const sampleOf = ({ type, decimals }: Pick<ResolvedCell, "type" | "decimals">, { locale }: Speech): string | undefined =>
  isNumeric(type) ? formatNumber(figure, decimals, locale) : undefined;

function sampleOfField({ type, decimals }: Field, { locale }: Speech): string | undefined {
  if (type === "integer") return formatNumber(figure, 0, locale);
  return type === "number" || type === "percent" ? formatNumber(figure, decimals ?? 2, locale) : undefined;
}

/** The offers that hold every word looked for, whatever their accents and order: "trong trot tong" finds "Trồng trọt · Tổng số". */
export function searchOffers(offers: readonly Offer[], looked: string): readonly Offer[] {
  const wanted = foldVietnamese(looked).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return offers;
  return offers.filter(({ ref, names }) => {
    const held = foldVietnamese([ref, ...names].join(" "));
    return wanted.every((word) => held.includes(word));
  });
}
