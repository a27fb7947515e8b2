import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftStorage } from "@/components/report/localDraft";
import { createReportStore, type ReportStore, type ReportStoreOptions } from "@/components/report/reportStore";
import { entryPlaces, openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex, ReportContent } from "@/lib/form/content";
import { fail, ok } from "@/lib/result";
import { applySave } from "@/lib/service/reports/applySave";
import type { ChangeSince } from "@/lib/service/reports/changesSince";
import type { Conflict, SaveInput, SaveOutput } from "@/lib/service/types";
import type { Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "KHO",
  title: { vi: "Kho" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "fields", id: "fs", fields: [{ id: "lap", label: { vi: "Người lập" }, type: "text" }] },
    { kind: "list", id: "l1", title: { vi: "Vướng mắc" }, columns: [{ id: "nd", label: { vi: "Nội dung" }, type: "text" }] },
  ],
};
const compiled = compileForm(template);
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
const compiledForm = compiled.value.form;
const at = (address: string) => address as CellAddress;

const entry = (id: string) => ({ id, label: id });
const empty: ReportContent = { cells: {}, narrative: {}, entries: {} };

const storeOf = (given: {
  readonly revision: number;
  readonly content: ReportContent;
  readonly send: ReportStoreOptions["send"];
  readonly clientId?: string;
  readonly storage?: DraftStorage | undefined;
}): ReportStore =>
  createReportStore({
    account: "a",
    report: "r",
    clientId: "window-1",
    form: openForm(compiledForm, { period: "2026-03", units: [], history: {} }, given.content),
    narrative: {},
    narrativeFindings: () => [],
    readText: (_, text) => ok(text === "" ? null : text),
    placeOf: entryPlaces(template),
    now: () => new Date(0),
    storage: undefined,
    ...given,
  });

/** A report on a server of its own: the rules of saving over a log in memory. */
const serverOf = () => {
  const first: ReportContent = {
    cells: { [at("f.lap")]: "0", [at("l1@a.nd")]: "0" },
    narrative: {},
    entries: { l1: [entry("a"), entry("b")] },
  };
  let content = first;
  let revision = 1;
  const log: { revision: number; at: string; old: unknown; new: unknown; clientId: string }[] = [];
  const blind: unknown[] = [];
  /** Every value that a window has shown, in its cell or in a conflict. */
  const seen = new Map<string, Set<string>>();
  const save = (clientId: string, input: SaveInput): ReturnType<ReportStoreOptions["send"]> => {
    const since = new Map<string, ChangeSince>();
    for (const change of log.filter((one) => one.revision > input.revision)) {
      const known = since.get(change.at);
      since.set(change.at, {
        base: known ? known.base : change.old,
        accountId: "a",
        clientId: change.clientId,
        by: change.clientId,
        changedAt: new Date(change.revision),
      });
    }
    const form = openForm(compiledForm, { period: "2026-03", units: [], history: {} }, content);
    const self = { accountId: "a", clientId };
    const saved = applySave({ form, content, since, input, self, placeOf: entryPlaces(template) });
    if (!saved.ok) return Promise.resolve(fail({ status: 422, problems: saved.error.problems, retryAfter: undefined }));
    if (saved.value.log.length > 0) {
      revision += 1;
      for (const change of saved.value.log) {
        const last = log.findLast((one) => one.at === change.at);
        const isOthers = last !== undefined && last.clientId !== clientId && change.old !== null && !change.at.startsWith("e.");
        if (isOthers && !seen.get(clientId)?.has(`${change.at} ${change.old}`)) blind.push(change);
        log.push({ ...change, revision, clientId });
      }
      content = form.content();
    }
    return Promise.resolve(ok({ ...saved.value.output, revision }));
  };
  return {
    window: (clientId: string): ReportStore => {
      const store = storeOf({
        revision,
        content,
        clientId,
        send: async (input) => {
          const answer = await save(clientId, input);
          // On its way back while others act.
          await new Promise((done) => setImmediate(done));
          return answer;
        },
      });
      const shown = new Set<string>();
      seen.set(clientId, shown);
      store.subscribe(() => {
        for (const [place, value] of Object.entries(store.form.content().cells)) shown.add(`${place} ${value}`);
        for (const { at: place, theirs } of store.snapshot().conflicts) shown.add(`${place} ${theirs}`);
      });
      return store;
    },
    log: (address: string) => log.filter((one) => one.at === address).map((one) => one.new),
    blindOverwrites: () => blind,
  };
};

