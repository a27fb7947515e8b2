import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DesignerStore } from "@/components/designer/store/types";
import type { Row } from "@/lib/template";
import { freshId } from "@/lib/template/edit";
import { type Line, PretendServer } from "./pretendServer";
import { openWindow, rowPlace, rowsIn, smallDraft } from "./smallDraft";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const into = { kind: "rows", block: "t1" } as const;

/** One thing that one of the windows does, or that happens to the line. */
interface Deed {
  readonly do: "label" | "insert" | "move" | "remove" | "undo" | "redo";
  readonly who: number;
  readonly die: number;
  readonly other: number;
}
type Act = Deed | { readonly do: "save" | "hear"; readonly who: number; readonly line: Line };

const anyAct = (kinds: readonly Deed["do"][]): fc.Arbitrary<Act> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom(...kinds), who: fc.nat(1), die: fc.nat(99), other: fc.nat(99) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom("save" as const, "hear" as const),
        who: fc.nat(1),
        line: fc.constantFrom<Line>("passes", "passes", "losesRequest", "losesAnswer"),
      }),
    },
  );

const rowAt = (store: DesignerStore, die: number): Row | undefined => {
  const rows = rowsIn(store.snapshot().template);
  return rows[die % Math.max(1, rows.length)];
};

const noteOf = (row: Row): string => ("note" in row ? (row.note?.vi ?? "") : "");

/** Carries an act out; the words that it wrote, which nobody else writes. */
const carryOut = (store: DesignerStore, act: Deed, words: string): string | undefined => {
  const row = rowAt(store, act.die);
  const count = rowsIn(store.snapshot().template).length;
  switch (act.do) {
    case "label": {
      if (!row) return undefined;
      return store.run({ do: "set", at: [rowPlace(row.id)], values: { label: { vi: words } } }).ok ? words : undefined;
    }
    case "insert": {
      const { template } = store.snapshot();
      const part: Row = { kind: "indicator", id: freshId(template, into, "r"), label: { vi: words }, note: { vi: words } };
      return store.run({ do: "insert", into, index: act.other % (count + 1), parts: [part] }).ok ? words : undefined;
    }
    case "move":
      if (row) store.run({ do: "move", parts: [rowPlace(row.id)], into, index: act.other % (count + 1) });
      return undefined;
    case "remove":
      if (row) store.run({ do: "remove", parts: [rowPlace(row.id)] });
      return undefined;
    case "undo":
      store.undo();
      return undefined;
    case "redo":
      store.redo();
      return undefined;
  }
};

interface Played {
  readonly server: PretendServer;
  readonly stores: readonly DesignerStore[];
  /** Words that nobody who saw them wrote over. */
  readonly written: ReadonlySet<string>;
  /** Everything that a conflict showed as mine, as JSON. */
  readonly shown: ReadonlySet<string>;
}

/** Plays the acts, then lets both come to rest with the line open, settling what they are asked by turns. */
const play = async (acts: readonly Act[], choice: (turn: number) => "mine" | "theirs"): Promise<Played> => {
  const server = new PretendServer(smallDraft);
  const stores = [openWindow(server, { account: "an" }).store, openWindow(server, { account: "binh" }).store];
  const written = new Set<string>();
  const shown = new Set<string>();
  const look = () => {
    for (const store of stores) for (const conflict of store.snapshot().conflicts) shown.add(JSON.stringify(conflict));
  };
  for (const [turn, act] of acts.entries()) {
    const store = stores[act.who] as DesignerStore;
    if ("line" in act) {
      server.lines = [act.line];
      await (act.do === "save" ? store.flush() : store.hear());
      server.lines = [];
    } else {
      const row = rowAt(store, act.die);
      // Who writes over words knows what they were.
      if (row && (act.do === "label" || act.do === "remove")) written.delete(row.label.vi);
      if (row && act.do === "remove") written.delete(noteOf(row));
      const words = carryOut(store, act, `w${turn}`);
      if (words !== undefined) written.add(words);
    }
    look();
  }
  let turn = 0;
  for (let round = 0; round < 12; round++) {
    for (const store of stores) {
      await store.flush();
      await store.hear();
      look();
      for (let open = store.snapshot().conflicts[0]; open; open = store.snapshot().conflicts[0]) {
        turn += 1;
        if (!store.settle(open, choice(turn)).ok) store.settle(open, "theirs");
      }
    }
  }
  return { server, stores, written, shown };
};

const expectRest = ({ server, stores }: Played) => {
  for (const store of stores) {
    expect(store.snapshot().save.kind).toBe("saved");
    expect(store.snapshot().conflicts).toEqual([]);
    expect(store.snapshot().template).toEqual(server.document);
    expect(store.snapshot().revision).toBe(server.revision);
  }
  expect(new Set(server.log.map(({ id }) => id)).size).toBe(server.log.length);
};

it("two designers on a line that loses requests and answers come to the same document, whatever they do", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAct(["label", "insert", "move", "remove", "undo", "redo"]), { maxLength: 40 }),
      fc.array(fc.constantFrom("mine" as const, "theirs" as const), { minLength: 1, maxLength: 5 }),
      async (acts, choices) => {
        expectRest(await play(acts, (turn) => choices[turn % choices.length] ?? "theirs"));
      },
    ),
    { numRuns: 150 },
  );
});

it("nothing that either wrote is lost: it is in the log, or was shown beside what the other wrote, to choose from", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct(["label", "insert", "move", "remove"]), { maxLength: 40 }), async (acts) => {
      const played = await play(acts, () => "theirs");
      expectRest(played);
      const log = JSON.stringify(played.server.log);
      const shown = [...played.shown].join();
      for (const words of played.written) expect(log.includes(`"${words}"`) || shown.includes(`"${words}"`), words).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it("where neither removes anything, every row that either added is there in the end", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct(["label", "insert", "move"]), { maxLength: 30 }), async (acts) => {
      const played = await play(acts, () => "theirs");
      expectRest(played);
      const notes = rowsIn(played.server.document)
        .map(noteOf)
        .filter((note) => note !== "");
      const added = acts.flatMap((act, turn) => (act.do === "insert" ? [`w${turn}`] : []));
      expect(notes.sort()).toEqual(added.sort());
    }),
    { numRuns: 100 },
  );
});
