import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noSelection, selectionOf } from "@/components/designer/store/selectionOf";
import { PretendServer } from "./pretendServer";
import { headingOf, headingPlace, heads, labelOf, labels, openWindow, PretendKeep, rowPlace, rowsIn, smallDraft } from "./smallDraft";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const begin = () => {
  const server = new PretendServer(smallDraft);
  return { server, ...openWindow(server) };
};
const noneOpen = { hold: () => undefined, isOpen: async () => false, release: () => undefined };
/** What `start` does in a browser, without one. */
const start = async (store: ReturnType<typeof openWindow>["store"]) => {
  vi.stubGlobal("document", { addEventListener: () => undefined, removeEventListener: () => undefined, visibilityState: "visible" });
  vi.stubGlobal("window", { addEventListener: () => undefined, removeEventListener: () => undefined });
  store.start();
  await vi.advanceTimersByTimeAsync(0);
};

afterEach(() => void vi.unstubAllGlobals());
/** Types a word letter by letter, as a field does it. */
const type = (store: ReturnType<typeof openWindow>["store"], word: string, mark = "heading") => {
  for (let end = 1; end <= word.length; end++) store.run(heads(word.slice(0, end)), { mark });
};

describe("commands", () => {
  it("change the document, and a refused one changes nothing and says why", () => {
    const { store } = begin();
    expect(store.run(labels(["r1"], "Mới")).ok).toBe(true);
    expect(labelOf(store.snapshot().template, "r1")).toBe("Mới");
    const before = store.snapshot();
    const refused = store.run({ do: "remove", parts: [rowPlace("r1"), rowPlace("r2"), rowPlace("r3")] });
    expect(refused.ok).toBe(false);
    expect(store.snapshot()).toBe(before);
  });

  it("tell their listeners once each, and give a new snapshot", () => {
    const { store } = begin();
    const heard = vi.fn();
    const stop = store.subscribe(heard);
    const before = store.snapshot();
    store.run(labels(["r1"], "Mới"));
    expect(heard).toHaveBeenCalled();
    expect(store.snapshot()).not.toBe(before);
    stop();
    heard.mockClear();
    store.run(labels(["r1"], "Mới nữa"));
    expect(heard).not.toHaveBeenCalled();
  });

  it("that change nothing leave no step", () => {
    const { store } = begin();
    store.run(labels(["r1"], "Một"));
    expect(store.snapshot().undo).toBeUndefined();
  });
});

describe("the selection", () => {
  it("loses what is removed and keeps what stands", () => {
    const { store } = begin();
    store.select({ places: [rowPlace("r1"), rowPlace("r2")], anchor: rowPlace("r1"), focus: rowPlace("r2") });
    store.run({ do: "remove", parts: [rowPlace("r2")] });
    expect(store.snapshot().selection).toEqual({ places: [rowPlace("r1")], anchor: rowPlace("r1"), focus: rowPlace("r1") });
    store.run({ do: "remove", parts: [rowPlace("r1")] });
    expect(store.snapshot().selection).toEqual(noSelection);
  });

  it("of a cell stands while its row and column stand, whether the cell has anything of its own or not", () => {
    const { store } = begin();
    const cell = { kind: "cell", block: "t1", row: "r2", column: "c2" } as const;
    store.select(selectionOf(cell));
    store.run({ do: "remove", parts: [rowPlace("r1")] });
    expect(store.snapshot().selection.places).toEqual([cell]);
    store.run({ do: "remove", parts: [rowPlace("r2")] });
    expect(store.snapshot().selection.places).toEqual([]);
  });
});

