import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Block, Cell, Column, Row, Table, Template } from "@/lib/template";
import type { Part, Value } from "./command";
import { sizeProblem } from "./listSize";
import { cellIndexOf, handCellsOn, idOf, listOf, partAt, placeIn, siblingsAt, spotOf, tableOf } from "./lookUp";
import { numberRows } from "./numberRows";
import type { Change, Patch } from "./patch";
import type { Place, Siblings } from "./place";
import { isStructural, propertySchema, withBranch, withProperty } from "./properties";
import { pathOf, refusal } from "./refusal";
import { same } from "./sameValue";
import { type Definition, definitionOf, type Schema, schemaFor } from "./schema";
import { schemaFault } from "./schemaFault";
import { ordered } from "./schemaOrder";
import { idsOfPart, listKey, takenIds } from "./scopes";
import { handSpentIdsOn } from "./spentIds";
import { handShapeOn, idsOver, noteParents, shapeOf, type TableShape } from "./tableShape";
import { saysSomething, sortCells } from "./tidyTable";

/**
 * A template at work: single changes are made to it one after the other, each noted with what was there before.
 * Untouched parts stay the same objects. In between a list may be empty that must not be; `finish` sees that all is
 * well in the end, and brings in order what follows from the rest: numbers of rows, the order of declared cells.
 */
export interface Workpiece {
  readonly template: () => Template;
  /** Sets a property, or clears it where the value is undefined. */
  readonly set: (at: Place, property: string, value: Value | undefined) => Problem | undefined;
  readonly insert: (into: Siblings, index: number, part: Part) => Problem | undefined;
  readonly remove: (place: Place) => Problem | undefined;
  /** Moves a part to where it stands at `index` in the end. */
  readonly move: (place: Place, into: Siblings, index: number) => Problem | undefined;
  readonly replace: (template: Template) => void;
  /** Brings in order what follows from the rest, so that a whole table can be compared or put aside. */
  readonly settle: () => void;
  /** Whether `remove` and `move` left a list empty that must not be. */
  readonly finish: () => Result<{ readonly template: Template; readonly patch: Patch }, Problem>;
}

type Loose = Readonly<Record<string, unknown>>;

