import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { childrenOf, fromChunks, layoutTemplate, openForm, resolveCell, type TableLayout, toChunks, toExtras } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { Form, FormContext } from "@/lib/form/types";
import { evaluate, isRatio, type NamePath, parseFormula, type Resolver } from "@/lib/formula";
import type { Template } from "@/lib/template";
import { editArbitrary, templateArbitrary } from "./randomForm";

const context: FormContext = { period: "2026-03", units: [], history: {} };

/** A random form that compiles: names taken at random may go round in a circle. */
function opened(template: Template): Form | undefined {
  const compiled = compileForm(template);
  if (compiled.ok) return openForm(JSON.parse(JSON.stringify(compiled.value.form)), context);
  expect(compiled.error.map(({ code }) => code)).toEqual(["form.cycle"]);
  return undefined;
}

function inputsOf(form: Form): readonly CellAddress[] {
  return Array.from({ length: form.cellCount }, (_, cell) => form.info(cell as CellIndex))
    .filter(({ role }) => role === "input")
    .map(({ address }) => address);
}

type ArbitraryEdit = { place: number; value: number | string | null };

function apply(form: Form, edits: readonly ArbitraryEdit[], together: number): void {
  const inputs = inputsOf(form);
  for (let i = 0; i < edits.length; i += together) {
    const batch = edits.slice(i, i + together).map(({ place, value }) => ({ at: inputs[place % inputs.length] as CellAddress, value }));
    expect(form.apply(batch).refused).toEqual([]);
  }
}

/** The bits of all figures; all blanks are one. */
const bits = (form: Form): readonly bigint[] => [
  ...new BigUint64Array(Float64Array.from(form.values, (x) => (Number.isNaN(x) ? Number.NaN : x)).buffer),
];

/** The meaning of a cell straight from the template: the reference interpreter over the form's own figures. */
function reference(form: Form, table: TableLayout, r: number, c: number): number | undefined {
  const [row, column] = [table.rows[r], table.columns[c]];
  if (row === undefined || column === undefined || !row.hasCells || column.kind !== "value") return undefined;
  const ratio = (text: string, isRatioName: (name: NamePath) => boolean): boolean => {
    const parsed = parseFormula(text);
    return parsed.ok && isRatio(parsed.value, isRatioName);
  };
  const { formula } = resolveCell(table, row, column, ratio);
  const parsed = formula === undefined ? undefined : parseFormula(formula);
  if (parsed === undefined || !parsed.ok) return undefined;
  const at = (address: string): number => form.values[form.index(address as CellAddress) ?? -1] ?? Number.NaN;
  const local = (rowId: string, columnId: string): number => at(`${table.id}.${rowId}.${columnId}`);
  const computes = (group: number): boolean => {
    const heading = table.rows[group];
    const source = heading && resolveCell(table, heading, column, ratio).source;
    return source === "cell" || source === "row" || (source === "column" && heading?.own.formula !== undefined);
  };
  const isColumn = (id: string): boolean => table.columns.some((one) => one.id === id);
  const resolver: Resolver = {
    name: ({ path }: NamePath) => {
      const [first = "", second = ""] = path;
      if (path.length === 3 || first === "f") return at(path.join("."));
      if (path.length === 2) return local(first, second);
      return isColumn(first) ? local(row.id, first) : local(first, column.id);
    },
    range: (first, last) => {
      const ids = table.columns.map(({ id }) => id);
      const [from, to] = [first, last].map(({ path }) => ids.indexOf(path[0] ?? ""));
      return ids.slice(from, (to ?? 0) + 1).map((id) => local(row.id, id));
    },
    children: () => (childrenOf(table.rows, r, { computes }) ?? []).map((i) => local(table.rows[i]?.id ?? "", column.id)),
    units: () => [],
    history: () => Number.NaN,
  };
  return evaluate(parsed.value, resolver);
}

