import { invert, type Patch, type StepLabel } from "@/lib/template/edit";

/** One step as a person counts them: what one undo takes back. Its patches stand in the order in which they were made. */
export interface HistoryEntry {
  /** Of the first step in it; an undo names it in the log, so that the log folds back to the same history. */
  readonly id: string;
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

/** Adds a step; one that goes on with the last entry joins it. What was undone cannot be done again after it. */
export function remember(
  history: History,
  step: { readonly id: string; readonly label: StepLabel; readonly patch: Patch },
  joins: "last" | "none",
): History {
  const last = history.done.at(-1);
  const part = { step: step.id, patch: step.patch };
  if (joins === "last" && last) {
    return { done: [...history.done.slice(0, -1), { ...last, parts: [...last.parts, part] }], undone: [] };
  }
  return { done: [...history.done, { id: step.id, label: step.label, parts: [part] }].slice(-kept), undone: [] };
}

/** The patch that takes an entry back. */
export const reverse = (entry: HistoryEntry): Patch => invert(entry.parts.flatMap(({ patch }) => patch));
