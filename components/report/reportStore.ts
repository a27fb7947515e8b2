import { emptyHistory, type History, redo, remember, undo } from "@/components/grid/history";
import type { GridEditor, GridSource, InvalidText, TextChange } from "@/components/grid/source";
import type { ApiFailure } from "@/components/ui/apiClient";
import type { EntryPlace } from "@/lib/form";
import type { CellAddress, CellValue, Entry, RichDoc } from "@/lib/form/content";
import type { CellInfo, Finding, Form } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { Conflict, SaveInput, SaveOutput } from "@/lib/service/types";
import { type DraftStorage, readDraft, writeDraft } from "./localDraft";
import { replayEntries } from "./replayEntries";
import { createSaveQueue, isEmpty, type Pending, type SaveQueue, type SaveState } from "./saveQueue";

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
  /** In which entry of the template a cell stands (`entryPlaces`). */
  readonly placeOf: (at: CellAddress) => EntryPlace | undefined;
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
  /**
   * Settles a conflict: `mine`, with all that was typed there while it was open, is sent again; `theirs` replaces what
   * stands here. A value for an entry that is gone brings its entry back.
   */
  settle(conflict: Conflict, choice: "mine" | "theirs"): void;
  /** Takes back what a closed tab left unsaved; the number of places. Call once, in the browser. */
  restore(): number;
  /** Gives up a refused value of a cell that is not there any more. */
  dismiss(at: CellAddress): void;
  /** Counts texts of a conflict that came for narrative sections: their editors take the new text. */
  narrativeEpoch(id: string): number;
  /** Saves by itself while its page stands. */
  start(): void;
  stop(): void;
}

