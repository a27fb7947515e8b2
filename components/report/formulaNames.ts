import type { Column, Row, Template, Text } from "@/lib/template";

/** Labels of a template by the paths that formulas call them with. */
export type FormulaNames = (path: readonly string[]) => string;

/** A column with its number: `7` and `(7)=(8)+(9)` both give `(7)`. */
const numbered = (number: string | undefined, label: string): string => {
  if (!number) return label;
  const own = /^\(?([^()=]+)/.exec(number)?.[1]?.trim();
  return own ? `(${own}) ${label}` : label;
};

/**
 * Gives the label of what a formula of a table names: a column with the heads above it, a row with its number, a cell
 * as row and column, a field. What is not known stays as it is written.
 */
export const formulaNames = (template: Template, tableId: string, words: (text: Text) => string): FormulaNames => {
  const columns = new Map<string, string>();
  const rows = new Map<string, string>();
  const fields = new Map<string, string>();

  const addColumns = (list: readonly Column[], table: string, above: readonly string[]) => {
    for (const column of list) {
      const label = words(column.label);
      if (column.kind === "group") addColumns(column.columns, table, [...above, label]);
      else if (column.kind === "value") {
        const text = numbered(column.number, [...above, label].join(" – "));
        for (const name of [column.id, column.code]) if (name !== undefined) columns.set(`${table}.${name}`, text);
      }
    }
  };
  const addRows = (list: readonly Row[], table: string) => {
    for (const row of list) {
      const label = words(row.label);
      const text = row.number ? `${row.number}. ${label}` : label;
      for (const name of [row.id, row.kind === "label" ? undefined : row.code]) {
        if (name !== undefined) rows.set(`${table}.${name}`, text);
      }
      addRows(row.rows ?? [], table);
    }
  };
  for (const block of template.blocks) {
    if (block.kind === "table") {
      for (const name of new Set([block.id, block.code ?? block.id])) {
        addColumns(block.columns, name, []);
        addRows(block.rows, name);
      }
    } else if (block.kind === "fields") {
      for (const field of block.fields) {
        for (const name of [field.id, field.code]) if (name !== undefined) fields.set(name, words(field.label));
      }
    }
  }

  const cell = (table: string, row: string, column: string): string | undefined => {
    const rowLabel = rows.get(`${table}.${row}`);
    const columnLabel = columns.get(`${table}.${column}`);
    return rowLabel !== undefined && columnLabel !== undefined ? `“${rowLabel}” – “${columnLabel}”` : undefined;
  };
  return (path) => {
    const written = path.join(".");
    const [first = "", second = "", third = ""] = path;
    if (path.length === 1) return columns.get(`${tableId}.${first}`) ?? rows.get(`${tableId}.${first}`) ?? written;
    if (path.length === 2) {
      if (first === "f") return fields.get(second) ?? written;
      return cell(tableId, first, second) ?? written;
    }
    return cell(first, second, third) ?? written;
  };
};
