import type { Block, Column, Field, Row, Template } from "@/lib/template";
import type { Place, Siblings } from "@/lib/template/edit";

/** A part by itself: its own properties and where it stands. Of a declared cell, which stands in no list, the list is absent. */
export interface FlatPart {
  readonly key: string;
  readonly place: Place;
  readonly own: Readonly<Record<string, unknown>>;
  readonly list: Siblings | undefined;
  readonly index: number;
  /** The part that it stands in. */
  readonly over: string | undefined;
  /** The table counts its rows: their numbers follow from the rest. */
  readonly isCounted: boolean;
}

/** All parts of a template by what they are known by in every version: their kind, scope and id. */
export function flatten(template: Template): ReadonlyMap<string, FlatPart> {
  const parts = new Map<string, FlatPart>();
  const note = (part: Omit<FlatPart, "isCounted"> & { readonly isCounted?: boolean }): void => {
    if (!parts.has(part.key)) parts.set(part.key, { isCounted: false, ...part });
  };
  const { blocks, ...own } = template;
  note({ key: documentKey, place: { kind: "document" }, own, list: undefined, index: 0, over: undefined });
  for (const [index, block] of blocks.entries()) {
    const { own: said, ...inner } = partsOfBlock(block);
    const key = blockKey(block);
    note({ key, place: { kind: "block", block: block.id }, own: said, list: { kind: "blocks" }, index, over: undefined });
    const isCounted = block.kind === "table" && block.rowNumbering !== undefined;
    noteTree(note, inner.columns, key, { kind: "columns", block: block.id }, false);
    noteTree(note, inner.rows, key, { kind: "rows", block: block.id }, isCounted);
    for (const [i, check] of (inner.checks ?? []).entries()) {
      const place: Place = { kind: "check", block: block.id, check: check.id };
      note({
        key: `check ${block.id} ${check.id}`,
        place,
        own: { ...check },
        list: { kind: "checks", block: block.id },
        index: i,
        over: key,
      });
    }
    for (const [i, field] of inner.fields.entries()) {
      const place: Place = { kind: "field", block: block.id, field: field.id };
      // Fields of all groups share one scope: one that went to another group is the same.
      const own = block.kind === "list" ? `item ${block.id} ${field.id}` : `field ${field.id}`;
      note({ key: own, place, own: { ...field }, list: { kind: "fields", block: block.id }, index: i, over: key });
    }
    for (const { row, column, ...cell } of inner.cells ?? []) {
      const place: Place = { kind: "cell", block: block.id, row, column };
      note({ key: `cell ${block.id} ${row} ${column}`, place, own: cell, list: undefined, index: 0, over: key });
    }
  }
  return parts;
}

const documentKey = "document";

/** Blocks that hold parts are others than a block of their id that holds none, or others. */
const blockKey = (block: Block): string => `block ${block.id} ${["table", "fields", "list"].includes(block.kind) ? block.kind : ""}`;

function noteTree(
  note: (part: Omit<FlatPart, "isCounted"> & { readonly isCounted?: boolean }) => void,
  parts: readonly (Row | Column)[],
  over: string,
  list: Extract<Siblings, { kind: "rows" | "columns" }>,
  isCounted: boolean,
): void {
  for (const [index, part] of parts.entries()) {
    const { rows, columns, ...own } = part as (Row | Column) & { rows?: readonly Row[]; columns?: readonly Column[] };
    const key = `${list.kind} ${list.block} ${part.id}`;
    const place: Place =
      list.kind === "rows" ? { kind: "row", block: list.block, row: part.id } : { kind: "column", block: list.block, column: part.id };
    note({ key, place, own, list, index, over, isCounted });
    noteTree(note, rows ?? columns ?? [], key, { ...list, under: part.id }, isCounted);
  }
}

interface BlockParts {
  readonly own: Readonly<Record<string, unknown>>;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly cells?: readonly { readonly row: string; readonly column: string }[] | undefined;
  readonly checks?: readonly { readonly id: string }[] | undefined;
  readonly fields: readonly Field[];
}

function partsOfBlock(block: Block): BlockParts {
  switch (block.kind) {
    case "table": {
      const { columns, rows, cells, checks, ...own } = block;
      return { own, columns, rows, cells, checks, fields: [] };
    }
    case "fields": {
      const { fields, ...own } = block;
      return { own, columns: [], rows: [], fields };
    }
    case "list": {
      const { columns, ...own } = block;
      return { own, columns: [], rows: [], fields: columns };
    }
    default:
      return { own: { ...block }, columns: [], rows: [], fields: [] };
  }
}