const sameContent = (a: unknown, b: unknown): boolean => Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
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
  placeOf,
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
  /** Entries that this window removed, and those that somebody else did, by list and id. */
  const removedHere = new Set<string>();
  const gone = new Map<string, Entry>();
  /** The revision that the last save started from, and the cells whose values it carried. */
  let sentFrom = revision;
  let sentCells: ReadonlySet<CellAddress> = new Set();
  /** Cells whose value somebody else wrote while this page stood. */
  const othersIn = new Set<CellAddress>();
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
      pending: { ...queue.pending(), edits: new Map([...queue.pending().edits].filter(([at]) => !isRemovedHere(at))) },
      invalid: new Map([...invalid].map(([at, { text }]) => [at, text])),
      conflicts,
    });
  };

  const entryKey = ({ of, id }: EntryPlace): string => `${of}@${id}`;
  /** Whether a cell went with an entry that this window removed: its values have no place any more. */
  const isRemovedHere = (at: CellAddress): boolean => {
    const place = form.index(at) === undefined ? placeOf(at) : undefined;
    return place !== undefined && removedHere.has(entryKey(place));
  };

  const conflictAt = (at: string): Conflict | undefined => conflicts.find((conflict) => conflict.at === at);
  const revise = (at: string, change: Partial<Conflict>) => {
    conflicts = conflicts.map((conflict) => (conflict.at === at ? { ...conflict, ...change } : conflict));
  };
  /** Opens a conflict, and calls back what waits to be sent for its place. Lists come first: their cells follow them. */
  const raise = (conflict: Conflict) => {
    queue.withdraw(conflict.at);
    const others = conflicts.filter(({ at }) => at !== conflict.at);
    conflicts = sameContent(conflict.mine, conflict.theirs) ? others : [...others, conflict].sort((a, b) => rank(a) - rank(b));
  };
  /** A conflict that this window finds itself: the server told what others wrote, not who. */
  const found = (at: string, mine: Conflict["mine"], theirs: Conflict["theirs"], told?: Pick<Conflict, "by" | "changedAt">): Conflict => ({
    at: at as CellAddress,
    mine,
    theirs,
    by: told?.by ?? "",
    changedAt: told?.changedAt ?? now().toISOString(),
  });
  /** Queues changes; those of places in conflict wait for its settlement. */
  const queueUp = (changes: Partial<Pending>) => {
    const free = (at: string, mine: Conflict["mine"]): boolean => {
      if (!conflictAt(at)) return true;
      revise(at, { mine });
      return false;
    };
    const some: Pending = {
      edits: new Map([...(changes.edits ?? [])].filter(([at, value]) => free(at, value))),
      narrative: new Map([...(changes.narrative ?? [])].filter(([id, doc]) => free(`n.${id}`, doc))),
      entries: new Map([...(changes.entries ?? [])].filter(([of, entries]) => free(`e.${of}`, entries))),
    };
    if (!isEmpty(some)) queue.add(some);
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
    if (options.queue && cells.length > 0) queueUp({ edits: new Map(cells.map(({ at }) => [at, stateAt(at).value])) });
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
    for (const { at } of next) othersIn.delete(at);
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
      const { of, before, after } = step.entries;
      const standing = form.entries(of);
      const entries = back ? replayEntries(standing, after, before) : replayEntries(standing, before, after);
      const stays = new Set(entries.map(({ id }) => id));
      const places = [...othersIn].flatMap((at) => (form.index(at) === undefined ? [] : (placeOf(at) ?? [])));
      if (places.some((place) => place.of === of && !stays.has(place.id))) {
        // Not without asking: somebody else has written in what would go.
        raise(found(`e.${of}`, entries, standing));
        keep();
        valuesChanged();
        return undefined;
      }
      changeEntries(of, entries);
    }
    // What somebody else wrote since is not taken back.
    const present = step.cells.filter(({ at }) => form.index(at) !== undefined && !othersIn.has(at));
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

  /** Shows a list as others have it. What waits to be sent for entries that go with it becomes a conflict. */
  const showEntries = (of: string, entries: readonly Entry[], told?: Pick<Conflict, "by" | "changedAt">) => {
    for (const entry of form.entries(of)) gone.set(entryKey({ of, id: entry.id }), entry);
    for (const { id } of entries) removedHere.delete(entryKey({ of, id }));
    form.setEntries(of, entries);
    shape += 1;
    for (const [at, value] of queue.pending().edits) {
      if (form.index(at) !== undefined || placeOf(at)?.of !== of || isRemovedHere(at)) continue;
      raise(found(at, value, null, told));
    }
  };

  /** Takes in what others did meanwhile; where something waits here for the same place, neither is written over. */
  const takeIn = (output: SaveOutput, sent: Pending) => {
    const told = new Set<string>(output.conflicts.map(({ at }) => at));
    for (const [of, theirs] of Object.entries(output.entries)) {
      const at = `e.${of}`;
      if (told.has(at)) continue;
      const waiting = queue.pending().entries.get(of);
      if (conflictAt(at)) revise(at, { theirs });
      else if (waiting && !sent.entries.has(of)) raise(found(at, waiting, theirs));
      // Both had made the same list, and this one has gone on from it.
      else if (waiting) continue;
      showEntries(of, theirs);
    }
    for (const [id, theirs] of Object.entries(output.narrative)) {
      const at = `n.${id}`;
      if (told.has(at)) continue;
      const waiting = queue.pending().narrative.get(id);
      if (conflictAt(at)) revise(at, { theirs });
      else if (waiting && !sent.narrative.has(id)) raise(found(at, waiting, theirs));
      else if (!waiting) {
        narrative.set(id, theirs);
        epochs.set(id, (epochs.get(id) ?? 0) + 1);
      }
    }
    const lists = queue.pending().entries;
    // Somebody wrote in an entry whose removal waits: sent from the revision that this window knew, it is a conflict.
    if (output.changed.some(({ at }) => isRemovedHere(at) && lists.has(placeOf(at)?.of ?? ""))) queue.setRevision(sentFrom);
    const taken: { readonly at: CellAddress; readonly state: CellState }[] = [];
    for (const { at, value } of output.changed) {
      const cell = form.index(at);
      if (cell === undefined || form.info(cell).role !== "input" || told.has(at)) continue;
      const isOwn = sentCells.has(at);
      const waiting = queue.pending().edits;
      if (!isOwn) othersIn.add(at);
      if (conflictAt(at)) revise(at, { theirs: value });
      else if (isOwn ? waiting.has(at) || typing?.at === at || invalid.has(at) : invalid.has(at)) continue;
      else if (!isOwn && (waiting.has(at) || typing?.at === at)) raise(found(at, waiting.get(at) ?? form.read(cell), value));
      else taken.push({ at, state: { value, invalid: undefined } });
    }
    put(taken, { queue: false });
  };

  const onSaved = (output: SaveOutput, sent: Pending) => {
    for (const at of sentCells) othersIn.delete(at);
    for (const conflict of output.conflicts) {
      const { edits, narrative: sections, entries } = queue.pending();
      const { at } = conflict;
      const [kind, id] = [at.slice(0, 2), at.slice(2)];
      const later = kind === "n." ? sections.get(id) : kind === "e." ? entries.get(id) : edits.get(at);
      raise(later === undefined ? conflict : { ...conflict, mine: later });
    }
    // Only now: a list that is shown raises what waits for its entries and is not in conflict yet.
    for (const conflict of output.conflicts) {
      if (conflict.at.startsWith("e.")) showEntries(conflict.at.slice(2), conflict.theirs as readonly Entry[], conflict);
    }
    takeIn(output, sent);
    keep();
    valuesChanged();
  };

  /**
   * Values that the server names as refused stay shown with its problem, also where their cell is not there any more,
   * and are not sent again as they are.
   */
  const onRefused = (failure: ApiFailure, sent: Pending): Pending => {
    const edits = new Map(sent.edits);
    if (failure.status === 422 || failure.status === 400) {
      for (const problem of failure.problems) {
        const at = problem.at as CellAddress;
        if (!edits.has(at)) continue;
        const text = String(edits.get(at) ?? "");
        edits.delete(at);
        // A row that was removed here meanwhile needs no mending, nor a value that another follows.
        if (isRemovedHere(at) || queue.pending().edits.has(at)) continue;
        if (form.index(at) !== undefined) invalidate(at, text, problem);
        else if (text !== "") invalid.set(at, { text, problem: { ...problem, at } });
      }
    }
    valuesChanged();
    return { ...sent, edits };
  };

  const queue: SaveQueue = createSaveQueue({
    revision,
    send: (input) => {
      const edits = input.edits.filter(({ at }) => !isRemovedHere(at));
      sentFrom = input.revision;
      sentCells = new Set(edits.map(({ at }) => at));
      return send({ ...input, edits, clientId });
    },
    onSaved,
    onRefused,
    onState: () => tell(),
    now,
  });

  /** Changes a list here, and queues it. */
  const changeEntries = (of: string, entries: readonly Entry[]) => {
    for (const { id } of form.entries(of)) removedHere.add(entryKey({ of, id }));
    for (const { id } of entries) removedHere.delete(entryKey({ of, id }));
    form.setEntries(of, entries);
    for (const at of invalid.keys()) if (isRemovedHere(at)) invalid.delete(at);
    shape += 1;
    queueUp({ entries: new Map([[of, entries]]) });
  };

  const setEntries = (of: string, entries: readonly Entry[]) => {
    const before = form.entries(of);
    const open = conflictAt(`e.${of}`);
    if (open) {
      // Shown is theirs until the conflict is settled.
      revise(open.at, { mine: replayEntries(open.mine as readonly Entry[], before, entries) });
      keep();
      tell();
      return;
    }
    const held = new Map(Object.entries(form.content().cells) as [CellAddress, CellValue][]);
    changeEntries(of, entries);
    const cells = [...held]
      .filter(([at]) => form.index(at) === undefined)
      .map(([at, value]): CellChange => ({ at, before: { value, invalid: undefined }, after: { value: null, invalid: undefined } }));
    history = remember(history, { cells, entries: { of, before, after: entries } });
    keep();
    valuesChanged();
  };

  const writeNarrative = (id: string, doc: RichDoc) => {
    narrative.set(id, doc);
    queueUp({ narrative: new Map([[id, doc]]) });
    keep();
    valuesChanged();
  };

  /** Puts a value into a cell that somebody else removed with its entry, which comes back for it. */
  const bringBack = (at: CellAddress, value: CellValue) => {
    const place = placeOf(at);
    if (place === undefined) {
      invalid.set(at, { text: String(value ?? ""), problem: { code: "form.unknownCell", params: {}, at, severity: "error" } });
      return;
    }
    const entry = gone.get(entryKey(place)) ?? { id: place.id, label: "" };
    changeEntries(place.of, [...form.entries(place.of), entry]);
    put([{ at, state: { value, invalid: undefined } }], { queue: true });
  };

  const settle = ({ at }: Conflict, choice: "mine" | "theirs") => {
    const conflict = conflictAt(at);
    if (!conflict) return;
    conflicts = conflicts.filter((other) => other.at !== at);
    const value = choice === "mine" ? conflict.mine : conflict.theirs;
    if (at.startsWith("n.")) {
      const id = at.slice(2);
      const doc = value as RichDoc;
      narrative.set(id, doc);
      epochs.set(id, (epochs.get(id) ?? 0) + 1);
      if (choice === "mine") queueUp({ narrative: new Map([[id, doc]]) });
    } else if (at.startsWith("e.")) {
      const of = at.slice(2);
      if (choice === "mine") changeEntries(of, value as readonly Entry[]);
      else showEntries(of, value as readonly Entry[], conflict);
    } else if (form.index(at) !== undefined) {
      const typed = choice === "mine" ? invalid.get(at) : undefined;
      put([{ at, state: { value: value as CellValue, invalid: typed } }], { queue: choice === "mine" });
    } else if (choice === "mine") {
      bringBack(at, value as CellValue);
    }
    keep();
    valuesChanged();
  };

  const dismiss = (at: CellAddress) => {
    if (form.index(at) === undefined) invalid.delete(at);
    keep();
    valuesChanged();
  };

  /** What stands here at the place of a conflict of a page that was closed. */
  const standingAt = ({ at, theirs }: Conflict): Conflict["theirs"] => {
    if (at.startsWith("n.")) return narrative.get(at.slice(2)) ?? theirs;
    if (at.startsWith("e.")) return form.entries(at.slice(2));
    const cell = form.index(at);
    return cell === undefined ? null : form.read(cell);
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
    for (const conflict of draft.conflicts) raise({ ...conflict, theirs: standingAt(conflict) });
    if (!isEmpty(pending)) queue.setRevision(Math.min(draft.revision, queue.revision()));
    const known = [...pending.edits].filter(([at]) => form.index(at) !== undefined);
    put(
      known.map(([at, value]) => ({ at, state: { value, invalid: undefined } })),
      { queue: false },
    );
    for (const [at, text] of draft.invalid) {
      const state = read({ at, text });
      if (state?.invalid) invalidate(at, text, state.invalid.problem);
      else if (!state) invalid.set(at, { text, problem: { code: "form.unknownCell", params: {}, at, severity: "error" } });
    }
    // Values of cells that are not there any more are sent too: the server tells who removed them.
    if (!isEmpty(pending)) queueUp(pending);
    keep();
    valuesChanged();
    return pending.edits.size + pending.narrative.size + pending.entries.size;
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
    dismiss,
    restore,
    start: () => queue.start(),
    stop: () => queue.stop(),
  };
};

/** Lists before the cells in them. */
const rank = ({ at }: Conflict): number => (at.startsWith("e.") ? 0 : 1);

const groupByPlace = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at);
    if (group) group.push(finding);
    else groups.set(finding.at, [finding]);
  }
  return groups;
};
