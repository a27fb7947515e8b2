import type { Block, Cell, Column, Row, Template } from "@/lib/template";
import type { Part } from "./command";
import type { Place } from "./place";
import type { Home } from "./references";

/** A part of a template with its place, without the parts in it. */
export interface OwnPart {
  readonly place: Place;
  /** The part's own properties; its rows, columns, fields, cells and checks are parts of their own. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly part: Template | Part | Cell;
  readonly home: Home;
}

/** Every part of a template, its document first, each before those that stand in it. */
export function* partsOf(template: Template): Generator<OwnPart> {
  const { blocks, ...own } = template;
  yield { place: { kind: "document" }, own, part: template, home: { block: "", kind: "text" } };
  for (const block of blocks) yield* partsOfBlock(block);
}

function* partsOfBlock(block: Block): Generator<OwnPart> {
  const home: Home = { block: block.id, kind: block.kind };
  const place: Place = { kind: "block", block: block.id };
  switch (block.kind) {
    case "table": {
      const { columns, rows, cells, checks, ...own } = block;
      yield { place, own, part: block, home };
      yield* partsIn(columns, home, (id) => ({ kind: "column", block: block.id, column: id }));
      yield* partsIn(rows, home, (id) => ({ kind: "row", block: block.id, row: id }));
      for (const cell of cells ?? []) {
        const { row, column, ...said } = cell;
        yield { place: { kind: "cell", block: block.id, row, column }, own: said, part: cell, home };
      }
      for (const check of checks ?? [])
        yield { place: { kind: "check", block: block.id, check: check.id }, own: { ...check }, part: check, home };
      return;
    }
    case "fields":
    case "list": {
      const { fields, own } = withoutFields(block);
      yield { place, own, part: block, home };
      for (const field of fields)
        yield { place: { kind: "field", block: block.id, field: field.id }, own: { ...field }, part: field, home };
      return;
    }
    default:
      yield { place, own: { ...block }, part: block, home };
  }
}

function withoutFields(block: Extract<Block, { kind: "fields" | "list" }>) {
  if (block.kind === "fields") {
    const { fields, ...own } = block;
    return { fields, own };
  }
  const { columns, ...own } = block;
  return { fields: columns, own };
}

function* partsIn(parts: readonly (Row | Column)[], home: Home, placeOf: (id: string) => Place): Generator<OwnPart> {
  for (const part of parts) {
    const { rows, columns, ...own } = part as { rows?: readonly Row[]; columns?: readonly Column[] } & (Row | Column);
    yield { place: placeOf(part.id), own, part, home };
    yield* partsIn(rows ?? columns ?? [], home, placeOf);
  }
}
