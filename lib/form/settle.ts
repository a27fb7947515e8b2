import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Compiled, CompiledTable } from "./compiled";
import { cellOf, type Index, indexForm } from "./grid";
import { orderSegments } from "./order";
import { type Plan, planForm } from "./plan";
import { FREE, NONE, runLengths, scaleOf } from "./scale";
import { part, type Segment } from "./segment";

/** Sums of whole numbers are exact up to here. */
const EXACT = 2 ** 53;

/**
 * Finishes a compiled form on a sample of it in which every row and column exists and every repeated one stands
 * twice: refuses cycles, settles the fixed decimals of computed cells, warns where sums could pass 2⁵³.
 */
export function settle(
  compiled: Compiled,
): Result<{ readonly compiled: Compiled; readonly warnings: readonly Problem[] }, readonly Problem[]> {
  const index = indexForm(compiled, {
    period: undefined,
    units: [1, 2].map((n) => ({ key: `${n}`, name: "" })),
    entries: sampleEntries(compiled),
  });
  const plan = planForm(compiled, index, { anyPeriod: true });
  const ordered = orderSegments(plan.segments, plan.blankAt + 1);
  if (!ordered.ok) return fail([cycleProblem(ordered.cycle, index)]);
  settleScales(plan, ordered.segments, index);
  const tables = compiled.tables.map((table, t) => ({ ...table, scales: scalesOf(table, t, plan, index) }));
  return ok({ compiled: { ...compiled, tables }, warnings: overflowWarnings(compiled, plan, ordered.segments, index) });
}

function sampleEntries(compiled: Compiled): Record<string, { id: string; label: string }[]> {
  const twice = [1, 2].map((n) => ({ id: `${n}`, label: "" }));
  const entries: Record<string, { id: string; label: string }[]> = {};
  for (const table of compiled.tables) {
    for (const row of table.rows)
      if (row.repeat?.by === "entries") entries[table.kind === "list" ? table.id : `${table.id}.${row.id}`] = twice;
  }
  return entries;
}

const LONGEST_PATH = 12;

function cycleProblem(cycle: readonly number[], index: Index): Problem {
  const addresses = cycle.map((cell) => index.addressOf(cell).replaceAll(/@[^.]*/g, ""));
  const distinct = addresses.filter((address, i) => address !== addresses[i - 1]);
  const shown = distinct.length > LONGEST_PATH ? [...distinct.slice(0, LONGEST_PATH), "…"] : distinct;
  const [first = ""] = addresses;
  return { code: "form.cycle", params: { path: [...shown, first].join(" → ") }, at: first, severity: "error" };
}

/** Decimals of computed cells, each after those that it reads. */
function settleScales({ scales }: Plan, segments: readonly Segment[], { cellCount }: Index): void {
  // Values of other periods stand behind the cells, with the decimals of their cell.
  const read = (at: number): number => scales[at < cellCount ? at : at % cellCount] ?? NONE;
  for (const segment of segments) {
    for (let lane = 0; lane < segment.count; lane++) {
      const { target, points, lists } = part(segment, lane, 1);
      const point = (slot: number): number => {
        const scale = read(points[slot]?.start ?? 0);
        return scale === NONE ? 0 : scale;
      };
      const list = (slot: number): number => {
        let widest = 0;
        for (const run of lists[slot] ?? []) {
          for (let i = 0; i < run.count; i++) {
            const scale = read(run.start + i * run.step);
            if (scale === FREE) return FREE;
            widest = Math.max(widest, scale);
          }
        }
        return widest;
      };
      if (scales[target.start] !== NONE) scales[target.start] = scaleOf(segment.slots.shape, point, list);
    }
  }
}

/** Decimals by column and row of the template: where repetitions of one cell differ, the widest; free where one is. */
function scalesOf(table: CompiledTable, t: number, plan: Plan, index: Index): readonly number[] {
  const height = table.rows.length;
  const all = new Int8Array(height * table.columns.length).fill(NONE);
  const grid = index.grids[t];
  if (grid === undefined) return [];
  for (const [c, column] of grid.columns.entries()) {
    for (const [r, row] of grid.rows.entries()) {
      const at = column.definition * height + row.definition;
      const scale = plan.scales[cellOf(grid, r, c)] ?? NONE;
      const known = all[at] ?? NONE;
      all[at] = known === NONE ? scale : known === FREE || scale === FREE ? FREE : Math.max(known, scale);
    }
  }
  return runLengths(all);
}

/**
 * Sums whose terms, at the bounds that the template sets for them, pass 2⁵³ units of their last decimal. Terms without
 * a bound count as nothing: what nobody bounded cannot be judged.
 */
function overflowWarnings(compiled: Compiled, plan: Plan, segments: readonly Segment[], index: Index): readonly Problem[] {
  const { cellCount } = index;
  const largest = new Float64Array(cellCount);
  for (let cell = 0; cell < cellCount; cell++) {
    const shape = compiled.shapes[plan.shapes[cell] ?? -1];
    if (shape !== undefined && shape.formula < 0) largest[cell] = Math.max(Math.abs(shape.min ?? 0), Math.abs(shape.max ?? 0));
  }
  const warnings: Problem[] = [];
  const told = new Set<string>();
  for (const segment of segments) {
    for (let lane = 0; lane < segment.count; lane++) {
      const one = part(segment, lane, 1);
      const cell = one.target.start;
      const scale = plan.scales[cell] ?? NONE;
      if (scale < 0) continue;
      let total = 0;
      for (const { start } of one.points) total += largest[start % cellCount] ?? 0;
      for (const run of one.lists.flat()) for (let i = 0; i < run.count; i++) total += largest[(run.start + i * run.step) % cellCount] ?? 0;
      largest[cell] = total;
      const at = index.addressOf(cell).replaceAll(/@[^.]*/g, "");
      if (total * 10 ** scale <= EXACT || told.has(at)) continue;
      told.add(at);
      warnings.push({ code: "form.mayPassExact", params: { decimals: scale }, at, severity: "warning" });
    }
  }
  return warnings;
}
