import type { Problem } from "@/lib/problem";
import type { ColumnGroup } from "@/lib/template";
import type { Command } from "./command";
import { outermost } from "./documentOrder";
import { columnAt, idOf, listOf, siblingsAt, spotOf } from "./lookUp";
import type { Place } from "./place";
import { nameOf, whyNotStand } from "./placement";
import { refusal } from "./refusal";
import { definitionOf } from "./schema";
import { schemaFault } from "./schemaFault";
import { listKey } from "./scopes";
import type { Workpiece } from "./workpiece";

/** Adjacent columns of one list go under a new head that stands where they stood. */
export function groupColumns(
  work: Workpiece,
  { block, columns, id, label }: Extract<Command, { do: "groupColumns" }>,
): Problem | undefined {
  const before = work.template();
  const places = outermost(
    before,
    columns.map((column): Place => ({ kind: "column", block, column })),
  );
  const spots = places.map((place) => spotOf(before, place));
  const first = spots[0];
  if (first === undefined) return refusal("noColumns", block);
  for (const [i, spot] of spots.entries()) {
    if (spot === undefined) return refusal("gone", block, { name: columns[i] ?? "" });
    if (listKey(spot.in) !== listKey(first.in) || spot.index !== first.index + i) return refusal("notAdjacent", block);
  }
  const head: ColumnGroup = { kind: "group", id, label: { vi: label.normalize("NFC") }, columns: [] };
  const moved = places.flatMap((place) => columnAt(before, block, idOf(place) ?? "") ?? []);
  const whole: ColumnGroup = { ...head, columns: moved };
  const fault = schemaFault(definitionOf("column"), whole, "");
  if (fault) return { ...fault, at: `${block}.${id}`, severity: "error" };
  const problem = whyNotStand(before, [whole], first.in) ?? work.insert(first.in, first.index, head);
  if (problem) return problem;
  for (const [i, place] of places.entries()) {
    const moving = work.move(place, { kind: "columns", block, under: id }, i);
    if (moving) return moving;
  }
  return undefined;
}

/** A head goes away, its columns stand where it stood. */
export function ungroupColumns(work: Workpiece, { block, column }: Extract<Command, { do: "ungroupColumns" }>): Problem | undefined {
  const place: Place = { kind: "column", block, column };
  const spot = spotOf(work.template(), place);
  const head = columnAt(work.template(), block, column);
  if (spot === undefined || head === undefined) return refusal("gone", block, { name: column });
  if (head.kind !== "group") return refusal("notHead", `${block}.${column}`, { name: nameOf(head) });
  for (const [i, inner] of head.columns.entries()) {
    const into = listOf(work.template(), place) ?? spot.in;
    const count = siblingsAt(work.template(), into)?.length ?? 0;
    const problem = work.move({ kind: "column", block, column: inner.id }, into, Math.min(spot.index + i, count));
    if (problem) return problem;
  }
  return work.remove(place);
}
