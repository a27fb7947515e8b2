import { greater, less } from "@/lib/formula/semantics";
import type { CompiledNarrative } from "./compiled";
import type { CellAddress, CellIndex, RichDoc } from "./content";
import { evaluateLane, type Tolerance } from "./explain";
import { entriesKey } from "./grid";
import type { OpenForm } from "./open";
import { type CheckPlan, planChecks, roles } from "./plan";
import type { Segment } from "./segment";
import type { Shape } from "./slots";
import type { CompiledForm, Finding } from "./types";

/** What planning for one layout of the cells finds once. */
interface Watched {
  readonly checks: readonly CheckPlan[];
  /** Cells that can be wrong by themselves: required or bounded. */
  readonly cells: readonly number[];
  readonly dividing: readonly Segment[];
}

const watched = new WeakMap<object, Watched>();

function watchedOf(form: OpenForm): Watched {
  const known = watched.get(form.plan);
  if (known !== undefined) return known;
  const cells: number[] = [];
  const bounded = form.compiled.shapes.map(({ required, min, max }) => required || min !== undefined || max !== undefined);
  for (let cell = 0; cell < form.cellCount; cell++) {
    const role = roles[form.plan.roles[cell] ?? 3];
    if ((role === "input" || role === "computed") && bounded[form.plan.shapes[cell] ?? -1]) cells.push(cell);
  }
  const made = {
    checks: planChecks(form.compiled, form.cellIndex, form.plan),
    cells,
    dividing: form.plan.segments.filter(({ slots }) => divides(slots.shape)),
  };
  watched.set(form.plan, made);
  return made;
}

const DIVIDING: ReadonlySet<string> = new Set(["/", "percent", "growth", "cagr"]);

const divides = (shape: Shape): boolean =>
  (shape.kind === "apply" && (DIVIDING.has(shape.fn) || shape.args.some(divides))) || (shape.kind === "list" && shape.args.some(divides));

/** Rules, required cells, bounds and divisions by zero, by table in document order; within one, cells before rules. */
export function findingsOf(form: OpenForm): readonly Finding[] {
  const { checks, cells, dividing } = watchedOf(form);
  const found: { table: number; finding: Finding }[] = [];
  const tableOf = (cell: number): number => form.cellIndex.locate(cell).grid.index;
  for (const cell of cells) for (const finding of cellFindings(form, cell as CellIndex)) found.push({ table: tableOf(cell), finding });
  for (const segment of dividing) {
    for (const cell of dividedCells(form, segment))
      found.push({ table: tableOf(cell), finding: atCell(form, cell, "form.divisionByZero", "warning") });
  }
  for (const { table, finding } of entryFindings(form)) found.push({ table, finding });
  for (const { check, lanes } of checks) {
    for (const { at, segment } of lanes) {
      const holds = evaluateLane(segment, 0, form.engine.memory, { tolerance: (one) => toleranceOf(form, one) });
      if (holds !== 0) continue;
      const finding: Finding = {
        code: "form.checkFailed",
        params: { rule: check.text },
        at,
        severity: check.severity,
        message: check.message,
      };
      found.push({ table: check.table, finding });
    }
  }
  return found.sort((a, b) => a.table - b.table).map(({ finding }) => finding);
}

function atCell(form: OpenForm, cell: number, code: string, severity: Finding["severity"], params: Finding["params"] = {}): Finding {
  return { code, params, at: form.cellIndex.addressOf(cell), severity, message: undefined };
}

function cellFindings(form: OpenForm, cell: CellIndex): readonly Finding[] {
  const shape = form.shape(cell);
  if (shape === undefined) return [];
  const value = form.read(cell);
  const input = shape.formula < 0;
  if (value === null) return shape.required && input ? [atCell(form, cell, "form.required", "error")] : [];
  const figure = form.values[cell] ?? Number.NaN;
  // A mark says that there is no figure to judge.
  if (typeof value !== "number" || Number.isNaN(figure)) return [];
  // As formulas compare, so that the noise of a computation breaks no bound: 100.00000000000001 is at most 100.
  if (shape.min !== undefined && less(figure, shape.min) === 1)
    return [atCell(form, cell, "form.belowMin", "error", { min: shape.min, value })];
  if (shape.max !== undefined && greater(figure, shape.max) === 1)
    return [atCell(form, cell, "form.aboveMax", "error", { max: shape.max, value })];
  return [];
}

