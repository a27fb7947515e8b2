import { emptyHistory, type History, redo, remember, undo } from "@/components/grid/history";
import type { GridEditor, GridSource, InvalidText, TextChange } from "@/components/grid/source";
import type { ApiFailure } from "@/components/ui/apiClient";
import type { CellAddress, CellValue, Entry, RichDoc } from "@/lib/form/content";
import type { CellInfo, Finding, Form } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { Conflict, SaveInput, SaveOutput } from "@/lib/service/types";
import { type DraftStorage, readDraft, writeDraft } from "./localDraft";
import { createSaveQueue, isEmpty, nothingPending, type Pending, type SaveQueue, type SaveState } from "./saveQueue";

/** Reads what a person typed into a cell. */
export type ReadText = (info: CellInfo, text: string) => Result<CellValue, Problem>;

/** What the screen shows; a new object at every change. */
export interface ReportSnapshot {
  /** Counts changes of values, invalid texts and findings. */
  readonly version: number;
  /** Counts changes of entries: the tables' rows are others. */
  readonly shape: number;
  readonly save: SaveState;
  readonly conflicts: readonly Conflict[];
  readonly findings: readonly Finding[];
  readonly invalid: ReadonlyMap<CellAddress, InvalidText>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface CellState {
  readonly value: CellValue;
  readonly invalid: InvalidText | undefined;
}

interface CellChange {
  readonly at: CellAddress;
  readonly before: CellState;
  readonly after: CellState;
}

interface Step {
  readonly cells: readonly CellChange[];
  readonly entries: { readonly of: string; readonly before: readonly Entry[]; readonly after: readonly Entry[] } | undefined;
}

export interface ReportStoreOptions {
  readonly account: string;
  readonly report: string;
  readonly revision: number;
  /** Names this window: `SaveInput.clientId`. */
  readonly clientId: string;
  readonly form: Form;
  readonly narrative: Readonly<Record<string, RichDoc>>;
  /** What is wrong with the sections as they stand (too short, missing). */
  readonly narrativeFindings: (narrative: Readonly<Record<string, RichDoc>>) => readonly Finding[];
  readonly readText: ReadText;
  readonly send: (input: SaveInput) => Promise<Result<SaveOutput, ApiFailure>>;
  readonly storage: DraftStorage | undefined;
  readonly now: () => Date;
}

/** A report being filled: its values, what may be undone, what is not saved yet. */
export interface ReportStore {
  readonly form: Form;
  readonly source: GridSource;
  readonly editor: GridEditor;
  readonly queue: SaveQueue;
  subscribe(listener: () => void): () => void;
  snapshot(): ReportSnapshot;
  narrative(id: string): RichDoc | undefined;
  writeNarrative(id: string, doc: RichDoc): void;
  setEntries(of: string, entries: readonly Entry[]): void;
  /** Settles a conflict: `mine` is sent again, `theirs` replaces what stands here. */
  settle(conflict: Conflict, choice: "mine" | "theirs"): void;
  /** Takes back what a closed tab left unsaved; the number of places. Call once, in the browser. */
  restore(): number;
  /** Counts texts of a conflict that came for narrative sections: their editors take the new text. */
  narrativeEpoch(id: string): number;
  /** Saves by itself while its page stands. */
  start(): void;
  stop(): void;
}

const same = (a: CellState, b: CellState): boolean => a.value === b.value && a.invalid?.text === b.invalid?.text;

export const createReportStore = ({
  account,
  report,
  revision,
  clientId,
  form,
  narrative: heldNarrative,
  narrativeFindings,
  readText,
  send,
  storage,
  now,
}: ReportStoreOptions): ReportStore => {
  const listeners = new Set<() => void>();
  const invalid = new Map<CellAddress, InvalidText>();
  const narrative = new Map<string, RichDoc>(Object.entries(heldNarrative));
  const epochs = new Map<string, number>();
  let history: History<Step> = emptyHistory;
  let conflicts: readonly Conflict[] = [];
  let typing: { readonly at: CellAddress; readonly before: CellState } | undefined;
  let version = 0;
  let shape = 0;
  const find = (): readonly Finding[] => [...form.findings(), ...narrativeFindings(Object.fromEntries(narrative))];
  let findings = find();
  let findingsAt = groupByPlace(findings);
  let current: ReportSnapshot | undefined;

  const tell = () => {
    current = undefined;
    for (const listener of listeners) listener();
  };
  const valuesChanged = () => {
    version += 1;
    findings = find();
    findingsAt = groupByPlace(findings);
    tell();
  };
  const keep = () => {
    if (!storage) return;
    writeDraft(storage, account, report, {
      revision: queue.revision(),
      pending: queue.pending(),
      invalid: new Map([...invalid].map(([at, { text }]) => [at, text])),
    });
  };

  const stateAt = (at: CellAddress): CellState => {
    const cell = form.index(at);
    return { value: cell === undefined ? null : form.read(cell), invalid: invalid.get(at) };
  };
  const invalidate = (at: CellAddress, text: string, problem: Problem) => {
    invalid.set(at, { text, problem: { ...problem, at } });
    form.apply([{ at, value: null }]);
  };
  /** Puts values as they stand; what the form refuses becomes invalid text. Queues what changed. */
  const put = (cells: readonly { readonly at: CellAddress; readonly state: CellState }[], options: { readonly queue: boolean }) => {
    for (const { at, state } of cells) {
      if (state.invalid) invalidate(at, state.invalid.text, state.invalid.problem);
      else invalid.delete(at);
    }
    const valid = cells.filter(({ state }) => state.invalid === undefined);
    const { refused } = form.apply(valid.map(({ at, state }) => ({ at, value: state.value })));
    if (refused.length > 0) {
      // One edit refused leaves them all undone: each is tried alone, so that the others stand.
      for (const { at, state } of valid) {
        const problem = form.apply([{ at, value: state.value }]).refused[0];
        if (problem) invalidate(at, String(state.value ?? ""), problem);
      }
    }
    if (options.queue && cells.length > 0) queue.add({ edits: new Map(cells.map(({ at }) => [at, stateAt(at).value])) });
    keep();
  };

  const read = ({ at, text }: TextChange): CellState | undefined => {
    const cell = form.index(at);
    if (cell === undefined) return undefined;
    const answer = readText(form.info(cell), text);
    return answer.ok ? { value: answer.value, invalid: undefined } : { value: null, invalid: { text, problem: answer.error } };
  };

  const commit = (changes: readonly TextChange[]) => {
    const begun = typing;
    typing = undefined;
    const next = changes.flatMap((change) => {
      const state = read(change);
      return state === undefined ? [] : [{ at: change.at, before: begun?.at === change.at ? begun.before : stateAt(change.at), state }];
    });
    put(next, { queue: true });
    const cells = next
      .map(({ at, before }): CellChange => ({ at, before, after: stateAt(at) }))
      .filter((change) => !same(change.before, change.after));
    if (cells.length > 0) history = remember(history, { cells, entries: undefined });
    valuesChanged();
  };

  const applyStep = (step: Step, direction: "undo" | "redo"): CellAddress | undefined => {
    const back = direction === "undo";
    if (step.entries) {
      form.setEntries(step.entries.of, back ? step.entries.before : step.entries.after);
      shape += 1;
      queue.add({ entries: new Map([[step.entries.of, back ? step.entries.before : step.entries.after]]) });
    }
    const present = step.cells.filter(({ at }) => form.index(at) !== undefined);
    put(
      present.map(({ at, before, after }) => ({ at, state: back ? before : after })),
      { queue: true },
    );
    valuesChanged();
    return present[0]?.at;
  };

  const editor: GridEditor = {
    preview(change) {
      if (typing?.at !== change.at) typing = { at: change.at, before: stateAt(change.at) };
      const state = read(change);
      // Half a number ("1," or "-") is no error yet: dependents keep the last one that could be read.
      if (state === undefined || state.invalid) return;
      put([{ at: change.at, state }], { queue: true });
      version += 1;
      tell();
    },
    commit,
    cancel() {
      if (!typing) return;
      put([{ at: typing.at, state: typing.before }], { queue: true });
      typing = undefined;
      valuesChanged();
    },
    undo() {
      const taken = undo(history);
      if (!taken) return undefined;
      history = taken.history;
      return applyStep(taken.step, "undo") ?? ("" as CellAddress);
    },
    redo() {
      const taken = redo(history);
      if (!taken) return undefined;
      history = taken.history;
      return applyStep(taken.step, "redo") ?? ("" as CellAddress);
    },
  };

  const source: GridSource = {
    info: (cell) => form.info(cell),
    read: (cell) => form.read(cell),
    invalid: (at) => invalid.get(at),
    findings: (at) => findingsAt.get(at) ?? [],
  };

  const onSaved = (output: SaveOutput) => {
    const later = queue.pending();
    for (const [of, entries] of Object.entries(output.entries)) {
      if (later.entries.has(of)) continue;
      form.setEntries(of, entries);
      shape += 1;
    }
    for (const [id, doc] of Object.entries(output.narrative)) {
      if (later.narrative.has(id) || output.conflicts.some((conflict) => conflict.at === `n.${id}`)) continue;
      narrative.set(id, doc);
      epochs.set(id, (epochs.get(id) ?? 0) + 1);
    }
    const theirs = new Set(output.conflicts.map((conflict) => conflict.at));
    const taken = output.changed.filter(({ at }) => {
      const cell = form.index(at);
      return cell !== undefined && form.info(cell).role === "input" && !later.edits.has(at) && typing?.at !== at && !theirs.has(at);
    });
    const foreign = taken.filter(({ at }) => !invalid.has(at));
    put(
      foreign.map(({ at, value }) => ({ at, state: { value, invalid: undefined } })),
      { queue: false },
    );
    if (output.conflicts.length > 0) {
      conflicts = [...conflicts.filter((old) => !theirs.has(old.at)), ...output.conflicts];
    }
    keep();
    valuesChanged();
  };

  /** Cells that the server names as refused stay shown with its problem and are not sent again as they are. */
  const onRefused = (failure: ApiFailure, sent: Pending): Pending => {
    const edits = new Map(sent.edits);
    if (failure.status === 422 || failure.status === 400) {
      for (const problem of failure.problems) {
        const at = problem.at as CellAddress;
        if (!edits.has(at)) continue;
        // A row that was removed meanwhile needs no mending.
        if (form.index(at) !== undefined) invalidate(at, String(edits.get(at) ?? ""), problem);
        edits.delete(at);
      }
    }
    valuesChanged();
    return { ...sent, edits };
  };

  const queue: SaveQueue = createSaveQueue({
    revision,
    // Values of a row that was removed before they were saved have no place any more.
    send: (input) => send({ ...input, edits: input.edits.filter(({ at }) => form.index(at) !== undefined), clientId }),
    onSaved,
    onRefused,
    onState: () => tell(),
    now,
  });

  const setEntries = (of: string, entries: readonly Entry[]) => {
    const before = form.entries(of);
    const held = new Map(Object.entries(form.content().cells) as [CellAddress, CellValue][]);
    form.setEntries(of, entries);
    const cells = [...held]
      .filter(([at]) => form.index(at) === undefined)
      .map(([at, value]): CellChange => ({ at, before: { value, invalid: undefined }, after: { value: null, invalid: undefined } }));
    for (const at of invalid.keys()) if (form.index(at) === undefined) invalid.delete(at);
    history = remember(history, { cells, entries: { of, before, after: entries } });
    shape += 1;
    queue.add({ entries: new Map([[of, entries]]) });
    keep();
    valuesChanged();
  };

  const writeNarrative = (id: string, doc: RichDoc) => {
    narrative.set(id, doc);
    queue.add({ narrative: new Map([[id, doc]]) });
    keep();
    valuesChanged();
  };

  const settle = (conflict: Conflict, choice: "mine" | "theirs") => {
    const { at } = conflict;
    conflicts = conflicts.filter((other) => other.at !== at);
    const value = choice === "mine" ? conflict.mine : conflict.theirs;
    if (at.startsWith("n.")) {
      const id = at.slice(2);
      const doc = value as RichDoc;
      narrative.set(id, doc);
      epochs.set(id, (epochs.get(id) ?? 0) + 1);
      if (choice === "mine") queue.add({ narrative: new Map([[id, doc]]) });
    } else if (at.startsWith("e.")) {
      const of = at.slice(2);
      const entries = value as readonly Entry[];
      form.setEntries(of, entries);
      shape += 1;
      if (choice === "mine") queue.add({ entries: new Map([[of, entries]]) });
    } else {
      put([{ at, state: { value: value as CellValue, invalid: undefined } }], { queue: choice === "mine" });
    }
    keep();
    valuesChanged();
  };

  const restore = (): number => {
    const draft = storage && readDraft(storage, account, report);
    if (!draft) return 0;
    const { pending } = draft;
    for (const [of, entries] of pending.entries) form.setEntries(of, entries);
    if (pending.entries.size > 0) shape += 1;
    for (const [id, doc] of pending.narrative) {
      narrative.set(id, doc);
      epochs.set(id, (epochs.get(id) ?? 0) + 1);
    }
    if (!isEmpty(pending)) queue.setRevision(Math.min(draft.revision, queue.revision()));
    const known = [...pending.edits].filter(([at]) => form.index(at) !== undefined);
    put(
      known.map(([at, value]) => ({ at, state: { value, invalid: undefined } })),
      { queue: false },
    );
    for (const [at, text] of draft.invalid) {
      const state = read({ at, text });
      if (state?.invalid) invalidate(at, text, state.invalid.problem);
    }
    if (!isEmpty(pending)) queue.add({ ...nothingPending, ...pending, edits: new Map(known) });
    valuesChanged();
    return known.length + pending.narrative.size + pending.entries.size;
  };

  return {
    form,
    source,
    editor,
    queue,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot() {
      current ??= {
        version,
        shape,
        save: queue.state(),
        conflicts,
        findings,
        invalid: new Map(invalid),
        canUndo: history.done.length > 0,
        canRedo: history.undone.length > 0,
      };
      return current;
    },
    narrative: (id) => narrative.get(id),
    narrativeEpoch: (id) => epochs.get(id) ?? 0,
    writeNarrative,
    setEntries,
    settle,
    restore,
    start: () => queue.start(),
    stop: () => queue.stop(),
  };
};

const groupByPlace = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at);
    if (group) group.push(finding);
    else groups.set(finding.at, [finding]);
  }
  return groups;
};
