import { describe, expect, it } from "vitest";
import { gather, hasGathered, type UnitContent } from "@/lib/aggregate";
import type { CellAddress, ReportContent, RichDoc } from "@/lib/form/content";
import type { Block, Template } from "@/lib/template";

const text = (vi: string) => ({ vi });
const paragraph = (words: string) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const section = (words: string): RichDoc => ({ type: "doc", content: [paragraph(words)] });
const template = (blocks: Block[]): Template => ({
  format: 1,
  code: "thu",
  title: text("Thử"),
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks,
});
const narrative = (id: string, combine: "none" | "concatenate" | "perUnit"): Block => ({
  kind: "narrative",
  id,
  prompt: text(id),
  combine,
});
const list = (combine: "none" | "list"): Block => ({
  kind: "list",
  id: "l1",
  title: text("Dự án"),
  columns: [{ id: "ten", label: text("Tên"), type: "text" }],
  combine,
});
const investors: Block = {
  kind: "table",
  id: "t1",
  columns: [{ kind: "value", id: "c1", label: text("Vốn") }],
  rows: [{ kind: "indicator", id: "r1", label: text("Nhà đầu tư"), repeat: { by: "entries", prompt: text("Thêm") } }],
};
const report = (code: string, name: string, content: Partial<ReportContent>): UnitContent => ({
  unit: { code, name },
  content: { cells: {}, narrative: {}, entries: {}, ...content },
});
const cells = (values: Record<string, string | number>) => values as ReportContent["cells"];

describe("gathering what is not added up", () => {
  it("puts sections one after the other, or each under the name of its unit, and leaves out those not combined", () => {
    const units = [
      report("1", "Cái Khế", { narrative: { n1: section("một"), n2: section("hai"), n3: section("ba") } }),
      report("2", "An Hòa", { narrative: { n1: section("bốn") } }),
    ];
    const { narrative: found } = gather(
      template([narrative("n1", "perUnit"), narrative("n2", "concatenate"), narrative("n3", "none")]),
      units,
      [],
    );
    const bold = (name: string) => ({ type: "paragraph", content: [{ type: "text", text: name, marks: [{ type: "bold" }] }] });
    expect(found).toEqual({
      n1: { type: "doc", content: [bold("Cái Khế"), paragraph("một"), bold("An Hòa"), paragraph("bốn")] },
      n2: { type: "doc", content: [paragraph("hai")] },
    });
  });

  it("keeps the entries of two units apart though they bear the same id, and their values with them", () => {
    const units = [
      report("31117", "Cái Khế", {
        entries: { "t1.r1": [{ id: "x", label: "Công ty A" }] },
        cells: cells({ "t1.r1@x.c1": 5, "t1.r9.c1": 7 }),
      }),
      report("31120", "An Hòa", { entries: { "t1.r1": [{ id: "x", label: "" }] }, cells: cells({ "t1.r1@x.c1": 6 }) }),
    ];
    const found = gather(template([investors]), units, []);
    expect(found.entries).toEqual({
      "t1.r1": [
        { id: "31117-1", label: "Công ty A – Cái Khế" },
        { id: "31120-1", label: "An Hòa" },
      ],
    });
    expect(found.cells).toEqual({ "t1.r1@31117-1.c1": 5, "t1.r1@31120-1.c1": 6 });
  });

  it("gathers a list only where the template says so", () => {
    const units = [report("1", "Cái Khế", { entries: { l1: [{ id: "a", label: "" }] }, cells: cells({ "l1@a.ten": "Cầu" }) })];
    expect(gather(template([list("list")]), units, [])).toMatchObject({
      entries: { l1: [{ id: "1-1", label: "Cái Khế" }] },
      cells: { "l1@1-1.ten": "Cầu" },
    });
    expect(gather(template([list("none")]), units, [])).toEqual({ cells: {}, narrative: {}, entries: {} });
  });

  it("keeps rows of subordinate units under the code of the unit", () => {
    const units = [report("916", "Ninh Kiều", { cells: cells({ "t1.r1@31117.c1": 5 }) })];
    expect(gather(template([investors]), units, []).cells).toEqual({ "t1.r1@31117.c1": 5 });
  });

  it("lists texts with the names of those who wrote them", () => {
    const at = "t1.r1.c2" as CellAddress;
    const units = [
      report("1", "Cái Khế", { cells: cells({ [at]: " mưa lớn " }) }),
      report("2", "An Hòa", { cells: cells({ [at]: "  " }) }),
      report("3", "Tân An", { cells: cells({ [at]: "triều cường" }) }),
    ];
    expect(gather(template([]), units, [at]).cells).toEqual({ [at]: "Cái Khế: mưa lớn\nTân An: triều cường" });
  });

  it("knows templates that have nothing to gather", () => {
    const plain: Block = { ...investors, rows: [{ kind: "indicator", id: "r1", label: text("Dân số") }] } as Block;
    expect(hasGathered(template([plain, narrative("n1", "none"), list("none")]), [])).toBe(false);
    for (const block of [investors, narrative("n1", "perUnit"), list("list")]) expect(hasGathered(template([block]), [])).toBe(true);
    expect(hasGathered(template([plain]), ["t1.r1.c2" as CellAddress])).toBe(true);
  });
});
