import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import type { CellAddress } from "@/lib/form/content";
import { previewDocx } from "@/lib/service/documents";
import type { Template } from "@/lib/template";
import { type Office, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
});

const document: Template = {
  format: 1,
  code: "THU",
  title: { vi: "Biểu thử của {unit} {period}" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c0", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c1", label: { vi: "Kế hoạch" } },
        { kind: "value", id: "c2", label: { vi: "Gấp đôi" }, formula: "c1 * 2" },
      ],
      rows: [{ kind: "indicator", id: "r1", label: { vi: "Một" } }],
    },
    { kind: "narrative", id: "n1", prompt: { vi: "Đánh giá" } },
  ],
};
const content = { cells: { ["t1.r1.c1" as CellAddress]: 1234 }, narrative: {}, entries: {} };
const input = () => ({ document: document as unknown, period: "2026-03", unitId: office.unitIds.vp ?? "", content });
const codes = (outcome: Awaited<ReturnType<typeof previewDocx>>) => (outcome.ok ? [] : outcome.error.problems.map(({ code }) => code));

describe("the Word file of a template being designed", () => {
  it("is a report of the unit and period, with the tried values and what is computed of them", async () => {
    const written = await previewDocx(office.as("thietke"), input(), "vi");
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    const zip = await JSZip.loadAsync(written.value.bytes);
    const text = ((await zip.file("word/document.xml")?.async("text")) ?? "").replaceAll(/<[^>]+>/g, " ");
    expect(text).toContain("1.234");
    expect(text).toContain("2.468");
    expect(text.toLocaleLowerCase("vi")).toContain("tháng 3 năm 2026");
    expect(written.value.name).toMatch(/^THU .* 2026-03\.docx$/);
  });

  it("is for designers alone", async () => {
    expect(codes(await previewDocx(office.as("nhap"), input(), "vi"))).toEqual(["library.notYours"]);
  });

  it.each<readonly [string, () => Partial<Parameters<typeof previewDocx>[1]>, string]>([
    ["what is no template", () => ({ document: { format: 1 } }), "library.brokenDocument"],
    ["a template whose formula leads nowhere", () => ({ document: broken }), "library.brokenDocument"],
    ["a period that is none", () => ({ period: "2026-13" }), "period.unknownCode"],
    ["a unit that is none", () => ({ unitId: "00000000-0000-4000-8000-000000000000" }), "unit.notFound"],
    [
      "a section that is no rich text",
      () => ({ content: { ...content, narrative: { n1: { type: "doc", content: [{ type: "script" }] } } } }),
      "report.badNarrative",
    ],
  ])("refuses %s", async (_, wrong, code) => {
    expect(codes(await previewDocx(office.as("thietke"), { ...input(), ...wrong() }, "vi"))[0]).toBe(code);
  });
});

const broken = JSON.parse(JSON.stringify(document).replace("c1 * 2", "c9 * 2"));