describe("undo", () => {
  it("takes a word back as one step, and gives it again", () => {
    const { store } = begin();
    type(store, "Tổng");
    store.undo();
    expect(headingOf(store.snapshot().template)).toBe("Kết quả");
    expect(store.snapshot().undo).toBeUndefined();
    store.redo();
    expect(headingOf(store.snapshot().template)).toBe("Tổng");
  });

  it.each([
    ["a selection", (store: ReturnType<typeof openWindow>["store"]) => store.select(selectionOf(headingPlace))],
    ["the end of the mark", (store: ReturnType<typeof openWindow>["store"]) => store.endMark()],
    ["another mark", (store: ReturnType<typeof openWindow>["store"]) => void store.run(labels(["r1"], "x"), { mark: "row" })],
  ])("parts two words of one field where %s came between", (_, between) => {
    const { store } = begin();
    type(store, "Tổng");
    between(store);
    type(store, "Tổng số");
    store.undo();
    expect(headingOf(store.snapshot().template)).toBe("Tổng");
  });

  it("does not part a word by time, nor by a save in between, and the log says that its steps belong together", async () => {
    const { server, store } = begin();
    type(store, "Tổng");
    await store.flush();
    vi.advanceTimersByTime(60_000);
    store.run(heads("Tổng số"), { mark: "heading" });
    await store.flush();
    expect(server.log.map(({ continues }) => continues)).toEqual([false, true]);
    store.undo();
    expect(headingOf(store.snapshot().template)).toBe("Kết quả");
  });

  it("sends a word as one step", async () => {
    const { server, store } = begin();
    type(store, "Tổng số hồ sơ");
    await store.flush();
    expect(server.log).toHaveLength(1);
    expect(headingOf(server.document)).toBe("Tổng số hồ sơ");
  });

  it("has nothing to take back where a word was typed and taken away again", async () => {
    const { server, store } = begin();
    store.run(heads("Kết quả x"), { mark: "heading" });
    store.run(heads("Kết quả"), { mark: "heading" });
    expect(store.snapshot().undo).toBeUndefined();
    await store.flush();
    expect(server.log).toEqual([]);
    store.run(heads("Kết quả y"), { mark: "heading" });
    expect(store.snapshot().undo).toBeDefined();
  });

  it("goes back 200 steps to the first document, and forth again to the last", () => {
    const { store } = begin();
    for (let n = 0; n < 200; n++) store.run(labels(["r1"], `Lần ${n}`));
    const last = store.snapshot().template;
    for (let n = 0; n < 200; n++) store.undo();
    expect(store.snapshot().template).toEqual(smallDraft);
    for (let n = 0; n < 200; n++) store.redo();
    expect(store.snapshot().template).toEqual(last);
  });

  it("cannot give again what was undone once something else is done", () => {
    const { store } = begin();
    store.run(labels(["r1"], "Mới"));
    store.undo();
    store.run(labels(["r2"], "Khác"));
    expect(store.snapshot().redo).toBeUndefined();
  });

  it("says so where there is nothing left", () => {
    const { store } = begin();
    store.undo();
    expect(store.snapshot().notice).toMatchObject({ kind: "nothingToTurn", did: "undo" });
  });
});

