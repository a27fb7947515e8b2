import fc from "fast-check";
import type { Column, FigureRow, LabelRow, Row, Table, Template } from "@/lib/template";

const INPUTS = ["a1", "a2", "a3", "a4"] as const;

/** Formulas of columns over the inputs and the computed columns before. */
const columnFormula = (known: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.constantFrom(...known);
  return fc
    .tuple(
      fc.constantFrom(
        "A + B",
        "A - B",
        "A + B - C",
        "A * B",
        "A / B",
        "A / B * 100",
        "percent(A, B)",
        "growth(A, B)",
        "sum(a1:a4)",
        "sum(A, B, C) * 2",
        "mean(A, B, C)",
        "min(A, B, 3) - C",
        "max(A, B) + count(A, B, C)",
        "if(A > B, A - B, B)",
        "if(A > 2 and not (B <= 1 or C == 3), A, coalesce(B, C, 0))",
        "round(A / B, 1) + C",
        "abs(A - B)",
        "-A + B",
        "A + sum(B, f.k)",
        "floor(A / 3) + ceil(B)",
        "A + B + C + A + B + C + f.k",
        "round(A * B, -1)",
        "A ^ 2 - pow(B, 2)",
        "sqrt(abs(A)) + cagr(B, C, 3)",
        "A / u.total.a1 * 100",
        "A - t.x0.a2",
        "A / (B - C)",
        "percent(A, B + C - f.k)",
        "growth(A, sum(B, C) - (A - B))",
        "sqrt(A - B - C)",
      ),
      name,
      name,
      name,
    )
    .map(([text, a, b, c]) => text.replaceAll("A", a).replaceAll("B", b).replaceAll("C", c));
};

const value = (id: string, more: Partial<Extract<Column, { kind: "value" }>>): Column => ({
  kind: "value",
  id,
  label: { vi: id },
  ...more,
});

/** Input columns of some decimals, then computed ones. */
const columnsArbitrary: fc.Arbitrary<Column[]> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([decimals, count]) => {
    const names = Array.from({ length: count }, (_, i) => `b${i}`);
    return fc
      .tuple(...names.map((_, i) => columnFormula([...INPUTS, ...names.slice(0, i)])))
      .map((formulas) => [
        { kind: "label", id: "label", label: { vi: "Chỉ tiêu" } } satisfies Column,
        ...INPUTS.map((id, i) => value(id, { decimals: decimals[i] ?? 0 })),
        ...formulas.map((formula, i) => value(`b${i}`, { formula })),
      ]);
  });

type Kind = "plain" | "group" | "heading" | "partial" | "some" | "all" | "subtotal" | "difference";

/** Rows of one level; groups and labels carry some below them. */
function rowsOf(kinds: readonly Kind[], prefix: string): Row[] {
  let last = "";
  const figure = (kind: FigureRow["kind"], id: string, more: Partial<FigureRow> = {}): FigureRow => ({
    kind,
    id,
    label: { vi: id },
    ...more,
  });
  return kinds.map((kind, i): Row => {
    const id = `${prefix}${i}`;
    const below = [figure("indicator", `${id}a`), figure("indicator", `${id}b`)];
    const before = last;
    if (kind !== "some" && kind !== "all" && kind !== "heading" && kind !== "partial") last = id;
    switch (kind) {
      case "group":
        return figure("group", id, { formula: "sum(children)", rows: below });
      case "heading":
      case "partial":
        return figure("group", id, { rows: below });
      case "some":
      case "all":
        return { kind: "label", id, label: { vi: id }, breakdown: kind, rows: below } satisfies LabelRow;
      case "subtotal":
        return figure("subtotal", id);
      case "difference":
        return before === "" ? figure("indicator", id) : figure("indicator", id, { formula: `${prefix}0 - ${before}` });
      default:
        return figure("indicator", id);
    }
  });
}

const kinds = fc.array(fc.constantFrom<Kind>("plain", "plain", "group", "heading", "partial", "some", "all", "subtotal", "difference"), {
  minLength: 1,
  maxLength: 12,
});

const tableArbitrary = (id: string, prefix: string): fc.Arbitrary<Table> =>
  fc.tuple(columnsArbitrary, kinds).map(([columns, rest]) => ({
    kind: "table",
    id,
    columns,
    // The first row is there for other rows and the other table to read.
    rows: [...rowsOf(["plain", ...rest], prefix), { kind: "total", id: "total", label: { vi: "Tổng số" } }],
    // Headings with a figure in one column alone.
    cells: rest.flatMap((kind, i) => (kind === "partial" ? [{ row: `${prefix}${i + 1}`, column: "a1", formula: "sum(children)" }] : [])),
  }));

/** A form of two tables that read each other, and a field that both read. */
export const templateArbitrary: fc.Arbitrary<Template> = fc.tuple(tableArbitrary("t", "x"), tableArbitrary("u", "y")).map(([t, u]) => ({
  format: 1,
  code: "RANDOM",
  title: { vi: "Ngẫu nhiên" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [{ kind: "fields", id: "p", fields: [{ id: "k", label: { vi: "k" }, type: "integer" }] }, t, u],
}));

/** An edit of some cell, by chance: the place is taken modulo the number of inputs. */
export const editArbitrary = fc.record({
  place: fc.nat(10_000),
  value: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -500_000, max: 500_000 }).map((n) => n / 100) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 3) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom("-", "x") },
  ),
});