/** Cells that are blank because their formula divides by zero. */
function dividedCells(form: OpenForm, segment: Segment): readonly number[] {
  const cells: number[] = [];
  for (let lane = 0; lane < segment.count; lane++) {
    const cell = segment.target.start + lane * segment.target.step;
    if (!Number.isNaN(form.values[cell] ?? 0)) continue;
    let divided = false;
    evaluateLane(segment, lane, form.engine.memory, {
      dividedByZero: () => {
        divided = true;
      },
    });
    if (divided) cells.push(cell);
  }
  return cells;
}

function entryFindings(form: OpenForm): readonly { table: number; finding: Finding }[] {
  return form.cellIndex.grids.flatMap(({ table, index }) =>
    table.rows.flatMap((row, i) => {
      if (row.repeat?.by !== "entries" || row.repeatRoot !== i) return [];
      const of = entriesKey(table, i);
      const count = form.entries(of).length;
      const { min = 0, max = Number.POSITIVE_INFINITY } = row.repeat;
      if (count >= min && count <= max) return [];
      const [code, limit] = count < min ? ["form.tooFewEntries", min] : ["form.tooManyEntries", max];
      return [{ table: index, finding: { code, params: { limit, count }, at: `e.${of}`, severity: "error" as const, message: undefined } }];
    }),
  );
}

/**
 * Half the last shown digit of every figure that a comparison reads, together: so much can rounding make of what is
 * equal (children of 16658.847 under a published 16658.849). Blanks and marks were not rounded and give nothing; nor do
 * whole numbers (type `integer`), which are counted.
 */
function toleranceOf(form: OpenForm, segment: Segment): Tolerance {
  const half = (at: number): number => {
    const shape = form.shape(at % form.cellCount);
    if (at >= form.plan.blankAt || shape === undefined || shape.type === "integer" || shape.type === "boolean") return 0;
    const marked = at < form.cellCount && form.read(at as CellIndex) === "-";
    return marked || Number.isNaN(form.engine.memory[at]) ? 0 : 0.5 * 10 ** -shape.decimals;
  };
  const width = (shape: Shape): number => {
    if (shape.kind === "number") return 0;
    if (shape.kind === "point") return half(segment.points[shape.slot]?.start ?? form.plan.blankAt);
    let total = shape.args.reduce((sum, arg) => sum + width(arg), 0);
    for (const run of (shape.kind === "list" && shape.slot !== undefined ? segment.lists[shape.slot] : undefined) ?? []) {
      for (let i = 0; i < run.count; i++) total += half(run.start + i * run.step);
    }
    return total;
  };
  return (left, right) => width(left) + width(right);
}

/** Required and too short or too long sections of a narrative. */
export function narrativeFindings(compiled: CompiledForm, narrative: Readonly<Record<string, RichDoc>>): readonly Finding[] {
  return compiled.narratives.flatMap((section) => {
    const length = textLength(narrative[section.id]);
    const problem = narrativeProblem(section, length);
    if (problem === undefined) return [];
    return [{ ...problem, at: `n.${section.id}` as CellAddress, severity: "error" as const, message: undefined }];
  });
}

function narrativeProblem(
  { required, minLength, maxLength }: CompiledNarrative,
  length: number,
): Pick<Finding, "code" | "params"> | undefined {
  if (length === 0) return required ? { code: "form.required", params: {} } : undefined;
  if (length < minLength) return { code: "form.narrativeTooShort", params: { limit: minLength, length } };
  if (maxLength !== undefined && length > maxLength) return { code: "form.narrativeTooLong", params: { limit: maxLength, length } };
  return undefined;
}

/** Characters of a rich text, without leading and trailing white space. */
export function textLength(doc: unknown): number {
  const textOf = (node: unknown): string => {
    if (typeof node !== "object" || node === null) return "";
    const { text, content } = node as { text?: unknown; content?: unknown };
    if (typeof text === "string") return text;
    return Array.isArray(content) ? content.map(textOf).join(" ") : "";
  };
  return textOf(doc).trim().length;
}