describe("the history", () => {
  it("is the same after the page is loaded again, on this machine or another", async () => {
    const { server, store } = begin();
    type(store, "Tổng");
    store.endMark();
    store.run(labels(["r1"], "Mới"));
    await store.flush();
    store.run(labels(["r1"], "Mới hơn"));
    store.undo();
    await store.flush();

    const again = openWindow(server).store;
    expect(again.snapshot().undo).toEqual(store.snapshot().undo);
    expect(again.snapshot().redo).toEqual(store.snapshot().redo);
    again.redo();
    expect(labelOf(again.snapshot().template, "r1")).toBe("Mới hơn");
    again.undo();
    again.undo();
    again.undo();
    expect(again.snapshot().template).toEqual(smallDraft);
    expect(again.snapshot().undo).toBeUndefined();
  });

  it("reaches back 200 steps and more where each of them was saved in pieces", async () => {
    const { server, store } = begin();
    for (let n = 0; n < 260; n++) {
      for (const words of [`Lần ${n}`, `Lần thứ ${n}`, `Lần sửa thứ ${n}`]) {
        store.run(heads(words), { mark: "heading" });
        await store.flush();
      }
      store.endMark();
    }
    expect(server.log).toHaveLength(780);
    const again = openWindow(server).store;
    await start(again);
    for (let n = 0; n < 259; n++) again.undo();
    expect(headingOf(again.snapshot().template)).toBe("Lần sửa thứ 0");
    again.undo();
    expect(again.snapshot().template).toEqual(smallDraft);
  });

  it("is each account's own", async () => {
    const { server, store } = begin();
    store.run(labels(["r1"], "Của An"));
    await store.flush();
    expect(openWindow(server, { account: "binh" }).store.snapshot().undo).toBeUndefined();
  });

  it("refuses in words to take back what others have changed since, and goes on with the step before", async () => {
    const { server, store } = begin();
    store.run(labels(["r2"], "Trước"));
    store.run(labels(["r1"], "Của An"));
    await store.flush();
    const other = openWindow(server, { account: "binh" }).store;
    other.run(labels(["r1"], "Của Bình"));
    await other.flush();
    await store.hear();

    store.undo();
    expect(store.snapshot().notice).toMatchObject({ kind: "notTurned", did: "undo", problem: { code: "edit.conflict" } });
    expect(labelOf(store.snapshot().template, "r1")).toBe("Của Bình");
    store.undo();
    expect(labelOf(store.snapshot().template, "r2")).toBe("Hai");

    await store.flush();
    const again = openWindow(server).store;
    again.redo();
    expect(labelOf(again.snapshot().template, "r2")).toBe("Trước");
  });

  it("takes the same step back once where two windows of an account do it", async () => {
    const { server, store } = begin();
    store.run(labels(["r1"], "Mới"));
    await store.flush();
    const second = openWindow(server).store;
    store.undo();
    second.undo();
    await store.flush();
    await second.flush();
    await store.hear();
    expect(labelOf(server.document, "r1")).toBe("Một");
    expect(server.log).toHaveLength(2);
    expect(second.snapshot().conflicts).toEqual([]);
    expect(store.snapshot().template).toEqual(second.snapshot().template);
  });
});

