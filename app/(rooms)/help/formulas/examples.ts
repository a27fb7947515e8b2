import type { FunctionName } from "@/lib/formula";
import type { ExamplePlace } from "./exampleFigures";

/** A formula of the page and where it stands in the example's table; its result is computed when the page is rendered. */
export interface Example {
  readonly formula: string;
  readonly place: ExamplePlace;
}

const inRow =
  (row: ExamplePlace["row"]) =>
  (formula: string): Example => ({ formula, place: { row, column: "c6" } });
const [r02, r03, r04, r05, r06] = [inRow("r02"), inRow("r03"), inRow("r04"), inRow("r05"), inRow("r06")];
const inTotal = (formula: string): Example => ({ formula, place: { row: "r01", column: "c4" } });

/** Ways to name a figure, by the key of their explanation in `help.formulas.names`. */
export const nameExamples = [
  ["column", r02("c4")],
  ["row", inTotal("r02")],
  ["cell", r03("r02.c4")],
  ["otherTable", r02("t2.r01.c3")],
  ["field", r02("f.dan_so")],
  ["indicator", r02("ind.KTXH_01")],
] as const;

/** Many figures at once, by their key in `help.formulas.ranges`. */
export const rangeExamples = [
  ["columns", r02("sum(c3:c5)")],
  ["rows", inTotal("sum(r02:r06)")],
  ["cells", r02("sum(r02.c3:r04.c3)")],
  ["children", inTotal("sum(children)")],
  ["units", inTotal("sum(units)")],
  ["mixed", r02("max(c3:c5, 100)")],
] as const;

/** Operators in the order in which they bind, the tightest first, by their key in `help.formulas.operators`. */
export const operatorExamples = [
  ["power", r02("2 ^ 3 ^ 2")],
  ["prefix", r02("-2 ^ 2")],
  ["product", r02("c4 / c3 * 100")],
  ["sum", r02("c3 - c4 + c5")],
  ["comparison", r02("c4 >= c3")],
  ["and", r02("c3 > 0 and c4 > 0")],
  ["or", r02("c4 > c3 or c4 > c5")],
  ["not", r02("not (c4 == c5)")],
  ["choice", r02("c4 > c5 ? c4 - c5 : 0")],
] as const;

/** At least one for every function: the type asks for it. */
export const functionExamples: Readonly<Record<FunctionName, readonly Example[]>> = {
  sum: [inTotal("sum(r02:r06)"), r04("sum(c3, c4)")],
  mean: [inTotal("mean(r02:r06)")],
  min: [inTotal("min(children)")],
  max: [r02("max(c3, c4, c5)")],
  count: [inTotal("count(children)")],
  round: [r02("round(c4 / c3, 1)"), r02("round(-2.5)"), r02("round(t2.r01.c3, -3)")],
  abs: [r02("abs(c4 - c3)")],
  floor: [r02("floor(-2.5)")],
  ceil: [r02("ceil(-2.5)")],
  sqrt: [r02("sqrt(16)"), r02("sqrt(-16)")],
  pow: [r02("pow(2, 10)")],
  if: [r02("if(c4 > c5, c4 - c5, 0)"), r06("if(c4 > c5, 1, 2)")],
  coalesce: [r04("coalesce(c3, c4)"), r06("coalesce(c4, 0)")],
  percent: [r02("percent(c4, c3)")],
  growth: [r02("growth(c4, c5)")],
  cagr: [r02("cagr(c3, c5, 3)")],
  prev: [r02("prev(c4)"), r02("growth(c4, prev(c4))")],
  lastYear: [r02("growth(c4, lastYear(c4))")],
  ytd: [r02("ytd(c4)")],
  yearPlan: [r02("percent(ytd(c4), yearPlan(c4))")],
};

/** What a blank, a "-" and an "x" do. */
export const blankExamples: readonly Example[] = [
  r04("c3 + c4"),
  r04("c3 - c4"),
  r06("c3 + c4"),
  r05("c3 + c4"),
  r04("sum(c3)"),
  r04("c3 * c4"),
  r04("c4 / c3"),
  r05("c3 * c4"),
  r04("c3 == 0"),
  r04("if(c3 > 0, 1, 2)"),
  r04("c3 > 0 and c4 > 100"),
  inTotal("count(r02:r06)"),
  inTotal("mean(r02:r06)"),
];

/** Dividing by zero and other figures that there are not. */
export const zeroExamples: readonly Example[] = [
  r04("c4 / c5"),
  r04("percent(c4, c5)"),
  r04("growth(c4, c5)"),
  r04("if(c5 == 0, 0, c4 / c5)"),
  r02("sqrt(c4 - c3)"),
];

export const roundingExamples: readonly Example[] = [
  r02("round(2.5)"),
  r02("round(-2.5)"),
  r02("round(0.145 * 3, 2)"),
  r02("0.1 + 0.2 == 0.3"),
  r03("c3 / 3"),
  r03("round(c3 / 3, 2) * 3"),
  r03("c3 / 3 * 3"),
];

/** Habits of Excel: what is written and comes out there, and here. By their key in `help.formulas.excel`. */
export const excelExamples = [
  ["equals", "=A1+B1", undefined, r02("= c3 + c4")],
  ["equality", "A1=B1", undefined, r02("c3 = c4")],
  ["equalityHere", "A1=B1", "FALSE", r02("c3 == c4")],
  ["unequal", "A1<>B1", undefined, r02("c3 <> c4")],
  ["power", "2^3^2", "64", r02("2 ^ 3 ^ 2")],
  ["minus", "-2^2", "4", r02("-2 ^ 2")],
  ["percentSign", "A1*5%", undefined, r02("c3 * 5%")],
  ["decimalComma", "1,5*A1", undefined, r02("1,5 * c3")],
  ["semicolon", "MAX(A1;B1)", undefined, r02("max(c3; c4)")],
  ["implicit", "2A1", undefined, r02("2 c3")],
  ["blankProduct", "A1*B1", "0", r04("c3 * c4")],
  ["blankEquals", "A1=0", "TRUE", r04("c3 == 0")],
  ["blankLess", "A1<5", "TRUE", r04("c3 < 5")],
  ["zero", "A1/0", "#DIV/0!", r02("c3 / 0")],
  ["average", "AVERAGE(A1:C1)", undefined, r02("mean(c3:c5)")],
  ["logic", "AND(A1>0;B1>0)", "TRUE", r02("c3 > 0 and c4 > 0")],
  ["text", '"A"&"B"', undefined, r02('"A"')],
] as const;
