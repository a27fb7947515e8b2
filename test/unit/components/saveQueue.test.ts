import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSaveQueue, type Pending, type SaveState } from "@/components/report/saveQueue";
import type { ApiFailure } from "@/components/ui/apiClient";
import type { CellAddress, CellValue } from "@/lib/form/content";
import { fail, ok, type Result } from "@/lib/result";
import type { SaveInput, SaveOutput } from "@/lib/service/types";

const cell = (at: string, value: CellValue) => ({ edits: new Map([[at as CellAddress, value]]) });
const saved = (revision: number): SaveOutput => ({ revision, changed: [], narrative: {}, entries: {}, conflicts: [] });
const failure = (status: number, at = ""): ApiFailure => ({
  status,
  problems: [{ code: "test", params: {}, at, severity: "error" }],
  retryAfter: undefined,
});

function setUp(answers: ((input: SaveInput) => Result<SaveOutput, ApiFailure> | Promise<Result<SaveOutput, ApiFailure>>)[]) {
  const sent: SaveInput[] = [];
  const states: SaveState["kind"][] = [];
  const queue = createSaveQueue({
    revision: 4,
    send: async (input) => {
      sent.push(input);
      const answer = answers.shift();
      if (!answer) throw new Error("one save more than expected");
      return answer(input);
    },
    onSaved: () => undefined,
    onRefused: (refusal, pending: Pending) => {
      const edits = new Map(pending.edits);
      for (const { at } of refusal.problems) edits.delete(at as CellAddress);
      return { ...pending, edits };
    },
    onState: ({ kind }) => states.push(kind),
    now: () => new Date(0),
  });
  return { queue, sent, states };
}

describe("autosaving", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("waits for a pause and sends the last value of each cell from the last revision", async () => {
    const { queue, sent, states } = setUp([() => ok(saved(5)), () => ok(saved(6))]);
    queue.add(cell("t1.r1.c1", 1));
    await vi.advanceTimersByTimeAsync(700);
    queue.add(cell("t1.r1.c1", 12));
    await vi.advanceTimersByTimeAsync(700);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    queue.add(cell("t1.r1.c2", null));
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent.map(({ revision, edits }) => ({ revision, edits }))).toEqual([
      { revision: 4, edits: [{ at: "t1.r1.c1", value: 12 }] },
      { revision: 5, edits: [{ at: "t1.r1.c2", value: null }] },
    ]);
    expect(states.at(-1)).toBe("saved");
    expect(queue.revision()).toBe(6);
  });

  it("never has two saves under way, and keeps what comes meanwhile", async () => {
    let answer: (value: Result<SaveOutput, ApiFailure>) => void = () => undefined;
    const slow = new Promise<Result<SaveOutput, ApiFailure>>((resolve) => {
      answer = resolve;
    });
    const { queue, sent } = setUp([() => slow, () => ok(saved(6))]);
    queue.add(cell("t1.r1.c1", 1));
    await vi.advanceTimersByTimeAsync(900);
    queue.add(cell("t1.r1.c1", 2));
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toHaveLength(1);
    expect(queue.pending().edits.get("t1.r1.c1" as CellAddress)).toBe(2);
    answer(ok(saved(5)));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ revision: 5, edits: [{ at: "t1.r1.c1", value: 2 }] });
  });

  it("tries again by itself, later each time, when no answer comes, and loses nothing", async () => {
    const { queue, sent, states } = setUp([() => fail(failure(0)), () => fail(failure(503)), () => ok(saved(5))]);
    queue.add(cell("t1.r1.c1", 1));
    await vi.advanceTimersByTimeAsync(800);
    expect(states.at(-1)).toBe("offline");
    queue.add(cell("t1.r1.c2", 2));
    await vi.advanceTimersByTimeAsync(800);
    expect(sent[1]?.edits).toEqual([
      { at: "t1.r1.c1", value: 1 },
      { at: "t1.r1.c2", value: 2 },
    ]);
    await vi.advanceTimersByTimeAsync(1999);
    expect(sent).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toHaveLength(3);
    expect(states.at(-1)).toBe("saved");
  });

  it("takes out the cells that the server refuses and saves the rest", async () => {
    const { queue, sent } = setUp([() => fail(failure(422, "t1.r1.c1")), () => ok(saved(5))]);
    queue.add({
      edits: new Map<CellAddress, CellValue>([
        ["t1.r1.c1" as CellAddress, 1],
        ["t1.r1.c2" as CellAddress, 2],
      ]),
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent[1]?.edits).toEqual([{ at: "t1.r1.c2", value: 2 }]);
  });

  it("does not try a refusal again by itself", async () => {
    const { queue, sent, states } = setUp([() => fail(failure(403))]);
    queue.add(cell("t1.r1.c1", 1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(states.at(-1)).toBe("refused");
    expect(queue.pending().edits.size).toBe(1);
  });

  it("flushes at once, and tells whether all was acknowledged", async () => {
    const { queue } = setUp([() => ok(saved(5)), () => fail(failure(0))]);
    queue.add(cell("t1.r1.c1", 1));
    expect(await queue.flush()).toBe(true);
    queue.add(cell("t1.r1.c1", 2));
    expect(await queue.flush()).toBe(false);
  });

  it("sends what is waiting when its page is left, and saves again when the page comes back", async () => {
    const { queue, sent } = setUp([() => ok(saved(5)), () => ok(saved(6))]);
    queue.add(cell("t1.r1.c1", 1));
    queue.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    queue.start();
    queue.add(cell("t1.r1.c1", 2));
    await vi.advanceTimersByTimeAsync(800);
    expect(sent).toHaveLength(2);
  });
});
