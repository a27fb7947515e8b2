import { describe, expect, test } from "vitest";
import { say, sayPlace } from "@/lib/messages";
import { checkTemplate, namePlaceIn, type Row, type Table, type Template } from "@/lib/template";
import { base, baseWith } from "./base";

type Change = (template: Template, table: Table) => void;
type Case = readonly [rule: string, change: Change, ...sentences: readonly string[]];

const found = (change: Change): readonly string[] => {
  const template = baseWith(change);
  return checkTemplate(template).map((problem) => `${problem.severity} ${say(problem, "en", namePlaceIn(template))}`);
};

const nest = (levels: number, from: number): Row => ({
  kind: "indicator",
  id: `d${from}`,
  label: { vi: "Sâu" },
  ...(levels > 1 ? { rows: [nest(levels - 1, from + 1)] } : {}),
});

const heads = (levels: number): Table["columns"][number] =>
  levels === 1
    ? { kind: "value", id: "deep", label: { vi: "Sâu" } }
    : { kind: "group", id: `q${levels}`, label: { vi: "Nhóm" }, columns: [heads(levels - 1)] };

test("the base is sound", () => {
  expect(checkTemplate(base())).toEqual([]);
});

const cases: readonly (readonly [subject: string, readonly Case[]])[] = [
  [
    "names",
    [
      [
        "two blocks of one id",
        (template) => template.blocks.push({ kind: "pageBreak", id: "h1" }),
        "error Block h1: The id h1 is already used by another part.",
      ],
      [
        "two fields of one id, in different groups",
        (template) =>
          template.blocks.push({ kind: "fields", id: "fs2", fields: [{ id: "dan_so", label: { vi: "Dân số" }, type: "number" }] }),
        "error Field dan_so: The id dan_so is already used by another part.",
      ],
      [
        "a row with the id of a column",
        (_, table) => table.rows.push({ kind: "indicator", id: "c3", label: { vi: "Hàng" } }),
        "error Table t1, row c3: The id c3 is already used by another part.",
      ],
      [
        "a column with the id of its head",
        (_, table) => table.columns.push({ kind: "value", id: "g1", label: { vi: "Cột" } }),
        "error Table t1, column g1: The id g1 is already used by another part.",
      ],
      [
        "a rule with the id of a row",
        (_, table) => table.checks?.push({ id: "r11", formula: "c3 > 0", severity: "warning", message: { vi: "Dương" } }),
        "error Table t1, check r11: The id r11 is already used by another part.",
      ],
      [
        "two parts of one code",
        (_, table) => table.rows.push({ kind: "indicator", id: "r30", code: "moi", label: { vi: "Hàng" } }),
        "error Table t1, row moi: The code moi is already used by c3.",
      ],
      [
        "a code that is another's id",
        (_, table) => table.rows.push({ kind: "indicator", id: "r30", code: "r11", label: { vi: "Hàng" } }),
        "error Table t1, row r11: The code r11 is already used by r11.",
      ],
      [
        "a code that is the part's own id",
        (_, table) => table.rows.push({ kind: "indicator", id: "r30", code: "r30", label: { vi: "Hàng" } }),
      ],
      [
        "a function's name",
        (_, table) => table.rows.push({ kind: "indicator", id: "sum", label: { vi: "Tổng" } }),
        "error Table t1, row sum: The name sum is reserved for formulas. Choose another.",
      ],
      [
        "the prefix of fields as a table's code",
        (_, table) => {
          table.code = "f";
        },
        "error Table f: The name f is reserved for formulas. Choose another.",
      ],
      [
        "reserved names where formulas read them after a prefix only",
        (template) =>
          template.blocks.push({ kind: "fields", id: "fs2", fields: [{ id: "e", code: "sum", label: { vi: "E" }, type: "number" }] }),
      ],
      [
        "two list columns of one id",
        (template) => {
          const list = template.blocks.find((block) => block.kind === "list");
          list?.columns.push({ id: "ten", label: { vi: "Tên" }, type: "text" });
        },
        "error List l1, column ten: The id ten is already used by another part.",
      ],
    ],
  ],
  [
    "columns",
    [
      [
        "no label column",
        (_, table) => {
          table.columns.shift();
        },
        "error Table t1: A table must have at least one column of labels.",
      ],
      [
        "no column of figures",
        (template, table) => {
          table.columns.splice(1);
          delete table.cells;
          template.blocks.splice(1, 1);
        },
        "error Table t1: A table must have at least one column of figures.",
      ],
      ["heads of six levels", (_, table) => table.columns.push(heads(6))],
      [
        "heads of seven levels",
        (_, table) => table.columns.push(heads(7)),
        "error Table t1, column deep: Column heads are nested more than 6 levels deep.",
      ],
      [
        "a label column in a repeated head",
        (_, table) => {
          table.rows[0]?.rows?.pop();
          table.columns.push({
            kind: "group",
            id: "g2",
            label: { vi: "Đơn vị" },
            repeat: { by: "units" },
            columns: [
              { kind: "unit", id: "c6", label: { vi: "ĐVT" } },
              { kind: "value", id: "c7", label: { vi: "Số" } },
            ],
          });
        },
        "error Table t1, column c6: A column of numbers, labels or units of measure cannot be in the head g2, which is repeated for each unit.",
      ],
      [
        "a repeated head in a repeated head",
        (_, table) => {
          table.rows[0]?.rows?.pop();
          table.columns.push({
            kind: "group",
            id: "g2",
            label: { vi: "Ngoài" },
            repeat: { by: "units" },
            columns: [
              {
                kind: "group",
                id: "g3",
                label: { vi: "Trong" },
                repeat: { by: "units" },
                columns: [{ kind: "value", id: "c7", label: { vi: "Số" } }],
              },
            ],
          });
        },
        "error Table t1, column g3: This cannot be repeated inside g2, which is itself repeated.",
      ],
      [
        "a number twice in the numbering row",
        (_, table) => table.columns.push({ kind: "value", id: "c6", label: { vi: "Số" }, number: "2" }),
        "warning Table t1: The number 2 appears at two columns of the numbering row.",
      ],
    ],
  ],
  [
    "rows",
    [
      ["rows of eight levels", (_, table) => table.rows.push(nest(8, 1))],
      [
        "rows of nine levels",
        (_, table) => table.rows.push(nest(9, 1)),
        "error Table t1, row d9: Rows are nested more than 8 levels deep.",
      ],
      [
        "a repeated row in a repeated row",
        (_, table) =>
          table.rows.push({
            kind: "indicator",
            id: "r30",
            label: { vi: "Ngoài" },
            repeat: { by: "units" },
            rows: [{ kind: "indicator", id: "r31", label: { vi: "Trong" }, repeat: { by: "entries", prompt: { vi: "Thêm" } } }],
          }),
        "error Table t1, row r31: This cannot be repeated inside r30, which is itself repeated.",
      ],
      [
        "a repeated row beside a repeated head",
        (_, table) => {
          table.columns.push({
            kind: "group",
            id: "g2",
            label: { vi: "Đơn vị" },
            repeat: { by: "units" },
            columns: [{ kind: "value", id: "c7", label: { vi: "Số" } }],
          });
        },
        "error Table t1, row r14: This cannot be repeated inside g2, which is itself repeated.",
      ],
      [
        "more entries at least than at most",
        (_, table) =>
          table.rows.push({
            kind: "indicator",
            id: "r30",
            label: { vi: "Mục" },
            repeat: { by: "entries", prompt: { vi: "Thêm" }, min: 3, max: 2 },
          }),
        "error Table t1, row r30: The smallest value 3 is above the largest value 2.",
      ],
      [
        "a breakdown of nothing",
        (_, table) => table.rows.push({ kind: "label", id: "r30", label: { vi: "Trong đó" }, breakdown: "some" }),
        "warning Table t1, row r30: An “of which” or “divided into” row has no rows under it yet.",
      ],
      [
        "an empty group",
        (_, table) => table.rows.push({ kind: "group", id: "r30", label: { vi: "Nhóm" } }),
        "warning Table t1, row r30: The group has no rows under it yet.",
      ],
    ],
  ],
  [
    "cells",
    [
      [
        "an unknown row",
        (_, table) => table.cells?.push({ row: "r99", column: "c3" }),
        "error Table t1, row r99, column c3: The table has no row r99.",
      ],
      [
        "an unknown column",
        (_, table) => table.cells?.push({ row: "r11", column: "g1" }),
        "error Table t1, row tu_phap, column g1: The table has no figure column g1.",
      ],
      [
        "a column of labels",
        (_, table) => table.cells?.push({ row: "r11", column: "c1" }),
        "error Table t1, row tu_phap, column c1: Column c1 is not a column of figures.",
      ],
      [
        "a label row",
        (_, table) => table.cells?.push({ row: "r12", column: "c3" }),
        "error Table t1, row r12, column moi: Row r12 is a heading and has no cells.",
      ],
      [
        "a heading group",
        (_, table) => table.cells?.push({ row: "r20", column: "c3" }),
        "error Table t1, row r20, column moi: Row r20 is a heading and has no cells.",
      ],
      [
        "a cell twice",
        (_, table) => table.cells?.push({ row: "r11", column: "c3" }),
        "error Table t1, row tu_phap, column moi: This cell has already been declared.",
      ],
      [
        "a choice without choices",
        (_, table) => table.cells?.push({ row: "r11", column: "c4", type: "choice" }),
        "error Table t1, row tu_phap, column c4: A choice must have a list of choices.",
      ],
      [
        "a default that its column's type refuses",
        (_, table) => table.cells?.push({ row: "r11", column: "c4", default: 1.5 }),
        "error Table t1, row tu_phap, column c4: The default value 1.5 cannot be used here.",
      ],
    ],
  ],
  [
    "values",
    [
      [
        "a smallest above the largest",
        (_, table) => table.columns.push({ kind: "value", id: "c6", label: { vi: "Số" }, min: 5, max: 1 }),
        "error Table t1, column c6: The smallest value 5 is above the largest value 1.",
      ],
      [
        "a shortest above the longest",
        (template) => template.blocks.push({ kind: "narrative", id: "n2", prompt: { vi: "Viết" }, minLength: 9, maxLength: 5 }),
        "error Narrative section n2: The smallest value 9 is above the largest value 5.",
      ],
      [
        "a choice twice",
        (template) =>
          template.blocks.push({
            kind: "fields",
            id: "fs2",
            fields: [
              { id: "x", label: { vi: "X" }, type: "choice", choices: ["a", "a"].map((value) => ({ value, label: { vi: value } })) },
            ],
          }),
        "error Field x: The choice a appears twice.",
      ],
      [
        "decimals of whole numbers",
        (_, table) => table.columns.push({ kind: "value", id: "c6", label: { vi: "Số" }, type: "integer", decimals: 2 }),
        "error Table t1, column c6: A whole number has no decimals (2 are set).",
      ],
      [
        "a default out of bounds, of another type, of no day, of no choice",
        (template) =>
          template.blocks.push({
            kind: "fields",
            id: "fs2",
            fields: [
              { id: "a", label: { vi: "A" }, type: "number", max: 10, default: 11 },
              { id: "b", label: { vi: "B" }, type: "boolean", default: "yes" },
              { id: "c", label: { vi: "C" }, type: "date", default: "2026-02-29" },
              { id: "d", label: { vi: "D" }, type: "choice", choices: [{ value: "x", label: { vi: "X" } }], default: "y" },
              { id: "e", label: { vi: "E" }, type: "date", default: "2024-02-29" },
            ],
          }),
        "error Field a: The default value 11 cannot be used here.",
        "error Field b: The default value yes cannot be used here.",
        "error Field c: The default value 2026-02-29 cannot be used here.",
        "error Field d: The default value y cannot be used here.",
      ],
    ],
  ],
  [
    "aggregation",
    [
      [
        "a weighted mean without weight",
        (_, table) => table.columns.push({ kind: "value", id: "c6", label: { vi: "Giá" }, aggregate: { rule: "weightedMean" } }),
        "error Table t1, column c6: A weighted mean must name the cell used as its weight.",
      ],
      [
        "an unknown weight",
        (_, table) =>
          table.columns.push({ kind: "value", id: "c6", label: { vi: "Giá" }, aggregate: { rule: "weightedMean", weight: "c99" } }),
        "error Table t1, column c6: There is no c99 to use as a weight.",
      ],
      [
        "weights by column, row, path and field",
        (_, table) =>
          ["c3", "r11", "t1.r11.c4", "f.dan_so"].map((weight, i) =>
            table.columns.push({ kind: "value", id: `w${i}`, label: { vi: "Giá" }, aggregate: { rule: "weightedMean", weight } }),
          ),
      ],
      [
        "a weight of a sum",
        (_, table) => table.columns.push({ kind: "value", id: "c6", label: { vi: "Giá" }, aggregate: { rule: "sum", weight: "c3" } }),
        "warning Table t1, column c6: A weight is used only by weighted means, not by the rule sum.",
      ],
    ],
  ],
  [
    "periods",
    [
      [
        "a column of no period",
        (_, table) => table.columns.push({ kind: "value", id: "c6", label: { vi: "Số" }, when: { frequencies: ["year"] } }),
        "warning Table t1, column c6: This part appears in no period of the template.",
      ],
      [
        "a label row of no month",
        (_, table) =>
          table.rows.push({
            kind: "label",
            id: "r30",
            label: { vi: "Chia ra" },
            breakdown: "all",
            rows: [],
            when: { ordinals: [1], exceptOrdinals: [1] },
          }),
        "warning Table t1, row r30: An “of which” or “divided into” row has no rows under it yet.",
        "warning Table t1, row r30: This part appears in no period of the template.",
      ],
    ],
  ],
  [
    "rules between figures",
    [
      [
        "rows and columns that there are not",
        (_, table) =>
          table.checks?.push({ id: "k2", formula: "c3 > 0", rows: ["r77"], columns: ["c77"], severity: "error", message: { vi: "Dương" } }),
        "error Table t1, check k2: The table has no row r77.",
        "error Table t1, check k2: The table has no figure column c77.",
      ],
    ],
  ],
  [
    "texts",
    [
      [
        "values that there are not",
        (template) =>
          template.blocks.push({
            kind: "text",
            id: "x2",
            text: { vi: "{{t1.r11.c99}} {{t9.r1.c1}} {{f.khac}} {{ind.KHAC}} {{t1.c3}} {{t1.r20.c3}}" },
          }),
        "error Block x2: There is no figure t1.r11.c99 to put into the text.",
        "error Block x2: There is no figure t9.r1.c1 to put into the text.",
        "error Block x2: There is no figure f.khac to put into the text.",
        "error Block x2: There is no figure ind.KHAC to put into the text.",
        "error Block x2: There is no figure t1.c3 to put into the text.",
        "error Block x2: There is no figure t1.r20.c3 to put into the text.",
      ],
      [
        "an indicator and spaces in the braces",
        (template) => template.blocks.push({ kind: "text", id: "x2", text: { vi: "{{ ind.TP_01 }} {{ t1.r11.c3 }}" } }),
      ],
      [
        "a value of a repeated row",
        (template) => template.blocks.push({ kind: "narrative", id: "n2", prompt: { vi: "Viết" }, starter: { vi: "{{t1.r14.c3}}" } }),
        "error Narrative section n2: The figure t1.r14.c3 is in a repeated part and has many values, so it cannot be put into the text.",
      ],
      [
        "an unknown parameter, once for both languages",
        (_, table) => {
          table.note = { vi: "{nam}", en: "{nam}" };
        },
        "error Table t1: There is no parameter {nam}.",
      ],
      [
        "reckoning with what is no year",
        (template) => {
          template.title = { vi: "{year-1} {year+1} {month-1}" };
        },
        "error There is no parameter {month-1}.",
      ],
      [
        "a quarter in a monthly form",
        (template) => {
          template.subtitle = { vi: "Quý {quarter}" };
        },
        "warning The parameter {quarter} has no value in the periods of this template.",
      ],
      [
        "HTML and single braces are words",
        (template) => {
          template.title = { vi: "<b>a</b> & <script>x</script> {} { x } {1}" };
        },
      ],
      [
        "a heading that skips a level",
        (template) => template.blocks.push({ kind: "heading", id: "h2", level: 3, text: { vi: "a" } }),
        "warning Block h2: A heading of level 3 directly follows level 1, skipping a level.",
      ],
    ],
  ],
];

