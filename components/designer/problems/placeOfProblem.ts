import { type Block, flatRows, leafColumns, type Table, type Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

/**
 * The part of the template that a problem is about, by the path in its `at` (`t1.r03.c5`, `f.dan_so`, `n.n1`, a JSON
 * pointer); the document where the path names nothing in it (any more).
 */
export function placeOfProblem(template: Template, at: string): Place {
  return placeOf(template, at) ?? { kind: "document" };
}

function placeOf(template: Template, at: string): Place | undefined {
  if (at.startsWith("/")) return placeOfPointer(template, at);
  // `r03@uq` is a row as it is repeated for a unit: the row is what is designed.
  const [first = "", second, third] = at.split(".").map((segment) => segment.split("@")[0] ?? "");
  if (first === "f" && second !== undefined) {
    const holder = template.blocks.find((block) => block.kind === "fields" && block.fields.some(({ id }) => id === second));
    return holder && { kind: "field", block: holder.id, field: second };
  }
  if ((first === "n" || first === "e") && second !== undefined && !blockOf(template, first)) return placeOf(template, at.slice(2));
  const block = blockOf(template, first);
  if (!block) return undefined;
  if (second === undefined) return { kind: "block", block: first };
  const inside = third === undefined ? placeInBlock(block, second) : cellIn(block, second, third);
  return inside ?? { kind: "block", block: first };
}

const blockOf = (template: Template, id: string): Block | undefined => template.blocks.find((block) => block.id === id);

/** Row, column and check ids of a table are distinct; where they are not, the row is meant before the column. */
function placeInBlock(block: Block, id: string): Place | undefined {
  if (block.kind === "list" && block.columns.some((column) => column.id === id)) return { kind: "field", block: block.id, field: id };
  if (block.kind === "fields" && block.fields.some((field) => field.id === id)) return { kind: "field", block: block.id, field: id };
  if (block.kind !== "table") return undefined;
  if (flatRows(block).some(({ row }) => row.id === id)) return { kind: "row", block: block.id, row: id };
  if (hasColumn(block, id)) return { kind: "column", block: block.id, column: id };
  return block.checks?.some((check) => check.id === id) ? { kind: "check", block: block.id, check: id } : undefined;
}

function cellIn(block: Block, row: string, column: string): Place | undefined {
  if (block.kind !== "table") return undefined;
  const hasRow = flatRows(block).some((flat) => flat.row.id === row);
  if (hasRow && hasColumn(block, column)) return { kind: "cell", block: block.id, row, column };
  return hasRow ? { kind: "row", block: block.id, row } : undefined;
}

const hasColumn = (table: Table, id: string): boolean =>
  leafColumns(table).some(({ column, groups }) => column.id === id || groups.some((group) => group.id === id));

type Node = Readonly<Record<string, unknown>>;

const memberOf = (node: unknown, key: string): unknown =>
  typeof node === "object" && node !== null && Object.hasOwn(node, key) ? (node as Node)[key] : undefined;

/** The innermost part on the way of a pointer. */
function placeOfPointer(template: Template, pointer: string): Place | undefined {
  const keys = pointer.slice(1).split("/");
  let node: unknown = template;
  let place: Place | undefined;
  let block = "";
  for (let i = 0; i + 1 < keys.length; i += 2) {
    const list = keys[i] ?? "";
    node = memberOf(memberOf(node, list), keys[i + 1] ?? "");
    const id = memberOf(node, "id");
    if (list === "cells") {
      const [row, column] = [memberOf(node, "row"), memberOf(node, "column")];
      return typeof row === "string" && typeof column === "string" ? placeOf(template, `${block}.${row}.${column}`) : place;
    }
    if (typeof id !== "string") return place;
    if (list === "blocks") {
      block = id;
      place = { kind: "block", block };
    } else {
      const holder = blockOf(template, block);
      place = (holder && placeInBlock(holder, id)) ?? place;
    }
  }
  return place;
}
