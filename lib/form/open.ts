import type { Problem } from "@/lib/problem";
import { accept, type Held } from "./accept";
import type { CellShape, Compiled, HistoryKind } from "./compiled";
import type { CellAddress, CellIndex, CellValue, Entry, ReportContent } from "./content";
import { Engine } from "./engine";
import { findingsOf } from "./findings";
import { withFreeMeans } from "./freeMeans";
import { entriesKey, type Index, indexForm } from "./grid";
import { type Plan, planForm, roles } from "./plan";
import { isNumeric } from "./resolve";
import type { CellInfo, CellList, Edit, Finding, Form, FormContext } from "./types";

/** Tag of an input cell beside its number. */
const [BLANK, NUMBER, DASH, CROSS] = [0, 1, 2, 3] as const;
const LABEL_LENGTH = 300;

/**
 * Opens a compiled form for a period with what the report holds; without `content` a new report begins, with the
 * template's defaults. Values that do not fit the form (of another version, or computed) are left aside.
 */
export function openForm(compiled: Compiled, context: FormContext, content?: ReportContent): OpenForm {
  return new OpenForm(compiled, context, content);
}

/** The cells of one state of the entries: made anew when they change. */
interface State {
  readonly index: Index;
  readonly plan: Plan;
  readonly engine: Engine;
  /** NaN where blank or `x`; 0 where `-`. */
  readonly values: Float64Array;
  readonly tags: Uint8Array;
  readonly texts: Map<number, string>;
}

/** The form behind `Form`; views and codecs of this room look inside. */
export class OpenForm implements Form {
  private state: State;
  private held: ReadonlyMap<string, readonly Entry[]>;
  private readonly narrative: ReportContent["narrative"];
  readonly compiled: Compiled;

  constructor(
    compiled: Compiled,
    readonly context: FormContext,
    content: ReportContent | undefined,
  ) {
    this.compiled = context.aggregated ? withFreeMeans(compiled) : compiled;
    this.narrative = content?.narrative ?? {};
    this.held = new Map(Object.entries(content?.entries ?? {}).map(([of, entries]) => [of, entries.map(cleanEntry)]));
    this.state = this.makeState();
    if (content === undefined) this.setDefaults(() => true);
    else this.load(content.cells);
    this.recalculate();
  }

  get cellCount(): number {
    return this.state.index.cellCount;
  }

  /** How many cells stand in chunks. */
  get baseCount(): number {
    return this.state.index.baseCount;
  }

  get values(): Float64Array {
    return this.state.values;
  }

  get cellIndex(): Index {
    return this.state.index;
  }

  get plan(): Plan {
    return this.state.plan;
  }

  get engine(): Engine {
    return this.state.engine;
  }

  index(at: CellAddress): CellIndex | undefined {
    return this.state.index.find(at);
  }

  shape(cell: number): CellShape | undefined {
    return this.compiled.shapes[this.state.plan.shapes[cell] ?? -1];
  }

  info(cell: CellIndex): CellInfo {
    const { plan, index } = this.state;
    const address = index.addressOf(cell);
    const shape = this.shape(cell);
    if (shape === undefined) return { ...NO_CELL, address };
    const scale = plan.scales[cell] ?? -1;
    return {
      address,
      role: roles[plan.roles[cell] ?? 3] ?? "absent",
      type: shape.type,
      unit: shape.unit,
      decimals: shape.decimals,
      scale: scale < 0 ? undefined : scale,
      formula: this.compiled.formulas[shape.formula]?.text,
      aggregate: shape.aggregate,
      indicator: shape.indicator,
      required: shape.required,
      min: shape.min,
      max: shape.max,
      choices: shape.choices,
    };
  }

  read(cell: CellIndex): CellValue {
    const { values, tags, texts, plan } = this.state;
    const shape = this.shape(cell);
    if (shape === undefined || roles[plan.roles[cell] ?? 3] === "absent") return null;
    if (shape.lock !== "none") return shape.lock === "x" ? "x" : null;
    const tag = tags[cell];
    if (tag === DASH) return "-";
    if (tag === CROSS) return "x";
    const text = texts.get(cell);
    if (text !== undefined) return text;
    const value = values[cell] ?? Number.NaN;
    if (!Number.isFinite(value)) return null;
    // A product with a negative zero factor is no negative figure.
    return shape.type === "boolean" ? value !== 0 : value + 0;
  }

