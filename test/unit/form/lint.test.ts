import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileForm, lintTemplate } from "@/lib/form/compile";
import { combined, sameDimension, unitOfMeasure } from "@/lib/form/unitOfMeasure";
import { say } from "@/lib/messages";
import type { Cell, Check, Column, FigureRow, Row, Template, ValueColumn } from "@/lib/template";

const column = (id: string, rest: Partial<ValueColumn> = {}): Column => ({ kind: "value", id, label: { vi: id.toUpperCase() }, ...rest });
const columns = (...ids: readonly string[]): Column[] => ids.map((id) => column(id));
const group = (id: string, inner: readonly Column[]): Column => ({ kind: "group", id, label: { vi: id }, columns: [...inner] });
const row = (id: string, rest: Partial<FigureRow> = {}): Row => ({
  kind: "indicator",
  id,
  label: { vi: id },
  ...rest,
});
const rows = (...ids: readonly string[]): Row[] => ids.map((id) => row(id));

interface Given {
  readonly columns?: readonly Column[];
  readonly rows?: readonly Row[];
  readonly cells?: readonly Cell[];
  readonly checks?: readonly Check[];
  readonly unit?: string;
}

const templateOf = (given: Given): Template => ({
  format: 1,
  code: "T",
  title: { vi: "Biểu thử" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [...(given.columns ?? columns("c1"))],
      rows: [...(given.rows ?? rows("r1"))],
      ...(given.unit === undefined ? {} : { unit: given.unit }),
      ...(given.cells === undefined ? {} : { cells: [...given.cells] }),
      ...(given.checks === undefined ? {} : { checks: [...given.checks] }),
    },
  ],
});

/** Code and place of all that a designer is told: what compiling refuses, then the slips. */
function found(given: Given): readonly string[] {
  const template = templateOf(given);
  const compiled = compileForm(template);
  return [...(compiled.ok ? compiled.value.warnings : compiled.error), ...lintTemplate(template)].map(({ code, at }) => `${code} ${at}`);
}

const check = (formula: string): Check => ({ id: "k1", formula, severity: "error", message: { vi: "" } });

