import { describe, expect, it } from "vitest";
import { compileForm, lintTemplate } from "@/lib/form/compile";
import { mendsFor } from "@/lib/mend";
import { messageOf } from "@/lib/messages";
import type { Problem } from "@/lib/problem";
import {
  type Block,
  type Cell,
  type Check,
  type Column,
  checkTemplate,
  type FigureRow,
  type Row,
  type Table,
  type Template,
  type ValueColumn,
} from "@/lib/template";
import { run } from "@/lib/template/edit";

const label: Column = { kind: "label", id: "c0", label: { vi: "Chỉ tiêu" } };
const column = (id: string, rest: Partial<ValueColumn> = {}): Column => ({ kind: "value", id, label: { vi: id }, ...rest });
const row = (id: string, rest: Partial<FigureRow> = {}): Row => ({ kind: "indicator", id, label: { vi: id }, ...rest });
const check = (rest: Partial<Check>): Check => ({ id: "k1", formula: "c1 >= 0", severity: "error", message: { vi: "" }, ...rest });

interface Given {
  readonly columns?: readonly Column[];
  readonly rows?: readonly Row[];
  readonly cells?: readonly Cell[];
  readonly checks?: readonly Check[];
  readonly table?: Partial<Table>;
  readonly before?: readonly Block[];
}

