import { expect, it } from "vitest";
import { toldAt } from "@/components/designer/formula/toldAt";
import { formulaScope } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { baseWith } from "@/test/unit/template/base";

it("a problem of the stored formula is shown at the same piece of the formula as people read it", () => {
  const template = baseWith((_, table) => {
    table.columns.push({ kind: "value", id: "c6", label: { vi: "" }, formula: "c3 + c3 * 2" });
  });
  const scope = formulaScope(template, { kind: "column", block: "t1", column: "c6" });
  if (scope === undefined) throw new Error("no such place");
  // "c3 + c3 * 2" is shown as "moi + moi * 2".
  const problem: Problem = { code: "lint.unitResult", params: {}, at: "t1.c6", severity: "warning", span: { from: 5, to: 11 } };
  const elsewhere = { ...problem, at: "t1.c5" };
  const [told, ...others] = toldAt([elsewhere, problem], scope, "c3 + c3 * 2");
  expect(told).toMatchObject({ problem, shown: { span: { from: 6, to: 13 } } });
  expect(others).toEqual([]);
});
