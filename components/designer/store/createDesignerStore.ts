import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { DraftDetail, DraftStep, SavedStep } from "@/lib/service/designTypes";
import type { TextLocale } from "@/lib/template";
import { applyPatch, composePatches, invert, type Patch, rememberSpentIds, run, type StepLabel } from "@/lib/template/edit";
import { conflictsOf, insist } from "./conflicts";
import type { DraftKeep, KeptDraft } from "./draftKeep";
import { amend, foldHistory, giveUp, type History, remember, turn, turning } from "./history";
import { mergeSteps, type Standing, standOn, takeOn } from "./mergeSteps";
import type { OpenWindows } from "./openWindows";
import { createSaveLine, type DraftApi, type Unsaved } from "./saveLine";
import { noSelection, repaired } from "./selectionOf";
import type { DesignerSnapshot, DesignerStore, Notice, SaveState } from "./types";

export interface DesignerStoreOptions {
  readonly detail: DraftDetail;
  /** Whose steps undo takes back. */
  readonly accountId: string;
  /** Names this window among those that work at the draft; another one each time that the page is loaded. */
  readonly clientId: string;
  readonly api: DraftApi;
  /** Where unsaved steps outlive the window; undefined: nowhere. */
  readonly keep: DraftKeep | undefined;
  readonly windows: OpenWindows | undefined;
  /** A new UUID. */
  readonly newId: () => string;
  readonly now: () => Date;
  readonly textLocale?: TextLocale;
  /** Milliseconds from the last change to its save. */
  readonly delay?: number;
  /** Milliseconds between two questions for what others did. */
  readonly pollEvery?: number;
}

/** Steps that can be taken back after the page was loaded again, where so many were made. */
const wantedHistory = 200;

/** A name in a label is for reading: the log takes no longer one. */
const longestName = 200;
const shortened = ({ code, params }: StepLabel): StepLabel => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === "string" ? value.slice(0, longestName) : value]),
  ),
});

type UntoldNotice = Notice extends infer N ? (N extends Notice ? Omit<N, "turn"> : never) : never;

