import { useCallback, useMemo, useSyncExternalStore } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { type FormulaTarget, formulaScope } from "@/lib/form/compile";
import { leafColumns, type Template, tablesOf } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { formulaSessionOf } from "./formulaSession";

export interface Pointing {
  /** A formula is being written and its caret stands where a name may go: a press on the page names what it is on. */
  readonly active: boolean;
  /**
   * Puts the name of a place into the formula, or of the range from one place to another; pointing again before anything
   * is typed puts the new name instead. Whether it could be named. The press must not take the focus (`preventDefault`).
   */
  readonly point: (first: Place, last?: Place) => boolean;
}

/** For the table on the page: whether a press names a figure in the formula that is being written, and how. */
export function usePointing(): Pointing {
  const store = useDesignerStore();
  const session = formulaSessionOf(store);
  const active = useSyncExternalStore(
    session.subscribe,
    () => session.edited()?.takesName ?? false,
    () => false,
  );
  const point = useCallback(
    (first: Place, last?: Place): boolean => {
      const edited = session.edited();
      const { template } = store.snapshot();
      const scope = edited && formulaScope(template, edited.home);
      const [from, to] = targetsOf(template, first, last);
      const name = from && scope?.nameOf(from, to);
      if (name === undefined) return false;
      session.writer()?.putName(name);
      return true;
    },
    [store, session],
  );
  return useMemo(() => ({ active, point }), [active, point]);
}

/** What is pointed at; a head over columns stands for all that is under it. */
export function targetsOf(template: Template, first: Place, last: Place | undefined): readonly [FormulaTarget?, FormulaTarget?] {
  const [from, to] = [endsOf(template, first), last === undefined ? undefined : endsOf(template, last)];
  return [from[0], to === undefined ? from[1] : (to[1] ?? to[0])];
}

function endsOf(template: Template, place: Place): readonly [FormulaTarget?, FormulaTarget?] {
  if (place.kind === "document" || place.kind === "block" || place.kind === "check") return [];
  if (place.kind !== "column") return [place];
  const table = tablesOf(template).find(({ id }) => id === place.block);
  const under = table === undefined ? [] : leafColumns(table).filter(({ groups }) => groups.some(({ id }) => id === place.column));
  const values = under.filter(({ column }) => column.kind === "value").map(({ column }) => column.id);
  const [first] = values;
  if (first === undefined) return under.length > 0 ? [] : [place];
  const at = (column: string): FormulaTarget => ({ kind: "column", block: place.block, column });
  return [at(first), at(values.at(-1) ?? first)];
}
