import type { Problem } from "@/lib/problem";
import type { Column, Row } from "@/lib/template";
import type { Command } from "./command";
import { outermost } from "./documentOrder";
import { listOf, partAt, tableOf } from "./lookUp";
import type { Place } from "./place";
import { refusal } from "./refusal";
import { dropEmptyHeads } from "./runMove";
import { idsIn } from "./tableShape";
import type { Workpiece } from "./workpiece";

/**
 * Removes parts. With a row or column goes what its declared cells and checks say of it; a check that was for removed
 * rows or columns alone goes too. Formulas stay as they are: the checks of the template tell what they miss.
 */
export function removeParts(work: Workpiece, { parts }: Extract<Command, { do: "remove" }>): Problem | undefined {
  const before = work.template();
  const removed = outermost(before, parts);
  for (const place of removed) {
    if (place.kind === "document") return refusal("cannotRemove", "");
  }
  const left = removed.map((place) => listOf(before, place));
  for (const [block, ids] of idsByTable(work, removed)) {
    const problem = clearCells(work, block, ids) ?? clearChecks(work, block, ids);
    if (problem) return problem;
  }
  for (const place of removed) {
    const problem = place.kind === "cell" ? clearCell(work, place) : work.remove(place);
    if (problem) return problem;
  }
  return dropEmptyHeads(work, left);
}

/** Ids of rows, columns and heads that go, by table. */
function idsByTable(work: Workpiece, places: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byTable = new Map<string, Set<string>>();
  for (const place of places) {
    if (place.kind !== "row" && place.kind !== "column") continue;
    const part = partAt(work.template(), place) as Row | Column | undefined;
    const ids = byTable.get(place.block) ?? new Set();
    for (const id of part ? idsIn(part) : []) ids.add(id);
    byTable.set(place.block, ids);
  }
  return byTable;
}

/** Clears what the declared cells of rows and columns say. */
export function clearCells(work: Workpiece, block: string, ids: ReadonlySet<string>): Problem | undefined {
  for (const { row, column } of tableOf(work.template(), block)?.cells ?? []) {
    const problem = ids.has(row) || ids.has(column) ? clearCell(work, { kind: "cell", block, row, column }) : undefined;
    if (problem) return problem;
  }
  return undefined;
}

function clearCell(work: Workpiece, place: Extract<Place, { kind: "cell" }>): Problem | undefined {
  const cell = partAt(work.template(), place) ?? {};
  for (const property of Object.keys(cell)) {
    if (property === "row" || property === "column") continue;
    const problem = work.set(place, property, undefined);
    if (problem) return problem;
  }
  return undefined;
}

function clearChecks(work: Workpiece, block: string, ids: ReadonlySet<string>): Problem | undefined {
  for (const check of tableOf(work.template(), block)?.checks ?? []) {
    const place: Place = { kind: "check", block, check: check.id };
    for (const property of ["rows", "columns"] as const) {
      const named = check[property];
      const kept = named?.filter((id) => !ids.has(id));
      if (named === undefined || kept === undefined || kept.length === named.length) continue;
      const problem = kept.length === 0 ? work.remove(place) : work.set(place, property, kept);
      if (problem) return problem;
      if (kept.length === 0) break;
    }
  }
  return undefined;
}
