import { HyperFormula, type RawCellContent } from "hyperformula";
import { all, create, type EvalFunction } from "mathjs";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import { type Figures, INPUT_COLUMNS, isSubtotal } from "./figures";
import { BLOCK_ROWS, columnIds, largeTemplate } from "./largeTemplate";

/** One way of computing the large form: set a value, get the form computed, look at a cell. */
export interface Contender {
  /** Sets the parameter that every formula reads, and computes all of them. */
  setParameter(k: number): void;
  /** Sets an input and computes what depends on it. */
  setInput(row: number, column: number, value: number): void;
  value(row: number, column: number): number;
}

/** Bieumau. */
export function ours({ rows, inputs }: Figures): Contender & { readonly form: Form; recalculate(): void } {
  const compiled = compileForm(largeTemplate(rows));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const form = openForm(compiled.value.form, { period: "2026-03", units: [], history: {} });
  const address = (row: number, column: number): CellAddress =>
    `t.${row === rows ? "total" : `r${row}`}.${columnIds[column]}` as CellAddress;
  form.apply(
    inputs.flatMap((values, column) =>
      [...values].flatMap((value, row) => (Number.isNaN(value) ? [] : [{ at: address(row, column), value }])),
    ),
  );
  return {
    form,
    recalculate: () => form.recalculate(),
    setParameter: (k) => void form.apply([{ at: "f.k" as CellAddress, value: k }]),
    setInput: (row, column, value) => void form.apply([{ at: address(row, column), value }]),
    value: (row, column) => form.values[form.index(address(row, column)) ?? -1] ?? Number.NaN,
  };
}

/** HyperFormula with the same formulas over the same figures, as a spreadsheet would have them; the parameter on a sheet of its own. */
export function hyperFormula({ rows, inputs }: Figures): Contender {
  const letter = (column: number): string => String.fromCharCode(65 + column);
  const K = "Parameters!$A$1";
  const total = rows + 1;
  const formulas = (r: number): readonly string[] => [
    `=A${r}+B${r}+${K}`,
    `=C${r}+D${r}+E${r}+${K}`,
    `=N${r}-O${r}+${K}`,
    `=G${r}*H${r}*${K}`,
    `=I${r}+J${r}-${K}`,
    `=N${r}/(O${r}+${K})*100`,
    `=M${r}/(M$${total}+${K})*100`,
  ];
  const blocks = Array.from({ length: rows / BLOCK_ROWS }, (_, i) => [i * BLOCK_ROWS + 1, (i + 1) * BLOCK_ROWS - 1] as const);
  const sumOf = (column: number, ranges: readonly (readonly [number, number])[]): string =>
    `=SUM(${ranges.map(([first, last]) => `${letter(column)}${first}:${letter(column)}${last}`).join(",")})+${K}`;
  const sheet: RawCellContent[][] = Array.from({ length: rows + 1 }, (_, row) => {
    const ranges = row === rows ? blocks : isSubtotal(row) ? [[row + 2 - BLOCK_ROWS, row] as const] : undefined;
    const own = formulas(row + 1);
    return columnIds.map((_, column) => {
      // In sums of rows too, percentages are recomputed.
      if (ranges !== undefined) return column >= 18 ? (own[column - INPUT_COLUMNS] ?? null) : sumOf(column, ranges);
      return column < INPUT_COLUMNS ? (inputs[column]?.[row] ?? null) : (own[column - INPUT_COLUMNS] ?? null);
    });
  });
  const engine = HyperFormula.buildFromSheets({ Parameters: [[1]], Form: sheet }, { licenseKey: "gpl-v3", useArrayArithmetic: false });
  const form = engine.getSheetId("Form") ?? 1;
  const parameters = engine.getSheetId("Parameters") ?? 0;
  return {
    setParameter: (k) => void engine.setCellContents({ sheet: parameters, row: 0, col: 0 }, k),
    setInput: (row, col, value) => void engine.setCellContents({ sheet: form, row, col }, value),
    value: (row, col) => Number(engine.getCellValue({ sheet: form, row, col })),
  };
}

