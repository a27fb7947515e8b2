import type { Column, Field, Row, Table, Template } from "@/lib/template";
import type { Place, Siblings } from "@/lib/template/edit";
import type { ListKind } from "./listKind";

const tableAt = (template: Template, id: string): Table | undefined =>
  template.blocks.find((block): block is Table => block.kind === "table" && block.id === id);

function findColumn(columns: readonly Column[], id: string): Column | undefined {
  for (const column of columns) {
    if (column.id === id) return column;
    const below = column.kind === "group" ? findColumn(column.columns, id) : undefined;
    if (below) return below;
  }
  return undefined;
}

function findRow(rows: readonly Row[], id: string): Row | undefined {
  for (const row of rows) {
    if (row.id === id) return row;
    const below = row.rows ? findRow(row.rows, id) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** The head or group that holds a list; undefined where the block itself does. */
export function parentOf(template: Template, siblings: Siblings): Column | Row | undefined {
  if (siblings.kind !== "columns" && siblings.kind !== "rows") return undefined;
  if (siblings.under === undefined) return undefined;
  const table = tableAt(template, siblings.block);
  return table && (siblings.kind === "columns" ? findColumn(table.columns, siblings.under) : findRow(table.rows, siblings.under));
}

/** The parts of a list in order, as places; none where the list is not there. */
export function childrenOf(template: Template, siblings: Siblings): readonly Place[] {
  switch (siblings.kind) {
    case "blocks":
      return template.blocks.map(({ id }) => ({ kind: "block", block: id }));
    case "columns": {
      const { block } = siblings;
      const parent = parentOf(template, siblings);
      const columns =
        siblings.under === undefined
          ? tableAt(template, block)?.columns
          : parent?.kind === "group" && "columns" in parent
            ? parent.columns
            : undefined;
      return (columns ?? []).map(({ id }) => ({ kind: "column", block, column: id }));
    }
    case "rows": {
      const { block } = siblings;
      const parent = parentOf(template, siblings);
      const rows = siblings.under === undefined ? tableAt(template, block)?.rows : parent && "rows" in parent ? parent.rows : undefined;
      return (rows ?? []).map(({ id }) => ({ kind: "row", block, row: id }));
    }
    case "fields": {
      const { block } = siblings;
      return fieldsAt(template, block).map(({ id }) => ({ kind: "field", block, field: id }));
    }
    case "checks": {
      const { block } = siblings;
      return (tableAt(template, block)?.checks ?? []).map(({ id }) => ({ kind: "check", block, check: id }));
    }
  }
}

function fieldsAt(template: Template, id: string): readonly Field[] {
  const block = template.blocks.find((each) => each.id === id);
  if (block?.kind === "fields") return block.fields;
  return block?.kind === "list" ? block.columns : [];
}

/** The list within a part that holds parts of the same kind: columns of a head, rows of a row. */
export function listWithin(template: Template, place: Place): Siblings | undefined {
  if (place.kind === "row") return { kind: "rows", block: place.block, under: place.row };
  if (place.kind !== "column") return undefined;
  const table = tableAt(template, place.block);
  const column = table && findColumn(table.columns, place.column);
  return column?.kind === "group" ? { kind: "columns", block: place.block, under: place.column } : undefined;
}

/** The outermost lists of a kind, in document order. */
export function listsOfKind(template: Template, kind: ListKind): readonly Siblings[] {
  if (kind === "blocks") return [{ kind }];
  return template.blocks.flatMap((block): readonly Siblings[] => {
    if (kind === "fields") return block.kind === "fields" || block.kind === "list" ? [{ kind, block: block.id }] : [];
    return block.kind === "table" ? [{ kind, block: block.id }] : [];
  });
}
