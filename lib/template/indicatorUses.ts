import type { Template, Text } from "./template.types";
import { fieldsOf, flatRows, leafColumns, listsOf, tablesOf } from "./walk";

/** One place of a template that gives a figure of an indicator. */
export interface IndicatorUse {
  /** Code of the indicator; it need not be catalogued. */
  readonly indicator: string;
  /** Id path: `t1.r05`, `t1.c3`, `t1.r05.c3`, `l1.c2` of a list, `f.dan_so`. */
  readonly at: string;
  /** Labels of the parts that meet there: of the field or column; of the row; of a cell's row, then of its column. */
  readonly labels: readonly Text[];
}

/** Where a template uses indicators: in fields, then in lists, then in tables, each by its columns, rows and cells. */
export function indicatorUsesOf(template: Template): readonly IndicatorUse[] {
  const used = (part: { readonly indicator?: string }, at: string, ...labels: readonly (Text | undefined)[]): readonly IndicatorUse[] =>
    part.indicator === undefined ? [] : [{ indicator: part.indicator, at, labels: labels.filter((label) => label !== undefined) }];
  return [
    ...fieldsOf(template).flatMap((field) => used(field, `f.${field.id}`, field.label)),
    ...listsOf(template).flatMap(({ id, columns }) => columns.flatMap((column) => used(column, `${id}.${column.id}`, column.label))),
    ...tablesOf(template).flatMap((table) => {
      const columns = leafColumns(table).map(({ column }) => column);
      const rows = flatRows(table).map(({ row }) => row);
      const labelOf = new Map([...columns, ...rows].map(({ id, label }) => [id, label]));
      return [
        ...columns.flatMap((column) => (column.kind === "value" ? used(column, `${table.id}.${column.id}`, column.label) : [])),
        ...rows.flatMap((row) => (row.kind === "label" ? [] : used(row, `${table.id}.${row.id}`, row.label))),
        ...(table.cells ?? []).flatMap((cell) =>
          used(cell, `${table.id}.${cell.row}.${cell.column}`, labelOf.get(cell.row), labelOf.get(cell.column)),
        ),
      ];
    }),
  ];
}
