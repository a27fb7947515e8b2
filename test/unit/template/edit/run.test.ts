import { describe, expect, test } from "vitest";
import { phrase } from "@/lib/messages";
import { checkTemplate, type Template, tablesOf } from "@/lib/template";
import {
  applyPatch,
  type BlankWords,
  blankBlock,
  blankCheck,
  blankColumn,
  blankField,
  blankRow,
  type Command,
  columnNumbers,
  composePatches,
  freshId,
  invert,
  type Part,
  type Patch,
  type Place,
  partAt,
  putText,
  run,
  type Siblings,
  spotOf,
  usesOf,
} from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { sample, samples } from "./anyTemplate";

const form = sample("06-VPCP-KSTT");
const row = (id: string): Place => ({ kind: "row", block: "t1", row: id });
const column = (id: string): Place => ({ kind: "column", block: "t1", column: id });
const cell = (rowId: string, columnId: string): Place => ({ kind: "cell", block: "t1", row: rowId, column: columnId });

function go(template: Template, ...commands: readonly Command[]): Template {
  return commands.reduce((now, command) => {
    const done = run(now, command);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    return done.value.template;
  }, template);
}

const refusedAs = (template: Template, command: Command): string => {
  const done = run(template, command);
  return done.ok ? "" : done.error.code;
};

const table = (template: Template) => tablesOf(template)[0] ?? { columns: [], rows: [], cells: [], checks: [] };

describe("set", () => {
  test("leaves all that it does not touch as the same objects", () => {
    const after = go(form, { do: "set", at: [row("r11")], values: { label: { vi: "Khai sinh" } } });
    const [before, now] = [table(form), table(after)];
    expect(now.columns).toBe(before.columns);
    expect(now.cells).toBe(before.cells);
    expect(now.rows.slice(1)).toEqual(before.rows.slice(1));
    for (const [i, own] of now.rows.entries()) if (i > 0) expect(own).toBe(before.rows[i]);
    expect(now.rows[0]?.rows?.[1]).toBe(before.rows[0]?.rows?.[1]);
    expect(after.blocks[1]).toBe(form.blocks[1]);
  });

  test("on several places at once, clearing others; what is so already is no change", () => {
    const done = run(form, { do: "set", at: [column("c4"), column("c5")], values: { type: "integer", unit: "hồ sơ" }, clear: ["min"] });
    expect(done.ok && done.value.patch.map((change) => (change.kind === "set" ? change.property : ""))).toEqual([
      "unit",
      "min",
      "unit",
      "min",
    ]);
    const same = run(form, { do: "set", at: [column("c4")], values: { type: "integer" }, clear: ["note"] });
    expect(same.ok && same.value.patch).toEqual([]);
    expect(same.ok && same.value.template).toBe(form);
  });

  test.each<[string, Place, Readonly<Record<string, unknown>>, string]>([
    ["a value that the schema does not let through", column("c4"), { decimals: 9 }, "template.tooLarge"],
    ["a value of another type", column("c4"), { label: "Tên" }, "template.wrongType"],
    ["a property that the part has not", column("g1"), { formula: "c4" }, "edit.noProperty"],
    ["an id, which never changes", column("c4"), { id: "c40" }, "edit.fixedProperty"],
    ["parts as a property", row("r10"), { rows: [] }, "edit.fixedProperty"],
    ["a property of an object's making", row("r10"), { constructor: "x" }, "edit.noProperty"],
    ["a cell of a column of labels", cell("r11", "c2"), { lock: "x" }, "edit.noCell"],
    ["a cell that is not there", cell("r11", "c77"), { lock: "x" }, "edit.gone"],
    ["a head that becomes a column", column("g1"), { kind: "value" }, "edit.kindWithParts"],
    ["a kind that there is not", row("r11"), { kind: "heading" }, "edit.noKind"],
    ["a sign that cannot be printed", row("r11"), { label: { vi: "a\u0000" } }, "edit.controlCharacter"],
    ["no signers", { kind: "block", block: "sg1" }, { signers: [] }, "template.tooFew"],
    ["a weight of the wrong kind", column("c4"), { aggregate: { rule: "sum", weight: 1 } }, "template.wrongType"],
  ])("refuses %s", (_name, at, values, code) => {
    expect(refusedAs(form, { do: "set", at: [at], values: values as never })).toBe(code);
  });

  test("refuses to clear what must be, and says so in words", () => {
    const done = run(form, { do: "set", at: [row("r11")], values: {}, clear: ["label"] });
    expect(done.ok ? "" : phrase(done.error.code, done.error.params, "vi")).toBe("Không được bỏ trống tên.");
  });

  test("writes texts in NFC and keys in the order of the schema", () => {
    const after = go(form, { do: "set", at: [row("r11")], values: { label: { en: "x", vi: "Hộ".normalize("NFD") } } });
    expect(JSON.stringify(partAt(after, row("r11")))).toBe('{"kind":"indicator","id":"r11","number":"1","label":{"vi":"Hộ","en":"x"}}');
  });

  test("makes the record of a cell in its place and drops it when nothing is left", () => {
    const made = go(form, { do: "set", at: [cell("r22", "c9"), cell("r22", "c4"), cell("r11", "c5")], values: { lock: "x" } });
    expect(table(made).cells?.map((own) => `${own.row}.${own.column}`)).toEqual([
      "r11.c5",
      "r22.c4",
      "r22.c9",
      "r99.c3",
      "r99.c7",
      "r99.c10",
      "r99.c11",
    ]);
    const dropped = go(made, { do: "set", at: [cell("r22", "c9"), cell("r22", "c4"), cell("r11", "c5")], values: {}, clear: ["lock"] });
    expect(JSON.stringify(dropped)).toBe(JSON.stringify(form));
  });

  test("a row that becomes one of words loses what such a row has not, and its cells", () => {
    const after = go(form, { do: "set", at: [row("r99")], values: { kind: "label" } });
    expect(partAt(after, row("r99"))).toEqual({
      kind: "label",
      id: "r99",
      number: "",
      label: { vi: "Tổng cộng", en: "Total" },
      breakdown: "all",
    });
    expect(table(after).cells).toBeUndefined();
  });
});

