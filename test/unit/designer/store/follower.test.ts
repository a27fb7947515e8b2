import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFollower } from "@/components/designer/store/follower";
import type { DesignerSnapshot } from "@/components/designer/store/types";
import type { Template } from "@/lib/template";

const template = (code: string): Template => ({
  format: 1,
  code,
  title: { vi: "Mẫu" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [],
});

/** A store whose state is put by hand. */
function storeOf() {
  const listeners = new Set<() => void>();
  let snapshot: DesignerSnapshot = {
    template: template("0"),
    revision: 0,
    selection: { places: [], anchor: undefined, focus: undefined },
    textLocale: "vi",
    undo: undefined,
    redo: undefined,
    save: { kind: "unsaved" },
    conflicts: [],
    notice: undefined,
    problems: [],
    checkedTemplate: undefined,
  };
  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    put(change: Partial<DesignerSnapshot>) {
      snapshot = { ...snapshot, ...change };
      for (const listener of listeners) listener();
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what follows the draft", () => {
  const follow = (isInUse = false) => {
    const store = storeOf();
    const follower = createFollower(store, () => isInUse);
    const heard = vi.fn();
    follower.subscribe(heard);
    const end = follower.start();
    return { store, follower, heard, end, code: () => follower.snapshot().template.code };
  };

  test("waits until nothing changes for a moment, and is told once", () => {
    const { store, heard, code } = follow();
    store.put({ template: template("1") });
    vi.advanceTimersByTime(100);
    store.put({ template: template("2") });
    vi.advanceTimersByTime(100);
    expect(code()).toBe("0");
    vi.advanceTimersByTime(100);
    expect(code()).toBe("2");
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test("does not lag behind for ever while somebody types without a pause", () => {
    const { store, code } = follow();
    for (let letter = 1; letter <= 12; letter += 1) {
      store.put({ template: template(String(letter)) });
      vi.advanceTimersByTime(50);
    }
    expect(Number(code())).toBeGreaterThanOrEqual(8);
  });

  test("follows what is selected at once", () => {
    const { store, follower } = follow();
    store.put({ template: template("1") });
    store.put({ selection: { places: [{ kind: "block", block: "t1" }], anchor: undefined, focus: undefined } });
    expect(follower.snapshot()).toBe(store.snapshot());
  });

  test("follows everything at once while it is in use, or when it is asked to", () => {
    const used = follow(true);
    used.store.put({ template: template("1") });
    expect(used.code()).toBe("1");
    const asked = follow();
    asked.store.put({ template: template("1") });
    asked.follower.catchUp();
    expect(asked.code()).toBe("1");
    expect(asked.heard).toHaveBeenCalledTimes(1);
  });

  test("is told nothing more once it has ended", () => {
    const { store, heard, end } = follow();
    store.put({ template: template("1") });
    end();
    vi.advanceTimersByTime(1000);
    expect(heard).not.toHaveBeenCalled();
  });
});
