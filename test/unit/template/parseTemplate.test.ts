import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { locales, say } from "@/lib/messages";
import { checkTemplate } from "@/lib/template";
import { parseTemplate } from "@/lib/template/parse";
import schema from "@/lib/template/template.schema.json";
import { base } from "./base";

// Hundreds of documents are read in one test: slow where many tests run at once.
vi.setConfig({ testTimeout: 60_000 });

// biome-ignore lint/suspicious/noExplicitAny: documents of the outside, broken on purpose
type Loose = any;

function sentencesOf(input: unknown): readonly string[] {
  const read = parseTemplate(input);
  return read.ok ? [] : read.error.map((problem) => say(problem, "vi"));
}

function broken(change: (template: Loose) => void): readonly string[] {
  const template: Loose = JSON.parse(JSON.stringify(base()));
  change(template);
  return sentencesOf(template);
}

/** The base's table. */
const table = (template: Loose): Loose => template.blocks[4];

describe("each fault is one sentence with its place", () => {
  const faults: readonly (readonly [fault: string, change: (template: Loose) => void, ...sentences: readonly string[]])[] = [
    ["a missing property of the document", (t) => delete t.title, "Thiếu “title”."],
    ["a missing property of a row", (t) => delete table(t).rows[0].rows[0].label, "Bảng t1, hàng r11: Thiếu “label”."],
    ["a missing id is told by position", (t) => delete table(t).rows[1].id, "Khối thứ 5, hàng thứ 2: Thiếu “id”."],
    [
      "a row under a row without id too",
      (t) => {
        delete table(t).rows[1].id;
        table(t).rows[1].rows[0].label = 5;
      },
      "Khối thứ 5, hàng thứ 2: Thiếu “id”.",
      "Khối thứ 5, hàng thứ 2, hàng thứ 1: “label” phải là một đối tượng.",
    ],
    ["an unknown property", (t) => (table(t).rows[0].colour = "red"), "Bảng t1, hàng r10: “colour” không phải là thuộc tính của biểu mẫu."],
    ["an unknown kind of block", (t) => (t.blocks[0].kind = "chart"), "Khối h1: “kind” không nhận giá trị chart."],
    ["a missing kind of block", (t) => delete t.blocks[0].kind, "Khối h1: Thiếu “kind”."],
    ["an unknown kind of column", (t) => (table(t).columns[1].columns[0].kind = "sum"), "Bảng t1, cột c3: “kind” không nhận giá trị sum."],
    [
      "an unknown kind of repetition",
      (t) => (table(t).rows[0].rows[2].repeat.by = "months"),
      "Bảng t1, hàng r14: “repeat.by” không nhận giá trị months.",
    ],
    ["a block that is no object", (t) => (t.blocks[0] = 5), "Khối thứ 1: Phải là một đối tượng."],
    ["a wrong type", (t) => (table(t).numberingRow = "yes"), "Bảng t1: “numberingRow” phải là đúng hoặc sai."],
    [
      "a wrong type among several allowed",
      (t) => (table(t).columns[2].default = []),
      "Bảng t1, cột c5: “default” phải là một chuỗi ký tự, một số hoặc đúng/sai.",
    ],
    ["a value that is not in the list", (t) => (t.kind = "other"), "“kind” không được là other; chỉ nhận: figures, narrative."],
    ["another format", (t) => (t.format = 2), "“format” không được là 2; chỉ nhận: 1."],
    [
      "a bad id",
      (t) => (table(t).rows[0].rows[0].code = "tư pháp"),
      "Bảng t1, hàng r11: “code” là tư pháp không hợp lệ: dùng 1–40 chữ không dấu, chữ số, gạch dưới; bắt đầu bằng chữ.",
    ],
    [
      "a bad template code",
      (t) => (t.code = "thử"),
      "Mã biểu mẫu thử không hợp lệ: dùng 1–40 chữ in hoa không dấu, chữ số, dấu chấm, gạch nối, gạch dưới; bắt đầu bằng chữ hoặc số.",
    ],
    ["a long text", (t) => (t.title.vi = "a".repeat(5001)), "“title.vi” dài quá 5000 ký tự."],
    ["an empty formula", (t) => (table(t).columns[2].formula = ""), "Bảng t1, cột c5: “formula” không được để trống."],
    ["an empty list", (t) => (table(t).rows = []), "Bảng t1: “rows” phải có ít nhất 1 mục."],
    ["a long list", (t) => (table(t).checks = Array(501).fill(table(t).checks[0])), "Bảng t1: “checks” có tối đa 500 mục."],
    ["an item twice", (t) => (t.frequencies = ["month", "month"]), "“frequencies” có mục lặp lại."],
    ["a number below its bound", (t) => (table(t).decimals = -1), "Bảng t1: “decimals” phải từ 0 trở lên."],
    ["a number above its bound", (t) => (table(t).decimals = 7), "Bảng t1: “decimals” không được quá 6."],
    ["a width of nothing", (t) => (table(t).columns[2].width = 0), "Bảng t1, cột c5: “width” phải lớn hơn 0."],
    [
      "a fault of a field",
      (t) => (t.blocks[3].fields[0].type = "money"),
      "Ô nhập dan_so: “type” không được là money; chỉ nhận: text, number, integer, percent, date, choice, boolean, unit, attachment.",
    ],
    [
      "a fault of a cell",
      (t) => (table(t).cells[0].lock = true),
      "Bảng t1, hàng r11, cột c3: “lock” không được là true; chỉ nhận: none, blank, x.",
    ],
    [
      "a fault of a narrative section",
      (t) => (t.blocks[2].combine = "all"),
      "Phần thuyết minh n1: “combine” không được là all; chỉ nhận: none, concatenate, perUnit.",
    ],
    ["a fault of a signer", (t) => (t.blocks[8].signers[0].position = "Chủ tịch"), "Khối sg1: “signers.0.position” phải là một đối tượng."],
    [
      "a control character",
      (t) => (t.blocks[0].text.vi = "a\u0000b"),
      "Khối h1: “text.vi” có ký tự điều khiển không in được. Hãy xóa ký tự đó.",
    ],
    ["half a surrogate pair", (t) => (t.title.vi = "a\ud800"), "“title.vi” có ký tự điều khiển không in được. Hãy xóa ký tự đó."],
    ["a value that JSON has not", (t) => (table(t).decimals = Number.NaN), "Bảng t1: “decimals” có giá trị mà JSON không biểu diễn được."],
  ];
  for (const [fault, change, ...sentences] of faults) {
    test(fault, () => {
      expect(broken(change)).toEqual(sentences);
    });
  }

  test("several faults give several sentences", () => {
    expect(broken((t) => Object.assign(t, { kind: "other", page: { size: "A5", orientation: "portrait" } }))).toEqual([
      "“kind” không được là other; chỉ nhận: figures, narrative.",
      "“page.size” không được là A5; chỉ nhận: A4, A3.",
    ]);
  });

  test.each([null, 5, "{}", [], undefined, new Map(), () => 1])("what is no object at all is refused: %s", (input) => {
    expect(sentencesOf(input)).toHaveLength(1);
  });
});