const templateOf = ({ columns = [column("c1")], rows = [row("r1")], cells, checks, table, before = [] }: Given): Template => ({
  format: 1,
  code: "T",
  title: { vi: "Biểu thử" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [
    ...before,
    {
      kind: "table",
      id: "t1",
      columns: [label, ...columns],
      rows: [...rows],
      ...(cells === undefined ? {} : { cells: [...cells] }),
      ...(checks === undefined ? {} : { checks: [...checks] }),
      ...table,
    },
  ],
});

/** All that a designer is told of a template. */
function problemsOf(template: Template): readonly Problem[] {
  const checked = checkTemplate(template);
  if (checked.some(({ severity }) => severity === "error")) return checked;
  const compiled = compileForm(template);
  return [...checked, ...(compiled.ok ? compiled.value.warnings : compiled.error), ...lintTemplate(template)];
}

const textOf = ({ code, at }: Problem): string => `${code} ${at}`;

/** The problem of a code, its mends by their codes, and the templates after each. */
function mended(given: Given, code: string) {
  const template = templateOf(given);
  const before = problemsOf(template);
  const problem = before.find((one) => one.code === code);
  if (problem === undefined) throw new Error(`no ${code} among ${before.map(textOf).join(", ")}`);
  const mends = mendsFor(template, problem);
  const after = mends.map(({ label: { code: way, params }, command }) => {
    const done = run(template, command);
    if (!done.ok) throw new Error(`${way}: ${done.error.code}`);
    return {
      way: way.replace("designerFormula.mend.", ""),
      params,
      template: done.value.template,
      problems: problemsOf(done.value.template),
    };
  });
  return { problem, before, after };
}

const cases: readonly (readonly [string, string, readonly string[], Given])[] = [
  [
    "a formula unlike its neighbours is written like them",
    "lint.oddFormula",
    ["useUsual"],
    {
      columns: [
        column("c1"),
        column("c2"),
        column("c3"),
        ...[1, 2, 3].map((n) => column(`d${n}`, { formula: n === 2 ? "c2 + c1" : `c${n} * 2` })),
      ],
    },
  ],
  [
    "a range that leaves out its last grows by it",
    "lint.shortRange",
    ["lengthen"],
    { rows: [row("r1"), row("r2"), row("r3"), { kind: "total", id: "r9", label: { vi: "" }, formula: "sum(r1:r2)" }] },
  ],
  [
    "a chain that leaves out its first gets it in front",
    "lint.shortRange",
    ["lengthen"],
    { rows: [row("r1"), row("r2"), row("r3"), { kind: "total", id: "r9", label: { vi: "" }, formula: "r2 + r3" }] },
  ],
  [
    "a row counted in its subtotal too is taken out, either way",
    "lint.countedTwice",
    ["takeOutSum", "takeOutRow"],
    {
      rows: [
        row("r1"),
        row("r2"),
        { kind: "subtotal", id: "r3", label: { vi: "" }, formula: "r1 + r2" },
        { kind: "total", id: "r9", label: { vi: "" }, formula: "sum(r1, r2, r3)" },
      ],
    },
  ],
  [
    "a sum of percentages by a row is left blank in their cells",
    "lint.ratioSummed",
    ["leaveBlank"],
    {
      columns: [column("c1"), column("c2", { type: "percent" })],
      rows: [{ kind: "group", id: "r0", label: { vi: "" }, formula: "sum(children)", rows: [row("r1"), row("r2")] }],
    },
  ],
  [
    "a cell that adds ratios is computed by its column again",
    "lint.ratioSummed",
    ["byColumn"],
    {
      columns: [column("c1"), column("c2"), column("c3", { type: "percent", formula: "percent(c1, c2)" })],
      rows: [row("r1"), row("r2"), { kind: "total", id: "r9", label: { vi: "" } }],
      cells: [{ row: "r9", column: "c3", formula: "r1 + r2" }],
    },
  ],
  [
    "a yield is weighed by its area, or not aggregated",
    "lint.ratioAggregated",
    ["weigh", "aggregateNone"],
    { columns: [column("c1", { unit: "ha" }), column("c2", { unit: "tạ/ha" })] },
  ],
  [
    "a percentage that is added over units is not aggregated",
    "lint.ratioAggregated",
    ["aggregateNone"],
    { columns: [column("c1", { type: "percent", aggregate: { rule: "sum" } })] },
  ],
  [
    "the total of entered percentages is left blank",
    "lint.percentTotal",
    ["leaveBlank"],
    { columns: [column("c1"), column("c2", { type: "percent" })], rows: [row("r1"), { kind: "total", id: "r9", label: { vi: "" } }] },
  ],
  [
    "money and land added: one takes the unit of the other",
    "lint.unitMismatch",
    ["setUnitOf", "setUnitOf"],
    { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "ha" }), column("c3", { formula: "c1 + c2" })] },
  ],
  [
    "million and billion added: the figure is converted",
    "lint.unitScale",
    ["convert"],
    { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "triệu đồng" }), column("c3", { formula: "c1 + c2" })] },
  ],
  [
    "a result in another unit than its cell: the cell takes it",
    "lint.unitResult",
    ["setUnit"],
    { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "ha", formula: "round(c1 * 2)" })] },
  ],
  [
    "a result in another size than its cell: it is converted, or the cell takes its unit",
    "lint.unitScaleResult",
    ["convert", "setUnit"],
    { columns: [column("c1", { unit: "tỷ đồng" }), column("c2", { unit: "triệu đồng", formula: "prev(c1)" })] },
  ],
  [
    "an unknown name becomes the nearest known",
    "form.unknownNameNear",
    ["useFormula"],
    { columns: [column("c1"), column("c2", { formula: "c1 + cl" })] },
  ],
  [
    "a range from back to front is turned",
    "form.rangeBackwards",
    ["useFormula"],
    { columns: [column("c1"), column("c2"), column("c3", { formula: "sum(c2:c1)" })] },
  ],
  [
    "a formula written as in Excel is tidied",
    "formula.leadingEquals",
    ["useFormula"],
    { columns: [column("c1"), column("c2", { formula: "=SUM(c1;2)" })] },
  ],
  [
    "a code that is another's name goes",
    "template.duplicateCode",
    ["clearCode"],
    { columns: [column("c1"), column("c2", { code: "c1" })] },
  ],
  [
    "decimals of a whole number go, or it becomes a number",
    "template.decimalsOfInteger",
    ["clearDecimals", "becomeNumber"],
    { columns: [column("c1", { type: "integer", decimals: 2 })] },
  ],
  [
    "a weight that weighs nothing goes",
    "template.weightUnused",
    ["clearWeight"],
    { columns: [column("c1"), column("c2", { aggregate: { rule: "sum", weight: "c1" } })] },
  ],
  [
    "a weighted mean without weight becomes a mean",
    "template.weightMissing",
    ["becomeMean"],
    { columns: [column("c1", { aggregate: { rule: "weightedMean" } })] },
  ],
  [
    "a weight that is gone leaves a mean",
    "template.unknownWeight",
    ["becomeMean"],
    { columns: [column("c1", { aggregate: { rule: "weightedMean", weight: "c7" } })] },
  ],
  [
    "a group without rows becomes an indicator",
    "template.groupWithoutRows",
    ["becomeIndicator"],
    { rows: [row("r1"), { kind: "group", id: "r2", label: { vi: "" } }] },
  ],
  [
    "words without rows go",
    "template.labelWithoutRows",
    ["remove"],
    { rows: [row("r1"), { kind: "label", id: "r2", label: { vi: "Trong đó" }, breakdown: "some" }] },
  ],
  ["bounds the wrong way round are swapped", "template.minAboveMax", ["swapBounds"], { columns: [column("c1", { min: 5, max: 1 })] }],
  ["a default that could not be entered goes", "template.badDefault", ["clearDefault"], { columns: [column("c1", { default: "chữ" })] }],
  [
    "a choice without choices becomes text",
    "template.choiceWithoutChoices",
    ["becomeText"],
    { columns: [column("c1"), column("c2", { type: "choice" })] },
  ],
  [
    "choices that stand twice stand once",
    "template.duplicateChoice",
    ["dropRepeatedChoices"],
    {
      columns: [
        column("c1"),
        column("c2", {
          type: "choice",
          choices: [
            { value: "a", label: { vi: "A" } },
            { value: "a", label: { vi: "B" } },
          ],
        }),
      ],
    },
  ],
  [
    "what is there in no period is there in all",
    "template.whenNever",
    ["clearWhen"],
    { columns: [column("c1"), column("c2", { when: { frequencies: ["year"] } })] },
  ],
  [
    "a repetition within a repetition goes",
    "template.repeatNested",
    ["clearRepeat"],
    { rows: [row("r1", { repeat: { by: "units" }, rows: [row("r2", { repeat: { by: "units" } })] })] },
  ],
  [
    "column numbers that stand twice are counted anew",
    "template.duplicateNumber",
    ["countColumns"],
    { columns: [column("c1", { number: "7" }), column("c2", { number: "7" })], table: { numberingRow: true } },
  ],
  ["a rule forgets a row that is gone", "template.unknownRow", ["dropLine"], { checks: [check({ rows: ["r1", "r7"] })] }],
  [
    "a rule that named only a column that is gone holds for all",
    "template.unknownColumn",
    ["dropLine"],
    { checks: [check({ columns: ["c7"] })] },
  ],
  [
    "a heading that skips a level is raised",
    "template.headingSkipsLevel",
    ["raiseHeading"],
    {
      before: [
        { kind: "heading", id: "h1", text: { vi: "A" }, level: 1 },
        { kind: "heading", id: "h2", text: { vi: "B" }, level: 3 },
      ],
    },
  ],
];

