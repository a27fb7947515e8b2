import { type Expr, isRatio, type NamePath, parseFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { childrenOf, type InColumn, rowsBetween, standsForRows } from "./children";
import { type ColumnLayout, layoutTemplate, type RowLayout, type TableLayout } from "./layout";
import { namesRatio, ratioColumns, type TellRatio } from "./ratioColumns";
import { isNumeric, type ResolvedCell, resolveCell } from "./resolve";
import type { UnitOfMeasure } from "./unitOfMeasure";

/** A cell by the indices of its table, row and column. */
export interface LintCell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A formula where it is written, with the cells that it computes. */
export interface PlacedFormula {
  readonly at: string;
  readonly expr: Expr;
  readonly source: "cell" | "row" | "column";
  readonly cells: readonly LintCell[];
}

/** What a part of a formula measures. */
export interface Measure {
  readonly dimension: UnitOfMeasure["dimension"];
  /** Undefined once a constant took part: it may convert. */
  readonly factor: number | undefined;
  /** As printed, where a figure has it. */
  readonly text: string;
}

/** A template laid out for the designer's findings: formulas parsed once, cells resolved once, names looked up. */
export class LintContext {
  readonly tables: readonly TableLayout[];
  /** Units of measure read so far, by their text. */
  readonly measures = new Map<string, Measure>();
  private readonly parsed = new Map<string, Expr | undefined>();
  private readonly resolvedRows = new Map<RowLayout, (ResolvedCell | undefined)[]>();
  private readonly resolvedLike = new Map<string, (ResolvedCell | undefined)[]>();
  private readonly children = new Map<string, readonly number[]>();
  private placed: readonly PlacedFormula[] | undefined;
  private readonly rowIds: readonly ReadonlyMap<string, number>[];
  private readonly rowsWithCells: readonly ReadonlySet<string>[];
  private readonly columnIds: readonly ReadonlyMap<string, number>[];

  constructor(template: Template) {
    this.tables = layoutTemplate(template).tables;
    this.rowIds = this.tables.map(({ rows }) => new Map(rows.map(({ id }, i) => [id, i])));
    this.rowsWithCells = this.tables.map(({ cells }) => new Set(Object.keys(cells).map((key) => key.split(".")[0] ?? "")));
    this.columnIds = this.tables.map(({ columns }) => new Map(columns.map(({ id }, i) => [id, i])));
  }

  /** The tree of a formula; undefined where it cannot be read, which compiling tells. */
  parse(text: string): Expr | undefined {
    if (!this.parsed.has(text)) {
      const parsed = parseFormula(text);
      this.parsed.set(text, parsed.ok ? parsed.value : undefined);
    }
    return this.parsed.get(text);
  }

  private readonly isRatioText: TellRatio = (text, isRatioName) => {
    const expr = this.parse(text);
    return expr !== undefined && isRatio(expr, isRatioName);
  };

  row({ table, row }: LintCell): RowLayout | undefined {
    return this.tables[table]?.rows[row];
  }

  /** Whether cells of the row say things of their own. */
  hasOwnCells({ table, row }: LintCell): boolean {
    const id = this.tables[table]?.rows[row]?.id;
    return id !== undefined && (this.rowsWithCells[table]?.has(id) ?? false);
  }

  column({ table, column }: LintCell): ColumnLayout | undefined {
    return this.tables[table]?.columns[column];
  }

  /** What holds for a cell; undefined where there is none. */
  resolved(cell: LintCell): ResolvedCell | undefined {
    const known = this.resolvedRow(cell);
    if (known && !(cell.column in known)) known[cell.column] = this.resolve(cell);
    return known?.[cell.column];
  }

  /** Rows that say the same of their cells share what is resolved. */
  private resolvedRow(cell: LintCell): (ResolvedCell | undefined)[] | undefined {
    const row = this.row(cell);
    if (!row?.hasCells) return undefined;
    let resolved = this.resolvedRows.get(row);
    if (!resolved) {
      const like = `${cell.table} ${this.hasOwnCells(cell) ? row.id : JSON.stringify([row.kind, row.own])}`;
      resolved = this.resolvedLike.get(like) ?? [];
      this.resolvedLike.set(like, resolved);
      this.resolvedRows.set(row, resolved);
    }
    return resolved;
  }

  private resolve(cell: LintCell): ResolvedCell | undefined {
    const table = this.tables[cell.table];
    const row = this.row(cell);
    const column = this.column(cell);
    if (!table || !row || column?.kind !== "value") return undefined;
    const resolved = resolveCell(table, row, column, this.isRatioText);
    // A heading has figures only where something computes them.
    return row.kind === "group" && resolved.formula === undefined && resolved.lock === "none" ? undefined : resolved;
  }

  /** What sums over rows must know of a cell's column; all rows are there. */
  inColumn(cell: LintCell): InColumn {
    return { computes: (row) => standsForRows(this.row({ ...cell, row }), this.resolved({ ...cell, row })?.source) };
  }

  /** Whether a cell holds a ratio: a percentage, or what a ratio's formula computes. */
  isRatio(cell: LintCell): boolean {
    const resolved = this.resolved(cell);
    const table = this.tables[cell.table];
    if (resolved === undefined || table === undefined) return false;
    if (resolved.type === "percent") return true;
    const ratios = ratioColumns(table.columns, this.isRatioText);
    return resolved.formula !== undefined && this.isRatioText(resolved.formula, (name) => namesRatio(name, ratios));
  }

  /** The cell that a name means in the formula of a cell; undefined for indicators and what is not known. */
  cellOf({ path }: NamePath, here: LintCell): LintCell | undefined {
    const [first = "", second = "", third] = path;
    if (third !== undefined) {
      const table = this.tables.findIndex(({ kind, id }) => kind === "table" && id === first);
      return this.cellAt(table, this.rowIds[table]?.get(second), this.columnIds[table]?.get(third));
    }
    if (path.length === 2 && first === "f") return this.fieldOf(second);
    if (path.length === 2) return this.cellAt(here.table, this.rowIds[here.table]?.get(first), this.columnIds[here.table]?.get(second));
    const column = this.columnIds[here.table]?.get(first);
    if (column !== undefined) return { ...here, column };
    if (this.tables[here.table]?.kind === "fields") return this.fieldOf(first);
    return this.cellAt(here.table, this.rowIds[here.table]?.get(first), here.column);
  }

  private fieldOf(id: string): LintCell | undefined {
    const table = this.tables.findIndex((one, i) => one.kind === "fields" && this.columnIds[i]?.has(id));
    return this.cellAt(table, 0, this.columnIds[table]?.get(id));
  }

  private cellAt(table: number, row: number | undefined, column: number | undefined): LintCell | undefined {
    return row === undefined || column === undefined ? undefined : { table, row, column };
  }

  /** The figures that an argument of a list function stands for: a name, a range, `children`. */
  listed(expr: Expr, here: LintCell): readonly LintCell[] {
    switch (expr.kind) {
      case "name":
        return [this.cellOf(expr.name, here)].filter((cell) => cell !== undefined);
      case "range":
        return this.between(this.cellOf(expr.first, here), this.cellOf(expr.last, here));
      case "children":
        return this.childrenAt(here).map((row) => ({ ...here, row }));
      default:
        return [];
    }
  }

  private childrenAt(cell: LintCell): readonly number[] {
    const key = `${cell.table} ${cell.row} ${cell.column}`;
    let rows = this.children.get(key);
    if (!rows) {
      rows = childrenOf(this.tables[cell.table]?.rows ?? [], cell.row, this.inColumn(cell)) ?? [];
      this.children.set(key, rows);
    }
    return rows;
  }

  private between(first: LintCell | undefined, last: LintCell | undefined): readonly LintCell[] {
    if (!first || !last || first.table !== last.table) return [];
    const cells: LintCell[] = [];
    for (let column = first.column; column <= last.column; column++) {
      const along = { ...first, column };
      for (const row of rowsBetween(this.tables[first.table]?.rows ?? [], first.row, last.row, this.inColumn(along)) ?? []) {
        const resolved = this.resolved({ ...along, row });
        if (resolved && isNumeric(resolved.type)) cells.push({ ...along, row });
      }
    }
    return cells;
  }

  /** Every formula of the template, in document order. */
  get formulas(): readonly PlacedFormula[] {
    this.placed ??= this.placeFormulas();
    return this.placed;
  }

  private placeFormulas(): readonly PlacedFormula[] {
    const placed = new Map<string, { readonly expr: Expr; readonly source: PlacedFormula["source"]; readonly cells: LintCell[] }>();
    for (const [table, layout] of this.tables.entries()) {
      for (const row of layout.rows.keys()) {
        for (const column of layout.columns.keys()) {
          const cell = { table, row, column };
          const resolved = this.resolved(cell);
          const expr = resolved?.formula === undefined ? undefined : this.parse(resolved.formula);
          if (!expr || resolved?.source === undefined) continue;
          const at = this.placeOf(cell, resolved.source);
          const known = placed.get(at);
          if (known) known.cells.push(cell);
          else placed.set(at, { expr, source: resolved.source, cells: [cell] });
        }
      }
    }
    return [...placed].map(([at, formula]) => ({ at, ...formula }));
  }

  /** The id path of a cell, its row or its column. */
  placeOf(cell: LintCell, source: PlacedFormula["source"]): string {
    const layout = this.tables[cell.table];
    const column = this.column(cell)?.id ?? "";
    const row = this.row(cell)?.id ?? "";
    if (layout?.kind !== "table") return `${layout?.id ?? ""}.${column}`;
    return source === "cell" ? `${layout.id}.${row}.${column}` : source === "row" ? `${layout.id}.${row}` : `${layout.id}.${column}`;
  }
}

/** One of the designer's findings: something that is most likely a slip, and that stops nothing. */
export const finding = (code: string, at: string, params: Problem["params"], span?: Problem["span"]): Problem => ({
  code: `lint.${code}`,
  params,
  at,
  severity: "warning",
  ...(span === undefined ? {} : { span: { from: span.from, to: span.to } }),
});
