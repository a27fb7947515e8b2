import { readdirSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex, CellValue, ReportContent } from "@/lib/form/content";
import { fromSubmission, type Submission, toSubmission } from "@/lib/form/submission";
import { submissionVocabulary } from "@/lib/form/submissionLeaf";
import { submissionSchema } from "@/lib/form/submissionSchema";
import type { Edit, Form, FormContext } from "@/lib/form/types";
import { flatRows, type Row, repeatOf, type Template } from "@/lib/template";

const template: Template = {
  format: 1,
  code: "T",
  title: { vi: "Biểu thử" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [
    {
      kind: "fields",
      id: "k1",
      fields: [
        { id: "dan_so", label: { vi: "Dân số" }, type: "integer", unit: "người", min: 0, indicator: "DS_01" },
        { id: "ngay", label: { vi: "Ngày" }, type: "date" },
        { id: "loai", label: { vi: "Loại" }, type: "choice", choices: [{ value: "a", label: { vi: "A" } }] },
        { id: "dat", label: { vi: "Đạt" }, type: "boolean" },
        { id: "ghi_chu", label: { vi: "Ghi chú" }, type: "text", maxLength: 10 },
        { id: "khoa", label: { vi: "Khóa" }, type: "number", lock: "x" },
      ],
    },
    {
      kind: "table",
      id: "t1",
      unit: "hồ sơ",
      columns: [
        { kind: "label", id: "c0", label: { vi: "Lĩnh vực" } },
        { kind: "value", id: "c1", label: { vi: "Tổng" }, formula: "c2 + c3", decimals: 0 },
        { kind: "value", id: "c2", label: { vi: "Trực tuyến" }, type: "integer", min: 0, aggregate: { rule: "sum" } },
        { kind: "value", id: "c3", label: { vi: "Trực tiếp" }, type: "integer" },
        { kind: "value", id: "c4", label: { vi: "Tỷ lệ" }, type: "percent", formula: "percent(c2, c1)", decimals: 1 },
        {
          kind: "group",
          id: "g1",
          label: { vi: "Đơn vị" },
          repeat: { by: "units" },
          columns: [{ kind: "value", id: "c5", label: { vi: "Số" } }],
        },
      ],
      rows: [
        {
          kind: "group",
          id: "g",
          label: { vi: "Nhóm" },
          rows: [{ kind: "indicator", id: "r1", label: { vi: "Một" }, indicator: "KT_01" }],
        },
        { kind: "indicator", id: "r2", label: { vi: "Hai" } },
        { kind: "total", id: "r9", label: { vi: "Cộng" } },
        {
          kind: "indicator",
          id: "e1",
          label: { vi: "Dự án" },
          repeat: { by: "entries", prompt: { vi: "Thêm dự án" }, max: 3 },
          rows: [{ kind: "indicator", id: "e2", label: { vi: "Vốn" } }],
        },
        { kind: "indicator", id: "u1", label: { vi: "Xã" }, repeat: { by: "units" } },
      ],
      cells: [
        { row: "r2", column: "c3", lock: "x" },
        { row: "r2", column: "c2", indicator: "KT_02", unit: "bộ" },
      ],
    },
    { kind: "list", id: "l1", title: { vi: "Danh sách" }, columns: [{ id: "ten", label: { vi: "Tên" }, type: "text" }] },
    { kind: "narrative", id: "n1", prompt: { vi: "Nhận xét" } },
  ],
};

const compile = (of: Template) =>
  new Ajv2020({ strict: true, strictTuples: false, discriminator: true, allErrors: true })
    .addVocabulary([...submissionVocabulary])
    .compile(submissionSchema(of));
const validate = compile(template);
const faults = (submission: unknown) => {
  validate(submission);
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
};

const paragraph = { type: "paragraph", content: [{ type: "text", text: "Tốt", marks: [{ type: "bold" }] }] };

const whole: Submission = {
  fields: { dan_so: 1200, ngay: "2026-03-15", loai: "a", dat: true, ghi_chu: "xong" },
  tables: {
    t1: {
      rows: {
        r1: { c1: 5, c2: 2, c3: 3, c4: 40, c5: { x92: 1.5, x93: "-" } },
        r2: { c2: "-" },
        r9: { c1: 5 },
      },
      entries: {
        e1: [
          { id: "a1", label: "Cầu", rows: { e1: { c2: 1 }, e2: { c3: "x", c5: { x92: 2 } } } },
          { id: "a2", label: "Đường" },
        ],
      },
      units: { u1: { x92: { u1: { c2: 7 } } } },
    },
  },
  lists: { l1: [{ id: "b1", label: "1", values: { ten: "Nguyễn" } }] },
  narrative: { n1: { type: "doc", content: [paragraph] } },
};

describe("the schema of submissions", () => {
  it("takes a whole report and an empty one", () => {
    expect(faults(whole)).toEqual([]);
    expect(faults({})).toEqual([]);
    expect(
      faults({
        fields: { dan_so: null, ngay: null, loai: null, dat: null, ghi_chu: null },
        tables: { t1: { rows: { r1: { c2: null } } } },
      }),
    ).toEqual([]);
  });

  it.each<readonly [string, unknown, string]>([
    ["an unknown part", { more: 1 }, ""],
    ["an unknown field", { fields: { x: 1 } }, "/fields"],
    ["an unknown table", { tables: { t9: {} } }, "/tables"],
    ["an unknown row", { tables: { t1: { rows: { r8: {} } } } }, "/tables/t1/rows"],
    ["a heading", { tables: { t1: { rows: { g: { c2: 1 } } } } }, "/tables/t1/rows"],
    ["an unknown column", { tables: { t1: { rows: { r1: { c8: 1 } } } } }, "/tables/t1/rows/r1"],
    ["a column of labels", { tables: { t1: { rows: { r1: { c0: "x" } } } } }, "/tables/t1/rows/r1"],
    ["a locked cell", { tables: { t1: { rows: { r2: { c3: 1 } } } } }, "/tables/t1/rows/r2"],
    ["a locked field", { fields: { khoa: 1 } }, "/fields"],
    ["a number written as text", { fields: { dan_so: "1.200" } }, "/fields/dan_so"],
    ["a fraction of a whole number", { fields: { dan_so: 1.5 } }, "/fields/dan_so"],
    ["a number too small", { tables: { t1: { rows: { r1: { c2: -1 } } } } }, "/tables/t1/rows/r1/c2"],
    ["a date that is none", { fields: { ngay: "2026-13-01" } }, "/fields/ngay"],
    ["an unknown choice", { fields: { loai: "b" } }, "/fields/loai"],
    ["a text too long", { fields: { ghi_chu: "dài quá mười chữ" } }, "/fields/ghi_chu"],
    ["a number for a repeated column", { tables: { t1: { rows: { r1: { c5: 1 } } } } }, "/tables/t1/rows/r1/c5"],
    ["a unit without a code", { tables: { t1: { rows: { r1: { c5: { "": 1 } } } } } }, "/tables/t1/rows/r1/c5"],
    ["a repeated row among the fixed ones", { tables: { t1: { rows: { e2: {} } } } }, "/tables/t1/rows"],
    ["an entry without a label", { tables: { t1: { entries: { e1: [{ id: "a" }] } } } }, "/tables/t1/entries/e1/0"],
    [
      "more entries than allowed",
      { tables: { t1: { entries: { e1: [1, 2, 3, 4].map((i) => ({ id: `a${i}`, label: "" })) } } } },
      "/tables/t1/entries/e1",
    ],
    ["an unknown column of a list", { lists: { l1: [{ id: "a", label: "", values: { x: 1 } }] } }, "/lists/l1/0/values"],
  ])("refuses %s at its place", (_, submission, at) => expect(faults(submission)).toContain(at));

  it("describes what each leaf is", () => {
    const schema = JSON.parse(JSON.stringify(submissionSchema(template)));
    const row = (id: string) => schema.properties.tables.properties.t1.properties.rows.properties[id];
    const cell = (id: string, column: string) => {
      const shape = schema.$defs[row(id).$ref.split("/").at(-1)].properties[column];
      return schema.$defs[shape.$ref.split("/").at(-1)];
    };
    expect(row("r1")).toMatchObject({ "x-label": "Một", "x-indicator": "KT_01" });
    expect(cell("r1", "c2")).toEqual({
      anyOf: [{ type: "integer", minimum: 0 }, { enum: ["-", "x", null] }],
      "x-unit": "hồ sơ",
      "x-decimals": 0,
      "x-aggregate": { rule: "sum" },
    });
    expect(cell("r1", "c1")).toMatchObject({ readOnly: true, "x-formula": "c2 + c3" });
    expect(cell("r1", "c1")).not.toHaveProperty("x-aggregate");
    expect(cell("r2", "c2")).toMatchObject({ "x-unit": "bộ", "x-indicator": "KT_02" });
    // In a total, what the row says stands beside its reference; a ratio keeps its own formula.
    expect(row("r9")).toMatchObject({ "x-formula": "sum(children)" });
    expect(cell("r9", "c2")).toMatchObject({ readOnly: true });
    expect(cell("r9", "c2")).not.toHaveProperty("x-formula");
    expect(cell("r9", "c4")).toMatchObject({ "x-formula": "percent(c2, c1)", "x-unit": "%" });
    expect(schema.properties.fields.properties.dan_so).toMatchObject({ "x-label": "Dân số", "x-unit": "người", "x-indicator": "DS_01" });
  });

  it.each(readdirSync("templates").filter((file) => file.endsWith(".json")))("compiles for %s", (file) => {
    const sample: Template = JSON.parse(readFileSync(`templates/${file}`, "utf8"));
    expect(compile(sample)({})).toBe(true);
  });
});

describe("the schema of a form of 20,000 cells", () => {
  const rows = Array.from(
    { length: 1000 },
    (_, i): Row => ({ kind: i % 3 === 0 ? "subtotal" : "indicator", id: `r${i}`, label: { vi: `Dòng ${i}` }, indicator: `KT_${i}` }),
  );
  const large: Template = {
    ...template,
    blocks: [
      {
        kind: "table",
        id: "t1",
        unit: "ha",
        columns: Array.from({ length: 20 }, (_, i) => ({
          kind: "value",
          id: `c${i}`,
          label: { vi: `Cột ${i}` },
          ...(i % 4 === 3 ? { formula: `c${i - 1} + 1` } : {}),
        })),
        rows: rows.map((row, i) =>
          row.kind === "subtotal" ? { ...row, formula: `sum(r${Math.max(0, i - 2)}:r${Math.max(0, i - 1)})` } : row,
        ),
      },
    ],
  };

  it("has one definition for each shape of row", () => {
    const definitions = Object.keys(submissionSchema(large).$defs as object);
    expect(definitions.filter((name) => /^row\d/.test(name))).toHaveLength(2);
    expect(definitions.length).toBeLessThan(30);
  });

  it("describes many rows in parts, so that a validator's code nests little", () => {
    const widest = (schema: unknown): number =>
      typeof schema !== "object" || schema === null
        ? 0
        : Math.max(
            0,
            ...Object.entries(schema).map(([key, inner]) =>
              key === "properties" ? Object.values(inner).filter((one) => one !== true).length : 0,
            ),
            ...Object.values(schema).map(widest),
          );
    expect(widest(submissionSchema(large))).toBeLessThanOrEqual(250);
  });

  it("is compiled by ajv as it comes, and checks every cell", () => {
    const check = new Ajv2020({ strict: true, strictTuples: false })
      .addVocabulary([...submissionVocabulary])
      .compile(submissionSchema(large));
    const full = Object.fromEntries(rows.map(({ id }) => [id, Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${i}`, i]))]));
    expect(check({ tables: { t1: { rows: full } } })).toBe(true);
    expect(check({ tables: { t1: { rows: { ...full, r999: { ...full.r999, c19: "1,5" } } } } })).toBe(false);
    expect(check.errors?.[0]?.instancePath).toBe("/tables/t1/rows/r999/c19");
    expect(check({ tables: { t1: { rows: { ...full, r1000: {} } } } })).toBe(false);
    expect(check.errors?.[0]).toMatchObject({ instancePath: "/tables/t1/rows", keyword: "additionalProperties" });
  });
});

describe("rich text in a submission", () => {
  const narrative = (content: unknown) => faults({ narrative: { n1: { type: "doc", content } } });
  const list = (...content: readonly unknown[]) => ({ type: "bulletList", content: [{ type: "listItem", content }] });
  const nested = (depth: number): unknown => (depth === 1 ? list(paragraph) : list(paragraph, nested(depth - 1)));

  it.each<readonly [string, unknown]>([
    ["paragraphs, also empty ones", [{ type: "paragraph" }, paragraph]],
    ["headings", [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A" }, { type: "hardBreak" }] }]],
    ["lists six deep", [nested(6)]],
    ["ordered lists", [{ type: "orderedList", attrs: { start: 3, type: null }, content: [{ type: "listItem", content: [paragraph] }] }]],
    ["quotations", [{ type: "blockquote", content: [paragraph] }]],
    [
      "tables",
      [
        {
          type: "table",
          content: [
            {
              type: "tableRow",
              content: [{ type: "tableHeader", attrs: { colspan: 2, rowspan: 1, colwidth: null }, content: [paragraph] }],
            },
          ],
        },
      ],
    ],
  ])("may hold %s", (_, content) => expect(narrative(content)).toEqual([]));

  it.each<readonly [string, unknown]>([
    ["nothing at all", []],
    ["lists seven deep", [nested(7)]],
    ["an item that begins with a list", [list(list(paragraph))]],
    [
      "links",
      [{ type: "paragraph", content: [{ type: "text", text: "a", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }] }],
    ],
    ["images", [{ type: "image", attrs: { src: "https://x" } }]],
    ["code", [{ type: "codeBlock" }]],
    ["attributes of its own", [{ type: "paragraph", attrs: { style: "position:fixed" } }]],
    ["a block in a paragraph", [{ type: "paragraph", content: [paragraph] }]],
    ["text without letters", [{ type: "paragraph", content: [{ type: "text", text: "" }] }]],
    [
      "a table in a table",
      [{ type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", content: [{ type: "table", content: [] }] }] }] }],
    ],
    ["nodes without a type", [{}]],
  ])("may not hold %s", (_, content) => expect(narrative(content)).not.toEqual([]));
});

describe("a submission and a report's content", () => {
  const content: ReportContent = {
    cells: {
      ["f.dan_so" as CellAddress]: 1200,
      ["f.ngay" as CellAddress]: "2026-03-15",
      ["f.loai" as CellAddress]: "a",
      ["f.dat" as CellAddress]: true,
      ["f.ghi_chu" as CellAddress]: "xong",
      ["t1.r1.c1" as CellAddress]: 5,
      ["t1.r1.c2" as CellAddress]: 2,
      ["t1.r1.c3" as CellAddress]: 3,
      ["t1.r1.c4" as CellAddress]: 40,
      ["t1.r1.c5@x92" as CellAddress]: 1.5,
      ["t1.r1.c5@x93" as CellAddress]: "-",
      ["t1.r2.c2" as CellAddress]: "-",
      ["t1.r9.c1" as CellAddress]: 5,
      ["t1.e1@a1.c2" as CellAddress]: 1,
      ["t1.e2@a1.c3" as CellAddress]: "x",
      ["t1.e2@a1.c5@x92" as CellAddress]: 2,
      ["t1.u1@x92.c2" as CellAddress]: 7,
      ["l1@b1.ten" as CellAddress]: "Nguyễn",
    },
    entries: {
      "t1.e1": [
        { id: "a1", label: "Cầu" },
        { id: "a2", label: "Đường" },
      ],
      l1: [{ id: "b1", label: "1" }],
    },
    narrative: { n1: { type: "doc", content: [paragraph] } },
  };

  it("say the same", () => {
    expect(fromSubmission(whole)).toEqual({ ok: true, value: content });
    expect(toSubmission(content, template)).toEqual(whole);
  });

  it("leave out blanks", () => {
    expect(fromSubmission({ fields: { dan_so: null }, tables: { t1: { rows: { r1: { c2: null, c5: { x92: null } } } } } })).toEqual({
      ok: true,
      value: { cells: {}, entries: {}, narrative: {} },
    });
    expect(toSubmission({ cells: {}, entries: {}, narrative: {} }, template)).toEqual({});
  });

  it("keep a zero and a no, which are not blank", () => {
    const kept = fromSubmission({ fields: { dan_so: 0, dat: false } });
    expect(kept).toMatchObject({ value: { cells: { "f.dan_so": 0, "f.dat": false } } });
    expect(kept.ok && toSubmission(kept.value, template)).toEqual({ fields: { dan_so: 0, dat: false } });
  });

  it("refuse an entry's id that is used twice", () => {
    const twice = [
      { id: "a", label: "1" },
      { id: "a", label: "2" },
    ];
    expect(fromSubmission({ tables: { t1: { entries: { e1: twice } } }, lists: { l1: twice } })).toMatchObject({
      error: [
        { code: "submission.entryTwice", params: { id: "a" }, at: "e.t1.e1" },
        { code: "submission.entryTwice", at: "e.l1" },
      ],
    });
  });

  it("come back unchanged, whatever the figures", () => {
    const figures: fc.Arbitrary<CellValue> = fc.oneof(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom("-", "x"));
    const rows = fc.dictionary(
      fc.constantFrom("r1", "r9"),
      fc.dictionary(fc.constantFrom("c1", "c2"), figures, { minKeys: 1, noNullPrototype: true }),
      { minKeys: 1, noNullPrototype: true },
    );
    fc.assert(
      fc.property(rows, (rows) => {
        const submission: Submission = { tables: { t1: { rows } } };
        expect(faults(submission)).toEqual([]);
        const read = fromSubmission(submission);
        expect(read.ok && toSubmission(read.value, template)).toEqual(submission);
      }),
    );
  });
});

describe("a filled form as a submission", () => {
  const context: FormContext = {
    period: "2026-03",
    units: [
      { key: "x92", name: "Xã 92" },
      { key: "x93", name: "Xã 93" },
    ],
    history: {},
  };

  /** Fills every input of a form with something of its type. */
  function filled(sample: Template): { readonly form: Form; readonly inputs: number } {
    const compiled = compileForm(sample);
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
    const form = openForm(compiled.value.form, context);
    for (const block of sample.blocks) if (block.kind === "list") form.setEntries(block.id, [{ id: "d1", label: "1" }]);
    for (const block of sample.blocks) {
      if (block.kind !== "table") continue;
      for (const { row } of flatRows(block))
        if (repeatOf(row)?.by === "entries") form.setEntries(`${block.id}.${row.id}`, [{ id: "m1", label: "Mục" }]);
    }
    const edits: Edit[] = [];
    for (let i = 0; i < form.cellCount; i += 1) {
      const { role, address, type, min, max, choices } = form.info(i as CellIndex);
      if (role !== "input") continue;
      const figure = Math.min(max ?? 7, Math.max(min ?? 7, 7));
      const value =
        type === "text"
          ? "chữ"
          : type === "date"
            ? "2026-03-01"
            : type === "boolean"
              ? false
              : type === "choice"
                ? (choices?.[0]?.value ?? "")
                : figure;
      edits.push({ at: address, value });
    }
    expect(form.apply(edits).refused).toEqual([]);
    return { form, inputs: edits.length };
  }

  it.each(readdirSync("templates").filter((file) => file.endsWith(".json")))("fits the schema of %s, and comes back as it was", (file) => {
    const sample: Template = JSON.parse(readFileSync(`templates/${file}`, "utf8"));
    const { form, inputs } = filled(sample);
    const held = form.content();
    expect(Object.keys(held.cells).length).toBeGreaterThanOrEqual(inputs);
    const submission = JSON.parse(JSON.stringify(toSubmission(held, sample)));
    const check = compile(sample);
    check(submission);
    expect(check.errors).toBeNull();
    expect(fromSubmission(submission)).toEqual({ ok: true, value: held });
  });
});