  apply(edits: readonly Edit[]): { readonly changed: CellList; readonly refused: readonly Problem[] } {
    const refused: Problem[] = [];
    const figures: CellIndex[] = [];
    const others: CellIndex[] = [];
    for (const { at, value } of edits) {
      const cell = this.index(at);
      const problem = cell === undefined ? { code: "form.unknownCell", params: {} } : this.refusal(cell);
      const shape = cell === undefined ? undefined : this.shape(cell);
      if (cell === undefined || problem !== undefined || shape === undefined) {
        refused.push({ code: "form.unknownCell", params: {}, ...problem, at, severity: "error" });
        continue;
      }
      const held = accept(shape, value);
      if (!held.ok) refused.push({ ...held.error, at, severity: "error" });
      else {
        const change = this.hold(cell, held.value);
        if (change === "figure") figures.push(cell);
        else if (change === "other") others.push(cell);
      }
    }
    if (figures.length === 0) return { changed: others, refused };
    return { changed: this.state.engine.computeFrom(figures, others), refused };
  }

  private refusal(cell: CellIndex): { code: string; params: Problem["params"] } | undefined {
    switch (roles[this.state.plan.roles[cell] ?? 3]) {
      case "input":
        return undefined;
      case "computed":
        return { code: "form.computedCell", params: {} };
      case "locked":
        return { code: "form.lockedCell", params: {} };
      default:
        return { code: "form.absentCell", params: { period: this.context.period } };
    }
  }

  /** Puts a value in a cell; tells whether a figure changed, something else, or nothing. */
  private hold(cell: number, held: Held): "figure" | "other" | "nothing" {
    const { values, tags, texts } = this.state;
    const [value, tag] = figureOf(held);
    const text = held.kind === "text" ? held.text : undefined;
    const before = values[cell] ?? Number.NaN;
    const sameText = texts.get(cell) === text;
    const sameTag = tags[cell] === tag;
    if (text === undefined) texts.delete(cell);
    else texts.set(cell, text);
    tags[cell] = tag;
    values[cell] = value;
    if (before !== value && !(Number.isNaN(before) && Number.isNaN(value))) return "figure";
    return sameText && sameTag ? "nothing" : "other";
  }

  recalculate(): void {
    this.state.engine.computeAll();
  }

  /**
   * Replaces the entries of a repeated row or list. Cell indices of added rows are new afterwards. Entries beyond what
   * the template allows, or for what does not repeat by entries, are a defect of the caller.
   */
  setEntries(of: string, entries: readonly Entry[]): void {
    const before = this.held.get(of) ?? [];
    const old = this.state;
    this.held = new Map(this.held).set(of, entries.map(cleanEntry));
    const cells: Record<CellAddress, CellValue> = this.inputs(old);
    const isNew = new Set(entries.map(({ id }) => id));
    for (const { id } of before) isNew.delete(id);
    this.state = this.makeState();
    this.load(cells);
    if (isNew.size > 0) this.setDefaults((table, row, key) => key !== undefined && isNew.has(key) && entriesKey(table, row) === of);
    this.recalculate();
  }

  entries(of: string): readonly Entry[] {
    return this.held.get(of) ?? [];
  }

  findings(): readonly Finding[] {
    return findingsOf(this);
  }

  content(): ReportContent {
    const cells: Record<CellAddress, CellValue> = {};
    const { index, plan } = this.state;
    for (let cell = 0; cell < index.cellCount; cell++) {
      const role = roles[plan.roles[cell] ?? 3];
      if (role !== "input" && role !== "computed") continue;
      const value = this.read(cell as CellIndex);
      if (value !== null) cells[index.addressOf(cell)] = value;
    }
    return { cells, narrative: this.narrative, entries: Object.fromEntries(this.held) };
  }

