import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromSubmission, openForm, toSubmission, unitKey, unitOfKey } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { Template } from "@/lib/template";

const label = (vi: string) => ({ vi });
const template: Template = {
  format: 1,
  code: "THU",
  title: label("Thử"),
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "value", id: "c1", label: label("Số"), decimals: 0 },
        {
          kind: "group",
          id: "g",
          label: label("Xã"),
          repeat: { by: "units" },
          columns: [{ kind: "value", id: "c2", label: label("Số"), decimals: 0 }],
        },
      ],
      rows: [
        { kind: "indicator", id: "u", label: label("Đơn vị"), repeat: { by: "units" } },
        { kind: "indicator", id: "r1", label: label("Khác") },
        { kind: "total", id: "tt", label: label("Cộng") },
      ],
    },
  ],
};
const opened = (codes: readonly string[]) => {
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const units = codes.map((code) => ({ key: unitKey(code), name: code }));
  return openForm(compiled.value.form, { period: "2026-03", units, history: {} }, { cells: {}, narrative: {}, entries: {} });
};

describe("keys of units", () => {
  it("are the codes, but for characters that addresses are taken apart at", () => {
    expect(["31117", "H13.05", "000.00.05.H13", "x_1-A", "a~b", "a@b!"].map(unitKey)).toEqual([
      "31117",
      "H13~05",
      "000~00~05~H13",
      "x_1-A",
      "a!tb",
      "a!ab!!",
    ]);
  });

  it("tell every code from every other, and give it back", () => {
    const codes = fc.oneof(fc.stringMatching(/^[.~@!ta1]{0,8}$/), fc.string());
    fc.assert(
      fc.property(codes, (code) => {
        expect(unitOfKey(unitKey(code))).toBe(code);
        expect(unitKey(code)).not.toMatch(/[.@]/);
      }),
    );
  });

  it("give rows and columns of units with dotted codes addresses that are found and take values", () => {
    const form = opened(["H13.05", "H13.06"]);
    for (let cell = 0; cell < form.cellCount; cell++) expect(form.index(form.info(cell as CellIndex).address)).toBe(cell);
    const edits = ["t1.u@H13~05.c1", "t1.u@H13~06.c1", "t1.r1.c2@H13~06"].map((at, i) => ({ at: at as CellAddress, value: 10 ** i }));
    expect(form.apply(edits).refused).toEqual([]);
    const total = form.index("t1.tt.c1" as CellAddress);
    expect(total !== undefined && form.read(total)).toBe(11);
  });

  it("are unknown to integrators, whose submissions name the units by their codes", () => {
    const submission = {
      tables: { t1: { rows: { r1: { c1: 3, c2: { "H13.06": 4 } } }, units: { u: { "H13.05": { u: { c1: 1, c2: { "H13.06": 2 } } } } } } },
    };
    const read = fromSubmission(submission);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.cells).toEqual({ "t1.r1.c1": 3, "t1.r1.c2@H13~06": 4, "t1.u@H13~05.c1": 1, "t1.u@H13~05.c2@H13~06": 2 });
    expect(toSubmission(read.value, template)).toEqual(submission);
  });
});
