import type { Problem } from "@/lib/problem";
import { checkTemplate, type Template } from "@/lib/template";
import { compileForm } from "./compile";
import type { CellAddress, CellIndex, CellValue } from "./content";
import type { FormulaHome } from "./formulaHome";
import { type FormulaRead, formulaScope, pathOf } from "./formulaScope";
import { type SampleContext, type SampleWords, sampleForm } from "./sampleContent";
import type { CellInfo, Form } from "./types";
import { withFormula } from "./withFormula";

/** What a formula gives on sample values, at one of its cells. */
export type FormulaTrial =
  | {
      readonly kind: "value";
      readonly at: CellAddress;
      /** Null: blank, for want of a figure that it multiplies or divides. */
      readonly value: CellValue;
      readonly dividedByZero: boolean;
      readonly decimals: number;
      readonly unit: string | undefined;
      readonly type: CellInfo["type"];
      /** The figures that it reads at that cell, in the order of the text. */
      readonly reads: readonly { readonly name: string; readonly value: CellValue; readonly decimals: number }[];
    }
  /** A check: in how many places it fails. */
  | { readonly kind: "check"; readonly failed: number }
  /** No cell runs it: its row or column has no figures, or another formula or lock stands before it. */
  | { readonly kind: "unused" }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

/** Where the formula is looked at, where it computes many cells. */
export interface TrialPlace {
  readonly row?: string | undefined;
  readonly column?: string | undefined;
}

/** How many other formulas that cannot be compiled are set aside before the trial gives up. */
const mostSetAside = 40;

/**
 * Tries a stored formula at its place: the template is compiled with it as if to publish, filled with sample values, and
 * one cell of the formula is read. Other formulas with errors are set aside: their cells count as entered.
 */
export function tryFormula(
  template: Template,
  home: FormulaHome,
  formula: string,
  context: SampleContext,
  options: SampleWords,
  place: TrialPlace = {},
): FormulaTrial {
  const tried = withFormula(template, home, formula);
  const faults = checkTemplate(tried).filter(({ severity }) => severity === "error");
  // A template whose names or shape are wrong is no form yet; its faults are told where they are.
  if (faults.length > 0) return { kind: "refused", problems: faults };
  const compiled = compileAside(tried, home);
  if (!compiled.ok) return { kind: "refused", problems: compiled.problems };
  const form = sampleForm(compiled.form, context, options);
  if (home.kind === "check") {
    const at = pathOf(home);
    const check = compiled.form.checks.find(({ id, table }) => id === home.check && compiled.form.tables[table]?.id === home.block);
    if (check === undefined) return { kind: "refused", problems: compiled.problems.filter((problem) => problem.at === at) };
    const failed = form.findings().filter(({ code, message }) => code === "form.checkFailed" && message === check.message).length;
    return { kind: "check", failed };
  }
  return trialOf(form, tried, home, formula, place);
}

