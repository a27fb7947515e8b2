import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { DraftDetail } from "@/lib/service/designTypes";
import type { Template } from "@/lib/template";
import { applyPatch, type Patch, run } from "@/lib/template/edit";
import { emptyHistory, type History, remember, reverse } from "./history";
import { noSelection } from "./selectionOf";
import type { DesignerSnapshot, DesignerStore } from "./types";

export interface DesignerStoreOptions {
  readonly detail: DraftDetail;
  /** Whose steps undo takes back. */
  readonly accountId: string;
  /** Names this window among those that work at the draft. */
  readonly clientId: string;
  /** A new UUID. */
  readonly newId: () => string;
}

/** The draft being designed: its document, what is selected, what may be undone. */
export const createDesignerStore = ({ detail, newId }: DesignerStoreOptions): DesignerStore => {
  const listeners = new Set<() => void>();
  let history: History = emptyHistory;
  let mark: string | undefined;
  let current: DesignerSnapshot = {
    template: detail.document,
    selection: noSelection,
    textLocale: "vi",
    undo: undefined,
    redo: undefined,
    save: { kind: "saved", at: undefined },
    problems: [],
    checkedTemplate: undefined,
  };

  const become = (change: Partial<DesignerSnapshot>) => {
    current = { ...current, ...change, undo: history.done.at(-1)?.label, redo: history.undone.at(-1)?.label };
    for (const listener of listeners) listener();
  };
  const put = (template: Template) => become({ template });

  const turn = (from: "done" | "undone") => {
    mark = undefined;
    const entry = history[from].at(-1);
    if (!entry) return;
    const patch: Patch = reverse(entry);
    const applied = applyPatch(current.template, patch);
    if (!applied.ok) return;
    const turned = { id: newId(), label: entry.label, parts: [{ step: newId(), patch }] };
    history =
      from === "done"
        ? { done: history.done.slice(0, -1), undone: [...history.undone, turned] }
        : { done: [...history.done, turned], undone: history.undone.slice(0, -1) };
    put(applied.value);
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => current,
    run(command, options): Result<undefined, Problem> {
      const done = run(current.template, command);
      if (!done.ok) return fail(done.error);
      const { template, patch, label } = done.value;
      if (patch.length === 0) return ok(undefined);
      const joins = options?.mark !== undefined && options.mark === mark ? "last" : "none";
      mark = options?.mark;
      history = remember(history, { id: newId(), label, patch }, joins);
      put(template);
      return ok(undefined);
    },
    endMark() {
      mark = undefined;
    },
    undo: () => turn("done"),
    redo: () => turn("undone"),
    select(selection) {
      mark = undefined;
      become({ selection });
    },
    setTextLocale: (textLocale) => become({ textLocale }),
  };
};