export function workOn(start: Template): Workpiece {
  let template = start;
  const changes: Change[] = [];
  /** Parts whose required properties are looked at in the end. */
  const toComplete = new Map<string, Place>();
  const toMeasure = new Map<string, Siblings>();
  /** Tables whose rows may not have the numbers of their styles at the moment. */
  const toNumber = new Set<string>();
  const toSort = new Set<string>();
  /** Shapes that this piece of work made and may change. */
  const shapes = new Map<string, { rows: Map<string, string | null>; columns: Map<string, string | null> }>();

  const ownShape = (table: Table) => {
    const own = shapes.get(table.id) ?? copyShape(shapeOf(table));
    shapes.set(table.id, own);
    return own;
  };

  const putBlock = (next: Block, id: string, shape?: TableShape): void => {
    if (next.kind === "table" && shape) handShapeOn(shape, next);
    template = { ...template, blocks: template.blocks.map((block) => (block.id === id ? next : block)) };
  };

  /** Puts another list of rows or columns in place of one. */
  const putBranch = (table: Table, side: "rows" | "columns", under: string | undefined, list: readonly Part[], shape: TableShape): void => {
    const path = under === undefined ? [] : [...(idsOver(shape[side], under) ?? []), under];
    const next = withBranch(table[side], side, path, list);
    putBlock({ ...table, [side]: next }, table.id, shape);
  };

  const putList = (siblings: Siblings, list: readonly Part[]): void => {
    if (siblings.kind === "blocks") {
      template = { ...template, blocks: list as Block[] };
      return;
    }
    const block = template.blocks.find(({ id }) => id === siblings.block);
    if (block === undefined) return;
    if (siblings.kind === "fields") {
      if (block.kind === "fields") putBlock({ ...block, fields: list as typeof block.fields }, block.id);
      if (block.kind === "list") putBlock({ ...block, columns: list as typeof block.columns }, block.id);
    } else if (block.kind === "table") {
      if (siblings.kind === "checks") {
        putBlock(withProperty(definitionOf("block"), block, "checks", list.length > 0 ? list : undefined), block.id, shapeOf(block));
      } else putBranch(block, siblings.kind, siblings.under, list, shapeOf(block));
    }
  };

  const putPart = (place: Place, part: Loose): void => {
    if (place.kind === "document") {
      template = part as unknown as Template;
      return;
    }
    if (place.kind === "block") {
      const before = tableOf(template, place.block);
      putBlock(part as unknown as Block, place.block, before && shapeOf(before));
      return;
    }
    const list = listOf(template, place);
    const id = idOf(place);
    if (list)
      putList(
        list,
        (siblingsAt(template, list) ?? []).map((own) => (own.id === id ? (part as unknown as Part) : own)),
      );
  };

  const setCell = (at: Extract<Place, { kind: "cell" }>, property: string, value: Value | undefined): Problem | undefined => {
    const table = tableOf(template, at.block);
    if (table === undefined) return gone(at);
    const shape = shapeOf(table);
    if (!shape.rows.has(at.row) || !shape.columns.has(at.column)) return gone(at);
    const cells = table.cells ?? [];
    const index = cellIndexOf(cells, at.row, at.column);
    const record: Cell = (index === undefined ? undefined : cells[index]) ?? { row: at.row, column: at.column };
    const problem = valueProblem(definitionOf("cell"), property, value, at);
    if (problem) return problem;
    const before = (record as unknown as Loose)[property];
    if (same(before, value)) return undefined;
    note(at, property, before, value);
    const next = withProperty(definitionOf("cell"), record, property, value);
    let list: readonly Cell[];
    if (index === undefined) {
      // Before all others, so that sorting puts it before a second record of the same cell.
      list = [next, ...cells];
      toSort.add(table.id);
      toMeasure.set(`cells ${table.id}`, { kind: "rows", block: table.id });
    } else if (saysSomething(next)) {
      list = cells.with(index, next);
      handCellsOn(cells, list);
    } else list = cells.toSpliced(index, 1);
    putBlock(withProperty(definitionOf("block"), table, "cells", list.length > 0 ? list : undefined), table.id, shape);
    return undefined;
  };

  const note = (at: Place, property: string, before: unknown, after: unknown): void => {
    changes.push({
      kind: "set",
      at,
      property,
      ...(before === undefined ? {} : { before: before as Value }),
      ...(after === undefined ? {} : { after: after as Value }),
    });
  };

  const gone = (place: Place): Problem => refusal("gone", pathOf(template, place), { name: idOf(place) ?? "" });

  const valueProblem = (schema: Schema, property: string, value: Value | undefined, at: Place): Problem | undefined => {
    const own = schema.properties && Object.hasOwn(schema.properties, property) ? schema.properties[property] : undefined;
    const path = pathOf(template, at);
    if (own === undefined) return refusal("noProperty", path, { property });
    const fault = value === undefined ? undefined : schemaFault(own, value, property);
    return fault && { ...fault, at: path, severity: "error" };
  };

  const set: Workpiece["set"] = (at, property, loose) => {
    const value = loose === undefined ? undefined : ordered(propertySchema(at.kind, property), loose);
    if (isStructural(at.kind, property)) return refusal("fixedProperty", pathOf(template, at), { property });
    if (at.kind === "cell") return setCell(at, property, value);
    const part = partAt(template, at) as Loose | undefined;
    if (part === undefined) return gone(at);
    const definition = definitionOf(at.kind);
    // A part that becomes another kind is from there on what that kind is.
    const schema = schemaFor(definition, property === "kind" ? { ...part, kind: value } : part);
    if (schema === undefined) return refusal("noKind", pathOf(template, at), { value: String(value) });
    const problem = valueProblem(schema, property, value, at);
    if (problem) return problem;
    if (same(part[property], value)) return undefined;
    const isNumber = at.kind === "row" && property === "number";
    const isNumbering = at.kind === "block" && property === "rowNumbering";
    // Numbers that follow from the rest are brought in order before others are put over them or nothing follows any more.
    if ((isNumber || isNumbering) && toNumber.has(at.block)) {
      numberAgain(at.block);
      return set(at, property, value);
    }
    const next = withProperty(schema, part, property, value);
    note(at, property, part[property], value);
    putPart(at, next);
    if (property === "kind" || value === undefined) toComplete.set(pathOf(template, at), at);
    if (isNumber || isNumbering || (at.kind === "row" && property === "kind")) toNumber.add(at.block);
    return undefined;
  };

  const touched = (siblings: Siblings): void => {
    toMeasure.set(listKey(siblings), siblings);
    if (siblings.kind === "rows") toNumber.add(siblings.block);
    if (siblings.kind === "rows" || siblings.kind === "columns") toSort.add(siblings.block);
  };

  const insert: Workpiece["insert"] = (into, index, part) => {
    const siblings = siblingsAt(template, into);
    if (siblings === undefined) return refusal("noList", into.kind === "blocks" ? "" : into.block);
    const place = placeIn(into, part.id);
    const taken = takenIds(template, into);
    for (const id of idsOfPart(part, into)) {
      if (taken.has(id)) return refusal("duplicateId", pathOf(template, place), { id });
    }
    if (into.kind === "blocks" && "kind" in part && part.kind === "fields") {
      const fields = takenIds(template, { kind: "fields", block: part.id });
      const twice = part.fields.find(({ id }) => fields.has(id));
      if (twice) return refusal("duplicateId", `f.${twice.id}`, { id: twice.id });
    }
    const at = Math.max(0, Math.min(index, siblings.length));
    changes.push({
      kind: "insert",
      spot: { in: into, index: at, after: siblings[at - 1]?.id ?? null },
      part: part as unknown as Value,
    });
    if (into.kind === "rows" || into.kind === "columns") {
      const table = tableOf(template, into.block);
      const shape = table && ownShape(table);
      if (table && shape) {
        noteParents([part as Row | Column], into.under ?? null, shape[into.kind]);
        putBranch(table, into.kind, into.under, siblings.toSpliced(at, 0, part), shape);
      }
    } else putList(into, siblings.toSpliced(at, 0, part));
    touched(into);
    if (into.kind === "columns") touched({ ...into, under: part.id });
    if (into.kind === "blocks") shapes.delete(part.id);
    return undefined;
  };

  const remove: Workpiece["remove"] = (place) => {
    if (place.kind === "block") settle();
    const spot = spotOf(template, place);
    const siblings = spot && siblingsAt(template, spot.in);
    const part = spot && siblings?.[spot.index];
    if (spot === undefined || siblings === undefined || part === undefined) return gone(place);
    changes.push({ kind: "remove", spot, part: part as unknown as Value });
    const list = siblings.toSpliced(spot.index, 1);
    if (spot.in.kind === "rows" || spot.in.kind === "columns") {
      const table = tableOf(template, spot.in.block);
      const shape = table && ownShape(table);
      if (table && shape) {
        for (const id of idsOfPart(part, spot.in)) shape[spot.in.kind].delete(id);
        putBranch(table, spot.in.kind, spot.in.under, list, shape);
      }
    } else putList(spot.in, list);
    if (spot.in.kind === "blocks") shapes.delete(part.id);
    touched(spot.in);
    return undefined;
  };

  const move: Workpiece["move"] = (place, into, index) => {
    const from = spotOf(template, place);
    const siblings = from && siblingsAt(template, from.in);
    const part = from && siblings?.[from.index];
    if (from === undefined || siblings === undefined || part === undefined) return gone(place);
    const isSameList = listKey(from.in) === listKey(into);
    if (isSameList && from.index === index) return undefined;
    if (into.kind !== from.in.kind) return refusal("wrongList", pathOf(template, place));
    const without = siblings.toSpliced(from.index, 1);
    const target = isSameList ? without : siblingsAt(template, into);
    if (target === undefined) return refusal("noList", into.kind === "blocks" ? "" : into.block);
    const at = Math.max(0, Math.min(index, target.length));
    if (isSameList && from.index === at) return undefined;
    if (into.kind === "rows" || into.kind === "columns") {
      if (from.in.kind !== into.kind || from.in.block !== into.block) return refusal("otherTable", pathOf(template, place));
      const table = tableOf(template, into.block);
      const shape = table && ownShape(table);
      if (table === undefined || shape === undefined) return gone(place);
      if (into.under !== undefined && (into.under === part.id || idsOver(shape[into.kind], into.under)?.includes(part.id))) {
        return refusal("intoItself", pathOf(template, place), { name: part.id });
      }
      putBranch(table, into.kind, from.in.under, without, shape);
      shape[into.kind].set(part.id, into.under ?? null);
      const next = tableOf(template, into.block);
      const list = siblingsAt(template, into);
      if (next && list) putBranch(next, into.kind, into.under, list.toSpliced(at, 0, part), shape);
    } else {
      putList(from.in, without);
      putList(into, (siblingsAt(template, into) ?? []).toSpliced(at, 0, part));
    }
    changes.push({ kind: "move", part: place, from, to: { in: into, index: at, after: target[at - 1]?.id ?? null } });
    touched(from.in);
    touched(into);
    return undefined;
  };

  const numberAgain = (block: string): void => {
    toNumber.delete(block);
    const table = tableOf(template, block);
    if (table === undefined) return;
    const rows = numberRows(table.rows, table.rowNumbering);
    if (rows !== table.rows) putBlock({ ...table, rows }, block, shapeOf(table));
  };

  const sortAgain = (block: string): void => {
    const table = tableOf(template, block);
    const sorted = table && sortCells(table);
    if (table && sorted && sorted !== table) putBlock(sorted, block, shapeOf(table));
  };

  const settle = (): void => {
    for (const block of [...toNumber]) numberAgain(block);
    for (const block of toSort) sortAgain(block);
    toSort.clear();
  };

  const finish: Workpiece["finish"] = () => {
    for (const place of toComplete.values()) {
      const part = partAt(template, place) as Loose | undefined;
      const missing = part && schemaFor(definitionOf(place.kind as Definition), part)?.required?.find((key) => part[key] === undefined);
      if (missing !== undefined) return fail(refusal("required", pathOf(template, place), { property: missing }));
    }
    for (const siblings of toMeasure.values()) {
      const problem = sizeProblem(template, siblings);
      if (problem) return fail(problem);
    }
    settle();
    handSpentIdsOn(start, template);
    return ok({ template, patch: changes });
  };

  return {
    template: () => template,
    set,
    insert,
    remove,
    move,
    settle,
    replace: (next) => {
      settle();
      changes.push({ kind: "replace", before: template as unknown as Value, after: next as unknown as Value });
      template = next;
      toComplete.clear();
      toMeasure.clear();
      toNumber.clear();
      toSort.clear();
      shapes.clear();
    },
    finish,
  };
}

const copyShape = (shape: TableShape) => ({ rows: new Map(shape.rows), columns: new Map(shape.columns) });