describe("the designer's findings", () => {
  it.each<readonly [string, Given, readonly string[]]>([
    // Of compiling.
    ["an unknown name", { columns: [column("c1"), column("c2", { formula: "c1 + cl" })] }, ["form.unknownNameNear t1.c2"]],
    ["a cycle", { columns: [column("c1", { formula: "c2 + 1" }), column("c2", { formula: "c1 + 1" })] }, ["form.cycle t1.r1.c1"]],
    [
      "a condition where a figure is wanted",
      { columns: [column("c1"), column("c2", { formula: "c1 > 2" })] },
      ["formula.numberExpected t1.c2"],
    ],
    ["a slip of writing", { columns: [column("c1"), column("c2", { formula: "c1 +" })] }, ["formula.valueMissingAtEnd t1.c2"]],

    // Units of measure.
    [
      "money and land added",
      { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "ha" }), column("c3", { formula: "c1 + c2" })] },
      ["lint.unitMismatch t1.c3"],
    ],
    [
      "money and land compared by a check",
      { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "ha" })], checks: [check("c1 >= c2")] },
      ["lint.unitMismatch t1.k1"],
    ],
    [
      "million and billion added",
      { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "triệu đồng" }), column("c3", { formula: "c1 + c2" })] },
      ["lint.unitScale t1.c3"],
    ],
    [
      "rows of different units summed",
      { rows: [row("r1", { unit: "ha" }), row("r2", { unit: "người" }), { kind: "total", id: "r9", label: { vi: "" } }] },
      ["lint.unitMismatch t1.r9"],
    ],
    [
      "a percentage of money in land",
      {
        columns: [
          column("c1", { unit: "tỷ đồng" }),
          column("c2", { unit: "ha" }),
          column("c3", { type: "percent", formula: "percent(c1, c2)" }),
        ],
      },
      ["lint.unitMismatch t1.c3"],
    ],
    [
      "a result in another unit than its cell",
      { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "ha", formula: "round(c1 * 2)" })] },
      ["lint.unitResult t1.c2"],
    ],
    [
      "a result in another size than its cell",
      { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "triệu đồng", formula: "prev(c1)" })] },
      ["lint.unitScaleResult t1.c2"],
    ],
    [
      "a yield in the unit of its harvest",
      { columns: [column("c1", { unit: "ha" }), column("c2", { unit: "tấn" }), column("c3", { unit: "tấn", formula: "c2 / c1" })] },
      ["lint.unitResult t1.c3"],
    ],
    [
      "nothing, where a constant converts, quotients give their unit, and units are unknown or the same",
      {
        columns: [
          column("c1", { unit: "ha" }),
          column("c2", { unit: "tấn" }),
          column("c3", { unit: "tạ/ha", formula: "c2 / c1 * 10" }),
          column("c4", { unit: "tạ", formula: "c1 * c3" }),
          column("c5", { unit: "kg", formula: "c2 * 1000" }),
          column("c6", { type: "percent", formula: "c2 / prev(c2) * 100" }),
          column("c7"),
          column("c8", { unit: "tấn", formula: "c2 + c7 + 5" }),
          column("c9", { unit: "Tấn", formula: "if(c2 > 3, c2, 0)" }),
          column("c10", { unit: "ha", formula: "c1 * c6 / 100" }),
        ],
      },
      [],
    ],

    // Ratios.
    [
      "a percentage that is added up",
      { columns: [column("c1", { type: "percent" })], rows: [...rows("r1", "r2"), row("r9", { formula: "r1 + r2" })] },
      ["lint.ratioSummed t1.r9"],
    ],
    [
      "a total of percentages that are entered, once for their column",
      {
        columns: [...columns("c1"), column("c2", { type: "percent" })],
        rows: [...rows("r1", "r2"), row("r8", { kind: "subtotal" }), row("r9", { kind: "total" })],
      },
      ["lint.percentTotal t1.c2"],
    ],
    [
      "nothing, where the total of percentages is locked or opened on purpose",
      {
        columns: [...columns("c1"), column("c2", { type: "percent" })],
        rows: [...rows("r1", "r2"), row("r8", { kind: "subtotal", lock: "none" }), row("r9", { kind: "total" })],
        cells: [{ row: "r9", column: "c2", lock: "x" }],
      },
      [],
    ],
    [
      "a computed ratio that is added up by its cell's own formula",
      {
        columns: [...columns("c1", "c2"), column("c3", { formula: "c1 / c2" })],
        rows: rows("r1", "r2", "r3"),
        cells: [{ row: "r3", column: "c3", formula: "round(r1 + r2, 1)" }],
      },
      ["lint.ratioSummed t1.r3.c3"],
    ],
    [
      "a ratio that is added over periods",
      { columns: [column("c1", { type: "percent" }), column("c2", { type: "percent", formula: "ytd(c1)" })] },
      ["lint.ratioSummed t1.c2"],
    ],
    [
      "a percentage that a parent would add",
      { columns: [column("c1", { type: "percent", aggregate: { rule: "sum" } })] },
      ["lint.ratioAggregated t1.c1"],
    ],
    ["a yield that a parent would add, nothing being said", { columns: [column("c1", { unit: "tạ/ha" })] }, ["lint.ratioAggregated t1.c1"]],
    [
      "nothing, where a ratio is computed again in the total, subtracted, averaged by weight or aggregated so",
      {
        columns: [
          ...columns("c1", "c2"),
          column("c3", { type: "percent", formula: "percent(c1, c2)" }),
          column("c4", { type: "percent", aggregate: { rule: "weightedMean", weight: "c1" } }),
        ],
        rows: [...rows("r1", "r2"), { kind: "total", id: "r9", label: { vi: "" } }],
        cells: [{ row: "r9", column: "c4", formula: "(r1.c4 * r1.c1 + r2.c4 * r2.c1) / c1" }],
      },
      [],
    ],

    // Neighbours.
    [
      "a column unlike both beside it",
      {
        columns: [
          group("g1", columns("c1", "c2", "c3")),
          group("g2", columns("c4", "c5", "c6")),
          group("g3", [column("c7", { formula: "c1 + c4" }), column("c8", { formula: "c2 - c5" }), column("c9", { formula: "c3 + c6" })]),
        ],
      },
      ["lint.oddFormula t1.c8"],
    ],
    [
      "the last column of a row, with a name slipped",
      {
        columns: [
          ...columns("c1", "c2", "c3", "c4"),
          column("c5", { formula: "c1 * 2" }),
          column("c6", { formula: "c2 * 2" }),
          column("c7", { formula: "c4 * 2" }),
        ],
      },
      ["lint.oddFormula t1.c7"],
    ],
    [
      "a column unlike its like under other heads",
      {
        columns: ["1", "2", "3"].map((q) =>
          group(`g${q}`, [column(`a${q}`), column(`b${q}`), column(`s${q}`, { formula: q === "2" ? `a${q} + a${q}` : `a${q} + b${q}` })]),
        ),
      },
      ["lint.oddFormula t1.s2"],
    ],
    [
      "a row unlike its like",
      {
        rows: ["1", "2", "3"].map((i) =>
          row(`r${i}`, { formula: i === "3" ? "r3a - r3b" : `r${i}a + r${i}b`, rows: rows(`r${i}a`, `r${i}b`) }),
        ),
      },
      ["lint.oddFormula t1.r3"],
    ],
    [
      "a cell unlike those over and under it",
      {
        columns: columns("c1", "c2", "c3"),
        rows: rows("r1", "r2", "r3"),
        cells: ["r1", "r2", "r3"].map((id) => ({ row: id, column: "c3", formula: id === "r2" ? "c1 * c2" : "c1 + c2" })),
      },
      ["lint.oddFormula t1.r2.c3"],
    ],
    [
      "a cell that is its column's formula but for a name",
      {
        columns: [...columns("c1", "c2", "c3"), column("c4", { formula: "c1 - c2" })],
        rows: rows("r1", "r2"),
        cells: [{ row: "r2", column: "c4", formula: "c1 - c3" }],
      },
      ["lint.oddFormula t1.r2.c4"],
    ],
    [
      "nothing, where neighbours say the same in their places or mean one cell",
      {
        columns: [
          ...columns("c1", "c2", "c3"),
          column("c4", { formula: "c1 / r1.c1" }),
          column("c5", { formula: "c2 / r1.c1" }),
          column("c6", { formula: "c3 / r1.c1" }),
        ],
      },
      [],
    ],
    [
      "nothing, where a rate stands beside sums",
      {
        columns: [
          ...columns("c1", "c2", "c3", "c4"),
          column("c5", { formula: "c1 + c3" }),
          column("c6", { formula: "c2 + c4" }),
          column("c7", { type: "percent", formula: "percent(c6, c5)" }),
        ],
      },
      [],
    ],

    // Ranges.
    [
      "a range that ends with the subtotal of its rows",
      { rows: [...rows("r1", "r2"), row("s", { kind: "subtotal" }), row("r9", { formula: "sum(r1:s)" })] },
      ["lint.countedTwice t1.r9"],
    ],
    [
      "a row added beside the sum that it is part of",
      { rows: [row("g", { formula: "r1 + r2" }), ...rows("r1", "r2", "r3"), row("r9", { formula: "g + r2 + r3" })] },
      ["lint.countedTwice t1.r9"],
    ],
    [
      "nothing, where a range passes subtotals on its way",
      { rows: [...rows("r1", "r2"), row("s", { kind: "subtotal" }), row("r3"), row("r9", { formula: "sum(r1:r3)" })] },
      [],
    ],
    [
      "a sum that leaves out the last row",
      { rows: [...rows("r1", "r2", "r3"), { kind: "total", id: "r9", label: { vi: "" }, formula: "sum(r1:r2)" }] },
      ["lint.shortRange t1.r9"],
    ],
    [
      "a sum that leaves out the first row",
      { rows: [{ kind: "total", id: "r0", label: { vi: "" }, formula: "r2 + r3 + r4" }, ...rows("r1", "r2", "r3", "r4")] },
      ["lint.shortRange t1.r0"],
    ],
    [
      "a sum that leaves out the last row under it",
      { rows: [row("r1", { formula: "sum(r2:r3)", rows: rows("r2", "r3", "r4") })] },
      ["lint.shortRange t1.r1"],
    ],
    [
      "a sum that leaves out the last column under its head",
      { columns: [group("g", [column("c1", { formula: "sum(c2:c3)" }), ...columns("c2", "c3", "c4")])] },
      ["lint.shortRange t1.c1"],
    ],
    [
      "nothing, where a sum takes all, up to the subtotal before, or stops well before the end",
      {
        rows: [
          ...rows("r1", "r2"),
          { kind: "subtotal", id: "s1", label: { vi: "" }, formula: "sum(r1:r2)" },
          ...rows("r3", "r4"),
          { kind: "subtotal", id: "s2", label: { vi: "" }, formula: "sum(r3:r4)" },
          row("r5", { formula: "r6 + r7", rows: rows("r6", "r7", "r8", "r9") }),
        ],
      },
      [],
    ],
    [
      "nothing, where the column left out is of another unit, computed, or under another head",
      {
        columns: [
          group("g1", [
            column("c1", { unit: "ha", formula: "c2 + c3" }),
            column("c2", { unit: "ha" }),
            column("c3", { unit: "ha" }),
            column("c4", { unit: "người" }),
          ]),
          group("g2", [column("c5", { unit: "ha" }), column("c6", { type: "percent", formula: "percent(c2, c1)" })]),
        ],
      },
      [],
    ],
  ])("%s", (_, given, expected) => expect(found(given)).toEqual(expected));

  it("say what it is and what it should be, in both languages", () => {
    const sayAll = (given: Given, locale: "vi" | "en") => lintTemplate(templateOf(given)).map((problem) => say(problem, locale));
    const short: Given = { rows: [...rows("r1", "r2", "r3"), { kind: "total", id: "r9", label: { vi: "" }, formula: "sum(r1:r2)" }] };
    expect(sayAll(short, "vi")).toEqual(["Bảng t1, hàng r9, ký tự 1–10: Công thức cộng thiếu r3: dãy này đi từ r1 đến r3"]);
    const slipped: Given = {
      columns: [
        ...columns("c1", "c2", "c3", "c4"),
        column("c5", { formula: "c1 * 2" }),
        column("c6", { formula: "c2 * 2" }),
        column("c7", { formula: "c4 * 2" }),
      ],
    };
    expect(sayAll(slipped, "en")).toEqual([
      "Table t1, column c7, characters 1–6: The formula c4 * 2 differs from those beside it; following their pattern it would be c3 * 2",
    ]);
    const mixed: Given = {
      columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "ha" }), column("c3", { formula: "5 + c1 + c2" })],
    };
    expect(sayAll(mixed, "vi")).toEqual([
      "Bảng t1, cột c3, ký tự 1–11: Công thức cộng hoặc so sánh hai đơn vị tính khác nhau: tỷ đồng và ha",
    ]);
  });

  it.each(readdirSync("templates").filter((file) => file.endsWith(".json")))("are none in the real form %s", (file) => {
    const sample: Template = JSON.parse(readFileSync(`templates/${file}`, "utf8"));
    expect(lintTemplate(sample)).toEqual([]);
  });
});

