import type { Column, Row, Table, Template } from "@/lib/template";
import type { FormulaHome } from "./formulaHome";

/** The template with another formula at a place; undefined takes the formula away. Everything else is shared. */
export function withFormula(template: Template, home: FormulaHome, formula: string | undefined): Template {
  return {
    ...template,
    blocks: template.blocks.map((block) => {
      if (block.id !== home.block) return block;
      if (block.kind === "table") return inTable(block, home, formula);
      if (home.kind !== "field") return block;
      if (block.kind === "fields") return { ...block, fields: block.fields.map((field) => own(field, field.id === home.field, formula)) };
      if (block.kind === "list") return { ...block, columns: block.columns.map((field) => own(field, field.id === home.field, formula)) };
      return block;
    }),
  };
}

function inTable(table: Table, home: FormulaHome, formula: string | undefined): Table {
  switch (home.kind) {
    case "column":
      return { ...table, columns: inColumns(table.columns, home.column, formula) };
    case "row":
      return { ...table, rows: inRows(table.rows, home.row, formula) };
    case "check":
      // A rule has no place without its formula.
      return formula === undefined
        ? { ...table, checks: (table.checks ?? []).filter(({ id }) => id !== home.check) }
        : { ...table, checks: (table.checks ?? []).map((check) => (check.id === home.check ? { ...check, formula } : check)) };
    case "cell": {
      const cells = table.cells ?? [];
      const isHere = (cell: (typeof cells)[number]): boolean => cell.row === home.row && cell.column === home.column;
      if (cells.some(isHere)) return { ...table, cells: cells.map((cell) => own(cell, isHere(cell), formula)) };
      return formula === undefined ? table : { ...table, cells: [...cells, { row: home.row, column: home.column, formula }] };
    }
    case "field":
      return table;
  }
}

const inColumns = (columns: readonly Column[], id: string, formula: string | undefined): Column[] =>
  columns.map((column) => {
    if (column.kind === "group") return { ...column, columns: inColumns(column.columns, id, formula) };
    return column.kind === "value" ? own(column, column.id === id, formula) : column;
  });

const inRows = (rows: readonly Row[], id: string, formula: string | undefined): Row[] =>
  rows.map((row) => {
    const changed = row.kind === "label" ? row : own(row, row.id === id, formula);
    return row.rows === undefined ? changed : { ...changed, rows: inRows(row.rows, id, formula) };
  });

function own<P extends { readonly formula?: string }>(part: P, isHere: boolean, formula: string | undefined): P {
  if (!isHere) return part;
  const { formula: _, ...rest } = part;
  return (formula === undefined ? rest : { ...part, formula }) as P;
}