/** A store whose saves are kept; `answer` says which revision comes back, or that the server refuses. */
const opened = (answer: (input: SaveInput) => "taken" | { readonly refused: string } = () => "taken") => {
  const sent: SaveInput[] = [];
  const store = storeOf({
    revision: 0,
    content: empty,
    send: async (input) => {
      sent.push(input);
      const said = answer(input);
      if (said === "taken") return ok({ revision: input.revision + 1, changed: [], narrative: {}, entries: {}, conflicts: [] });
      const problem = { code: "form.unknownCell", params: {}, at: said.refused, severity: "error" } as const;
      return fail({ status: 422, problems: [problem], retryAfter: undefined });
    },
  });
  return { store, sent };
};

describe("a report being filled", () => {
  it("sends nothing of a row that was removed before it was saved", async () => {
    const { store, sent } = opened();
    store.setEntries("l1", [{ id: "a", label: "1" }]);
    store.editor.commit([
      { at: at("l1@a.nd"), text: "Thiếu vốn" },
      { at: at("f.lap"), text: "Lan" },
    ]);
    store.setEntries("l1", []);
    expect(await store.queue.flush()).toBe(true);
    expect(sent.map(({ edits, entries }) => ({ edits, entries }))).toEqual([
      { edits: [{ at: "f.lap", value: "Lan" }], entries: { l1: [] } },
    ]);
    expect(store.snapshot().invalid.size).toBe(0);
  });

  it("sends its values again when the removal is undone", async () => {
    const { store, sent } = opened();
    store.setEntries("l1", [{ id: "a", label: "1" }]);
    store.editor.commit([{ at: at("l1@a.nd"), text: "Thiếu vốn" }]);
    store.setEntries("l1", []);
    store.editor.undo();
    expect(await store.queue.flush()).toBe(true);
    expect(sent.at(-1)).toMatchObject({ edits: [{ at: "l1@a.nd", value: "Thiếu vốn" }], entries: { l1: [{ id: "a" }] } });
  });

  it("shows what the server refuses at its cell, but nothing of a row that is gone", async () => {
    const { store } = opened(({ edits }) => (edits[0] ? { refused: edits[0].at } : "taken"));
    store.editor.commit([{ at: at("f.lap"), text: "Lan" }]);
    await store.queue.flush();
    expect([...store.snapshot().invalid.keys()]).toEqual(["f.lap"]);

    store.setEntries("l1", [{ id: "a", label: "1" }]);
    store.editor.commit([{ at: at("l1@a.nd"), text: "Thiếu vốn" }]);
    const saving = store.queue.flush();
    store.setEntries("l1", []);
    await saving;
    expect([...store.snapshot().invalid.keys()]).toEqual(["f.lap"]);
    store.queue.stop();
  });
});

