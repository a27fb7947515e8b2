import { describe, expect, it } from "vitest";
import { foldHistory, type History, turnedId } from "@/components/designer/store/history";
import type { SavedStep } from "@/lib/service/designTypes";

const id = (n: number): string => `00000000-0000-4000-8000-${(n * 256).toString(16).padStart(12, "0")}`;

/** A step of the log; its patch says which step it is. */
const step = (given: Partial<SavedStep> & Pick<SavedStep, "id">): SavedStep => ({
  kind: "do",
  continues: false,
  label: { code: "set", params: { name: given.id } },
  patch: [{ kind: "set", at: { kind: "document" }, property: "formNumber", after: given.id }],
  revision: 1,
  by: { accountId: "an", name: "An" },
  clientId: "first-window",
  at: "2026-01-05T01:00:00.000Z",
  ...given,
});
const shape = ({ done, undone }: History) => ({
  done: done.map(({ parts }) => parts.map((part) => part.step)),
  undone: undone.map(({ parts }) => parts.map((part) => part.step)),
});

describe("the history of an account, folded from the log", () => {
  it("joins what goes on with the step before, of the same window alone", () => {
    const log = [
      step({ id: id(1) }),
      step({ id: id(2), continues: true }),
      step({ id: id(3), clientId: "second-window" }),
      step({ id: id(4), continues: true }),
    ];
    expect(shape(foldHistory(log, "an")).done).toEqual([[id(1), id(2)], [id(3)], [id(4)]]);
  });

  it("passes over the steps of others, also between two that belong together", () => {
    const other = { accountId: "binh", name: "Bình" };
    const log = [
      step({ id: id(1) }),
      step({ id: id(2), by: other, clientId: "third-window" }),
      step({ id: id(3), continues: true }),
      step({ id: turnedId(id(2)), kind: "undo", by: other, clientId: "third-window" }),
    ];
    expect(shape(foldHistory(log, "an"))).toEqual({ done: [[id(1), id(3)]], undone: [] });
  });

  it("follows undo and redo in turn", () => {
    const undo = turnedId(id(2));
    const redo = turnedId(undo);
    const log = [step({ id: id(1) }), step({ id: id(2) }), step({ id: undo, kind: "undo" })];
    expect(shape(foldHistory(log, "an"))).toEqual({ done: [[id(1)]], undone: [[undo]] });
    expect(shape(foldHistory([...log, step({ id: redo, kind: "redo" })], "an"))).toEqual({ done: [[id(1)], [redo]], undone: [] });
    const again = [...log, step({ id: redo, kind: "redo" }), step({ id: turnedId(redo), kind: "undo" })];
    expect(shape(foldHistory(again, "an"))).toEqual({ done: [[id(1)]], undone: [[turnedId(redo)]] });
  });

  it("takes out the step that an undo is of, though a later one was left standing because others had changed the same", () => {
    const log = [step({ id: id(1) }), step({ id: id(2) }), step({ id: turnedId(id(1)), kind: "undo" })];
    expect(shape(foldHistory(log, "an")).done).toEqual([[id(2)]]);
  });

  it("has an undo to do again though what it took back lies before the log's beginning", () => {
    const undo = step({ id: turnedId(id(9)), kind: "undo" });
    expect(shape(foldHistory([undo], "an"))).toEqual({ done: [], undone: [[undo.id]] });
  });

  it("forgets what was undone once something else is done", () => {
    const log = [step({ id: id(1) }), step({ id: turnedId(id(1)), kind: "undo" }), step({ id: id(2) })];
    expect(shape(foldHistory(log, "an")).undone).toEqual([]);
  });
});

it("the id of a turned step is a UUID of its own, also past the last digit", () => {
  expect(turnedId("00000000-0000-4000-8000-0000000000ff")).toBe("00000000-0000-4000-8000-000000000100");
  expect(turnedId("00000000-0000-4000-8000-ffffffffffff")).toBe("00000000-0000-4000-8000-000000000000");
});
