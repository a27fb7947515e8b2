import type { Problem } from "@/lib/problem";
import { errorAt } from "./problemAt";
import { indexTable, type TableIndex, whyNoCell } from "./tableIndex";
import type { Field, Template } from "./template.types";
import { fieldsOf, tablesOf } from "./walk";

/** All that a reference of a template can name. */
export interface References {
  readonly tables: ReadonlyMap<string, TableIndex>;
  readonly fields: ReadonlyMap<string, Field>;
  readonly indicators: ReadonlySet<string>;
}

export function referencesOf(template: Template): References {
  const tables = new Map(tablesOf(template).map((table) => [table.id, indexTable(table)]));
  const fields = new Map(fieldsOf(template).map((field) => [field.id, field]));
  const indicators = new Set<string>();
  const note = ({ indicator }: { readonly indicator?: string }): void => {
    if (indicator !== undefined) indicators.add(indicator);
  };
  for (const field of fields.values()) note(field);
  for (const { table, rows, leaves } of tables.values()) {
    for (const { row } of rows.values()) if (row.kind !== "label") note(row);
    for (const { column } of leaves.values()) if (column.kind === "value") note(column);
    for (const cell of table.cells ?? []) note(cell);
  }
  return { tables, fields, indicators };
}

/**
 * A reference by full path, as texts embed them: `t1.r01.c3`, `f.dan_so`, `ind.KTXH_01`. It must name one value, so
 * neither a heading nor a cell of a repeated row or column. Undefined where it is good.
 */
export function checkReference(ref: string, at: string, references: References): Problem | undefined {
  const [first = "", second = "", third, ...rest] = ref.split(".");
  const unknown = errorAt(at, "template.unknownReference", { ref });
  if (rest.length > 0) return unknown;
  if (first === "f") return third === undefined && references.fields.has(second) ? undefined : unknown;
  if (first === "ind") return third === undefined && references.indicators.has(second) ? undefined : unknown;
  const index = references.tables.get(first);
  if (index === undefined || third === undefined || whyNoCell(index, second, third) !== undefined) return unknown;
  const isRepeated = index.rows.get(second)?.repeatedBy !== undefined || index.leaves.get(third)?.repeatedBy !== undefined;
  return isRepeated ? errorAt(at, "template.repeatedReference", { ref }) : undefined;
}