describe.each(cases)("%s", (_subject, rules) => {
  for (const [rule, change, ...sentences] of rules) {
    test(rule, () => {
      expect(found(change)).toEqual(sentences);
    });
  }
});

describe("the namer of places", () => {
  const template = baseWith((_, table) => {
    table.rows.push({ kind: "indicator", id: "dien", label: { vi: "Điện" }, repeat: { by: "entries", prompt: { vi: "Thêm" } } });
  });
  const place = (at: string) => sayPlace({ at }, "vi", namePlaceIn(template));

  test("tells rows, columns and rules by the template, whatever their ids, and shows codes", () => {
    expect(place("t1.dien")).toBe("Bảng t1, hàng dien");
    expect(place("t1.k1")).toBe("Bảng t1, quy tắc kiểm tra k1");
    expect(place("t1.r11.c3")).toBe("Bảng t1, hàng tu_phap, cột moi");
    expect(place("t1.dien@a7.c4")).toBe("Bảng t1, hàng dien, mục nhập a7, cột c4");
    expect(place("l1@a7.ten")).toBe("Danh sách l1, mục nhập a7, cột ten");
  });

  test("leaves what is not the template's to the reading by habit", () => {
    expect(namePlaceIn(template)("t9.r1.c1")).toBeUndefined();
    expect(place("t9.r1.c1")).toBe("Bảng t9, hàng r1, cột c1");
    expect(place("e.t1.dien")).toBe("Bảng t1, hàng dien, các mục nhập");
  });
});