describe("a unit of measure", () => {
  it.each([
    ["đồng", { money: 1 }, 1],
    ["Triệu đồng", { money: 1 }, 1e6],
    ["tỷ đồng", { money: 1 }, 1e9],
    ["tỉ VNĐ", { money: 1 }, 1e9],
    ["nghìn  đồng", { money: 1 }, 1e3],
    ["1000 tấn", { mass: 1 }, 1e6],
    ["1.000 ha", { area: 1 }, 1e7],
    ["km²", { area: 1 }, 1e6],
    ["tạ/ha", { mass: 1, area: -1 }, 0.01],
    ["nghìn đồng/tấn", { money: 1, mass: -1 }, 1],
    ["%", { percent: 1 }, 1],
    ["Hồ sơ", { "hồ sơ": 1 }, 1],
    ["1000 TEU", { teu: 1 }, 1000],
    ["đồng/đồng", {}, 1],
  ])("%s", (text, dimension, factor) => {
    expect(unitOfMeasure(text)).toEqual({ dimension, factor });
  });

  it("is read alike however its letters are composed", () => {
    expect(unitOfMeasure("tỷ đồng".normalize("NFD"))).toEqual(unitOfMeasure("tỷ đồng"));
  });

  it("has dimensions that multiply and cancel out", () => {
    expect(combined({ mass: 1, area: -1 }, { area: 1 }, 1)).toEqual({ mass: 1 });
    expect(combined({ mass: 1 }, { mass: 1 }, -1)).toEqual({});
    expect(sameDimension({ mass: 1, area: -1 }, { area: -1, mass: 1 })).toBe(true);
    expect(sameDimension({ mass: 1 }, {})).toBe(false);
  });
});
