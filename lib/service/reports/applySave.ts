import type { EntryPlace } from "@/lib/form";
import type { CellAddress, CellIndex, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import type { Edit, Form } from "@/lib/form/types";
import { ok, type Result } from "@/lib/result";
import type { Refusal } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import type { Conflict, SaveInput, SaveOutput } from "@/lib/service/types";
import { canonicalJson } from "./canonicalJson";
import type { ChangeSince } from "./changesSince";
import type { LoggedChange } from "./logChanges";

/** A save against the report as it stands. */
interface SaveCase {
  /** Opened with `content`; holds the outcome afterwards. */
  readonly form: Form;
  readonly content: ReportContent;
  readonly since: ReadonlyMap<string, ChangeSince>;
  readonly input: SaveInput;
  readonly self: Self;
  /** In which entry of the template a cell stands (`entryPlaces`). */
  readonly placeOf: (at: CellAddress) => EntryPlace | undefined;
}

interface Self {
  readonly accountId: string;
  readonly clientId: string | null;
}

/** What is to be written, and what the client is told. */
export interface AppliedSave {
  readonly log: readonly LoggedChange[];
  readonly narrative: Readonly<Record<string, RichDoc>>;
  readonly output: Omit<SaveOutput, "revision">;
}

/**
 * Applies a save to the opened form: cells, entries and sections that somebody else changed since the client's
 * revision stay theirs and become conflicts, unless both wrote the same. A list is theirs too where it loses an entry
 * in which they wrote, and a value for an entry that they removed is a conflict with a blank. Touches nothing but the
 * form.
 * Refused as invalid: everything that the form refuses, even where a conflict would have kept it out.
 */
export function applySave(it: SaveCase): Result<AppliedSave, Refusal> {
  const before = it.content;
  const stale = staleCells(it);
  const lists = applyEntries(it);
  const cells = applyEdits(it, lists.kept);
  if (!cells.ok) return cells;
  const sections = applySections(it);
  const cut = [...valuesCutOff(before, it.form, lists.log)];
  const mine = new Map(cells.value.accepted);
  const conflicting = new Set<string>(cells.value.conflicts.map(({ at }) => at));

  const changed = new Map<CellAddress, CellValue>();
  const tell = (at: CellAddress, value: CellValue) => {
    const known = mine.get(at);
    if (conflicting.has(at) || (known !== undefined && Object.is(known, value))) return;
    changed.set(at, value);
  };
  const restructured = lists.log.length > 0 || [...it.since.keys()].some((at) => at.startsWith("e."));
  if (restructured) {
    // Rows came or went: everything computed may stand elsewhere, so all of it is told.
    for (let cell = 0; cell < it.form.cellCount; cell++) {
      const { address, role } = it.form.info(cell as CellIndex);
      if (role === "computed" || it.since.has(address)) tell(address, it.form.read(cell as CellIndex));
    }
  } else {
    for (const cell of new Set([...stale, ...cells.value.changed])) tell(it.form.info(cell).address, it.form.read(cell));
  }
  for (const [at] of mine) {
    const cell = it.form.index(at);
    if (cell !== undefined) tell(at, it.form.read(cell));
  }
  for (const cell of stillThere(it, lists.conflicts)) tell(it.form.info(cell).address, it.form.read(cell));

  return ok({
    log: [...lists.log, ...cut, ...cells.value.log, ...sections.log],
    narrative: sections.narrative,
    output: {
      changed: [...changed].map(([at, value]) => ({ at, value })),
      conflicts: [...lists.conflicts, ...cells.value.conflicts, ...sections.conflicts],
      narrative: sections.theirs,
      entries: lists.theirs,
    },
  });
}

const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** The change of an address that another account or window made since the client's revision. */
const foreign = ({ since, self }: SaveCase, at: string): ChangeSince | undefined => {
  const change = since.get(at);
  return change && (change.accountId !== self.accountId || change.clientId !== self.clientId) ? change : undefined;
};

/** The last change that somebody else made since the client's revision to a cell in one of these entries. */
const writtenIn = (it: SaveCase, of: string, ids: ReadonlySet<string>): ChangeSince | undefined => {
  let last: ChangeSince | undefined;
  if (ids.size === 0) return undefined;
  for (const at of it.since.keys()) {
    const place = it.placeOf(at as CellAddress);
    const change = place?.of === of && ids.has(place.id) ? foreign(it, at) : undefined;
    if (change && !(last && last.changedAt > change.changedAt)) last = change;
  }
  return last;
};

/** The ids of one list that are not in another. */
const idsOnlyIn = (one: readonly Entry[], other: readonly Entry[]): ReadonlySet<string> => {
  const ids = new Set(one.map(({ id }) => id));
  for (const { id } of other) ids.delete(id);
  return ids;
};

/** The inputs of entries that the client has removed and that stay, since their list is in conflict: it knows them no more. */
function* stillThere(it: SaveCase, lists: readonly Conflict[]): Iterable<CellIndex> {
  const kept = new Map(lists.map(({ at, mine, theirs }) => [at.slice(2), idsOnlyIn(theirs as readonly Entry[], mine as readonly Entry[])]));
  if (![...kept.values()].some(({ size }) => size > 0)) return;
  for (let cell = 0; cell < it.form.cellCount; cell++) {
    const { address, role } = it.form.info(cell as CellIndex);
    const place = role === "input" ? it.placeOf(address) : undefined;
    if (place && kept.get(place.of)?.has(place.id)) yield cell as CellIndex;
  }
}

const conflictOf = <T extends Conflict["mine"]>(at: string, mine: T, theirs: T, change: ChangeSince): Conflict => ({
  // Addresses of sections and entries are addresses like those of cells (lib/form/content).
  at: at as CellAddress,
  mine,
  theirs,
  by: change.by,
  changedAt: change.changedAt.toISOString(),
});

/**
 * The cells in which the client's copy differs from the report as it stands: those changed since its revision and
 * their dependents, found by going back to the values of that revision and forth again.
 */
function staleCells({ form, since }: SaveCase): readonly CellIndex[] {
  const back: Edit[] = [];
  const forth: Edit[] = [];
  for (const [at, { base }] of since) {
    const address = at as CellAddress;
    const cell = form.index(address);
    if (cell === undefined || form.info(cell).role !== "input") continue;
    back.push({ at: address, value: base as CellValue });
    forth.push({ at: address, value: form.read(cell) });
  }
  if (back.length === 0) return [];
  const { changed } = form.apply(back);
  form.apply(forth);
  return [...changed];
}

function applyEntries(it: SaveCase) {
  const log: LoggedChange[] = [];
  const conflicts: Conflict[] = [];
  const theirs: Record<string, readonly Entry[]> = {};
  /** The changes that keep lists as they are. */
  const kept = new Map<string, ChangeSince>();
  for (const at of it.since.keys()) {
    const of = at.slice(2);
    if (at.startsWith("e.") && foreign(it, at)) theirs[of] = it.form.entries(of);
  }
  for (const [of, mine] of Object.entries(it.input.entries ?? {})) {
    const at = `e.${of}`;
    const now = it.form.entries(of);
    if (same(mine, now)) continue;
    const change = foreign(it, at) ?? writtenIn(it, of, idsOnlyIn(now, mine));
    if (change) {
      conflicts.push(conflictOf(at, mine, now, change));
      kept.set(of, change);
      continue;
    }
    it.form.setEntries(of, mine);
    log.push({ at, old: now.length > 0 ? now : null, new: mine.length > 0 ? mine : null });
  }
  return { log, conflicts, theirs, kept };
}

/** Values of entries that are removed go out of the report, and into the log. */
function* valuesCutOff(before: ReportContent, form: Form, lists: readonly LoggedChange[]): Iterable<LoggedChange> {
  if (lists.length === 0) return;
  for (const [at, value] of Object.entries<CellValue>(before.cells)) {
    if (at.includes("@") && form.index(at as CellAddress) === undefined) yield { at, old: value, new: null };
  }
}

interface AppliedEdits {
  readonly log: readonly LoggedChange[];
  readonly conflicts: readonly Conflict[];
  readonly changed: readonly CellIndex[];
  /** What the client sent and has, for the cells that took it. */
  readonly accepted: ReadonlyMap<CellAddress, CellValue>;
}

function applyEdits(it: SaveCase, keptLists: ReadonlyMap<string, ChangeSince>): Result<AppliedEdits, Refusal> {
  const { form } = it;
  // A cell that is named twice takes the last value.
  const wanted = new Map(it.input.edits.map(({ at, value }) => [at, value]));
  const conflicts: Conflict[] = [];
  const before = new Map<CellAddress, CellValue>();
  for (const [at, value] of wanted) {
    const cell = form.index(at);
    if (cell !== undefined) {
      before.set(at, form.read(cell));
      continue;
    }
    // A cell of an entry that stays out because its list is in conflict, or that somebody else removed.
    const place = it.placeOf(at);
    const change = place && (keptLists.get(place.of) ?? foreign(it, `e.${place.of}`));
    if (!change) continue;
    if (value !== null) conflicts.push(conflictOf(at, value, null, change));
    wanted.delete(at);
  }

  const { changed, refused } = form.apply([...wanted].map(([at, value]) => ({ at, value })));
  const [problem, ...more] = refused;
  if (problem) return refuse("invalid", problem, more);

  const log: LoggedChange[] = [];
  const restored: Edit[] = [];
  for (const [at, old] of before) {
    const cell = form.index(at);
    const value = cell === undefined ? null : form.read(cell);
    if (same(old, value)) continue;
    const change = foreign(it, at);
    if (change) {
      conflicts.push(conflictOf(at, wanted.get(at) ?? null, old, change));
      restored.push({ at, value: old });
      wanted.delete(at);
    } else {
      log.push({ at, old, new: value });
    }
  }
  const undone = restored.length > 0 ? form.apply(restored).changed : [];
  return ok({ log, conflicts, changed: [...new Set([...changed, ...undone])], accepted: wanted });
}

function applySections(it: SaveCase) {
  const narrative = { ...it.content.narrative };
  const log: LoggedChange[] = [];
  const conflicts: Conflict[] = [];
  const theirs: Record<string, RichDoc> = {};
  for (const at of it.since.keys()) {
    const id = at.slice(2);
    if (at.startsWith("n.") && foreign(it, at)) theirs[id] = narrative[id] ?? emptyDoc;
  }
  for (const [id, mine] of Object.entries(it.input.narrative ?? {})) {
    const at = `n.${id}`;
    const now = narrative[id];
    if (same(mine, now ?? emptyDoc)) continue;
    const change = foreign(it, at);
    if (change) {
      conflicts.push(conflictOf(at, mine, now ?? emptyDoc, change));
      continue;
    }
    narrative[id] = mine;
    log.push({ at, old: now ?? null, new: mine });
  }
  return { narrative, log, conflicts, theirs };
}

const emptyDoc: RichDoc = { type: "doc", content: [{ type: "paragraph" }] };
