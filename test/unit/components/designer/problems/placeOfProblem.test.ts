import { describe, expect, it } from "vitest";
import { groupProblems } from "@/components/designer/problems/groupProblems";
import { placeOfProblem } from "@/components/designer/problems/placeOfProblem";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";

/** One of each part that a problem can be about, of our own. */
const template: Template = {
  format: 1,
  code: "CHO",
  title: { vi: "Chỗ" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", text: { vi: "Đầu" }, level: 1 },
    { kind: "narrative", id: "n1", prompt: { vi: "Đánh giá" } },
    { kind: "fields", id: "fs", fields: [{ id: "dan_so", label: { vi: "Dân số" }, type: "number" }] },
    { kind: "list", id: "l1", title: { vi: "Kiến nghị" }, columns: [{ id: "nd", label: { vi: "Nội dung" }, type: "text" }] },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "group", id: "g1", label: { vi: "Nhóm" }, columns: [{ kind: "value", id: "c2", label: { vi: "Thực hiện" } }] },
      ],
      rows: [
        { kind: "group", id: "r1", label: { vi: "Nhóm" }, rows: [{ kind: "indicator", id: "r2", label: { vi: "Con" } }] },
        { kind: "indicator", id: "r3", label: { vi: "Ba" } },
      ],
      checks: [{ id: "k1", formula: "c2 > 0", severity: "error", message: { vi: "Sai" } }],
    },
  ],
};

describe("the place of a problem", () => {
  it.each([
    ["", { kind: "document" }],
    ["h1", { kind: "block", block: "h1" }],
    ["n.n1", { kind: "block", block: "n1" }],
    ["f.dan_so", { kind: "field", block: "fs", field: "dan_so" }],
    ["l1", { kind: "block", block: "l1" }],
    ["l1.nd", { kind: "field", block: "l1", field: "nd" }],
    ["e.l1", { kind: "block", block: "l1" }],
    ["t1", { kind: "block", block: "t1" }],
    ["t1.c2", { kind: "column", block: "t1", column: "c2" }],
    ["t1.g1", { kind: "column", block: "t1", column: "g1" }],
    ["t1.r2", { kind: "row", block: "t1", row: "r2" }],
    ["t1.k1", { kind: "check", block: "t1", check: "k1" }],
    ["t1.r2.c2", { kind: "cell", block: "t1", row: "r2", column: "c2" }],
    ["t1.r2@u1.c2", { kind: "cell", block: "t1", row: "r2", column: "c2" }],
    ["/blocks/4/rows/0/rows/0/label", { kind: "row", block: "t1", row: "r2" }],
    ["/blocks/4", { kind: "block", block: "t1" }],
    ["/title", { kind: "document" }],
  ])("%s", (at, place) => {
    expect(placeOfProblem(template, at)).toEqual(place);
  });

  it("is what still stands where the rest is gone", () => {
    expect(placeOfProblem(template, "t1.gone")).toEqual({ kind: "block", block: "t1" });
    expect(placeOfProblem(template, "t1.r3.gone")).toEqual({ kind: "row", block: "t1", row: "r3" });
    expect(placeOfProblem(template, "gone.r3")).toEqual({ kind: "document" });
    expect(placeOfProblem(template, "f.gone")).toEqual({ kind: "document" });
  });
});

it("problems stand by block in the order of the document, the template's own first, errors before warnings", () => {
  const problem = (at: string, severity: Problem["severity"]): Problem => ({ code: `${severity} ${at}`, params: {}, at, severity });
  const groups = groupProblems(template, [
    problem("t1.r3", "warning"),
    problem("h1", "warning"),
    problem("t1", "error"),
    problem("", "error"),
  ]);
  expect(groups.map(({ block, problems }) => [block, problems.map(({ problem: { code } }) => code)])).toEqual([
    [undefined, ["error "]],
    ["h1", ["warning h1"]],
    ["t1", ["error t1", "warning t1.r3"]],
  ]);
});
