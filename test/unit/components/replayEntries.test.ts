import { expect, it } from "vitest";
import { replayEntries } from "@/components/report/replayEntries";

const list = (ids: string) => [...ids].map((id) => ({ id, label: id }));
const replayed = (now: string, from: string, to: string) =>
  replayEntries(list(now), list(from), list(to))
    .map(({ id }) => id)
    .join("");

it("adds and removes what the change did, and leaves entries that came since", () => {
  expect(replayed("ab", "a", "ab")).toBe("ab");
  expect(replayed("ax", "a", "ab")).toBe("abx");
  expect(replayed("abx", "ab", "a")).toBe("ax");
  expect(replayed("acx", "ac", "abc")).toBe("abcx");
  expect(replayed("x", "", "ab")).toBe("abx");
  expect(replayed("b", "ab", "b")).toBe("b");
});

it("takes over labels that the change gave", () => {
  expect(replayEntries([{ id: "a", label: "now" }], [{ id: "a", label: "1" }], [{ id: "a", label: "2" }])).toEqual([
    { id: "a", label: "2" },
  ]);
  expect(replayEntries([{ id: "a", label: "now" }], list("a"), list("ab"))).toEqual([{ id: "a", label: "now" }, ...list("b")]);
});
