import type { DraftStep, SavedStep } from "@/lib/service/designTypes";
import { invert, type Patch, type StepLabel } from "@/lib/template/edit";

/** One step as a person counts them: what one undo takes back. Its patches stand in the order in which they were made. */
export interface HistoryEntry {
  readonly label: StepLabel;
  readonly parts: readonly { readonly step: string; readonly patch: Patch }[];
}

/** What one account may take back and do again, latest last. `undone` holds the undos themselves. */
export interface History {
  readonly done: readonly HistoryEntry[];
  readonly undone: readonly HistoryEntry[];
}

export const emptyHistory: History = { done: [], undone: [] };

/** Entries kept: older ones could be taken back only after all of these. */
const kept = 1_000;

type Step = Pick<DraftStep, "id" | "label" | "patch">;

const entryOf = ({ id, label, patch }: Step): HistoryEntry => ({ label, parts: [{ step: id, patch }] });

/** Adds a step; one that `joins` the last entry is taken back together with it. What was undone cannot be done again after it. */
export function remember(history: History, step: Step, joins: boolean): History {
  const last = history.done.at(-1);
  if (joins && last) {
    const { parts } = last;
    return { done: [...history.done.slice(0, -1), { ...last, parts: [...parts, { step: step.id, patch: step.patch }] }], undone: [] };
  }
  return { done: [...history.done, entryOf(step)].slice(-kept), undone: [] };
}

const digits = 12;

/**
 * The id of the step that takes another back, or does an undone one again. It follows from the id of that other: so the
 * log tells which step an undo is of, and an account that takes the same step back in two windows does it once.
 */
export const turnedId = (id: string): string => {
  const last = (BigInt(`0x${id.slice(-digits)}`) + 1n) & 0xffff_ffff_ffffn;
  return id.slice(0, -digits) + last.toString(16).padStart(digits, "0");
};

/** The step that takes the last entry back (`undo`), or does what was taken back last again (`redo`), as far as nobody changed the same since. */
export function turning(history: History, kind: "undo" | "redo"): DraftStep | undefined {
  const entry = (kind === "undo" ? history.done : history.undone).at(-1);
  const last = entry?.parts.at(-1);
  if (!entry || !last) return undefined;
  return { id: turnedId(last.step), kind, continues: false, label: entry.label, patch: invert(entry.parts.flatMap(({ patch }) => patch)) };
}

/** The history after a step that turned an entry; an entry that is not in it (any more) is not missed. */
export function turn(history: History, step: DraftStep): History {
  const isTurned = ({ parts }: HistoryEntry): boolean => parts.some((part) => turnedId(part.step) === step.id);
  if (step.kind === "undo") {
    return { done: history.done.filter((entry) => !isTurned(entry)), undone: [...history.undone, entryOf(step)] };
  }
  return { done: [...history.done, entryOf(step)], undone: history.undone.filter((entry) => !isTurned(entry)) };
}

/** Gives up the last entry, which cannot be turned any more. */
export const giveUp = (history: History, kind: "undo" | "redo"): History =>
  kind === "undo" ? { ...history, done: history.done.slice(0, -1) } : { ...history, undone: history.undone.slice(0, -1) };

/** Takes over how patches of steps read after others' work; those of steps that did not go on are left out. */
export function amend(history: History, patchOf: (step: string) => { readonly patch: Patch } | "gone" | undefined): History {
  const amended = (entries: readonly HistoryEntry[]): readonly HistoryEntry[] =>
    entries.flatMap((entry) => {
      const parts = entry.parts.flatMap((part) => {
        const now = patchOf(part.step);
        if (now === undefined) return [part];
        return now === "gone" ? [] : [{ step: part.step, patch: now.patch }];
      });
      return parts.length === 0 ? [] : [{ ...entry, parts }];
    });
  return { done: amended(history.done), undone: amended(history.undone) };
}

/** The history of an account, folded from the log of a draft: it is the same on another machine, and after a reload. */
export function foldHistory(steps: readonly SavedStep[], accountId: string): History {
  let history = emptyHistory;
  /** The window whose step is the last entry: what goes on with it joins it. */
  let lastBy: string | undefined;
  for (const step of steps) {
    if (step.by.accountId !== accountId) continue;
    if (step.kind !== "do") {
      history = turn(history, step);
      lastBy = undefined;
    } else {
      history = remember(history, step, step.continues && lastBy === step.clientId);
      lastBy = step.clientId;
    }
  }
  return history;
}