/** The draft being designed: its document, what is selected, what may be undone, what is not saved yet. */
export const createDesignerStore = ({
  detail,
  accountId,
  clientId,
  api,
  keep,
  windows,
  newId,
  now,
  textLocale = "vi",
  delay,
  pollEvery = 8_000,
}: DesignerStoreOptions): DesignerStore => {
  const listeners = new Set<() => void>();
  rememberSpentIds(detail.document, detail.spentIds);
  let standing: Standing = { revision: detail.revision, template: detail.document, pending: [], held: [] };
  let history: History = foldHistory(detail.steps, accountId);
  /** The mark of the last command, while the next one of the same goes on with it. */
  let mark: string | undefined;
  let turnCount = 0;
  let current: DesignerSnapshot = {
    template: standing.template,
    revision: standing.revision,
    selection: noSelection,
    textLocale,
    undo: history.done.at(-1)?.label,
    redo: history.undone.at(-1)?.label,
    save: { kind: "saved", at: undefined },
    conflicts: [],
    notice: undefined,
    problems: [],
    checkedTemplate: undefined,
  };

  const become = (change: Partial<DesignerSnapshot>) => {
    current = { ...current, ...change };
    for (const listener of listeners) listener();
  };
  const told = (notice: UntoldNotice): Notice => {
    turnCount += 1;
    return { ...notice, turn: turnCount } as Notice;
  };
  /** Shows where the store stands now. */
  const show = (change: Partial<DesignerSnapshot> = {}) => {
    const { template, revision, held } = standing;
    const isSame = template === current.template && held.length === 0 && current.conflicts.length === 0;
    become({
      template,
      revision,
      selection: template === current.template ? current.selection : repaired(current.selection, template),
      undo: history.done.at(-1)?.label,
      redo: history.undone.at(-1)?.label,
      conflicts: isSame ? current.conflicts : conflictsOf(held, template),
      ...change,
    });
  };
  const keepUnsaved = () => {
    const { revision, pending, held } = standing;
    if (pending.length === 0 && held.length === 0) keep?.remove(clientId);
    else keep?.write({ clientId, revision, steps: pending.map(({ step }) => step), held });
  };

  /** Adds a step to what is unsaved. */
  const push = (step: DraftStep, template: Standing["template"]) => {
    standing = { ...standing, template, pending: [...standing.pending, { step, before: standing.template, handedOver: false }] };
  };
  /** Goes on with the last step, which nobody has seen yet. */
  const goOn = (patch: Patch, template: Standing["template"]): boolean => {
    const last = standing.pending.at(-1);
    if (!last || last.handedOver) return false;
    const whole = composePatches([last.step.patch, patch]);
    const pending = standing.pending.slice(0, -1);
    // Typed and taken away again: nothing was done.
    standing = {
      ...standing,
      template,
      pending: whole.length === 0 ? pending : [...pending, { ...last, step: { ...last.step, patch: whole } }],
    };
    history = amend(history, (id) => (id !== last.step.id ? undefined : whole.length === 0 ? "gone" : { patch: whole }));
    if (whole.length === 0) mark = undefined;
    return true;
  };
  const perform = (template: Standing["template"], patch: Patch, label: StepLabel, under: string | undefined) => {
    const goesOn = under !== undefined && under === mark && history.done.length > 0;
    mark = under;
    if (!goesOn || !goOn(patch, template)) {
      const step: DraftStep = { id: newId(), kind: "do", continues: goesOn, label: shortened(label), patch };
      history = remember(history, step, goesOn);
      push(step, template);
    }
    keepUnsaved();
    show();
    line.touch();
  };

  /** Takes the last entry back, or does it again. What others changed since is not written over. */
  const turnLast = (kind: "undo" | "redo") => {
    mark = undefined;
    const step = turning(history, kind);
    if (!step) return show({ notice: told({ kind: "nothingToTurn", did: kind }) });
    const applied = applyPatch(standing.template, step.patch);
    if (!applied.ok) {
      // It stays as it is now; the step before it can still be taken back.
      history = giveUp(history, kind);
      return show({ notice: told({ kind: "notTurned", did: kind, label: step.label, problem: applied.error }) });
    }
    history = turn(history, step);
    push(step, applied.value);
    keepUnsaved();
    show({ notice: told({ kind: "turned", did: kind, label: step.label }) });
    line.touch();
  };

  /** Takes over how this window's steps read on another base. */
  const stand = (next: Standing, saved: ReadonlySet<string>) => {
    const wasPending = new Set(standing.pending.map(({ step }) => step.id));
    standing = next;
    const patches = new Map(next.pending.map(({ step }) => [step.id, step.patch]));
    history = amend(history, (id) => {
      const patch = patches.get(id);
      if (patch) return { patch };
      // Nothing of it is in the document.
      return wasPending.has(id) && !saved.has(id) ? "gone" : undefined;
    });
    keepUnsaved();
  };

  const unsaved: Unsaved = {
    revision: () => standing.revision,
    steps: () => standing.pending.map(({ step }) => step),
    handOver(count) {
      standing = { ...standing, pending: standing.pending.map((step, index) => (index < count ? { ...step, handedOver: true } : step)) };
    },
    acknowledge(count, revision) {
      standing = { ...standing, revision, pending: standing.pending.slice(count) };
      keepUnsaved();
      show();
    },
    takeIn(since) {
      const merged = mergeSteps(standing, since.steps, since.revision);
      if (!merged) return false;
      stand(merged.standing, new Set(since.steps.map(({ id }) => id)));
      const { others } = merged;
      show(others.length === 0 ? {} : { notice: told({ kind: "others", steps: others.map(tellOthers) }) });
      return true;
    },
    replaceBase(draft) {
      rememberSpentIds(draft.document, detail.spentIds);
      stand(standOn(standing, draft), new Set());
      show();
    },
    isInConflict: () => standing.held.length > 0,
  };
  const tellOthers = ({ by, clientId: _clientId, label, kind }: SavedStep) => ({
    by: by.name,
    own: by.accountId === accountId,
    label,
    kind,
  });

  const line = createSaveLine({ api, clientId, unsaved, onState: (save: SaveState) => become({ save }), now, delay });

  /** All that was saved from a revision on up to where this window stands; undefined when it cannot be read. */
  const savedFrom = async (revision: number): Promise<readonly SavedStep[] | undefined> => {
    const steps: SavedStep[] = [];
    for (let after = revision; after < standing.revision; ) {
      const since = await api.since(after);
      if (!since.ok || since.value.steps.length === 0) return undefined;
      steps.push(...since.value.steps);
      after = since.value.revision;
    }
    return steps;
  };

  /** Puts on again what a window that is gone left unsaved on this machine. */
  const takeOver = async (left: KeptDraft) => {
    const since = await savedFrom(left.revision);
    // It stays where it is until the server answers.
    if (!since) return;
    const before = standing;
    const taken = takeOn(standing, left.steps, since);
    if (!taken) return;
    standing = { ...taken, held: [...taken.held, ...left.held] };
    mark = undefined;
    const restored = standing.pending.slice(before.pending.length).map(({ step }) => step);
    for (const step of restored) history = step.kind === "do" ? remember(history, step, step.continues) : turn(history, step);
    keepUnsaved();
    keep?.remove(left.clientId);
    const count = restored.length + standing.held.length - before.held.length;
    show(count === 0 ? {} : { notice: told({ kind: "restored", count }) });
    line.touch();
  };
  /**
   * Reads on where the latest steps make a short history: most of them were letters of words, or others'. Only while
   * nothing was done here, since what is older stands before it.
   */
  const readOlder = async () => {
    const folded = history;
    const [first] = detail.steps;
    if (!first || first.revision <= 1 || folded.done.length >= wantedHistory) return;
    // The log of a draft may begin anywhere; what lies before it is refused.
    for (const many of [500, 200, 80]) {
      const before = await api.since(Math.max(0, first.revision - 1 - many));
      if (history !== folded) return;
      if (!before.ok) continue;
      const older = before.value.steps.filter(({ revision }) => revision < first.revision);
      history = foldHistory([...older, ...detail.steps], accountId);
      return show();
    }
  };
  let isRestored = false;
  const restore = async () => {
    if (isRestored) return;
    isRestored = true;
    await readOlder();
    for (const left of (await keep?.read()) ?? []) {
      if (left.clientId !== clientId && !(await windows?.isOpen(left.clientId))) await takeOver(left);
    }
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    snapshot: () => current,
    run(command, options): Result<undefined, Problem> {
      const done = run(standing.template, command);
      if (!done.ok) return fail(done.error);
      const { template, patch, label } = done.value;
      if (patch.length > 0) perform(template, patch, label, options?.mark);
      return ok(undefined);
    },
    endMark() {
      mark = undefined;
    },
    undo: () => turnLast("undo"),
    redo: () => turnLast("redo"),
    select(selection) {
      mark = undefined;
      become({ selection });
    },
    setTextLocale: (locale) => become({ textLocale: locale }),
    settle(conflict, choice) {
      const held = standing.held.find(({ id }) => id === conflict.id);
      if (!held) return ok(undefined);
      const patch = choice === "mine" ? insist(held, conflict, standing.template, invert) : [];
      const applied = applyPatch(standing.template, patch);
      if (!applied.ok) return fail(applied.error);
      standing = { ...standing, held: standing.held.filter((other) => other !== held) };
      if (patch.length > 0) perform(applied.value, patch, held.step.label, undefined);
      else {
        keepUnsaved();
        show();
        line.touch();
      }
      return ok(undefined);
    },
    flush: () => line.flush(),
    hear: () => line.poll(),
    start() {
      windows?.hold(clientId);
      line.start();
      void restore();
      const hide = () => {
        if (document.visibilityState === "hidden") line.leave();
        else void line.poll();
      };
      const leave = () => line.leave();
      const ask = (event: BeforeUnloadEvent) => {
        line.leave();
        const { kind } = current.save;
        // Kept on this machine, but nobody else has it.
        if (kind === "offline" || kind === "refused" || kind === "conflict") event.preventDefault();
      };
      const soon = () => void line.flush();
      document.addEventListener("visibilitychange", hide);
      window.addEventListener("pagehide", leave);
      window.addEventListener("beforeunload", ask);
      window.addEventListener("blur", soon);
      window.addEventListener("online", soon);
      const timer = setInterval(() => {
        if (document.visibilityState === "visible") void line.poll();
      }, pollEvery);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", hide);
        window.removeEventListener("pagehide", leave);
        window.removeEventListener("beforeunload", ask);
        window.removeEventListener("blur", soon);
        window.removeEventListener("online", soon);
        line.stop();
        void line.flush();
        windows?.release();
      };
    },
    tellProblems: (problems, of) => become({ problems, checkedTemplate: of }),
  };
};
