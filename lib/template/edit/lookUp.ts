import type { Block, Cell, Column, Row, Table, Template } from "@/lib/template";
import type { Part } from "./command";
import type { Spot } from "./patch";
import type { Place, Siblings } from "./place";
import { idsOver, innerOf, shapeOf } from "./tableShape";

export const blockOf = (template: Template, id: string): Block | undefined => template.blocks.find((block) => block.id === id);

export function tableOf(template: Template, id: string): Table | undefined {
  const block = blockOf(template, id);
  return block?.kind === "table" ? block : undefined;
}

/** The part at a place; the record of a cell that has something of its own. */
export function partAt(template: Template, place: Place): Template | Part | Cell | undefined {
  switch (place.kind) {
    case "document":
      return template;
    case "block":
      return blockOf(template, place.block);
    case "column":
      return columnAt(template, place.block, place.column);
    case "row":
      return rowAt(template, place.block, place.row);
    case "cell": {
      const table = tableOf(template, place.block);
      return table && cellAt(table, place.row, place.column);
    }
    case "check":
      return tableOf(template, place.block)?.checks?.find(({ id }) => id === place.check);
    case "field":
      return siblingsAt(template, { kind: "fields", block: place.block })?.find(({ id }) => id === place.field);
  }
}

/** A row by its ids. */
export function rowAt(template: Template, block: string, id: string): Row | undefined {
  const table = tableOf(template, block);
  return table && (findIn(table.rows, shapeOf(table).rows, id) as Row | undefined);
}

/** A column or head by its ids. */
export function columnAt(template: Template, block: string, id: string): Column | undefined {
  const table = tableOf(template, block);
  return table && (findIn(table.columns, shapeOf(table).columns, id) as Column | undefined);
}

function findIn(parts: readonly (Row | Column)[], parents: ReadonlyMap<string, string | null>, id: string): Row | Column | undefined {
  const over = idsOver(parents, id);
  let list: readonly (Row | Column)[] | undefined = over && parts;
  for (const parent of over ?? []) {
    const found: Row | Column | undefined = list?.find((part) => part.id === parent);
    list = found && innerOf(found);
  }
  return list?.find((part) => part.id === id);
}

const cellIndexes = new WeakMap<readonly Cell[], ReadonlyMap<string, number>>();

const cellKey = (row: string, column: string): string => `${row}.${column}`;

/** Where the record of a cell stands among a table's declared cells; of two of one cell the first. */
export function cellIndexOf(cells: readonly Cell[], row: string, column: string): number | undefined {
  let index = cellIndexes.get(cells);
  if (index === undefined) {
    const made = new Map<string, number>();
    for (const [i, cell] of cells.entries()) {
      const key = cellKey(cell.row, cell.column);
      if (!made.has(key)) made.set(key, i);
    }
    index = made;
    cellIndexes.set(cells, index);
  }
  return index.get(cellKey(row, column));
}

/** Tells that one list of cells names the same cells in the same order as another. */
export function handCellsOn(from: readonly Cell[], to: readonly Cell[]): void {
  const index = cellIndexes.get(from);
  if (index) cellIndexes.set(to, index);
}

/** What a cell has of its own. */
export function cellAt(table: Table, row: string, column: string): Cell | undefined {
  const index = table.cells && cellIndexOf(table.cells, row, column);
  return index === undefined ? undefined : table.cells?.[index];
}

/** The parts of a list; undefined where there is no such list. A row that has no rows yet has an empty list. */
export function siblingsAt(template: Template, siblings: Siblings): readonly Part[] | undefined {
  if (siblings.kind === "blocks") return template.blocks;
  const block = blockOf(template, siblings.block);
  switch (siblings.kind) {
    case "columns": {
      if (block?.kind !== "table") return undefined;
      if (siblings.under === undefined) return block.columns;
      const head = columnAt(template, block.id, siblings.under);
      return head?.kind === "group" ? head.columns : undefined;
    }
    case "rows": {
      if (block?.kind !== "table") return undefined;
      if (siblings.under === undefined) return block.rows;
      const row = rowAt(template, block.id, siblings.under);
      return row && (row.rows ?? []);
    }
    case "fields":
      if (block?.kind === "fields") return block.fields;
      return block?.kind === "list" ? block.columns : undefined;
    case "checks":
      return block?.kind === "table" ? (block.checks ?? []) : undefined;
  }
}

/** The list that a part stands in; undefined for the document, cells, and what is not there. */
export function listOf(template: Template, place: Place): Siblings | undefined {
  switch (place.kind) {
    case "document":
    case "cell":
      return undefined;
    case "block":
      return { kind: "blocks" };
    case "column":
    case "row": {
      const table = tableOf(template, place.block);
      if (table === undefined) return undefined;
      const under = place.kind === "row" ? shapeOf(table).rows.get(place.row) : shapeOf(table).columns.get(place.column);
      if (under === undefined) return undefined;
      const kind = place.kind === "row" ? "rows" : "columns";
      return under === null ? { kind, block: place.block } : { kind, block: place.block, under };
    }
    case "check":
      return { kind: "checks", block: place.block };
    case "field":
      return { kind: "fields", block: place.block };
  }
}

/** The id that tells a part from its siblings; undefined for the document and cells. */
export function idOf(place: Place): string | undefined {
  switch (place.kind) {
    case "document":
    case "cell":
      return undefined;
    case "block":
      return place.block;
    case "column":
      return place.column;
    case "row":
      return place.row;
    case "check":
      return place.check;
    case "field":
      return place.field;
  }
}

/** Where a part stands; undefined for the document, cells, and what is not there. */
export function spotOf(template: Template, place: Place): Spot | undefined {
  const list = listOf(template, place);
  const siblings = list && siblingsAt(template, list);
  const id = idOf(place);
  const index = siblings?.findIndex((part) => part.id === id) ?? -1;
  if (list === undefined || index < 0) return undefined;
  return { in: list, index, after: siblings?.[index - 1]?.id ?? null };
}

/** The place of a part that stands in a list. */
export function placeIn(siblings: Siblings, id: string): Place {
  switch (siblings.kind) {
    case "blocks":
      return { kind: "block", block: id };
    case "columns":
      return { kind: "column", block: siblings.block, column: id };
    case "rows":
      return { kind: "row", block: siblings.block, row: id };
    case "fields":
      return { kind: "field", block: siblings.block, field: id };
    case "checks":
      return { kind: "check", block: siblings.block, check: id };
  }
}
