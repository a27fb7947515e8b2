import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import type { Block, Cell, Column, Row, Table, Template } from "@/lib/template";
import { inSchemaOrder } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";

/** The sample templates as a designer opens them. */
export const samples: readonly Template[] = readdirSync("templates").map((name) => sampleOf(name));

function sampleOf(file: string): Template {
  const parsed = parseTemplate(JSON.parse(readFileSync(`templates/${file}`, "utf8")));
  if (!parsed.ok) throw new Error(`${file} does not fit the schema`);
  return inSchemaOrder(parsed.value);
}

export const sample = (name: string): Template => sampleOf(`${name}.json`);

const text = fc.constantFrom("Trồng trọt", "Chăn nuôi", "Tổng số", "Ước thực hiện {month}", "").map((vi) => ({ vi }));

interface Shape {
  readonly kind: number;
  readonly label: { readonly vi: string };
  readonly number: string | undefined;
  readonly inner: readonly Shape[];
}

const { tree } = fc.letrec<{ tree: Shape }>((tie) => ({
  tree: fc.record({
    kind: fc.nat(5),
    label: text,
    number: fc.constantFrom(undefined, "1", "a", "", "-"),
    inner: fc.oneof({ maxDepth: 3, depthIdentifier: "tree" }, fc.constant([]), fc.array(tie("tree"), { maxLength: 3 })),
  }),
}));

const rowKinds = ["group", "indicator", "subtotal", "total", "label", "indicator"] as const;

function rowOf(shape: Shape, next: () => string): Row {
  const kind = rowKinds[shape.kind] ?? "indicator";
  const own = { id: next(), ...(shape.number === undefined ? {} : { number: shape.number }), label: shape.label };
  const inner = shape.inner.map((one) => rowOf(one, next));
  const rows = inner.length === 0 ? {} : { rows: inner };
  return kind === "label" ? { kind, ...own, breakdown: "some", ...rows } : { kind, ...own, ...rows };
}

function columnOf(shape: Shape, next: () => string): Column {
  const own = { id: next(), label: shape.label };
  if (shape.inner.length > 0) return { kind: "group", ...own, columns: shape.inner.map((one) => columnOf(one, next)) };
  const kind = (["value", "value", "value", "label", "number", "unit"] as const)[shape.kind] ?? "value";
  return { kind, ...own };
}

const counter = (prefix: string) => {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}${count}`;
  };
};

function leaves(parts: readonly (Row | Column)[]): readonly (Row | Column)[] {
  return parts.flatMap((part) => [part, ...leaves("columns" in part ? part.columns : "rows" in part ? (part.rows ?? []) : [])]);
}

const table: fc.Arbitrary<Table> = fc
  .record({
    rows: fc.array(tree, { minLength: 1, maxLength: 5 }),
    columns: fc.array(tree, { minLength: 1, maxLength: 4 }),
    styles: fc.option(fc.array(fc.constantFrom("roman", "arabic", "decimal", "letter", "dash", "plus"), { minLength: 1, maxLength: 4 }), {
      nil: undefined,
    }),
    cells: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 6 }),
    check: fc.boolean(),
  })
  .map(({ rows: rowShapes, columns: columnShapes, styles, cells: marks, check }) => {
    const rows = rowShapes.map(
      (
        (next) => (shape: Shape) =>
          rowOf(shape, next)
      )(counter("r")),
    );
    const columns = columnShapes.map(
      (
        (next) => (shape: Shape) =>
          columnOf(shape, next)
      )(counter("c")),
    );
    const rowIds = leaves(rows).map(({ id }) => id);
    const columnIds = leaves(columns).map(({ id }) => id);
    const cells = new Map<string, Cell>();
    for (const [a, b] of marks) {
      const [row, column] = [rowIds[a % rowIds.length] ?? "r1", columnIds[b % columnIds.length] ?? "c1"];
      cells.set(`${row}.${column}`, { row, column, lock: "x", formula: `${rowIds[0]} + ${columnIds[0]} + ${row}.${column}` });
    }
    return {
      kind: "table",
      id: "t1",
      ...(styles === undefined ? {} : { rowNumbering: styles }),
      columns,
      rows,
      cells: [...cells.values()],
      checks: check
        ? [
            {
              id: "k1",
              formula: `${rowIds[0]} > 0`,
              rows: rowIds.slice(0, 2),
              columns: columnIds.slice(0, 1),
              severity: "error",
              message: { vi: "Sai" },
            },
          ]
        : [],
    } satisfies Table;
  });

const others: readonly Block[] = [
  { kind: "heading", id: "h1", text: { vi: "Tình hình" }, level: 1 },
  { kind: "text", id: "x1", text: { vi: "Đạt {{t1.r1.c1}} của {{f.f1}}" } },
  { kind: "narrative", id: "n1", prompt: { vi: "Đánh giá" } },
  {
    kind: "fields",
    id: "fs1",
    fields: [
      { id: "f1", label: { vi: "Dân số" }, type: "integer" },
      { id: "f2", label: { vi: "Mật độ" }, type: "number", formula: "f1 / 2" },
    ],
  },
  { kind: "fields", id: "fs2", fields: [{ id: "f3", label: { vi: "Số hộ" }, type: "integer" }] },
  { kind: "list", id: "l1", title: { vi: "Dự án" }, columns: [{ id: "c1", label: { vi: "Tên" }, type: "text" }] },
  { kind: "signature", id: "sg1", signers: [{ position: { vi: "CHỦ TỊCH" } }] },
  { kind: "recipients", id: "rc1", items: [{ vi: "Như trên" }] },
  { kind: "pageBreak", id: "pb1" },
];

/** Templates of any shape that the schema lets through, written down as a designer opens them. */
export const anyTemplate: fc.Arbitrary<Template> = fc
  .tuple(table, fc.option(table, { nil: undefined }), fc.subarray([...others]))
  .map(([first, second, rest]) =>
    inSchemaOrder({
      format: 1,
      code: "MAU-1",
      title: { vi: "Mẫu" },
      kind: "figures",
      frequencies: ["month"],
      page: { size: "A4", orientation: "portrait" },
      blocks: [first, ...rest, ...(second ? [{ ...second, id: "t2" }] : [])],
    }),
  );
