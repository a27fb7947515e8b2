import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyReads, openForm, withoutKey } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { CompiledForm, FormContext } from "@/lib/form/types";
import type { Template } from "@/lib/template";
import { everyFeature } from "./everyFeature";

const compiledOf = (template: Template): CompiledForm => {
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value.form;
};

/** Other periods read by a column, a row, a cell, across tables, in repeated rows and in a check. */
const template: Template = {
  format: 1,
  code: "KT",
  title: { vi: "Kỳ trước" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "fields", id: "fs", fields: [{ id: "k", label: { vi: "Hệ số" }, type: "integer" }] },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" } },
        { kind: "value", id: "c3", label: { vi: "Kỳ trước" }, formula: "prev(c2)" },
        { kind: "value", id: "c4", label: { vi: "Lũy kế" }, formula: "ytd(c2)", when: { exceptOrdinals: [1] } },
        { kind: "value", id: "c5", label: { vi: "Khác" } },
      ],
      rows: [
        { kind: "indicator", id: "r1", label: { vi: "Thu" } },
        { kind: "indicator", id: "r2", label: { vi: "Chi" } },
        { kind: "indicator", id: "r3", label: { vi: "Xã" }, repeat: { by: "units" } },
        { kind: "indicator", id: "r4", label: { vi: "Dự án" }, repeat: { by: "entries", prompt: { vi: "Thêm" } } },
      ],
      cells: [
        { row: "r1", column: "c5", formula: "sum(prev(c3), lastYear(c3), yearPlan(f.k))" },
        { row: "r2", column: "c3", lock: "x" },
      ],
      checks: [
        { id: "k1", formula: "c5 >= yearPlan(c5)", each: "row", rows: ["r2"], severity: "error", message: { vi: "Không dưới kế hoạch" } },
      ],
    },
  ],
};

const kinds = ["prev", "lastYear", "ytd", "yearPlan"] as const;

describe("the figures of other periods that a form names", () => {
  it("are those of its formulas and checks, by the kind of period, for every line of a repeated row", () => {
    const reads = historyReads(compiledOf(template), "2026-03");
    expect(Object.fromEntries(Object.entries(reads).map(([kind, names]) => [kind, [...names].sort()]))).toEqual({
      prev: ["t1.r1.c2", "t1.r1.c3", "t1.r3.c2", "t1.r4.c2"],
      lastYear: ["t1.r1.c3"],
      ytd: ["t1.r1.c2", "t1.r2.c2", "t1.r3.c2", "t1.r4.c2"],
      yearPlan: ["f.k", "t1.r2.c5"],
    });
  });

  it("leave out those of columns that the period has not", () => {
    expect(historyReads(compiledOf(template), "2026-01").ytd?.size).toBe(0);
  });

  it.each([
    ["reads of every kind", template],
    ["every feature", everyFeature],
  ])("are enough: a form of %s computes and finds the same with them alone", (_, document) => {
    const compiled = compiledOf(document);
    const units = [
      { key: "u1", name: "Một" },
      { key: "u2", name: "Hai" },
    ];
    const entries = {
      "t1.r4": [
        { id: "e1", label: "a" },
        { id: "e2", label: "b" },
      ],
    };
    const open = (history: FormContext["history"]) =>
      openForm(compiled, { period: "2026-03", units, history }, { cells: {}, narrative: {}, entries });
    const empty = open({});
    const addresses = Array.from({ length: empty.cellCount }, (__, cell) => empty.info(cell as CellIndex).address);
    const cells = fc.dictionary(fc.constantFrom(...addresses), fc.integer({ min: -50, max: 50 }), { minKeys: 5, maxKeys: 60 });
    const reads = historyReads(compiled, "2026-03");
    fc.assert(
      fc.property(fc.tuple(cells, cells, cells, cells), (figures) => {
        const whole = Object.fromEntries(kinds.map((kind, i) => [kind, figures[i]]));
        const named = Object.fromEntries(
          kinds.map((kind, i) => [
            kind,
            Object.fromEntries(Object.entries(figures[i] ?? {}).filter(([at]) => reads[kind]?.has(withoutKey(at)))),
          ]),
        );
        const [first, second] = [open(whole), open(named)];
        expect(second.content()).toEqual(first.content());
        expect(second.findings()).toEqual(first.findings());
      }),
      { numRuns: 60 },
    );
  });

  it("have no key of a repeated line", () => {
    const keyed: readonly CellAddress[] = ["t1.r3@92-KT.c2", "t1.r3.c2@x", "l1@e_1.ten"] as readonly string[] as readonly CellAddress[];
    expect(keyed.map(withoutKey)).toEqual(["t1.r3.c2", "t1.r3.c2", "l1.ten"]);
  });
});