describe("mends", () => {
  it.each(cases)("%s", (_, code, ways, given) => {
    const { problem, before, after } = mended(given, code);
    expect(after.map(({ way }) => way)).toEqual(ways);
    for (const { problems } of after) {
      expect(problems.map(textOf)).not.toContain(textOf(problem));
      const isNew = ({ severity, ...one }: Problem): boolean =>
        severity === "error" && !before.some((old) => textOf(old) === textOf({ severity, ...one }));
      expect(problems.filter(isNew)).toEqual([]);
    }
  });

  it("are told in both languages", () => {
    for (const [, code, , given] of cases) {
      for (const { way } of mended(given, code).after) {
        for (const locale of ["vi", "en"] as const) expect(messageOf(locale, `designerFormula.mend.${way}`)).toBeTypeOf("string");
      }
    }
  });

  it("quote formulas by codes, as people read them", () => {
    const near = mended(
      { columns: [column("c1", { code: "dien_tich" }), column("c2", { formula: "c1 + dien_tihc" })] },
      "form.unknownName",
    );
    expect(near.after.map(({ params }) => params.formula)).toEqual(["dien_tich + dien_tich"]);
    const odd = mended(
      {
        columns: [
          column("a1"),
          column("a2", { code: "hai" }),
          column("a3"),
          ...[1, 2, 3].map((n) => column(`d${n}`, { formula: n === 2 ? "a1 + a3" : `a${n} * 2` })),
        ],
      },
      "lint.oddFormula",
    );
    expect(odd.after.map(({ params }) => params.formula)).toEqual(["hai * 2"]);
  });

  it("leave to a person what needs a thought", () => {
    const template = templateOf({ columns: [column("c1", { formula: "c2 + 1" }), column("c2", { formula: "c1 + 1" })] });
    const cycle = problemsOf(template).find(({ code }) => code === "form.cycle");
    expect(cycle && mendsFor(template, cycle)).toEqual([]);
    expect(mendsFor(template, { code: "lint.oddFormula", params: {}, at: "t9.c1", severity: "warning" })).toEqual([]);
  });
});
