import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyHistory, type History, redo, remember, undo } from "@/components/grid/history";

describe("undo and redo", () => {
  it("give steps back newest first and do them again", () => {
    const history = remember(remember<string>(emptyHistory, "a"), "b");
    const first = undo(history);
    expect(first?.step).toBe("b");
    const second = first && undo(first.history);
    expect(second?.step).toBe("a");
    expect(second && undo(second.history)).toBeUndefined();
    expect(second && redo(second.history)?.step).toBe("a");
  });

  it("forget what was undone when something new is done", () => {
    const back = undo(remember<string>(emptyHistory, "a"));
    expect(back && redo(remember(back.history, "b"))).toBeUndefined();
  });

  it("come back to the same place after as many redos as undos", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 50 }), fc.nat(60), (steps, times) => {
        const full = steps.reduce<History<number>>((history, step) => remember(history, step), emptyHistory);
        let history = full;
        let undone = 0;
        for (let i = 0; i < times; i += 1) {
          const back = undo(history);
          if (!back) break;
          history = back.history;
          undone += 1;
        }
        for (let i = 0; i < undone; i += 1) history = redo(history)?.history ?? history;
        expect(history).toEqual(full);
      }),
    );
  });
});