/** mathjs: each formula compiled once and evaluated for each cell. */
export function mathjs({ rows, inputs }: Figures): Pick<Contender, "setParameter" | "value"> {
  const math = create(all ?? {});
  const columns = [...inputs, ...columnIds.slice(INPUT_COLUMNS).map(() => new Float64Array(rows + 1))].map((values) => values.slice());
  const compiled = ["c1 + c2 + k", "c3 + c4 + c5 + k", "c14 - c15 + k", "c7 * c8 * k", "c9 + c10 - k"].map((text) => math.compile(text));
  const ratios = ["c14 / (c15 + k) * 100", "c13 / (total + k) * 100"].map((text) => math.compile(text));
  const sum = math.compile("sum(figures) + k");
  const at = (column: number, row: number): number => columns[column]?.[row] ?? Number.NaN;
  const put = (column: number, row: number, code: EvalFunction | undefined, scope: object): void => {
    const values = columns[column];
    if (values !== undefined) values[row] = Number(code?.evaluate(scope));
  };
  const scopeOf = (row: number, k: number): Record<string, number> => {
    const scope: Record<string, number> = { k, total: at(12, rows) };
    for (const [column, id] of columnIds.entries()) scope[id] = at(column, row);
    return scope;
  };
  return {
    setParameter(k) {
      for (let row = 0; row < rows; row++) {
        if (isSubtotal(row)) continue;
        for (const [i, code] of compiled.entries()) put(INPUT_COLUMNS + i, row, code, scopeOf(row, k));
      }
      for (let column = 0; column < INPUT_COLUMNS + compiled.length; column++) {
        const all: number[] = [];
        for (let first = 0; first < rows; first += BLOCK_ROWS) {
          const block = Array.from({ length: BLOCK_ROWS - 1 }, (_, i) => at(column, first + i));
          put(column, first + BLOCK_ROWS - 1, sum, { figures: block, k });
          all.push(...block);
        }
        put(column, rows, sum, { figures: all, k });
      }
      for (let row = 0; row <= rows; row++) for (const [i, code] of ratios.entries()) put(18 + i, row, code, scopeOf(row, k));
    },
    value: (row, column) => at(column, row),
  };
}

/** A loop written by hand over one array, column by column, without blanks, marks or rounding. */
export function handWritten({ rows, inputs }: Figures): Pick<Contender, "setParameter" | "value"> {
  const height = rows + 1;
  const m = new Float64Array(height * columnIds.length);
  for (const [column, values] of inputs.entries()) m.set(values, column * height);
  const start = (id: number): number => (id - 1) * height;
  const [c1, c2, c3, c4, c5] = [start(1), start(2), start(3), start(4), start(5)];
  const [c7, c8, c9, c10, c13] = [start(7), start(8), start(9), start(10), start(13)];
  const [c14, c15, c16, c17, c18, c19, c20] = [start(14), start(15), start(16), start(17), start(18), start(19), start(20)];
  return {
    setParameter(k) {
      for (let first = 0; first < rows; first += BLOCK_ROWS) {
        for (let r = first; r < first + BLOCK_ROWS - 1; r++) {
          const a = (m[c1 + r] as number) + (m[c2 + r] as number) + k;
          const b = (m[c3 + r] as number) + (m[c4 + r] as number) + (m[c5 + r] as number) + k;
          m[c14 + r] = a;
          m[c15 + r] = b;
          m[c16 + r] = a - b + k;
          m[c17 + r] = (m[c7 + r] as number) * (m[c8 + r] as number) * k;
          m[c18 + r] = (m[c9 + r] as number) + (m[c10 + r] as number) - k;
        }
      }
      for (let column = 0; column < 18; column++) {
        const base = column * height;
        let total = 0;
        for (let first = 0; first < rows; first += BLOCK_ROWS) {
          let sum = 0;
          for (let r = first; r < first + BLOCK_ROWS - 1; r++) sum += m[base + r] as number;
          m[base + first + BLOCK_ROWS - 1] = sum + k;
          total += sum;
        }
        m[base + rows] = total + k;
      }
      const whole = (m[c13 + rows] as number) + k;
      for (let r = 0; r <= rows; r++) {
        m[c19 + r] = ((m[c14 + r] as number) / ((m[c15 + r] as number) + k)) * 100;
        m[c20 + r] = ((m[c13 + r] as number) / whole) * 100;
      }
    },
    value: (row, column) => m[column * height + row] ?? Number.NaN,
  };
}