describe("what enters is made safe", () => {
  test("all strings become NFC, line ends \\n; HTML stays words", () => {
    const decomposed = "Bie\u0302\u0309u ma\u0302\u0303u";
    const read = parseTemplate({ ...base(), title: { vi: decomposed }, subtitle: { vi: "<b>a</b>\r\n&amp;" } });
    expect(read.ok && read.value.title.vi).toBe("Biểu mẫu");
    expect(read.ok && read.value.subtitle?.vi).toBe("<b>a</b>\n&amp;");
  });

  test("the input is not touched", () => {
    const input = { ...base(), title: { vi: "e\u0302" } };
    parseTemplate(input);
    expect(input.title.vi).toBe("e\u0302");
  });

  test("a key __proto__ is a wrong property and no prototype", () => {
    const input: unknown = JSON.parse(JSON.stringify(base()).replace('"format":1', '"format":1,"__proto__":{"polluted":true}'));
    expect(sentencesOf(input)).toEqual(["“__proto__” không phải là thuộc tính của biểu mẫu."]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("nesting, cycles and size are bounded", () => {
    let deep: unknown = {};
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(sentencesOf({ ...base(), blocks: deep })).toEqual(["Biểu mẫu lồng nhau quá sâu."]);
    expect(sentencesOf(cycle)).toEqual(["Biểu mẫu lồng nhau quá sâu."]);
    expect(sentencesOf({ ...base(), blocks: Array(1_100_000).fill(1) })).toEqual(["Biểu mẫu quá lớn."]);
  });
});

test("every keyword of the schema has a sentence of its own", () => {
  const silent = new Set(["$schema", "$id", "$defs", "$ref", "title", "description", "properties", "items", "oneOf"]);
  const spoken = ["type", "required", "additionalProperties", "const", "enum", "pattern", "discriminator", "uniqueItems"];
  const bounds = ["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum"];
  const keywords = new Set<string>();
  const visit = (node: Loose, isMap: boolean): void => {
    for (const [key, value] of Object.entries<Loose>(node)) {
      if (!isMap) keywords.add(key);
      const isSubschemas = !isMap && (key === "properties" || key === "$defs");
      if (typeof value === "object" && value !== null && !Array.isArray(value) && key !== "discriminator") visit(value, isSubschemas);
      if (key === "oneOf") for (const branch of value) visit(branch, false);
    }
  };
  visit(schema, false);
  expect([...keywords].filter((keyword) => !silent.has(keyword)).sort()).toEqual([...spoken, ...bounds].sort());
});

describe("nothing makes it throw", () => {
  const samples: readonly unknown[] = readdirSync("templates").map((name) => JSON.parse(readFileSync(`templates/${name}`, "utf8")));

  const survives = (input: unknown): void => {
    const read = parseTemplate(input);
    const problems = read.ok ? checkTemplate(read.value) : read.error;
    for (const problem of problems) for (const locale of locales) expect(say(problem, locale)).not.toMatch(/template\.\w+|…”/);
    if (!read.ok) expect(problems.length).toBeGreaterThan(0);
  };

  test("random JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), survives), { numRuns: 300 });
  });

  test("real templates with one part replaced, deleted or doubled anywhere", () => {
    const mutation = fc.record({
      sample: fc.constantFrom(...samples),
      steps: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
      act: fc.constantFrom("replace", "delete", "double"),
      value: fc.oneof(
        fc.jsonValue({ maxDepth: 2 }),
        fc.constantFrom("r10", "c3", "sum", "{{t1.r10.c3}}", "{month}", "units", "group", "label", "table"),
      ),
    });
    fc.assert(
      fc.property(mutation, ({ sample, steps, act, value }) => {
        const document: Loose = structuredClone(sample);
        let parent: Loose = document;
        let key = "blocks";
        for (const step of steps) {
          const node: Loose = parent[key];
          if (typeof node !== "object" || node === null || Object.keys(node).length === 0) break;
          const keys = Object.keys(node);
          parent = node;
          key = keys[step % keys.length] ?? "";
        }
        if (act === "delete") delete parent[key];
        else if (act === "double" && Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)]));
        else parent[key] = value;
        survives(document);
      }),
      { numRuns: 600 },
    );
  });
});
