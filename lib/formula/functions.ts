/**
 * What a parameter takes.
 * - `number`: one figure · `numbers`: a figure, a range, `children` or `units` · `condition`: true or false
 * - `name`: the name of a figure alone, for its value in another period · `places`: a whole number as written
 */
export type ParameterKind = "number" | "numbers" | "condition" | "name" | "places";

export interface Parameter {
  /** Key of its description in the catalogue: `formula.parameters.<name>`. */
  readonly name: string;
  readonly kind: ParameterKind;
}

/** One function of the language. Its documentation is `formula.functions.<name>` in the message catalogue. */
export interface FunctionSpec {
  readonly name: FunctionName;
  readonly parameters: readonly Parameter[];
  /** Fewest arguments; the rest of `parameters` may be left out. */
  readonly least: number;
  /** Whether the last parameter may be given any number of times. */
  readonly open: boolean;
}

export type HistoryFunction = "prev" | "lastYear" | "ytd" | "yearPlan";
export type ListFunction = "sum" | "mean" | "min" | "max" | "count";
export type ScalarFunction = "round" | "abs" | "floor" | "ceil" | "sqrt" | "pow" | "coalesce" | "percent" | "growth" | "cagr";
export type FunctionName = HistoryFunction | ListFunction | ScalarFunction | "if";

const number = (name: string): Parameter => ({ name, kind: "number" });
const list = (name: ListFunction): FunctionSpec => ({ name, parameters: [{ name: "figures", kind: "numbers" }], least: 1, open: true });
const history = (name: HistoryFunction): FunctionSpec => ({ name, parameters: [{ name: "name", kind: "name" }], least: 1, open: false });
const scalar = (name: FunctionName, ...parameters: readonly Parameter[]): FunctionSpec => ({
  name,
  parameters,
  least: parameters.length,
  open: false,
});

/** Every function of the language, in the order of the help. Parser, checker, evaluation and completion read this table. */
export const functions: readonly FunctionSpec[] = [
  list("sum"),
  list("mean"),
  list("min"),
  list("max"),
  list("count"),
  { name: "round", parameters: [number("figure"), { name: "places", kind: "places" }], least: 1, open: false },
  scalar("abs", number("figure")),
  scalar("floor", number("figure")),
  scalar("ceil", number("figure")),
  scalar("sqrt", number("figure")),
  scalar("pow", number("base"), number("exponent")),
  scalar("if", { name: "condition", kind: "condition" }, number("then"), number("otherwise")),
  { name: "coalesce", parameters: [number("figure"), number("instead")], least: 2, open: true },
  scalar("percent", number("part"), number("whole")),
  scalar("growth", number("now"), number("before")),
  scalar("cagr", number("last"), number("first"), number("years")),
  history("prev"),
  history("lastYear"),
  history("ytd"),
  history("yearPlan"),
];

const byName = new Map<string, FunctionSpec>(functions.map((fn) => [fn.name, fn]));

/** The function of a name; undefined where the language has none. */
export const functionNamed = (name: string): FunctionSpec | undefined => byName.get(name);

/** The parameter that an argument (0-based) stands for; undefined beyond the last. */
export const parameterAt = (fn: FunctionSpec, index: number): Parameter | undefined =>
  fn.parameters[index] ?? (fn.open ? fn.parameters.at(-1) : undefined);

const listFunctions: ReadonlySet<string> = new Set<ListFunction>(["sum", "mean", "min", "max", "count"]);
const historyFunctions: ReadonlySet<string> = new Set<HistoryFunction>(["prev", "lastYear", "ytd", "yearPlan"]);

/** Whether a function takes many figures and skips the blank ones. */
export const isListFunction = (name: string): name is ListFunction => listFunctions.has(name);

/** Whether a function reads another period's accepted report. */
export const isHistoryFunction = (name: string): name is HistoryFunction => historyFunctions.has(name);
