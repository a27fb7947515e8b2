import { describe, expect, it } from "vitest";
import { embeddable, followReference } from "@/components/designer/blocks/reference";
import { referenceWords, type Speech } from "@/components/designer/blocks/referenceWords";
import { checkTemplate, flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";

/** A heading, a plain row, a repeated row; a group of columns and a repeated one; a field; an indicator. */
const template: Template = {
  format: 1,
  code: "A",
  title: { vi: "A" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "text", id: "x1", text: { vi: "" } },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Kế hoạch {year}", en: "Plan {year}" } },
        {
          kind: "group",
          id: "g1",
          label: { vi: "Đơn vị" },
          repeat: { by: "units" },
          columns: [{ kind: "value", id: "c3", label: { vi: "Số" } }],
        },
      ],
      rows: [
        {
          kind: "group",
          id: "r1",
          label: { vi: "Nông nghiệp" },
          rows: [{ kind: "indicator", id: "r2", label: { vi: "Trồng trọt" }, indicator: "KTXH_01" }],
        },
        { kind: "indicator", id: "r3", label: { vi: "Dự án" }, repeat: { by: "entries", prompt: { vi: "Tên dự án" } } },
        { kind: "total", id: "r4", label: { vi: "Tổng số" } },
      ],
    },
    { kind: "fields", id: "fs1", fields: [{ id: "dan_so", label: { vi: "Dân số" }, type: "integer" }] },
  ],
};

const speech: Speech = {
  locale: "vi",
  params: { year: 2026 },
  table: (number) => `Bảng ${number}`,
  indicator: (code) => `Chỉ tiêu ${code}`,
  nameless: "(chưa đặt tên)",
};

describe("a reference of a text", () => {
  it("is told by the names of its table, row and column, with the period's words in them", () => {
    expect(referenceWords(template, "t1.r2.c2", speech)).toEqual({ name: "Bảng 1 · Trồng trọt · Kế hoạch 2026", fault: undefined });
    expect(referenceWords(template, "f.dan_so", speech).name).toBe("Dân số");
    expect(referenceWords(template, "ind.KTXH_01", speech).name).toBe("Chỉ tiêu KTXH_01");
    expect(referenceWords(template, "t1.r2.c2", { ...speech, locale: "en", table: (n) => `Table ${n}` }).name).toBe(
      "Table 1 · Trồng trọt · Plan 2026",
    );
  });

  it("is told with what stands over a row or column whose label is not its own", () => {
    const twice: Template = {
      ...template,
      blocks: template.blocks.map((block) =>
        block.kind === "table"
          ? {
              ...block,
              columns: [
                {
                  kind: "group",
                  id: "g2",
                  label: { vi: "Trong tháng" },
                  columns: [{ kind: "value", id: "c5", label: { vi: "Sản lượng" } }],
                },
                { kind: "group", id: "g3", label: { vi: "Lũy kế" }, columns: [{ kind: "value", id: "c6", label: { vi: "Sản lượng" } }] },
              ],
              rows: [
                { kind: "group", id: "r1", label: { vi: "Lúa" }, rows: [{ kind: "indicator", id: "r2", label: { vi: "Diện tích" } }] },
                { kind: "group", id: "r3", label: { vi: "Ngô" }, rows: [{ kind: "indicator", id: "r4", label: { vi: "Diện tích" } }] },
              ],
            }
          : block,
      ),
    };
    expect(referenceWords(twice, "t1.r4.c6", speech).name).toBe("Bảng 1 · Ngô, Diện tích · Lũy kế, Sản lượng");
  });

  it("shows itself, marked, where it names nothing or a part that is repeated", () => {
    expect(referenceWords(template, "t1.r9.c2", speech)).toEqual({ name: "t1.r9.c2", fault: "unknown" });
    expect(referenceWords(template, "t1.r3.c2", speech)).toEqual({ name: "t1.r3.c2", fault: "repeated" });
    expect(referenceWords(template, "t1.r2.c3", speech)).toEqual({ name: "t1.r2.c3", fault: "repeated" });
  });

  it("names a part without words as one that has none", () => {
    const bare = {
      ...template,
      blocks: [{ kind: "fields" as const, id: "fs1", fields: [{ id: "a", label: { vi: " " }, type: "text" as const }] }],
    };
    expect(referenceWords(bare, "f.a", speech).name).toBe("(chưa đặt tên)");
  });

  it("is good exactly where the check of the template finds it good", () => {
    const [table] = tablesOf(template);
    const ids = {
      rows: [...(table ? flatRows(table).map(({ row }) => row.id) : []), "r9"],
      columns: [...(table ? leafColumns(table).map(({ column }) => column.id) : []), "g1", "c9"],
    };
    const refs = [
      ...ids.rows.flatMap((row) => ids.columns.map((column) => `t1.${row}.${column}`)),
      ...["t9.r2.c2", "t1.r2", "t1", "f.dan_so", "f.x", "f.dan_so.a", "ind.KTXH_01", "ind.KTXH_02", "", "t1.r2.c2.x"],
    ];
    for (const ref of refs) {
      const holding = {
        ...template,
        blocks: template.blocks.map((block) => (block.kind === "text" ? { ...block, text: { vi: `{{${ref}}}` } } : block)),
      };
      const problem = checkTemplate(holding).find(
        ({ code }) => code === "template.unknownReference" || code === "template.repeatedReference",
      );
      const expected = problem === undefined ? "good" : problem.code === "template.repeatedReference" ? "repeated" : "unknown";
      const { kind } = followReference(template, ref);
      expect([ref, kind === "unknown" || kind === "repeated" ? kind : "good"]).toEqual([ref, expected]);
    }
  });

  it("can be made to the crossings that have one value each", () => {
    const [table] = tablesOf(template);
    expect(table && embeddable(table).rows.map(({ id }) => id)).toEqual(["r2", "r4"]);
    expect(table && embeddable(table).columns.map(({ id }) => id)).toEqual(["c2"]);
  });
});
