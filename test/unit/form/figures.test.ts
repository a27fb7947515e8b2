import { describe, expect, test } from "vitest";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex, CellValue } from "@/lib/form/content";
import type { Form, FormContext } from "@/lib/form/types";
import type { Column, Row, Table, Template } from "@/lib/template";

/** Forms of one small table, where it is plain what every figure must be. */
type Given = { readonly columns: readonly Column[]; readonly rows: readonly Row[] } & Partial<Pick<Table, "cells" | "checks">>;

const column = (id: string, more: Partial<Extract<Column, { kind: "value" }>> = {}): Column => ({
  kind: "value",
  id,
  label: { vi: id },
  ...more,
});
type Figures = Exclude<Row, { kind: "label" }>;
const row = (id: string, more: Partial<Figures> = {}): Row => ({ kind: "indicator", id, label: { vi: id }, ...more });
const total = row("tt", { kind: "total" });

const templateOf = ({ columns, rows, ...more }: Given): Template => ({
  format: 1,
  code: "FIGURES",
  title: { vi: "Số liệu" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [{ kind: "table", id: "t1", columns: [...columns], rows: [...rows], ...more }],
});

function opened(given: Given, figures: Readonly<Record<string, CellValue>> = {}, context: Partial<FormContext> = {}): Form {
  const compiled = compileForm(templateOf(given));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const cells = Object.fromEntries(Object.entries(figures).map(([at, value]) => [`t1.${at}` as CellAddress, value]));
  const surroundings: FormContext = { period: "2026-03", units: [], history: {}, ...context };
  return openForm(compiled.value.form, surroundings, { cells, narrative: {}, entries: {} });
}

const cell = (form: Form, at: string): CellIndex => {
  const found = form.index(`t1.${at}` as CellAddress);
  if (found === undefined) throw new Error(`no cell ${at}`);
  return found;
};
const read = (form: Form, at: string): CellValue => form.read(cell(form, at));
const codes = (form: Form): readonly string[] => form.findings().map(({ code, at }) => `${code} ${at}`);

describe("figures that stand already", () => {
  const given = { columns: [column("c1", { decimals: 2 })], rows: [row("r1"), row("r2"), total] };

  test("are opened as they are, beyond what one may enter", () => {
    const form = opened(given, { "r1.c1": 13_000_000_000_000, "r2.c1": 2_000_000_000_000 });
    expect(read(form, "r1.c1")).toBe(13_000_000_000_000);
    expect(read(form, "tt.c1")).toBe(15_000_000_000_000);
  });

  test("do not widen what may be entered", () => {
    const form = opened(given);
    const { refused } = form.apply([{ at: "t1.r1.c1" as CellAddress, value: 13_000_000_000_000 }]);
    expect(refused.map(({ code }) => code)).toEqual(["form.tooLarge"]);
  });
});

describe("the bounds of a computed cell", () => {
  const shares = "percent(c1, c1 + c2 + c3) + percent(c2, c1 + c2 + c3) + percent(c3, c1 + c2 + c3)";
  const given = { columns: [column("c1"), column("c2"), column("c3"), column("c4", { max: 100, formula: shares })], rows: [row("r1")] };

  test("are not broken by the noise of its computation", () => {
    const noisy: number[] = [];
    const form = opened(given, { "r1.c3": 7 });
    for (let a = 1; a < 20; a++) {
      for (let b = 1; b < 20; b++) {
        form.apply([
          { at: "t1.r1.c1" as CellAddress, value: a },
          { at: "t1.r1.c2" as CellAddress, value: b },
        ]);
        if ((read(form, "r1.c4") as number) > 100) noisy.push(a);
        expect(codes(form)).toEqual([]);
      }
    }
    expect(noisy.length).toBeGreaterThan(0);
  });

  test("are broken by what is really more", () => {
    const form = opened({ ...given, columns: [column("c1"), column("c4", { max: 100, formula: "c1 * 1.001" })] }, { "r1.c1": 100 });
    expect(codes(form)).toEqual(["form.aboveMax t1.r1.c4"]);
  });
});

describe("the tolerance of a check", () => {
  const summed = (decimals: number, type: "number" | "integer" = "number"): Given => ({
    columns: [column("c1", { type, ...(type === "integer" ? {} : { decimals }) })],
    rows: ["r0", "r1", "r2", "r3", "r4", "r5"].map((id) => row(id)),
    checks: [{ id: "k", formula: "r0 == sum(r1:r5)", each: "column", severity: "error", message: { vi: "Cộng sai" } }],
  });

  test.each<readonly [string, Given, Readonly<Record<string, CellValue>>, boolean]>([
    [
      "holds for what rounding may have made of an equal sum",
      summed(3),
      { "r0.c1": 16658.849, "r1.c1": 16000.4, "r2.c1": 600.1, "r3.c1": 50.1, "r4.c1": 8.247 },
      false,
    ],
    ["is not widened by blank rows", summed(0), { "r0.c1": 13, "r1.c1": 4, "r2.c1": 6 }, true],
    ["is not widened by rows marked -", summed(0), { "r0.c1": 12, "r1.c1": 4, "r2.c1": 6, "r3.c1": "-", "r4.c1": "-" }, true],
    ["is nothing for what is counted", summed(0, "integer"), { "r0.c1": 11, "r1.c1": 4, "r2.c1": 6 }, true],
  ])("%s", (_, given, figures, fails) => {
    expect(codes(opened(given, figures))).toEqual(fails ? ["form.checkFailed t1.c1"] : []);
  });
});

describe("a heading with a figure in one column", () => {
  const heading = row("g", { kind: "group", rows: [row("r1"), row("r2")] });
  const ownCell = [{ row: "g", column: "c1", formula: "sum(children)" }];
  const figures = { "r1.c1": 1, "r2.c1": 2, "r1.c2": 10, "r2.c2": 20 };

  test("leaves its rows to the totals of the other columns", () => {
    const form = opened({ columns: [column("c1"), column("c2")], rows: [heading, total], cells: ownCell }, figures);
    expect([read(form, "g.c1"), read(form, "tt.c1"), read(form, "tt.c2")]).toEqual([3, 3, 30]);
  });

  test("leaves them to the total of a column that is computed from both", () => {
    const columns = [column("c1"), column("c2"), column("c3", { formula: "c1 + c2" })];
    const form = opened({ columns, rows: [heading, total], cells: ownCell }, figures);
    expect(read(form, "tt.c3")).toBe(33);
  });

  test.each([
    ["a range around it", "sum(r0:r9)"],
    ["a range that ends with it", "sum(r0:g) + r9"],
  ])("leaves them to %s", (_, formula) => {
    const rows = [row("r0"), heading, row("r9"), row("z", { formula })];
    const form = opened(
      { columns: [column("c1"), column("c2")], rows, cells: ownCell },
      { ...figures, "r0.c2": 5, "r9.c2": 7, "r9.c1": 4 },
    );
    expect([read(form, "z.c1"), read(form, "z.c2")]).toEqual([7, 42]);
  });

  test("leaves them to the total of a column in which it is locked", () => {
    const rows = [row("g", { kind: "group", formula: "sum(children)", rows: [row("r1"), row("r2")] }), total];
    const form = opened({ columns: [column("c1"), column("c2")], rows, cells: [{ row: "g", column: "c2", lock: "x" }] }, figures);
    expect([read(form, "g.c2"), read(form, "tt.c1"), read(form, "tt.c2")]).toEqual(["x", 3, 30]);
  });
});

describe("a subtotal after one that the period does not have", () => {
  const rows = [
    row("r1"),
    row("s1", { kind: "subtotal", when: { ordinals: [6] } }),
    row("r2", { decimals: 0 }),
    row("s2", { kind: "subtotal" }),
    total,
  ];
  const given = { columns: [column("c1", { decimals: 2 })], rows };

  test("adds what that one would have added, to the last decimal", () => {
    const form = opened(given, { "r1.c1": 1.25, "r2.c1": 2 });
    expect([read(form, "s2.c1"), read(form, "tt.c1")]).toEqual([3.25, 3.25]);
    expect(form.info(cell(form, "s2.c1")).scale).toBe(2);
  });

  test("leaves it to that one in the periods that have it", () => {
    const form = opened(given, { "r1.c1": 1.25, "r2.c1": 2 }, { period: "2026-06" });
    expect([read(form, "s1.c1"), read(form, "s2.c1"), read(form, "tt.c1")]).toEqual([1.25, 2, 3.25]);
  });
});

describe("yields in a total", () => {
  // Two fields: 10 ha give 60 tấn (60 tạ/ha), 30 ha give 120 tấn (40 tạ/ha); together 180 tấn on 40 ha, 45 tạ/ha.
  const figures = { "r1.c1": 10, "r1.c2": 60, "r2.c1": 30, "r2.c2": 120 };
  const cases: readonly [string, number][] = [
    ["c3 - c5", -5],
    ["c3", 45],
    ["max(c3, c5)", 50],
    ["c3 * 100 / 1000", 4.5],
    // A yield times an area is an amount again, and amounts are added: 600 + 1,200.
    ["c3 * c1", 1800],
  ];

  test.each(cases)("are computed anew from a yield by %s, wherever its column stands, and amounts are added", (formula, expected) => {
    const columns = [
      column("c4", { formula }),
      column("c1"),
      column("c2"),
      column("c3", { formula: "c2 / c1 * 10" }),
      column("c5", { formula: "c3 * 0 + 50" }),
    ];
    const form = opened({ columns, rows: [row("r1"), row("r2"), total] }, figures);
    expect(read(form, "tt.c3")).toBe(45);
    expect(read(form, "tt.c5")).toBe(50);
    expect(read(form, "tt.c4")).toBeCloseTo(expected, 9);
  });
});

describe("percentages in a total", () => {
  const rows = [row("r1"), row("r2"), row("s", { kind: "subtotal" }), total];
  const figures = { "r1.c1": 100, "r2.c1": 100, "r1.c2": 110, "r2.c2": 130 };

  test.each([
    ["c3", 120],
    ["c3 - 100", 20],
    ["if(c1 > 0, c3, 0)", 120],
    ["((c2 / c1) ^ (1 / 2) - 1) * 100", 9.54],
    ["c3 - percent(c1, c1)", 20],
  ])("are computed anew from a percentage by %s", (formula, expected) => {
    const columns = [
      column("c1"),
      column("c2"),
      column("c3", { type: "percent", formula: "percent(c2, c1)" }),
      column("c4", { type: "percent", formula }),
    ];
    const form = opened({ columns, rows }, figures);
    expect(read(form, "tt.c3")).toBe(120);
    expect(read(form, "tt.c4")).toBeCloseTo(expected, 2);
    expect(read(form, "s.c4")).toBeCloseTo(expected, 2);
  });

  test("are not added where they are entered: the cell is locked, unless a formula or `none` is set on it", () => {
    const columns = [column("c1"), column("c2", { type: "percent" })];
    const entered = opened({ columns, rows }, figures);
    expect([read(entered, "tt.c1"), read(entered, "tt.c2")]).toEqual([200, null]);
    expect(["s.c2", "tt.c2"].map((at) => entered.info(cell(entered, at)).role)).toEqual(["locked", "locked"]);
    const cells = [
      { row: "s", column: "c2", formula: "mean(r1, r2)" },
      { row: "tt", column: "c2", lock: "none" as const },
    ];
    const written = opened({ columns, rows, cells }, figures);
    expect(read(written, "s.c2")).toBe(120);
    expect(written.info(cell(written, "tt.c2")).role).toBe("input");
  });
});

describe("a parent's means", () => {
  const columns = [
    column("c1", { aggregate: { rule: "mean" } }),
    column("c2", { formula: "c1 + 1" }),
    column("c3", { aggregate: { rule: "sum" } }),
  ];
  const given = { columns, rows: [row("r1"), row("r2"), row("r3"), row("r4"), total] };
  const means = { "r1.c1": 3.335, "r2.c1": 3.335, "r3.c1": 3.335, "r1.c3": 0.1, "r2.c3": 0.2 };

  test.each([
    ["a row is blank", means],
    ["no row is", { ...means, "r4.c1": 0 }],
  ])("are added as they are, where %s", (_, figures) => {
    const form = opened(given, figures, { aggregated: true });
    expect(read(form, "tt.c1")).toBeCloseTo(10.005, 9);
    expect(read(form, "r1.c2")).toBeCloseTo(4.335, 9);
    expect([read(form, "tt.c3"), form.info(cell(form, "tt.c3")).scale, form.info(cell(form, "tt.c1")).scale]).toEqual([0.3, 2, undefined]);
  });

  test("have fixed decimals in a report of one unit", () => {
    const form = opened(given);
    expect([form.info(cell(form, "r1.c1")).scale, form.info(cell(form, "tt.c1")).scale]).toEqual([2, 2]);
  });
});

describe("figures that cancel out", () => {
  const inputs = ["c1", "c2", "c3", "c4"];
  const tenths = { "r1.c1": 5, "r1.c2": 0.1, "r1.c3": 0.2, "r1.c4": 0.3 };

  test.each([
    "percent(c1, c2 + c3 - c4)",
    "growth(c1, c4 - c3 - c2)",
    "c1 / (c2 + c3 - c4)",
    "c1 / (c2 - (c4 - c3))",
    "c1 / (sum(c2, c3) - c4)",
    // Without fixed decimals.
    "c1 / (c2 * 1.1 + c3 * 1.1 - c4 * 1.1)",
    "c1 / (1 / 3 * c2 + 1 / 3 * c3 - 1 / 3 * c4)",
  ])("are no divisor: %s", (formula) => {
    const form = opened({ columns: [...inputs.map((id) => column(id)), column("c5", { formula })], rows: [row("r1")] }, tenths);
    expect(read(form, "r1.c5")).toBeNull();
    expect(codes(form)).toEqual(["form.divisionByZero t1.r1.c5"]);
  });

  test.each([
    ["sqrt(c4 - c3 - c2)", 0],
    ["c2 * 1.1 + c3 * 1.1 - c4 * 1.1", 0],
    ["if(c2 + c3 - c4 == 0, 1, 2)", 1],
    ["c1 / (c1 - 4.99)", 500],
  ])("leave nothing, and others what they do: %s", (formula, expected) => {
    const form = opened({ columns: [...inputs.map((id) => column(id)), column("c5", { formula })], rows: [row("r1")] }, tenths);
    expect(read(form, "r1.c5")).toBe(expected);
  });

  test("leave the last unit of large figures", () => {
    const columns = [column("c1", { decimals: 0 }), column("c2", { decimals: 0 }), column("c3", { formula: "10 / (c1 - c2)" })];
    const form = opened({ columns, rows: [row("r1")] }, { "r1.c1": 200_000_000_000_001, "r1.c2": 200_000_000_000_000 });
    expect(read(form, "r1.c3")).toBe(10);
  });
});