describe("recalculation of random forms", () => {
  test("after any edits the figures are those of a full recalculation, to the bit", () => {
    let compiled = 0;
    fc.assert(
      fc.property(
        templateArbitrary,
        fc.array(editArbitrary, { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (template, edits, together) => {
          const form = opened(template);
          if (form === undefined) return;
          compiled++;
          apply(form, edits, together);
          const after = bits(form);
          form.recalculate();
          expect(bits(form)).toEqual(after);
          const again = openForm(compileOrThrow(template), context, form.content());
          expect(bits(again)).toEqual(after);
        },
      ),
      { numRuns: 100 },
    );
    expect(compiled).toBeGreaterThan(50);
  }, 60_000);

  test("edits tell every cell whose value changed, and no other", () => {
    fc.assert(
      fc.property(templateArbitrary, fc.array(editArbitrary, { minLength: 1, maxLength: 30 }), (template, edits) => {
        const form = opened(template);
        if (form === undefined) return;
        const inputs = inputsOf(form);
        for (const { place, value } of edits) {
          const before = Array.from({ length: form.cellCount }, (_, cell) => form.read(cell as CellIndex));
          const { changed } = form.apply([{ at: inputs[place % inputs.length] as CellAddress, value }]);
          const expected = before.flatMap((was, cell) => (Object.is(form.read(cell as CellIndex), was) ? [] : [cell]));
          expect([...changed].sort((a, b) => a - b)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("every computed cell is what the formula means, fixed decimals to the last digit", () => {
    fc.assert(
      fc.property(templateArbitrary, fc.array(editArbitrary, { minLength: 20, maxLength: 80 }), (template, edits) => {
        const form = opened(template);
        if (form === undefined) return;
        apply(form, edits, 7);
        for (const table of layoutTemplate(template).tables.filter(({ kind }) => kind === "table")) {
          for (const r of table.rows.keys()) {
            for (const c of table.columns.keys()) {
              const meant = reference(form, table, r, c);
              if (meant === undefined) continue;
              const cell = form.index(`${table.id}.${table.rows[r]?.id}.${table.columns[c]?.id}` as CellAddress);
              const { scale, address } = form.info(cell as CellIndex);
              const found = form.values[cell as CellIndex] ?? Number.NaN;
              if (Number.isNaN(meant) || Number.isNaN(found)) expect([address, found]).toEqual([address, meant]);
              else if (scale !== undefined) expect([address, found]).toEqual([address, Math.round(meant * 10 ** scale) / 10 ** scale + 0]);
              else expect(Math.abs(found - meant)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(meant)));
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("chunks and extras give back all that a random form holds", () => {
    fc.assert(
      fc.property(templateArbitrary, fc.array(editArbitrary, { maxLength: 60 }), (template, edits) => {
        const form = opened(template);
        if (form === undefined) return;
        apply(form, edits, 9);
        const content = form.content();
        expect(fromChunks(compileOrThrow(template), toChunks(form), toExtras(form))).toEqual(content);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("sums of many rows, kept as partial sums, follow single edits to the bit", () => {
    const edit = fc.record({ row: fc.nat(1499), value: fc.oneof(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), fc.constant(null)) });
    const form = openForm(compileOrThrow(manyRows(1500, 100)), context);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 20 }), (edits) => {
        for (const { row, value } of edits) {
          if (form.info(form.index(`t.r${row}.c` as CellAddress) as CellIndex).role === "input")
            form.apply([{ at: `t.r${row}.c` as CellAddress, value }]);
        }
        const after = bits(form);
        form.recalculate();
        expect(bits(form)).toEqual(after);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test("columns that go on behind subtotals follow edits to the bit, and tell every changed cell", () => {
    const edit = fc.record({
      row: fc.integer({ min: -1, max: 130 }),
      column: fc.constantFrom("a", "b"),
      value: fc.oneof(fc.integer({ min: -300, max: 300 }), fc.constantFrom(null, "-", "x", 0, 0.25)),
    });
    // Blocks of one row and of many, a rest without a subtotal, more rows than a program computes at once.
    const shape = fc.constantFrom([9, 3], [12, 2], [40, 4], [131, 10], [1300, 50], [1100, 1000]);
    fc.assert(
      fc.property(
        shape,
        fc.array(fc.array(edit, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
        ([rows = 9, block = 3], batches) => {
          const form = openForm(compileOrThrow(blocksOfRows(rows, block)), context);
          for (const batch of batches) {
            const edits = batch.map(({ row, column, value }) => ({
              at: (row < 0 ? "f.k" : `t.r${(row * 17) % rows}.${column}`) as CellAddress,
              value,
            }));
            const before = Float64Array.from(form.values);
            const { changed } = form.apply(edits);
            const after = bits(form);
            // A zero is one figure, whatever its sign.
            const isSame = (cell: number): boolean => Object.is((form.values[cell] ?? 0) + 0, (before[cell] ?? 0) + 0);
            const told = new Set<number>(changed);
            // Marks change a cell without changing its figure: edited cells may be told beside the others.
            const edited = new Set<number>(edits.map(({ at }) => form.index(at) ?? -1));
            expect([...form.values.keys()].filter((cell) => !isSame(cell) && !told.has(cell))).toEqual([]);
            expect([...told].filter((cell) => isSame(cell) && !edited.has(cell))).toEqual([]);
            form.recalculate();
            expect(bits(form)).toEqual(after);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  test("a total of figures with decimals is the same in any order of the rows", () => {
    const column = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 2, maxLength: 700 });
    fc.assert(
      fc.property(column, fc.infiniteStream(fc.nat()), (units, random) => {
        const shuffled = [...units];
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (random.next().value as number) % (i + 1);
          [shuffled[i], shuffled[j]] = [shuffled[j] as number, shuffled[i] as number];
        }
        const exact = units.reduce((sum, unit) => sum + unit, 0) / 100;
        expect(totalOf(units)).toBe(exact);
        expect(totalOf(shuffled)).toBe(exact);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

function compileOrThrow(template: Template) {
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value.form;
}

/** A column of figures with two decimals, one derived from it that has none fixed, subtotals and totals of both. */
function manyRows(count: number, block: number): Template {
  const rows = Array.from({ length: count }, (_, i) => {
    const kind = i % block === block - 1 ? ("subtotal" as const) : ("indicator" as const);
    return { kind, id: `r${i}`, label: { vi: "r" } };
  });
  return {
    format: 1,
    code: "MANY",
    title: { vi: "Nhiều hàng" },
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A4", orientation: "portrait" },
    blocks: [
      {
        kind: "table",
        id: "t",
        columns: [
          { kind: "value", id: "c", label: { vi: "c" }, decimals: 2 },
          { kind: "value", id: "d", label: { vi: "d" }, formula: "c * 1.1" },
          { kind: "value", id: "e", label: { vi: "e" }, formula: "percent(c, total.c)" },
        ],
        rows: [
          ...rows,
          { kind: "total", id: "total", label: { vi: "Tổng" } },
          { kind: "total", id: "again", label: { vi: "Tổng" }, formula: `sum(r0:r${count - 1}) + 1` },
        ],
      },
    ],
  };
}

/** Computed columns interrupted by subtotals every few rows; all formulas read a parameter, one a grand total. */
function blocksOfRows(count: number, block: number): Template {
  const formula = "sum(children) + f.k";
  const value = (id: string, more: object) => ({ kind: "value" as const, id, label: { vi: id }, ...more });
  return {
    format: 1,
    code: "BLOCKS",
    title: { vi: "Khối" },
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A4", orientation: "portrait" },
    blocks: [
      { kind: "fields", id: "p", fields: [{ id: "k", label: { vi: "k" }, type: "number", decimals: 1 }] },
      {
        kind: "table",
        id: "t",
        columns: [
          value("a", {}),
          value("b", { decimals: 2 }),
          value("c", { formula: "a + b - f.k" }),
          value("d", { formula: "c * a * f.k" }),
          value("e", { formula: "a / (b + f.k) * 100", type: "percent" }),
          value("g", { formula: "c + sum(a, b) - d + b + f.k" }),
          value("h", { formula: "if(a > b, max(c, 3), f.k)" }),
          value("i", { formula: "b / (total.b + f.k) * 100", type: "percent" }),
        ],
        rows: [
          ...Array.from({ length: count }, (_, i) => ({
            id: `r${i}`,
            label: { vi: "r" },
            ...(i % block === block - 1 ? { kind: "subtotal" as const, formula } : { kind: "indicator" as const }),
          })),
          { kind: "total", id: "total", label: { vi: "Tổng" }, formula },
        ],
      },
    ],
  };
}

/** The total of a column of hundredths. */
function totalOf(units: readonly number[]): number {
  const form = openForm(compileOrThrow(manyRows(units.length, Number.POSITIVE_INFINITY)), context);
  form.apply(units.map((unit, i) => ({ at: `t.r${i}.c` as CellAddress, value: unit / 100 })));
  return form.read(form.index("t.total.c" as CellAddress) as CellIndex) as number;
}
