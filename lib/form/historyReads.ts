import type { Compiled, HistoryKind } from "./compiled";
import { entriesKey, indexForm } from "./grid";
import { planChecks, planForm } from "./plan";

/** Addresses that formulas read of other periods, without the keys of repeated lines: `t1.r01.c3` for every `t1.r01@KEY.c3`. */
export type HistoryReads = Readonly<Partial<Record<HistoryKind, ReadonlySet<string>>>>;

/** An address without the key of its repeated row or column. */
export const withoutKey = (at: string): string => at.replaceAll(/@[^.]+/g, "");

/**
 * Which figures of other periods the formulas and checks of a form name in a period. Found on a form with one line of
 * each repeated row and column: all lines of one read alike.
 */
export function historyReads(compiled: Compiled, period: string): HistoryReads {
  const entries = compiled.tables.flatMap((table) =>
    table.rows.map((_, row) => [entriesKey(table, row), [{ id: "1", label: "" }]] as const),
  );
  const index = indexForm(compiled, { period, units: [{ key: "1", name: "" }], entries: Object.fromEntries(entries) });
  const plan = planForm(compiled, index);
  const reads = new Map([...plan.history.keys()].map((kind) => [kind, new Set<string>()]));
  if (reads.size === 0) return {};
  const kinds = [...plan.history].map(([kind, start]) => ({ start, found: reads.get(kind) }));
  const note = (at: number): void => {
    if (at < index.cellCount) return;
    for (const { start, found } of kinds) {
      if (at >= start && at < start + index.cellCount) found?.add(withoutKey(index.addressOf(at - start)));
    }
  };
  const checks = planChecks(compiled, index, plan).flatMap(({ lanes }) => lanes.map(({ segment }) => segment));
  for (const { count, points, lists } of [...plan.segments, ...checks]) {
    for (let lane = 0; lane < count; lane++) {
      for (const { start, step } of points) note(start + lane * step);
      for (const run of lists.flat()) for (let i = 0; i < run.count; i++) note(run.start + lane * run.lane + i * run.step);
    }
  }
  return Object.fromEntries(reads);
}