describe("two windows with one report", () => {
  const mine = at("f.lap");
  const answering = (answers: Partial<SaveOutput>[], storage?: DraftStorage) => {
    const sent: SaveInput[] = [];
    const releases: (() => void)[] = [];
    const store = storeOf({
      revision: 10,
      content: {
        cells: { [mine]: "cũ", [at("l1@a.nd")]: "a", [at("l1@b.nd")]: "b" },
        narrative: {},
        entries: { l1: [entry("a"), entry("b")] },
      },
      send: async (input) => {
        sent.push(input);
        await new Promise<void>((done) => releases.push(done));
        return ok({ revision: input.revision + 1, changed: [], narrative: {}, entries: {}, conflicts: [], ...answers.shift() });
      },
      storage,
    });
    const type = (address: CellAddress, text: string) => store.editor.commit([{ at: address, text }]);
    /** Sends, does something while the save is on its way, and lets the answer come; then all that waits. */
    const save = async (meanwhile: () => void = () => undefined) => {
      const done = store.queue.flush();
      await Promise.resolve();
      meanwhile();
      const release = setInterval(() => releases.shift()?.(), 0);
      await done;
      clearInterval(release);
    };
    return { store, sent, type, save };
  };
  const conflict = (place: string, theirs: Conflict["theirs"], value: Conflict["mine"] = null): Conflict => ({
    at: at(place),
    mine: value,
    theirs,
    by: "B",
    changedAt: "2026-03-01T00:00:00.000Z",
  });
  const shown = ({ store }: { store: ReportStore }) => store.snapshot().conflicts.map(({ at, mine, theirs }) => [at, mine, theirs]);
  const editsOf = (sent: readonly SaveInput[]) => sent.map(({ revision, edits }) => [revision, ...edits.map(({ value }) => value)]);

  it("what is typed on while a save meets a conflict is mine in it, and is not sent over theirs", async () => {
    const window = answering([{ conflicts: [conflict("f.lap", "9", "5")] }]);
    window.type(mine, "5");
    await window.save(() => window.type(mine, "6"));
    window.type(mine, "7");
    await window.save();
    expect(editsOf(window.sent)).toEqual([[10, "5"]]);
    expect(shown(window)).toEqual([["f.lap", "7", "9"]]);
    const [open] = window.store.snapshot().conflicts;
    if (open) window.store.settle(open, "mine");
    await window.save();
    expect(editsOf(window.sent)).toEqual([
      [10, "5"],
      [11, "7"],
    ]);
  });

  it("theirs, once chosen, is what both the page and the server have", async () => {
    const window = answering([{ conflicts: [conflict("f.lap", "9", "5")] }, { changed: [{ at: mine, value: "10" }] }]);
    window.type(mine, "5");
    await window.save(() => window.type(mine, "6"));
    // They go on typing before the choice is made.
    window.type(at("l1@a.nd"), "x");
    await window.save();
    expect(shown(window)).toEqual([["f.lap", "6", "10"]]);
    const [open] = window.store.snapshot().conflicts;
    if (open) window.store.settle(open, "theirs");
    await window.save();
    expect(window.store.source.read(window.store.form.index(mine) ?? (0 as CellIndex))).toBe("10");
    expect(editsOf(window.sent)).toEqual([
      [10, "5"],
      [11, "x"],
    ]);
  });

  it("a value that waits where the answer to another save tells theirs is a conflict", async () => {
    const window = answering([{ changed: [{ at: mine, value: "9" }] }]);
    window.type(at("l1@a.nd"), "x");
    await window.save(() => window.type(mine, "6"));
    expect(shown(window)).toEqual([["f.lap", "6", "9"]]);
    expect(window.sent).toHaveLength(1);
  });

  it("its own value as the server rounded it is none", async () => {
    const window = answering([{ changed: [{ at: mine, value: "5 " }] }]);
    window.type(mine, "5");
    await window.save(() => window.type(mine, "6"));
    expect(shown(window)).toEqual([]);
    expect(editsOf(window.sent)).toEqual([
      [10, "5"],
      [11, "6"],
    ]);
  });

  it("a list that waits where the answer tells theirs is a conflict, with what was typed in the row that is added", async () => {
    const window = answering([{ entries: { l1: [entry("a"), entry("b"), entry("t")] } }]);
    window.type(mine, "x");
    await window.save(() => {
      window.store.setEntries("l1", [entry("a"), entry("b"), entry("m")]);
      window.type(at("l1@m.nd"), "của tôi");
    });
    expect(shown(window)).toEqual([
      ["e.l1", [entry("a"), entry("b"), entry("m")], [entry("a"), entry("b"), entry("t")]],
      ["l1@m.nd", "của tôi", null],
    ]);
    for (const open of window.store.snapshot().conflicts) window.store.settle(open, "mine");
    await window.save();
    expect(window.sent.at(-1)).toMatchObject({
      revision: 11,
      edits: [{ at: "l1@m.nd", value: "của tôi" }],
      entries: { l1: [entry("a"), entry("b"), entry("m")] },
    });
  });

  it("a value typed in a row that somebody else removed brings the row back when it is chosen", async () => {
    const window = answering([{ conflicts: [conflict("l1@b.nd", null, "8")], entries: { l1: [entry("a")] } }]);
    window.type(at("l1@b.nd"), "8");
    await window.save(() => window.type(at("l1@b.nd"), "88"));
    expect(shown(window)).toEqual([["l1@b.nd", "88", null]]);
    expect(window.store.form.entries("l1")).toEqual([entry("a")]);
    const [open] = window.store.snapshot().conflicts;
    if (open) window.store.settle(open, "mine");
    await window.save();
    expect(window.sent.at(-1)).toMatchObject({ edits: [{ at: "l1@b.nd", value: "88" }], entries: { l1: [entry("a"), entry("b")] } });
  });

  it("the removal of a row in which the answer tells that somebody wrote is sent from the revision before, for the server to judge", async () => {
    const window = answering([{ changed: [{ at: at("l1@b.nd"), value: "9" }] }]);
    window.type(mine, "x");
    await window.save(() => window.store.setEntries("l1", [entry("a")]));
    expect(window.sent.map(({ revision, entries }) => [revision, entries])).toEqual([
      [10, undefined],
      [10, { l1: [entry("a")] }],
    ]);
  });

  it("what is typed last in a row whose list meets a conflict is what its conflict shows", async () => {
    const conflicts = [conflict("e.l1", [entry("a")], [entry("a"), entry("b"), entry("m")]), conflict("l1@b.nd", null, "1")];
    const window = answering([{ conflicts, entries: { l1: [entry("a")] } }]);
    window.store.setEntries("l1", [entry("a"), entry("b"), entry("m")]);
    window.type(at("l1@b.nd"), "1");
    await window.save(() => window.type(at("l1@b.nd"), "3"));
    expect(shown(window)[1]).toEqual(["l1@b.nd", "3", null]);
  });

  it("a value that comes back with its row while the row's removal is on its way is not taken for one that was sent", async () => {
    const kept = [entry("a"), entry("b")];
    const window = answering([{ conflicts: [conflict("e.l1", kept, [entry("a")])], changed: [{ at: at("l1@b.nd"), value: "2" }] }]);
    window.type(at("l1@b.nd"), "1");
    window.store.setEntries("l1", [entry("a")]);
    await window.save(() => window.store.editor.undo());
    expect(shown(window)).toEqual([["l1@b.nd", "1", "2"]]);
    expect(window.sent).toHaveLength(1);
  });

  it("undoing the adding of a row leaves the rows that others added, and asks where they wrote in it", async () => {
    const all = [entry("a"), entry("b"), entry("m"), entry("t")];
    const window = answering([{}, { entries: { l1: all } }, { changed: [{ at: at("l1@m.nd"), value: "của họ" }] }]);
    window.store.setEntries("l1", [entry("a"), entry("b"), entry("m")]);
    await window.save();
    window.type(mine, "x");
    await window.save();
    window.store.editor.undo();
    window.store.editor.undo();
    expect(window.store.form.entries("l1")).toEqual([entry("a"), entry("b"), entry("t")]);
    window.store.editor.redo();
    window.type(mine, "y");
    await window.save();
    expect(window.store.form.entries("l1").map(({ id }) => id)).toEqual(["a", "b", "m", "t"]);
    window.store.editor.undo();
    window.store.editor.undo();
    expect(shown(window)).toEqual([["e.l1", [entry("a"), entry("b"), entry("t")], all]]);
    expect(window.store.form.entries("l1")).toEqual(all);
  });

  it("keeps what waits for a choice when its page is closed, and asks again", async () => {
    const kept = new Map<string, string>();
    const storage: DraftStorage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    };
    const window = answering([{ conflicts: [conflict("f.lap", "9", "5")] }], storage);
    window.type(mine, "5");
    await window.save();
    const again = answering([], storage);
    again.store.restore();
    // The page that is opened anew shows what stands now.
    expect(shown(again)).toEqual([["f.lap", "5", "cũ"]]);
    again.store.settle(conflict("f.lap", "9"), "theirs");
    expect(kept.size).toBe(0);
  });

  it("sends a kept value of a row that is gone, so that the server tells who removed it", async () => {
    const kept = new Map<string, string>();
    const draft = { revision: 3, edits: { "l1@z.nd": "8" }, narrative: {}, entries: {}, invalid: {} };
    kept.set("bieumau.draft.a.r", JSON.stringify(draft));
    const storage: DraftStorage = { getItem: (key) => kept.get(key) ?? null, setItem: () => undefined, removeItem: () => undefined };
    const window = answering([], storage);
    expect(window.store.restore()).toBe(1);
    await window.save();
    expect(window.sent).toMatchObject([{ revision: 3, edits: [{ at: "l1@z.nd", value: "8" }] }]);
  });

  it("shows a refused value of a cell that is gone until it is given up", async () => {
    const problem = { code: "form.unknownCell", params: {}, at: "l1@b.nd", severity: "error" } as const;
    const store = storeOf({
      revision: 10,
      content: { cells: {}, narrative: {}, entries: { l1: [entry("b")] } },
      send: async () => {
        store.form.setEntries("l1", []);
        return fail({ status: 422, problems: [problem], retryAfter: undefined });
      },
    });
    store.editor.commit([{ at: at("l1@b.nd"), text: "8" }]);
    await store.queue.flush();
    expect([...store.snapshot().invalid]).toEqual([["l1@b.nd", { text: "8", problem }]]);
    expect(store.snapshot().save.kind).toBe("refused");
    store.dismiss(at("l1@b.nd"));
    expect(store.snapshot().invalid.size).toBe(0);
  });
});