  private inputs(state: State): Record<CellAddress, CellValue> {
    const cells: Record<CellAddress, CellValue> = {};
    for (let cell = 0; cell < state.index.cellCount; cell++) {
      if (roles[state.plan.roles[cell] ?? 3] !== "input") continue;
      const value = this.read(cell as CellIndex);
      if (value !== null) cells[state.index.addressOf(cell)] = value;
    }
    return cells;
  }

  private makeState(): State {
    const index = indexForm(this.compiled, {
      period: this.context.period,
      units: this.context.units,
      entries: Object.fromEntries(this.held),
    });
    const plan = planForm(this.compiled, index);
    const engine = new Engine(plan, index.cellCount);
    const values = engine.memory.subarray(0, index.cellCount);
    for (const [kind, start] of plan.history) this.loadHistory(kind, start, index, engine.memory);
    return { index, plan, engine, values, tags: new Uint8Array(index.cellCount), texts: new Map() };
  }

  private loadHistory(kind: HistoryKind, start: number, index: Index, memory: Float64Array): void {
    for (const [at, value] of Object.entries(this.context.history[kind] ?? {})) {
      const cell = index.find(at as CellAddress);
      if (cell === undefined) continue;
      if (value === "-") memory[start + cell] = 0;
      else if (typeof value === "number" && Number.isFinite(value)) memory[start + cell] = value;
      else if (typeof value === "boolean") memory[start + cell] = value ? 1 : 0;
    }
  }

  private load(cells: ReportContent["cells"]): void {
    for (const [at, value] of Object.entries(cells)) {
      const cell = this.index(at as CellAddress);
      const shape = cell === undefined ? undefined : this.shape(cell);
      if (cell === undefined || shape === undefined || roles[this.state.plan.roles[cell] ?? 3] !== "input") continue;
      const held = standing(shape, value);
      if (held !== undefined) this.hold(cell, held);
    }
  }

  private setDefaults(wanted: (table: Compiled["tables"][number], row: number, key: string | undefined) => boolean): void {
    const { index, plan } = this.state;
    if (!this.compiled.shapes.some((shape) => shape.default !== undefined)) return;
    for (let cell = 0; cell < index.cellCount; cell++) {
      const shape = this.shape(cell);
      if (shape?.default === undefined || roles[plan.roles[cell] ?? 3] !== "input") continue;
      const { grid, row } = index.locate(cell);
      const line = grid.rows[row];
      const root = grid.table.rows[line?.definition ?? -1]?.repeatRoot ?? line?.definition ?? -1;
      if (!wanted(grid.table, root, line?.key)) continue;
      const held = accept(shape, shape.default);
      if (held.ok) this.hold(cell, held.value);
    }
  }
}

const NO_CELL: Omit<CellInfo, "address"> = {
  role: "absent",
  type: "number",
  unit: undefined,
  decimals: 0,
  scale: undefined,
  formula: undefined,
  aggregate: { rule: "none" },
  indicator: undefined,
  required: false,
  min: undefined,
  max: undefined,
  choices: undefined,
};

const figureOf = (held: Held): readonly [number, number] => {
  switch (held.kind) {
    case "number":
      return [held.value, NUMBER];
    case "mark":
      return held.mark === "-" ? [0, DASH] : [Number.NaN, CROSS];
    default:
      return [Number.NaN, BLANK];
  }
};

/**
 * A value that stands already: figures as they are (a parent's mean has more decimals than an entered figure, its sum
 * may be larger than one), texts whatever their length (those of many units together); undefined where it does not fit
 * the cell.
 */
const standing = (shape: CellShape, value: CellValue): Held | undefined => {
  if (isNumeric(shape.type) && typeof value === "number" && Number.isFinite(value)) return { kind: "number", value };
  const held = accept(shape, value);
  if (held.ok) return held.value;
  return held.error.code === "form.textTooLong" && typeof value === "string" ? { kind: "text", text: value.normalize("NFC") } : undefined;
};

const cleanEntry = ({ id, label }: Entry): Entry => ({ id, label: label.normalize("NFC").slice(0, LABEL_LENGTH) });