describe("move", () => {
  test("takes parts in document order and what stands under them along", () => {
    const after = go(form, { do: "move", parts: [row("r31"), row("r20"), row("r21")], into: { kind: "rows", block: "t1" }, index: 0 });
    expect(
      table(after)
        .rows.slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(["r20", "r31", "r10"]);
    expect(table(after).rows[0]?.rows?.map(({ id }) => id)).toEqual(["r21", "r22"]);
  });

  test("takes the heads away that it leaves empty, however many stand over each other", () => {
    const nested = go(form, { do: "groupColumns", block: "t1", columns: ["g2"], id: "g9", label: "Trong kỳ" });
    const after = go(nested, { do: "move", parts: [column("c4"), column("c5")], into: { kind: "columns", block: "t1" }, index: 2 });
    expect(partAt(after, column("g2"))).toBeUndefined();
    expect(partAt(after, column("g9"))).toBeUndefined();
    expect(spotOf(after, column("c5"))).toMatchObject({ index: 3, after: "c4" });
  });

  test("to where it stands is no change", () => {
    const done = run(form, { do: "move", parts: [row("r20")], into: { kind: "rows", block: "t1" }, index: 2 });
    expect(done.ok && done.value.patch).toEqual([]);
  });

  test("of a field to another group keeps its formulas", () => {
    const city = sample("KTXH-THANG");
    const two = go(city, {
      do: "insert",
      into: { kind: "blocks" },
      index: 0,
      parts: [{ kind: "fields", id: "fs2", fields: [{ id: "moi", label: { vi: "Mới" }, type: "text" }] }],
    });
    const done = run(two, {
      do: "move",
      parts: [{ kind: "field", block: "fs1", field: "tong_ho" }],
      into: { kind: "fields", block: "fs2" },
      index: 0,
    });
    if (!done.ok) throw new Error(done.error.code);
    expect(checkTemplate(done.value.template)).toEqual(checkTemplate(two));
    const back = applyPatch(done.value.template, invert(done.value.patch));
    expect(back.ok && JSON.stringify(back.value)).toBe(JSON.stringify(two));
  });
});

describe("remove", () => {
  test("takes along what cells and checks said of it alone", () => {
    const checked = go(form, {
      do: "set",
      at: [{ kind: "check", block: "t1", check: "k1" }],
      values: { rows: ["r11", "r99"], columns: ["c3"] },
    });
    const after = go(checked, { do: "remove", parts: [row("r99")] });
    expect(table(after).cells).toBeUndefined();
    expect(table(after).checks?.[0]?.rows).toEqual(["r11"]);
    expect(table(go(after, { do: "remove", parts: [row("r10")] })).checks).toBeUndefined();
  });

  test("of the last column of a head takes the head", () => {
    const after = go(form, { do: "remove", parts: [column("c4"), column("c5")] });
    expect(partAt(after, column("g2"))).toBeUndefined();
    expect(partAt(after, column("g1"))).toBeDefined();
  });

  test.each<[string, Command, string]>([
    ["the last row", { do: "remove", parts: table(form).rows.map(({ id }) => row(id)) }, "edit.lastRow"],
    ["the last column", { do: "remove", parts: table(form).columns.map(({ id }) => column(id)) }, "edit.lastColumn"],
    ["the whole template", { do: "remove", parts: [{ kind: "document" }] }, "edit.cannotRemove"],
    ["what is not there", { do: "remove", parts: [row("r999")] }, "edit.gone"],
  ])("refuses %s", (_name, command, code) => {
    expect(refusedAs(form, command)).toBe(code);
  });
});

test("several commands are one step: all or none", () => {
  const good: Command = { do: "set", at: [row("r11")], values: { unit: "hồ sơ" } };
  expect(refusedAs(form, { do: "together", commands: [good, { do: "remove", parts: [row("r999")] }] })).toBe("edit.gone");
  const done = run(form, { do: "together", commands: [good, { do: "remove", parts: [row("r12")] }] });
  expect(done.ok && phrase(`edit.step.${done.value.label.code}`, done.value.label.params, "vi")).toBe("2 thay đổi cùng lúc");
});

test("columns that do not stand side by side are not grouped", () => {
  expect(refusedAs(form, { do: "groupColumns", block: "t1", columns: ["c8", "c10"], id: "g9", label: "" })).toBe("edit.notAdjacent");
  expect(refusedAs(form, { do: "groupColumns", block: "t1", columns: ["c8", "c12"], id: "g9", label: "" })).toBe("edit.notAdjacent");
  expect(refusedAs(form, { do: "ungroupColumns", block: "t1", column: "c8" })).toBe("edit.notHead");
});

test("a document with one id twice does not take the place of another", () => {
  const [first] = form.blocks;
  expect(refusedAs(form, { do: "replace", template: { ...form, blocks: first ? [first, first] : [] } })).toBe("edit.duplicateId");
});

describe("patches", () => {
  test("letters of a word are one change, and a word typed and deleted is none", () => {
    const type = (template: Template, ...words: readonly string[]) => {
      let now = template;
      return words.map((vi) => {
        const done = run(now, { do: "set", at: [row("r11")], values: { label: { vi } } });
        if (!done.ok) throw new Error(done.error.code);
        now = done.value.template;
        return done.value.patch;
      });
    };
    const start = go(form, { do: "set", at: [row("r11")], values: { label: { vi: "" } } });
    expect(composePatches(type(start, "a", "ab", "abc"))).toEqual([
      { kind: "set", at: row("r11"), property: "label", before: { vi: "" }, after: { vi: "abc" } },
    ]);
    expect(composePatches(type(start, "a", ""))).toEqual([]);
  });

  test("of documents that replaced each other say the first and the last, and nothing of one that came back", () => {
    const named = (vi: string): Template => ({ ...form, title: { vi } });
    const replace = (from: Template, to: Template): Patch => {
      const done = run(from, { do: "replace", template: to });
      if (!done.ok) throw new Error(done.error.code);
      return done.value.patch;
    };
    const [a, b, c] = [named("A"), named("B"), named("C")];
    expect(composePatches([replace(a, b), replace(b, c)])).toEqual(replace(a, c));
    expect(composePatches([replace(a, b), replace(b, a)])).toEqual([]);
  });

  test("are refused where what they found is no longer so, and change nothing", () => {
    const done = run(form, { do: "set", at: [column("c4")], values: { label: { vi: "Qua mạng" } } });
    const other = go(form, { do: "set", at: [column("c4")], values: { label: { vi: "Khác" } } });
    expect(applyPatch(other, done.ok ? done.value.patch : [])).toMatchObject({ ok: false, error: { code: "edit.conflict", at: "t1.c4" } });
    const gone = go(form, { do: "remove", parts: [column("c4")] });
    expect(applyPatch(gone, done.ok ? done.value.patch : [])).toMatchObject({ ok: false, error: { code: "edit.conflict" } });
  });

  test("of another's making bring in nothing that the schema does not let through", () => {
    const spot = { in: { kind: "rows", block: "t1" }, index: 0, after: null } as const;
    expect(applyPatch(form, [{ kind: "insert", spot, part: { kind: "indicator", id: "r1", label: "x" } }]).ok).toBe(false);
    expect(applyPatch(form, [{ kind: "insert", spot, part: { kind: "indicator", id: "r11", label: { vi: "" } } }]).ok).toBe(false);
    expect(applyPatch(form, [{ kind: "set", at: column("c4"), property: "decimals", after: 77 }]).ok).toBe(false);
    expect(applyPatch(form, [{ kind: "replace", before: form as never, after: { format: 1 } }]).ok).toBe(false);
    const head = { kind: "group", id: "g9", label: { vi: "" }, columns: [] };
    expect(
      applyPatch(form, [{ kind: "insert", spot: { in: { kind: "columns", block: "t1" }, index: 0, after: null }, part: head }]),
    ).toMatchObject({
      ok: false,
      error: { code: "edit.emptyHead" },
    });
  });
});

describe("who refers to a part", () => {
  const uses = (...places: readonly Place[]) =>
    usesOf(form, places).map(({ place, property }) => `${Object.values(place).join(".")} ${property}`);

  test("formulas of columns and checks; what goes along is not told", () => {
    expect(uses(column("c4"))).toEqual(["column.t1.c3 formula"]);
    expect(uses(column("g3"))).toEqual(["check.t1.k1 formula"]);
    expect(uses(column("g1"))).toEqual(["check.t1.k1 formula"]);
    expect(uses(row("r11"))).toEqual([]);
  });

  test("texts that embed a value, fields by other groups, indicators that nobody else has", () => {
    const city = sample("KTXH-THANG");
    const embedding = usesOf(city, [{ kind: "block", block: "fs1" }]).map(
      ({ place, property }) => `${"block" in place ? place.block : ""} ${property}`,
    );
    expect(embedding).toContain("x3 text");
  });
});

describe("what is new", () => {
  const words: BlankWords = {
    heading: { vi: "Đề mục" },
    text: { vi: "Đoạn văn" },
    narrative: { vi: "Nội dung" },
    field: { vi: "Ô nhập" },
    list: { vi: "Danh sách" },
    listColumn: { vi: "Tên" },
    numberColumn: { vi: "STT" },
    labelColumn: { vi: "Chỉ tiêu" },
    valueColumn: { vi: "Số liệu" },
    row: { vi: "Chỉ tiêu 1" },
    position: { vi: "NGƯỜI LẬP BIỂU" },
    recipient: { vi: "Như trên" },
  };

  test.each(["heading", "text", "narrative", "fields", "table", "list", "signature", "recipients", "pageBreak"] as const)(
    "a %s can be inserted and passes every check",
    (kind) => {
      const after = go(form, { do: "insert", into: { kind: "blocks" }, index: 0, parts: [blankBlock(form, kind, words)] });
      expect(parseTemplate(after).ok).toBe(true);
      expect(checkTemplate(after)).toEqual([]);
    },
  );

  test("columns, rows, fields and checks can be inserted one after the other", () => {
    const label = { vi: "Mới" };
    const insert = (into: Siblings, make: (now: Template) => Part) => (now: Template) =>
      go(now, { do: "insert", into, index: 0, parts: [make(now)] });
    const columns = (["group", "value", "number", "label", "unit"] as const).map((kind) =>
      insert({ kind: "columns", block: "t1" }, (now) => blankColumn(now, "t1", kind, label)),
    );
    const rows = (["group", "indicator", "subtotal", "total", "label"] as const).map((kind) =>
      insert({ kind: "rows", block: "t1" }, (now) => blankRow(now, "t1", kind, label)),
    );
    const fields: Siblings = { kind: "fields", block: "fs1" };
    const field = insert(fields, (now) => blankField(now, fields, "choice", label));
    const check = insert({ kind: "checks", block: "t2" }, (now) => blankCheck(now, "t2", label));
    const after = [...columns, ...rows, field, check].reduce((now, put) => put(now), sample("KTXH-THANG"));
    expect(parseTemplate(after).ok).toBe(true);
    expect(checkTemplate(after).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("ids count on from the highest and are no code of another part", () => {
    expect(freshId(form, { kind: "columns", block: "t1" }, "c")).toBe("c14");
    expect(freshId(form, { kind: "columns", block: "t1" }, "c", ["c14", "c20"])).toBe("c21");
    expect(freshId(form, { kind: "blocks" }, "t")).toBe("t2");
    const coded = go(form, { do: "set", at: [column("c4")], values: { code: "c14" } });
    expect(freshId(coded, { kind: "rows", block: "t1" }, "c")).toBe("c15");
  });

  test("texts keep one language when the other is typed", () => {
    expect(putText({ vi: "Lúa" }, "en", "Rice")).toEqual({ vi: "Lúa", en: "Rice" });
    expect(putText({ vi: "Lúa", en: "Rice" }, "en", "")).toEqual({ vi: "Lúa" });
    expect(putText(undefined, "en", "Rice")).toEqual({ vi: "", en: "Rice" });
    expect(putText({ vi: "Lúa" }, "vi", "")).toBeUndefined();
  });
});

describe("the row of column numbers", () => {
  test("is what the samples print", () => {
    const own = (template: Template) => [...columnNumbers(table(template)).values()];
    expect(own(form)).toEqual([
      "(1)",
      "(2)",
      "(3)=(4)+(5)+(6)",
      "(4)",
      "(5)",
      "(6)",
      "(7)=(8)+(9)+(10)",
      "(8)",
      "(9)",
      "(10)",
      "(11)=(12)+(13)",
      "(12)",
      "(13)",
    ]);
    expect(own(sample("SXKD-THANG"))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "8=6+7",
      "9",
      "10",
      "11=9+10",
      "12=7/10",
      "13=8/11",
      "14",
    ]);
  });

  test("spreads sums and leaves what cannot be printed plainly", () => {
    const columns = (formula: string) => [
      { kind: "label", id: "c1", label: { vi: "" } } as const,
      { kind: "value", id: "c2", label: { vi: "" }, formula } as const,
      { kind: "value", id: "c3", label: { vi: "" } } as const,
      { kind: "value", id: "c4", label: { vi: "" } } as const,
    ];
    const second = (formula: string) => columnNumbers({ columns: columns(formula) }).get("c2");
    expect(second("sum(c3:c4)")).toBe("(2)=(3)+(4)");
    expect(second("percent(c3, c4)")).toBe("(2)=(3)/(4)");
    expect(second("c3 * 2")).toBe("(2)=(3)×2");
    expect(second("if(c3 > 0, c4, 0)")).toBe("(2)");
    expect(second("ytd(c3)")).toBe("(2)");
  });
});

test("every step has words in both languages", () => {
  const commands: readonly Command[] = [
    { do: "set", at: [row("r11")], values: { label: { vi: "x" } } },
    { do: "set", at: [cell("r11", "c4")], values: { lock: "x", unit: "x" } },
    { do: "insert", into: { kind: "rows", block: "t1" }, index: 0, parts: [{ kind: "indicator", id: "r200", label: { vi: "Mới" } }] },
    { do: "move", parts: [row("r11"), row("r12")], into: { kind: "rows", block: "t1" }, index: 0 },
    { do: "remove", parts: [column("c4")] },
    { do: "groupColumns", block: "t1", columns: ["c8", "c9"], id: "g9", label: "Đạt" },
    { do: "ungroupColumns", block: "t1", column: "g1" },
    { do: "replace", template: samples[1] ?? form },
  ];
  const said = commands.map((command) => {
    const done = run(form, command);
    if (!done.ok) throw new Error(done.error.code);
    return phrase(`edit.step.${done.value.label.code}`, done.value.label.params, "vi");
  });
  expect(said).toEqual([
    "Sửa tên của “Hộ tịch”",
    "Sửa các thuộc tính của “Hộ tịch · Trực tuyến”",
    "Thêm hàng “Mới”",
    "Chuyển 2 hàng",
    "Xóa cột “Trực tuyến”",
    "Gộp 2 cột vào nhóm “Đạt”",
    "Bỏ nhóm cột “Số hồ sơ nhận giải quyết”",
    "Thay toàn bộ biểu mẫu",
  ]);
});
