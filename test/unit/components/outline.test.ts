import { describe, expect, it } from "vitest";
import { headingLevels } from "@/components/report/headingLevels";
import { outlineNumbers } from "@/components/report/outline";
import type { Block } from "@/lib/template";

const heading = (id: string, level: number, numbering?: "none"): Block => ({
  kind: "heading",
  id,
  level,
  text: { vi: id },
  ...(numbering ? { numbering } : {}),
});
const text = (id: string): Block => ({ kind: "text", id, text: { vi: id } });

describe("the outline of a report", () => {
  it("numbers headings by Decree 30 and counts afresh under each", () => {
    const numbers = outlineNumbers([
      heading("a", 1),
      heading("b", 2),
      heading("c", 3),
      heading("d", 3),
      heading("e", 2),
      heading("f", 1),
      heading("g", 2),
    ]);
    expect([...numbers.values()]).toEqual(["I.", "1.", "a)", "b)", "2.", "II.", "1."]);
  });

  it("uses the Vietnamese alphabet of points: đ after d, no f", () => {
    const points = Array.from({ length: 7 }, (_, i) => heading(`p${i}`, 3));
    expect([...outlineNumbers(points).values()]).toEqual(["a)", "b)", "c)", "d)", "đ)", "e)", "g)"]);
  });

  it("gives no number, and uses none up, where the designer wants none", () => {
    expect([...outlineNumbers([heading("a", 1, "none"), heading("b", 1)]).values()]).toEqual(["", "I."]);
  });

  it("follows heading by heading without a gap on the page", () => {
    const levels = headingLevels([text("x"), heading("a", 1), heading("c", 3), text("y"), heading("b", 1), text("z")]);
    expect([...levels.values()]).toEqual([2, 2, 3, 4, 2, 3]);
  });
});