describe("saving", () => {
  it("waits a moment after the last change, and then tells when it was saved", async () => {
    const { server, store } = begin();
    store.run(labels(["r1"], "Mới"));
    expect(store.snapshot().save.kind).toBe("unsaved");
    await vi.advanceTimersByTimeAsync(700);
    expect(server.log).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.log).toHaveLength(1);
    expect(store.snapshot().save).toEqual({ kind: "saved", at: new Date("2026-01-05T01:00:00.000Z") });
  });

  it("has one request on its way at a time, and takes along with the next what came meanwhile", async () => {
    const { server, store } = begin();
    server.holding = true;
    store.run(labels(["r1"], "Một nữa"));
    const saved = store.flush();
    await vi.advanceTimersByTimeAsync(10);
    store.run(labels(["r2"], "Hai nữa"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.log).toHaveLength(1);
    server.release();
    expect(await saved).toBe(true);
    expect(server.log).toHaveLength(2);
    expect(store.snapshot().save.kind).toBe("saved");
  });

  it("tries again by itself, later each time, when the line is closed, and nothing is lost", async () => {
    const { server, store } = begin();
    server.lines = ["losesRequest", "losesRequest"];
    store.run(labels(["r1"], "Mới"));
    await vi.advanceTimersByTimeAsync(900);
    expect(store.snapshot().save.kind).toBe("offline");
    store.run(labels(["r2"], "Mới nữa"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(store.snapshot().save.kind).toBe("saved");
    expect(server.document).toEqual(store.snapshot().template);
  });

  it("keeps a step once whose answer was lost, though letters were typed to it meanwhile", async () => {
    const { server, store } = begin();
    server.lines = ["losesAnswer"];
    type(store, "Tổng");
    await vi.advanceTimersByTimeAsync(900);
    type(store, "Tổng số");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(headingOf(server.document)).toBe("Tổng số");
    expect(new Set(server.log.map(({ id }) => id)).size).toBe(server.log.length);
  });

  it("says so and asks no more when the draft was published or discarded meanwhile", async () => {
    const { server, store } = begin();
    const api = server.apiOf({ accountId: "an", name: "An" });
    await api.since(0);
    server.log.splice(0);
    store.run(labels(["r1"], "Mới"));
    Object.defineProperty(server, "revision", { get: () => -1 });
    await vi.advanceTimersByTimeAsync(900);
    expect(store.snapshot().save).toMatchObject({ kind: "refused", problems: [{ code: "draft.replaced" }] });
  });
});

describe("two designers", () => {
  it("work at different parts without noticing but for a word of it", async () => {
    const { server, store } = begin();
    const other = openWindow(server, { account: "binh" }).store;
    store.run(labels(["r1"], "Của An"));
    other.run(labels(["r2"], "Của Bình"));
    await store.flush();
    await other.flush();
    await store.hear();
    expect(store.snapshot().template).toEqual(other.snapshot().template);
    expect(labelOf(server.document, "r1")).toBe("Của An");
    expect(labelOf(server.document, "r2")).toBe("Của Bình");
    expect(store.snapshot().notice).toMatchObject({ kind: "others", steps: [{ by: "Tên binh", own: false, label: { code: "set" } }] });
  });

  it("that add a row each at the same time get both rows", async () => {
    const { server, store } = begin();
    const other = openWindow(server, { account: "binh" }).store;
    const into = { kind: "rows", block: "t1" } as const;
    store.run({ do: "insert", into, index: 3, parts: [{ kind: "indicator", id: "r4", label: { vi: "Của An" } }] });
    other.run({ do: "insert", into, index: 3, parts: [{ kind: "indicator", id: "r4", label: { vi: "Của Bình" } }] });
    await store.flush();
    await other.flush();
    await store.hear();
    expect(
      rowsIn(server.document)
        .map(({ label }) => label.vi)
        .sort(),
    ).toEqual(["Ba", "Của An", "Của Bình", "Hai", "Một"]);
    expect(store.snapshot().template).toEqual(other.snapshot().template);
    other.undo();
    expect(rowsIn(other.snapshot().template).map(({ label }) => label.vi)).not.toContain("Của Bình");
    expect(rowsIn(other.snapshot().template).map(({ label }) => label.vi)).toContain("Của An");
  });

  const bothAt = async (mine: string, theirs: string) => {
    const { server, store } = begin();
    const other = openWindow(server, { account: "binh" }).store;
    other.run(labels(["r1"], theirs));
    await other.flush();
    store.run(labels(["r1"], mine));
    store.run(labels(["r2"], "Cũng của tôi"));
    const saved = await store.flush();
    return { server, store, other, saved };
  };

  it("that change the same are asked, and theirs stands until then", async () => {
    const { server, store, saved } = await bothAt("Của tôi", "Của họ");
    expect(saved).toBe(false);
    expect(store.snapshot().save.kind).toBe("conflict");
    expect(labelOf(server.document, "r1")).toBe("Của họ");
    expect(labelOf(server.document, "r2")).toBe("Cũng của tôi");
    expect(store.snapshot().conflicts).toMatchObject([
      {
        place: rowPlace("r1"),
        by: "Tên binh",
        of: { kind: "value", property: "label", mine: { vi: "Của tôi" }, theirs: { vi: "Của họ" } },
      },
    ]);
  });

  it("keep mine where the person says so, and can take that back", async () => {
    const { server, store } = await bothAt("Của tôi", "Của họ");
    for (const conflict of store.snapshot().conflicts) expect(store.settle(conflict, "mine").ok).toBe(true);
    expect(await store.flush()).toBe(true);
    expect(labelOf(server.document, "r1")).toBe("Của tôi");
    store.undo();
    expect(labelOf(store.snapshot().template, "r1")).toBe("Của họ");
  });

  it("keep theirs where the person says so, and undo takes back nothing of it", async () => {
    const { server, store } = await bothAt("Của tôi", "Của họ");
    for (const conflict of store.snapshot().conflicts) store.settle(conflict, "theirs");
    expect(await store.flush()).toBe(true);
    store.undo();
    store.undo();
    await store.flush();
    expect(labelOf(server.document, "r1")).toBe("Của họ");
    expect(labelOf(server.document, "r2")).toBe("Hai");
  });

  it("are not asked where both did the same", async () => {
    const { store, saved } = await bothAt("Như nhau", "Như nhau");
    expect(saved).toBe(true);
    expect(store.snapshot().conflicts).toEqual([]);
  });

  it("are asked where one changes what the other removes, and mine brings the part back", async () => {
    const { server, store } = begin();
    const other = openWindow(server, { account: "binh" }).store;
    other.run({ do: "remove", parts: [rowPlace("r1")] });
    await other.flush();
    store.run(labels(["r1"], "Của tôi"));
    await store.flush();
    expect(store.snapshot().conflicts).toMatchObject([{ by: "Tên binh", of: { kind: "act" }, theirLabel: { code: "remove" } }]);
    for (const conflict of store.snapshot().conflicts) expect(store.settle(conflict, "mine").ok).toBe(true);
    expect(await store.flush()).toBe(true);
    expect(rowsIn(server.document).map(({ id, label }) => [id, label.vi])).toEqual([
      ["r1", "Của tôi"],
      ["r2", "Hai"],
      ["r3", "Ba"],
    ]);
  });
});

describe("a window that is gone", () => {
  it("leaves what it had not saved to the next, which puts it on and saves it", async () => {
    const server = new PretendServer(smallDraft);
    const keep = new PretendKeep();
    server.lines = ["losesRequest"];
    const lost = openWindow(server, { keep }).store;
    lost.run(labels(["r1"], "Chưa lưu"));
    lost.run(labels(["r2"], "Chưa lưu nữa"));
    await lost.flush();
    // Somebody else goes on meanwhile.
    const other = openWindow(server, { account: "binh" }).store;
    other.run(labels(["r3"], "Của Bình"));
    await other.flush();

    const { store } = openWindow(server, { keep, windows: noneOpen });
    await start(store);
    expect(store.snapshot().notice).toMatchObject({ kind: "restored", count: 2 });
    expect(await store.flush()).toBe(true);
    expect(["r1", "r2", "r3"].map((row) => labelOf(server.document, row))).toEqual(["Chưa lưu", "Chưa lưu nữa", "Của Bình"]);
    expect(keep.kept.size).toBe(0);
    store.undo();
    expect(labelOf(store.snapshot().template, "r2")).toBe("Hai");
  });

  it("whose last answer was lost has nothing saved twice", async () => {
    const server = new PretendServer(smallDraft);
    const keep = new PretendKeep();
    server.lines = ["losesAnswer"];
    const lost = openWindow(server, { keep }).store;
    lost.run(labels(["r1"], "Đã lưu"));
    await lost.flush();
    const { store } = openWindow(server, { keep, windows: noneOpen });
    await start(store);
    await store.flush();
    expect(server.log).toHaveLength(1);
    expect(keep.kept.size).toBe(0);
  });

  it("that found others in its way leaves the choice to the next", async () => {
    const server = new PretendServer(smallDraft);
    const keep = new PretendKeep();
    const lost = openWindow(server, { keep }).store;
    const other = openWindow(server, { account: "binh" }).store;
    other.run(labels(["r1"], "Của Bình"));
    await other.flush();
    lost.run(labels(["r1"], "Của An"));
    await lost.flush();
    const { store } = openWindow(server, { keep, windows: noneOpen });
    await start(store);
    expect(store.snapshot().conflicts).toMatchObject([{ of: { mine: { vi: "Của An" }, theirs: { vi: "Của Bình" } } }]);
  });

  it("is told from one that stands open, whose steps are left alone", async () => {
    const server = new PretendServer(smallDraft);
    const keep = new PretendKeep();
    server.lines = ["losesRequest"];
    const first = openWindow(server, { keep });
    first.store.run(labels(["r1"], "Chưa lưu"));
    await first.store.flush();
    const { store } = openWindow(server, { keep, windows: { ...noneOpen, isOpen: async (id) => id === first.clientId } });
    await start(store);
    expect(store.snapshot().template).toEqual(smallDraft);
    expect(keep.kept.has(first.clientId)).toBe(true);
  });
});
