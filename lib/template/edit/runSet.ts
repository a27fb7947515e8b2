import type { Problem } from "@/lib/problem";
import { normalise, type Template } from "@/lib/template";
import type { Command, Value } from "./command";
import { columnAt, partAt, rowAt, tableOf } from "./lookUp";
import { numberRows, type RowNumbering } from "./numberRows";
import type { Place } from "./place";
import { isStructural } from "./properties";
import { pathOf, refusal } from "./refusal";
import { clearCells } from "./runRemove";
import { definitionOf, propertyOf, schemaFor } from "./schema";
import { schemaFault } from "./schemaFault";
import type { Workpiece } from "./workpiece";

type Loose = Readonly<Record<string, unknown>>;

/** Sets and clears properties of parts. */
export function setProperties(work: Workpiece, { at, values, clear = [] }: Extract<Command, { do: "set" }>): Problem | undefined {
  const read = normalise(values);
  if (!read.ok) return refusal(read.error.reason === "controlCharacter" ? "controlCharacter" : "unreadable", "");
  const clean = read.value as Readonly<Record<string, Value>>;
  for (const place of at) {
    const problem = setAt(work, place, clean, clear);
    if (problem) return problem;
  }
  return undefined;
}

function setAt(work: Workpiece, place: Place, values: Readonly<Record<string, Value>>, clear: readonly string[]): Problem | undefined {
  const { kind, ...others } = values;
  const problem =
    cellProblem(work.template(), place) ??
    numberProblem(work.template(), place, values.number) ??
    (kind === undefined || place.kind === "cell" || place.kind === "document" ? undefined : becomeKind(work, place, String(kind)));
  if (problem) return problem;
  const isKindSet = kind !== undefined && (place.kind === "cell" || place.kind === "document");
  for (const [property, value] of Object.entries(isKindSet ? values : others)) {
    const found = property === "rowNumbering" ? setNumbering(work, place, value) : work.set(place, property, value);
    if (found) return found;
  }
  for (const property of clear) {
    const found = work.set(place, property, undefined);
    if (found) return found;
  }
  return undefined;
}

/** Only where a row with figures and a column of values meet is there a cell to say something of. */
function cellProblem(template: Template, place: Place): Problem | undefined {
  if (place.kind !== "cell") return undefined;
  const row = rowAt(template, place.block, place.row);
  const column = columnAt(template, place.block, place.column);
  if (row === undefined || column === undefined) return refusal("gone", pathOf(template, place), { name: row ? place.column : place.row });
  return row.kind === "label" || column.kind !== "value" ? refusal("noCell", pathOf(template, place)) : undefined;
}

/** Where the table counts its rows, a row can be left without number, but not have another. */
function numberProblem(template: Template, place: Place, number: Value | undefined): Problem | undefined {
  if (place.kind !== "row" || number === undefined || number === "") return undefined;
  if (tableOf(template, place.block)?.rowNumbering === undefined) return undefined;
  return rowAt(template, place.block, place.row)?.number === number ? undefined : refusal("numbered", pathOf(template, place));
}

/** A part becomes another kind: what that kind does not have goes, what it must have is given where it can be guessed. */
function becomeKind(work: Workpiece, place: Place, kind: string): Problem | undefined {
  const part = partAt(work.template(), place) as Loose | undefined;
  const path = pathOf(work.template(), place);
  if (part === undefined || part.kind === kind) return undefined;
  const schema = schemaFor(definitionOf(place.kind), { ...part, kind });
  if (schema === undefined) return refusal("noKind", path, { value: kind });
  for (const property of Object.keys(part)) {
    if (schema.properties && Object.hasOwn(schema.properties, property)) continue;
    if (isStructural(place.kind, property)) return refusal("kindWithParts", path);
    const problem = work.set(place, property, undefined);
    if (problem) return problem;
  }
  const loses = place.kind === "row" ? kind === "label" : place.kind === "column" && kind !== "value";
  const clearing =
    loses && (place.kind === "row" || place.kind === "column") ? clearCells(work, place.block, new Set([String(part.id)])) : undefined;
  if (clearing) return clearing;
  const problem = work.set(place, "kind", kind);
  if (problem) return problem;
  return place.kind === "row" && kind === "label" && part.breakdown === undefined ? work.set(place, "breakdown", "all") : undefined;
}

/**
 * A table begins to count its rows: first the numbers typed by hand give way, each as a change of its own, so that they
 * come back with undo.
 */
function setNumbering(work: Workpiece, place: Place, styles: Value): Problem | undefined {
  const table = place.kind === "block" ? tableOf(work.template(), place.block) : undefined;
  const fault = schemaFault(propertyOf("table", "rowNumbering"), styles, "rowNumbering");
  if (fault) return { ...fault, at: pathOf(work.template(), place), severity: "error" };
  const giveWay =
    table && table.rowNumbering === undefined
      ? setNumbers(work, table.id, table.rows, numberRows(table.rows, styles as RowNumbering))
      : undefined;
  return giveWay ?? work.set(place, "rowNumbering", styles);
}

function setNumbers(
  work: Workpiece,
  block: string,
  before: readonly { readonly id: string; readonly number?: string; readonly rows?: readonly unknown[] }[],
  after: typeof before,
): Problem | undefined {
  for (const [i, row] of before.entries()) {
    const next = after[i];
    if (next === undefined || next === row) continue;
    const problem =
      (next.number === row.number ? undefined : work.set({ kind: "row", block, row: row.id }, "number", next.number)) ??
      setNumbers(work, block, (row.rows ?? []) as typeof before, (next.rows ?? []) as typeof before);
    if (problem) return problem;
  }
  return undefined;
}
