import type { Column, Row, Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import type { JsonPath } from "./rangeOfPath";

/** Where a part stands in the document as JSON; the innermost that holds it where it has nothing of its own. */
export function pathOfPlace(template: Template, place: Place): JsonPath {
  if (place.kind === "document") return [];
  const index = template.blocks.findIndex(({ id }) => id === place.block);
  const block = template.blocks[index];
  if (!block) return [];
  const path: JsonPath = ["blocks", index];
  const within = (list: string, items: readonly { readonly id: string }[], id: string): JsonPath => {
    const at = items.findIndex((item) => item.id === id);
    return at < 0 ? path : [...path, list, at];
  };
  switch (place.kind) {
    case "block":
      return path;
    case "field":
      if (block.kind === "fields") return within("fields", block.fields, place.field);
      return block.kind === "list" ? within("columns", block.columns, place.field) : path;
    case "check":
      return block.kind === "table" ? within("checks", block.checks ?? [], place.check) : path;
    case "column":
      return block.kind === "table" ? [...path, ...(pathInColumns(block.columns, place.column) ?? [])] : path;
    case "row":
      return block.kind === "table" ? [...path, ...(pathInRows(block.rows, place.row) ?? [])] : path;
    case "cell": {
      if (block.kind !== "table") return path;
      const at = block.cells?.findIndex(({ row, column }) => row === place.row && column === place.column) ?? -1;
      return at < 0 ? [...path, ...(pathInRows(block.rows, place.row) ?? [])] : [...path, "cells", at];
    }
  }
}

function pathInRows(rows: readonly Row[], id: string): JsonPath | undefined {
  for (const [index, row] of rows.entries()) {
    if (row.id === id) return ["rows", index];
    const inner = pathInRows(row.rows ?? [], id);
    if (inner) return ["rows", index, ...inner];
  }
  return undefined;
}

function pathInColumns(columns: readonly Column[], id: string): JsonPath | undefined {
  for (const [index, column] of columns.entries()) {
    if (column.id === id) return ["columns", index];
    const inner = column.kind === "group" ? pathInColumns(column.columns, id) : undefined;
    if (inner) return ["columns", index, ...inner];
  }
  return undefined;
}
