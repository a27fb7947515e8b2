import { describe, expect, it } from "vitest";
import { paperOf } from "@/components/designer/page/paper";
import { sheetPlaces } from "@/components/designer/page/sheets";
import type { Block, Column, Template } from "@/lib/template";

const upright: Template["page"] = { size: "A4", orientation: "portrait" };
const text = (id: string): Block => ({ kind: "text", id, text: { vi: id } });
const table = (id: string, columns: number, orientation?: "portrait" | "landscape"): Block => ({
  kind: "table",
  id,
  columns: Array.from({ length: columns }, (_, i): Column => ({ kind: "value", id: `c${i}`, label: { vi: "" } })),
  rows: [{ kind: "indicator", id: "r1", label: { vi: "" } }],
  ...(orientation ? { orientation } : {}),
});
const told = (blocks: readonly Block[], page = upright): string =>
  sheetPlaces(page, blocks)
    .map(({ orientation, starts, ends }) => `${starts ? "[" : ""}${orientation === "portrait" ? "P" : "L"}${ends ? "]" : ""}`)
    .join(" ");

describe("the pages of a document", () => {
  it("are one where nothing parts them", () => {
    expect(told([text("a"), table("t", 4), text("b")])).toBe("[P P P]");
  });

  it("turn for a table of many columns and turn back after it", () => {
    expect(told([text("a"), table("t", 10), text("b")])).toBe("[P] [L] [P]");
    expect(told([table("t", 9)])).toBe("[P]");
  });

  it("lie as a table itself says", () => {
    expect(told([table("t", 12, "portrait"), table("u", 2, "landscape")])).toBe("[P] [L]");
  });

  it("end with a page break, which can turn what follows", () => {
    expect(told([text("a"), { kind: "pageBreak", id: "p" }, text("b")])).toBe("[P P] [P]");
    expect(told([text("a"), { kind: "pageBreak", id: "p", orientation: "landscape" }, text("b"), text("c")])).toBe("[P P] [L L]");
  });

  it("hold a break that stands first or after another", () => {
    expect(told([{ kind: "pageBreak", id: "p" }, { kind: "pageBreak", id: "q" }, text("a")])).toBe("[P] [P] [P]");
  });

  it("are none of an empty document", () => {
    expect(told([])).toBe("");
  });
});

describe("the paper", () => {
  it("is A4 of 210 × 297 mm with the margins of Decree 30", () => {
    expect(paperOf("A4", "portrait")).toEqual({ width: 794, height: 1123, top: 76, right: 57, bottom: 76, left: 113 });
  });

  it("lies across with a smaller margin beneath", () => {
    const { width, height, bottom } = paperOf("A3", "landscape");
    expect([width, height, bottom]).toEqual([1587, 1123, 57]);
  });
});
