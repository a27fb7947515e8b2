/** What can be undone: steps done, and steps undone since the last new one. The last element is the newest. */
export interface History<Step> {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

const limit = 500;

export const emptyHistory = { done: [], undone: [] } as const;

/** Remembers a new step; what had been undone is no longer reachable. */
export const remember = <Step>(history: History<Step>, step: Step): History<Step> => ({
  done: [...history.done.slice(1 - limit), step],
  undone: [],
});

/** Takes the newest step back; undefined when there is none. */
export const undo = <Step>(history: History<Step>): { readonly step: Step; readonly history: History<Step> } | undefined => {
  const step = history.done.at(-1);
  return step === undefined ? undefined : { step, history: { done: history.done.slice(0, -1), undone: [...history.undone, step] } };
};

/** Does the step that was undone last again; undefined when there is none. */
export const redo = <Step>(history: History<Step>): { readonly step: Step; readonly history: History<Step> } | undefined => {
  const step = history.undone.at(-1);
  return step === undefined ? undefined : { step, history: { done: [...history.done, step], undone: history.undone.slice(0, -1) } };
};
