import type { Template } from "./template.types";
import { fieldsOf, flatRows, leafColumns, listsOf, tablesOf } from "./walk";

/** One place of a template that gives a figure of an indicator. */
export interface IndicatorUse {
  /** Code of the indicator; it need not be catalogued. */
  readonly indicator: string;
  /** Id path: `t1.r05`, `t1.c3`, `t1.r05.c3`, `l1.c2` of a list, `f.dan_so`. */
  readonly at: string;
}

/** Where a template uses indicators: in fields, then in lists, then in tables, each by its columns, rows and cells. */
export function indicatorUsesOf(template: Template): readonly IndicatorUse[] {
  const used = (part: { readonly indicator?: string }, at: string): readonly IndicatorUse[] =>
    part.indicator === undefined ? [] : [{ indicator: part.indicator, at }];
  return [
    ...fieldsOf(template).flatMap((field) => used(field, `f.${field.id}`)),
    ...listsOf(template).flatMap(({ id, columns }) => columns.flatMap((column) => used(column, `${id}.${column.id}`))),
    ...tablesOf(template).flatMap((table) => [
      ...leafColumns(table).flatMap(({ column }) => (column.kind === "value" ? used(column, `${table.id}.${column.id}`) : [])),
      ...flatRows(table).flatMap(({ row }) => (row.kind === "label" ? [] : used(row, `${table.id}.${row.id}`))),
      ...(table.cells ?? []).flatMap((cell) => used(cell, `${table.id}.${cell.row}.${cell.column}`)),
    ]),
  ];
}
