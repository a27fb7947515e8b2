import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gather as gatherWithOrigins, hasGathered, originOf, type UnitContent } from "@/lib/aggregate";
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
const investors: Extract<Block, { kind: "table" }> = {
  kind: "table",
  id: "t1",
  columns: [{ kind: "value", id: "c1", label: text("Vốn") }],
  rows: [{ kind: "indicator", id: "r1", label: text("Nhà đầu tư"), repeat: { by: "entries", prompt: text("Thêm") } }],
};
const report = (code: string, name: string, content: Partial<ReportContent>): UnitContent => ({
  unit: { id: `id-${code}`, code, name },
  content: { cells: {}, narrative: {}, entries: {}, ...content },
});
const gather = (...given: Parameters<typeof gatherWithOrigins>) => gatherWithOrigins(...given).content;
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

  it("keeps rows of subordinate units under the code of the unit, also where an entry bears the same id", () => {
    const both = { ...investors, rows: [...investors.rows, { kind: "indicator", id: "r2", label: text("Xã"), repeat: { by: "units" } }] };
    const units = [
      report("916", "Ninh Kiều", {
        entries: { "t1.r1": [{ id: "31117", label: "A" }] },
        cells: cells({ "t1.r1@31117.c1": 1, "t1.r2@31117.c1": 100 }),
      }),
    ];
    expect(gather(template([both as Block]), units, []).cells).toEqual({ "t1.r1@916-1.c1": 1, "t1.r2@31117.c1": 100 });
  });

  it("keeps a column of a unit in an added row, of which only the row's entry gets another id", () => {
    const units = [report("916", "Ninh Kiều", { entries: { "t1.r1": [{ id: "x", label: "A" }] }, cells: cells({ "t1.r1@x.c1@x": 1 }) })];
    expect(gather(template([investors]), units, []).cells).toEqual({ "t1.r1@916-1.c1@x": 1 });
  });

  it("leaves out values of entries that their report does not list", () => {
    const units = [report("916", "Ninh Kiều", { cells: cells({ "t1.r1@x.c1": 1 }) })];
    expect(gather(template([investors]), units, []).cells).toEqual({});
  });

  it("keeps every unit's entries, whatever the codes of the units look like", () => {
    const codes = fc.uniqueArray(
      fc.oneof(
        fc.stringMatching(/^[A-B._Đ@-]{1,4}$/),
        fc.constantFrom("92.1", "92_1", "CANTHO-NINHKIEU-PHUONG-TANAN", "CANTHO-NINHKIEU-PHUONG-TANLOC", "CANTHO-NINHKIEU-PHUO_2"),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(codes, (all) => {
        const units = all.map((code, i) =>
          report(code, code, { entries: { "t1.r1": [{ id: "e", label: code }] }, cells: cells({ "t1.r1@e.c1": 10 ** i }) }),
        );
        const found = gatherWithOrigins(template([investors]), units, []);
        const ids = found.content.entries["t1.r1"]?.map(({ id }) => id) ?? [];
        for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,36}$/);
        expect(ids.map((id) => found.content.cells[`t1.r1@${id}.c1` as CellAddress])).toEqual(all.map((_, i) => 10 ** i));
        for (const [i, id] of ids.entries()) {
          const origin = originOf(template([investors]), found, `t1.r1@${id}.c1` as CellAddress);
          expect(origin).toEqual({ unitId: `id-${all[i]}`, at: "t1.r1@e.c1" });
        }
      }),
    );
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