/** What two windows do, in any order; `save` answers at once, `slow` lets the next act happen while it is on its way. */
const act = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom("type", "type", "type", "save", "slow", "add", "remove", "undo", "settle"),
  place: fc.constantFrom("f.lap", "a", "b", "0a", "1a"),
  choice: fc.constantFrom<"mine" | "theirs">("mine", "theirs"),
});

describe("whatever two windows type, add, remove, undo and choose", () => {
  it("every value typed and not written over by its own window is in the log, or shown as a conflict or refused", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 40 }), async (acts) => {
        const server = serverOf();
        const windows = [0, 1].map((n) => server.window(`w${n}`));
        /** The last value that each window typed at each place, and what it chose to give up. */
        const typed = new Map<string, string>();
        const givenUp = new Set<string>();
        let count = 0;
        const flights: Promise<unknown>[] = [];
        for (const { who, what, place, choice } of acts) {
          const store = windows[who];
          if (!store) continue;
          const address = at(place.startsWith("f.") ? place : `l1@${place}.nd`);
          const list = store.form.entries("l1");
          if (what === "type" && store.form.index(address) !== undefined) {
            typed.set(`${who} ${address}`, String(++count));
            store.editor.commit([{ at: address, text: String(count) }]);
          } else if (what === "add" && !list.some(({ id }) => id === place) && !place.startsWith("f.")) {
            store.setEntries("l1", [...list, entry(place)]);
          } else if (what === "remove") {
            givenUp.add(`${who} l1@${place}.nd`);
            store.setEntries(
              "l1",
              list.filter(({ id }) => id !== place),
            );
          } else if (what === "undo") {
            // Takes back what its own window did: what it typed last need not stay.
            for (const key of typed.keys()) if (key.startsWith(`${who} `)) typed.delete(key);
            store.editor.undo();
          } else if (what === "settle") {
            for (const open of store.snapshot().conflicts) {
              if (choice === "theirs") givenUp.add(`${who} ${open.at}`);
              if (open.at === "e.l1") for (const key of ["a", "b", "0a", "1a"]) givenUp.add(`${who} l1@${key}.nd`);
              store.settle(open, choice);
            }
          } else if (what === "slow") flights.push(store.queue.flush());
          else if (what === "save") await store.queue.flush();
        }
        await Promise.all(flights);
        for (const store of windows) {
          for (let i = 0; i < 5; i++) await store.queue.flush();
          store.stop();
        }
        for (const [key, value] of typed) {
          if (givenUp.has(key)) continue;
          const [who = "", address = ""] = key.split(" ");
          const { conflicts, invalid } = windows[Number(who)]?.snapshot() ?? { conflicts: [], invalid: new Map() };
          const open = conflicts.find((other) => other.at === address)?.mine;
          const seen = [...server.log(address), open, invalid.get(at(address))?.text];
          expect([key, seen]).toEqual([key, expect.arrayContaining([value])]);
        }
        // What others wrote was shown to a window before it wrote over it.
        expect(server.blindOverwrites()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
