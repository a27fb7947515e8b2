import { type Expr, isRatio, type Kind, parseFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";
import { bind, type NameSpace } from "./bind";
import { hasChildren } from "./children";
import { withCodes } from "./codes";
import type { CellReference, CellShape, Compiled, CompiledCheck, CompiledFormula, CompiledTable } from "./compiled";
import { indicatorsOf } from "./indicatorsOf";
import { type Layout, layoutTemplate, type Properties, type RowLayout, type TableLayout } from "./layout";
import { partsOf } from "./plan";
import type { TellRatio } from "./ratioColumns";
import { isNumeric, type ResolvedCell, resolveCell } from "./resolve";
import { FREE, NONE, runLengths } from "./scale";
import { settle } from "./settle";
import type { CompiledForm } from "./types";

export type { FormulaHome, FormulaTarget } from "./formulaHome";
export {
  type FormulaRead,
  type FormulaReading,
  type FormulaScope,
  formulaScope,
  type KnownName,
  type LabelOfName,
  pathOf,
  resolvedAt,
} from "./formulaScope";
export { lintTemplate } from "./lintTemplate";
export { shiftFormula } from "./shiftFormula";
export { submissionSchema } from "./submissionSchema";
export { type FormulaTrial, homeOf, type TrialPlace, tryFormula } from "./tryFormula";
export { sameDimension, unitOfMeasure } from "./unitOfMeasure";

export interface Compilation {
  readonly form: CompiledForm;
  readonly warnings: readonly Problem[];
}

/**
 * Compiles a template: every formula is parsed and its names resolved once, cells get what holds for them, cycles are
 * refused with their path. The template must have passed the checks of `lib/template`. Needs the parser, so it runs
 * at publishing and in the designer, never where a form is filled.
 */
export function compileForm(template: Template): Result<Compilation, readonly Problem[]> {
  const compiler = new Compiler(template);
  const compiled = compiler.compile();
  if (compiler.problems.some(({ severity }) => severity === "error")) return fail(compiler.problems);
  const settled = settle(compiled);
  if (!settled.ok) return settled;
  return ok({ form: settled.value.compiled, warnings: [...compiler.problems, ...settled.value.warnings] });
}

/** A formula in its source text: where it is written decides the place of its problems. */
interface Source {
  readonly text: string;
  readonly at: string;
  readonly wanted: Kind;
}

class Compiler {
  readonly problems: Problem[] = [];
  private readonly layout: Layout;
  private readonly parsed = new Map<string, Result<Expr, readonly Problem[]>>();
  private readonly shapes: CellShape[] = [];
  private readonly shapeKeys = new Map<string, number>();
  private readonly formulas: CompiledFormula[] = [];
  private readonly formulaKeys = new Map<string, number>();
  private readonly resolvedRows: Map<string, ResolvedCell | undefined>[];
  private readonly names: NameSpace;

  constructor(private readonly template: Template) {
    this.layout = layoutTemplate(template);
    this.resolvedRows = this.layout.tables.map(() => new Map());
    this.names = {
      layout: this.layout,
      resolved: (table, row, column) => this.resolved(table, row, column),
      indicators: indicatorsOf(this.layout),
      rowIds: this.layout.tables.map((t) => new Map(t.kind === "table" ? t.rows.map((row, i) => [row.id, i]) : [])),
      columnIds: this.layout.tables.map((t) => new Map(t.columns.map((column, i) => [column.id, i]))),
    };
  }

  compile(): Compiled {
    for (const table of this.layout.tables) this.checkRepeats(table);
    for (const [index, table] of this.layout.tables.entries()) for (const source of sourcesOf(table)) this.bindSource(index, source);
    const tables = this.layout.tables.map((table, index) => this.compileTable(table, index));
    const checks = this.layout.tables.flatMap((table, index) => this.compileChecks(table, index));
    return {
      format: 1,
      tables,
      baseTables: this.layout.baseTables,
      shapes: this.shapes,
      formulas: this.formulas,
      checks,
      narratives: this.template.blocks.flatMap((block) =>
        block.kind === "narrative"
          ? [
              {
                id: block.id,
                prompt: block.prompt,
                required: block.required ?? false,
                minLength: block.minLength ?? 0,
                maxLength: block.maxLength,
              },
            ]
          : [],
      ),
      fieldGroups: this.template.blocks.flatMap((block) =>
        block.kind === "fields" ? [{ id: block.id, title: block.title, fields: block.fields.map(({ id }) => id) }] : [],
      ),
    };
  }

  private parse(text: string): Result<Expr, readonly Problem[]> {
    let parsed = this.parsed.get(text);
    if (parsed === undefined) {
      parsed = parseFormula(text);
      this.parsed.set(text, parsed);
    }
    return parsed;
  }

  private readonly ratio: TellRatio = (text, isRatioName) => {
    const parsed = this.parse(text);
    return parsed.ok && isRatio(parsed.value, isRatioName);
  };

  private resolved(table: number, row: number, column: number): ResolvedCell | undefined {
    const layout = this.layout.tables[table];
    const rowLayout = layout?.rows[row];
    const columnLayout = layout?.columns[column];
    if (layout === undefined || rowLayout === undefined || columnLayout === undefined) return undefined;
    if (!rowLayout.hasCells || columnLayout.kind !== "value") return undefined;
    const key = `${row}.${column}`;
    const known = this.resolvedRows[table];
    if (known?.has(key)) return known.get(key);
    const cell = resolveCell(layout, rowLayout, columnLayout, this.ratio);
    // A heading has figures only where something computes them.
    const found = rowLayout.kind === "group" && cell.formula === undefined && cell.lock === "none" ? undefined : cell;
    known?.set(key, found);
    return found;
  }

  private bindSource(table: number, source: Source): void {
    const problems = this.formulaOf(table, source.text, source.wanted).problems;
    this.problems.push(...problems.map((problem) => ({ ...problem, at: source.at })));
  }

  private readonly bound = new Map<string, { readonly index: number; readonly problems: readonly Problem[] }>();

  /** Parses and binds a formula once for each table; its index is -1 where it has problems. */
  private formulaOf(table: number, text: string, wanted: Kind): { readonly index: number; readonly problems: readonly Problem[] } {
    const key = `${table} ${wanted} ${text}`;
    const known = this.bound.get(key);
    if (known !== undefined) return known;
    const parsed = this.parse(text);
    const result = parsed.ok ? bind(parsed.value, table, this.names, wanted) : { bound: undefined, problems: parsed.error };
    const index = result.bound !== undefined ? this.formulas.length : -1;
    if (result.bound !== undefined) this.formulas.push({ text: withCodes(text, table, this.names), expr: result.bound });
    const found = { index, problems: result.problems };
    this.bound.set(key, found);
    this.formulaKeys.set(key, index);
    return found;
  }

  private compileTable(layout: TableLayout, table: number): CompiledTable {
    const classes: number[][] = [];
    const classKeys = new Map<string, number>();
    const special: Record<string, number> = {};
    const rows = layout.rows.map((row) => {
      const key = JSON.stringify([row.hasCells, row.kind, row.own]);
      let rowClass = classKeys.get(key);
      if (rowClass === undefined) {
        rowClass = classes.length;
        classKeys.set(key, rowClass);
        // The class is read off a row without cells of its own.
        const plain = { ...layout, cells: {} };
        classes.push(
          layout.columns.map((column) =>
            this.shapeOf(row, column.kind === "value" ? resolveCell(plain, row, column, this.ratio) : undefined, table),
          ),
        );
      }
      const { own, ...rest } = row;
      return { ...rest, unit: own.unit, class: rowClass };
    });
    for (const key of Object.keys(layout.cells)) {
      const [rowId = "", columnId = ""] = key.split(".");
      const row = this.names.rowIds[table]?.get(rowId);
      const column = this.names.columnIds[table]?.get(columnId);
      if (row === undefined || column === undefined) continue;
      const cell = this.resolved(table, row, column);
      const rowLayout = layout.rows[row];
      if (rowLayout !== undefined) special[`${row}.${column}`] = this.shapeOf(rowLayout, cell, table);
    }
    this.checkContext(layout, table);
    const { cells: _cells, checks: _checks, decimals: _decimals, columns, ...rest } = layout;
    return {
      ...rest,
      columns: columns.map(({ own: _, ...column }) => column),
      rows,
      shapeOf: classes,
      special,
      scales: this.inputScales(layout, table),
    };
  }

  private shapeOf(row: RowLayout, cell: ResolvedCell | undefined, table: number): number {
    if (cell === undefined || !row.hasCells) return -1;
    if (row.kind === "group" && cell.formula === undefined && cell.lock === "none") return -1;
    const wanted: Kind = cell.type === "boolean" ? "condition" : "number";
    const formula = cell.formula === undefined ? -1 : this.formulaOf(table, cell.formula, wanted).index;
    if (cell.formula !== undefined) this.noteProblems(table, row, cell, wanted);
    const shape: CellShape = { ...cell, formula };
    const key = JSON.stringify(shape);
    let index = this.shapeKeys.get(key);
    if (index === undefined) {
      index = this.shapes.push(shape) - 1;
      this.shapeKeys.set(key, index);
    }
    return index;
  }

  /** A formula given where it stands for another type than its source is bound anew; its problems are told there. */
  private noteProblems(table: number, row: RowLayout, cell: ResolvedCell, wanted: Kind): void {
    const { problems } = this.formulaOf(table, cell.formula ?? "", wanted);
    const at = `${this.layout.tables[table]?.id}.${row.id}`;
    for (const problem of problems) {
      const told = this.problems.some(
        (p) => p.code === problem.code && p.span?.from === problem.span?.from && p.at.startsWith(`${this.layout.tables[table]?.id}`),
      );
      if (!told) this.problems.push({ ...problem, at });
    }
  }

  /** Decimals of inputs; those of computed cells are settled later, in their order. */
  private inputScales(layout: TableLayout, table: number): readonly number[] {
    const all: number[] = [];
    for (const column of layout.columns.keys()) {
      for (const row of layout.rows.keys()) {
        const cell = this.resolved(table, row, column);
        all.push(cell === undefined || !isNumeric(cell.type) ? NONE : cell.formula === undefined ? cell.decimals : FREE);
      }
    }
    return runLengths(all);
  }

  private checkRepeats(table: TableLayout): void {
    for (const row of table.rows) {
      const root = row.repeatRoot === undefined ? undefined : table.rows[row.repeatRoot];
      if (row.repeat !== undefined && root !== undefined && root.id !== row.id)
        this.error("form.nestedRepeat", `${table.id}.${row.id}`, { outer: root.id });
    }
  }

  private error(code: string, at: string, params: Problem["params"]): void {
    this.problems.push({ code, params, at, severity: "error" });
  }

  /** What depends on the row or column that a formula stands in: `children`, and single figures of repeated lines. */
  private checkContext(layout: TableLayout, table: number): void {
    const told = new Set<string>();
    const tell = (code: string, at: string, params: Problem["params"]): void => {
      if (told.has(`${code} ${at}`)) return;
      told.add(`${code} ${at}`);
      this.error(code, at, params);
    };
    const needs = new Map<number, Needs>();
    for (const [r, row] of layout.rows.entries()) {
      if (!row.hasCells) continue;
      for (const [c, column] of layout.columns.entries()) {
        const cell = column.kind === "value" ? this.resolved(table, r, c) : undefined;
        if (cell?.formula === undefined) continue;
        const formula = this.formulaOf(table, cell.formula, cell.type === "boolean" ? "condition" : "number").index;
        if (formula < 0) continue;
        let need = needs.get(formula);
        if (need === undefined) {
          need = this.needsOf(formula);
          needs.set(formula, need);
        }
        const at = cell.source === "cell" ? `${layout.id}.${row.id}.${column.id}` : `${layout.id}.${row.id}`;
        if (need.children && !hasChildren(layout.rows, r)) tell("form.noChildren", at, { name: row.id });
        for (const ref of need.single) {
          const name = this.repeatedFrom(ref, table, row, column.repeated);
          if (name !== undefined) tell("form.repeatedName", cell.source === "column" ? `${layout.id}.${column.id}` : at, { name });
        }
      }
    }
  }

  private needsOf(formula: number): Needs {
    const single: CellReference[] = [];
    let children = false;
    const walk = (expr: CompiledFormula["expr"], listed: boolean): void => {
      if (expr.kind === "children") children = true;
      if (expr.kind === "cell" && !listed && this.repeats(expr)) single.push(expr);
      const inList = expr.kind === "call" && ["sum", "mean", "min", "max", "count"].includes(expr.fn);
      for (const part of partsOf(expr)) walk(part, inList);
    };
    const compiled = this.formulas[formula];
    if (compiled !== undefined) walk(compiled.expr, false);
    return { children, single };
  }

  private repeats(ref: CellReference): boolean {
    const table = this.layout.tables[ref.table];
    return table?.rows[ref.row ?? -1]?.repeatRoot !== undefined || table?.columns[ref.column ?? -1]?.repeated !== undefined;
  }

  /** The id of a repeated line that a reference names from outside its repetition. */
  private repeatedFrom(ref: CellReference, table: number, row: RowLayout, group: string | undefined): string | undefined {
    const target = this.layout.tables[ref.table];
    const targetRow = target?.rows[ref.row ?? -1];
    const targetColumn = target?.columns[ref.column ?? -1];
    if (targetRow?.repeatRoot !== undefined && !(ref.table === table && targetRow.repeatRoot === row.repeatRoot)) return targetRow.id;
    if (targetColumn?.repeated !== undefined && !(ref.table === table && targetColumn.repeated === group)) return targetColumn.id;
    return undefined;
  }

  private compileChecks(layout: TableLayout, table: number): readonly CompiledCheck[] {
    return layout.checks.flatMap((check) => {
      const at = `${layout.id}.${check.id}`;
      const each = check.each ?? "row";
      const { index, problems } = this.formulaOf(table, check.formula, "condition");
      this.problems.push(...problems.map((problem) => ({ ...problem, at })));
      const formula = this.formulas[index];
      if (formula === undefined) return [];
      if (!this.checkStands(formula.expr, each)) {
        this.error("form.checkPlace", at, { each });
        return [];
      }
      const rows = check.rows?.flatMap((id) => this.names.rowIds[table]?.get(id) ?? []);
      const columns = check.columns?.flatMap((id) => this.names.columnIds[table]?.get(id) ?? []);
      return [{ id: check.id, severity: check.severity, message: check.message, table, each, rows, columns, ...formula }];
    });
  }

  /** A check in every row can name columns and full cells, one in every column rows and full cells, one for the form full cells. */
  private checkStands(expr: CompiledFormula["expr"], each: CompiledCheck["each"]): boolean {
    if (expr.kind === "children") return each === "column" ? false : each !== "once";
    if (expr.kind === "cell") return (each === "row" || expr.row !== null) && (each === "column" || expr.column !== null);
    if (expr.kind === "span") return (each === "row" || expr.rows !== null) && (each === "column" || expr.columns !== null);
    return partsOf(expr).every((part) => this.checkStands(part, each));
  }
}

interface Needs {
  readonly children: boolean;
  readonly single: readonly CellReference[];
}

/** Every formula of a table as it is written, with its place. */
function sourcesOf(table: TableLayout): readonly Source[] {
  const wantedBy = (own: Properties): Kind => (own.type === "boolean" ? "condition" : "number");
  const found: Source[] = [];
  for (const column of table.columns) {
    if (column.own.formula !== undefined)
      found.push({ text: column.own.formula, at: `${table.id}.${column.id}`, wanted: wantedBy(column.own) });
  }
  for (const row of table.rows) {
    if (row.own.formula !== undefined) found.push({ text: row.own.formula, at: `${table.id}.${row.id}`, wanted: wantedBy(row.own) });
  }
  for (const [key, own] of Object.entries(table.cells)) {
    if (own.formula === undefined) continue;
    const column = table.columns.find(({ id }) => id === key.split(".")[1]);
    found.push({ text: own.formula, at: `${table.id}.${key}`, wanted: wantedBy({ ...column?.own, ...own }) });
  }
  return found;
}