type Aside =
  | { readonly ok: true; readonly form: Parameters<typeof sampleForm>[0]; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function compileAside(template: Template, home: FormulaHome): Aside {
  const own = pathOf(home);
  let current = template;
  let told = "";
  for (let round = 0; round < mostSetAside; round++) {
    const compiled = compileForm(current);
    if (compiled.ok) return { ok: true, form: compiled.value.form, problems: compiled.value.warnings };
    const errors = compiled.error.filter(({ severity }) => severity === "error");
    const owners = new Map(errors.flatMap(({ at }) => ownerOf(current, at) ?? []).map((owner) => [pathOf(owner), owner]));
    const mine = errors.filter(({ at }) => pathOf(ownerOf(current, at) ?? home) === own);
    if (mine.length > 0 || owners.size === 0) return { ok: false, problems: mine.length > 0 ? mine : errors };
    // What no own formula caused stays wrong however many are set aside.
    const now = errors.map(({ code, at }) => `${code} ${at}`).join(" ");
    if (now === told) return { ok: false, problems: errors };
    told = now;
    for (const owner of owners.values()) current = withFormula(current, owner, undefined);
  }
  return { ok: false, problems: [] };
}

/** The place whose formula a problem is about: what is told of a cell may be of the formula of its row or column. */
function ownerOf(template: Template, at: string): FormulaHome | undefined {
  const home = homeOf(template, at);
  if (home?.kind !== "cell") return home;
  const { block, row, column } = home;
  switch (formulaScope(template, home)?.source(row, column)) {
    case "row":
      return { kind: "row", block, row };
    case "column":
      return { kind: "column", block, column };
    default:
      return home;
  }
}

/** The place of a formula by its id path; undefined where none is there. */
export function homeOf(template: Template, at: string): FormulaHome | undefined {
  const [block = "", first = "", second] = at.split(".");
  const candidates: readonly FormulaHome[] =
    block === "f"
      ? template.blocks.flatMap((one) => (one.kind === "fields" ? [{ kind: "field" as const, block: one.id, field: first }] : []))
      : second !== undefined
        ? [{ kind: "cell", block, row: first, column: second }]
        : [
            { kind: "column", block, column: first },
            { kind: "row", block, row: first },
            { kind: "check", block, check: first },
            { kind: "field", block, field: first },
          ];
  return candidates.find((home) => formulaScope(template, home) !== undefined);
}

function trialOf(
  form: Form,
  template: Template,
  home: Exclude<FormulaHome, { kind: "check" }>,
  formula: string,
  place: TrialPlace,
): FormulaTrial {
  const scope = formulaScope(template, home);
  const at = scope && addressOf(form, template, home, place);
  const cell = at && form.index(at.address);
  if (!scope || !at || cell === undefined) return { kind: "unused" };
  const info = form.info(cell);
  const reading = scope.read(scope.show(formula));
  return {
    kind: "value",
    at: at.address,
    value: form.read(cell),
    dividedByZero: form.findings().some((finding) => finding.code === "form.divisionByZero" && finding.at === at.address),
    decimals: info.decimals,
    unit: info.unit,
    type: info.type,
    reads: reading.reads.flatMap((read) => readValue(form, read, at)),
  };
}

interface At {
  readonly address: CellAddress;
  readonly row: string;
  readonly column: string;
}

/** A cell that runs the formula: the asked one, else the first of its row or column. */
function addressOf(form: Form, template: Template, home: Exclude<FormulaHome, { kind: "check" }>, place: TrialPlace): At | undefined {
  const block = template.blocks.find(({ id }) => id === home.block);
  if (home.kind === "field" && block?.kind !== "list") return { address: `f.${home.field}` as CellAddress, row: "", column: home.field };
  if (home.kind === "field") {
    for (let i = 0; i < form.cellCount; i++) {
      const { address } = form.info(i as CellIndex);
      if (address.startsWith(`${home.block}@`) && address.endsWith(`.${home.field}`)) return { address, row: "", column: home.field };
    }
    return undefined;
  }
  if (block?.kind !== "table") return undefined;
  const wanted = { row: "row" in home ? home.row : place.row, column: "column" in home ? home.column : place.column };
  let found: At | undefined;
  for (let i = 0; i < form.cellCount; i++) {
    const { address, role } = form.info(i as CellIndex);
    if (role !== "computed" || !address.startsWith(`${home.block}.`)) continue;
    const [, rowKey = "", columnKey = ""] = address.split(".");
    const [row = "", column = ""] = [rowKey.split("@")[0], columnKey.split("@")[0]];
    if (("row" in home && row !== home.row) || ("column" in home && column !== home.column)) continue;
    if (!runs(template, home, row, column)) continue;
    const one: At = { address, row: rowKey, column: columnKey };
    if ((wanted.row === undefined || wanted.row === row) && (wanted.column === undefined || wanted.column === column)) return one;
    found ??= one;
  }
  return found;
}

/** Whether the formula of a home is the one that a cell runs. */
function runs(template: Template, home: Exclude<FormulaHome, { kind: "check" }>, row: string, column: string): boolean {
  const source = formulaScope(template, { kind: "cell", block: home.block, row, column })?.source(row, column);
  return source === home.kind;
}

function readValue(form: Form, read: FormulaRead, at: At): readonly { name: string; value: CellValue; decimals: number }[] {
  if ((read.rows?.length ?? 1) > 1 || (read.columns?.length ?? 1) > 1) return [];
  const keyOf = (own: string): string => (own.includes("@") ? own.slice(own.indexOf("@")) : "");
  const [row, column] = [read.rows?.[0], read.columns?.[0]];
  const inRow = row === undefined ? at.row : row;
  const inColumn = column === undefined ? at.column : column;
  const addresses = read.field
    ? [`f.${inColumn}`]
    : [
        `${read.block}.${inRow}.${inColumn}`,
        `${read.block}.${inRow}${keyOf(at.row)}.${inColumn}`,
        `${read.block}.${inRow}.${inColumn}${keyOf(at.column)}`,
        `${at.address.split(".")[0]}.${inColumn}`,
      ];
  for (const address of addresses) {
    const cell = form.index(address as CellAddress);
    if (cell !== undefined) return [{ name: read.name, value: form.read(cell), decimals: form.info(cell).decimals }];
  }
  return [];
}
