import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTemplate, fieldsOf, flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";
import {
  copyParts,
  cutParts,
  duplicateParts,
  type Fragment,
  type Pasted,
  type Place,
  partAt,
  pasteFragment,
  readFragment,
  run,
  type Siblings,
  siblingsAt,
  writeFragment,
} from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { anyDice, listsIn, placesIn } from "./anyCommand";
import { anyTemplate, sample } from "./anyTemplate";

const form = sample("06-VPCP-KSTT");
const city = sample("KTXH-THANG");
const row = (id: string): Place => ({ kind: "row", block: "t1", row: id });
const column = (id: string): Place => ({ kind: "column", block: "t1", column: id });

function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly code: string } }): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Through the clipboard, as a text. */
const overClipboard = (fragment: Fragment): Fragment => value(readFragment(writeFragment(fragment)));

function paste(
  template: Template,
  fragment: Fragment,
  into: Siblings,
  index: number,
): { readonly pasted: Pasted; readonly after: Template } {
  const pasted = value(pasteFragment(template, overClipboard(fragment), { into, index }));
  return { pasted, after: value(run(template, pasted.command)).template };
}

describe("pasting into the same table", () => {
  test("makes ids new, and formulas inside the copy follow token by token", () => {
    const start = value(
      run(form, { do: "set", at: [row("r12")], values: { formula: "r11 + 2 * r11.c4 - t1.r21.c4 + prev(r11)" } }),
    ).template;
    const { pasted, after } = paste(
      start,
      value(copyParts(start, [row("r11"), row("r12")])),
      { kind: "rows", block: "t1", under: "r20" },
      0,
    );
    expect(pasted.places).toEqual([row("r100"), row("r101")]);
    expect(partAt(after, row("r101"))).toMatchObject({
      label: { vi: "Chứng thực" },
      formula: "r100 + 2 * r100.c4 - t1.r21.c4 + prev(r100)",
    });
    expect(pasted.outside).toEqual([]);
  });

  test("takes the declared cells and checks of the copied rows along", () => {
    const { pasted, after } = paste(form, value(copyParts(form, [row("r99")])), { kind: "rows", block: "t1" }, 7);
    const cells = tablesOf(after)[0]?.cells?.filter((cell) => cell.row === "r100");
    expect(cells).toEqual(["c3", "c7", "c10", "c11"].map((id, i) => ({ row: "r100", column: id, indicator: `TTHC_0${i + 1}` })));
    expect(pasted.lostCells).toBe(0);
  });

  test("of columns drops numbers that are taken and keeps what they compute", () => {
    const { after } = paste(form, value(copyParts(form, [column("g4")])), { kind: "columns", block: "t1" }, 5);
    const table = tablesOf(after)[0];
    const last = leafColumns(table ?? { columns: [] }).slice(-3);
    expect(last.map(({ column: own }) => (own.kind === "value" ? own.formula : ""))).toEqual([
      `${last[1]?.column.id} + ${last[2]?.column.id}`,
      undefined,
      undefined,
    ]);
    expect(last.map(({ column: own }) => own.number)).toEqual([undefined, undefined, undefined]);
    expect(checkTemplate(after)).toEqual([]);
  });
});

describe("pasting elsewhere", () => {
  test("into another template tells which references lead outside, and which cells found no place", () => {
    const start = value(run(form, { do: "set", at: [row("r99")], values: { formula: "r10 + r20" } })).template;
    const { pasted, after } = paste(city, value(copyParts(start, [row("r99")])), { kind: "rows", block: "t1" }, 0);
    expect(pasted.outside.map(({ property, reference }) => `${property}: ${reference}`)).toEqual(["formula: r10", "formula: r20"]);
    expect(pasted.lostCells).toBe(4);
    expect(parseTemplate(after).ok).toBe(true);
  });

  test("a whole table is another table, whose references to itself follow", () => {
    const start = value(
      run(form, { do: "set", at: [{ kind: "cell", block: "t1", row: "r11", column: "c4" }], values: { formula: "t1.r12.c4 + r12.c5" } }),
    ).template;
    const { after } = paste(start, value(copyParts(start, [{ kind: "block", block: "t1" }])), { kind: "blocks" }, 1);
    const copy = tablesOf(after)[1];
    expect(copy?.id).toBe("t2");
    expect(copy?.cells?.find((cell) => cell.row === "r11")?.formula).toBe("t2.r12.c4 + r12.c5");
    expect(copy?.checks).toEqual(tablesOf(after)[0]?.checks);
  });

  test("fields keep readable names where they are free, and get others where they are not", () => {
    const fields: Place = { kind: "block", block: "fs1" };
    const copy = value(copyParts(city, [fields]));
    const inOther = paste(form, copy, { kind: "blocks" }, 0).after;
    expect(fieldsOf(inOther).map(({ id }) => id)).toEqual(["tong_ho", "ho_ngheo", "ty_le_ho_ngheo"]);
    const inSame = paste(city, copy, { kind: "blocks" }, 0).after;
    const ids = fieldsOf(inSame).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    const computed = fieldsOf(inSame).find((field) => field.id.startsWith("ty_le_ho_ngheo") && field.id !== "ty_le_ho_ngheo");
    expect(computed?.formula).toContain("ho_ngheo1");
  });

  test("into a list of another kind is refused", () => {
    expect(pasteFragment(form, value(copyParts(form, [row("r11")])), { into: { kind: "columns", block: "t1" }, index: 0 })).toMatchObject({
      ok: false,
      error: { code: "edit.wrongList" },
    });
  });
});

test("what was cut and pasted back keeps its ids, so that what refers to it finds it again", () => {
  const { fragment, command } = value(cutParts(form, [row("r20")]));
  const without = value(run(form, command)).template;
  const { after } = paste(without, fragment, { kind: "rows", block: "t1" }, 0);
  expect(tablesOf(after)[0]?.rows[0]).toMatchObject({ id: "r20", number: "I", rows: [{ id: "r21" }, { id: "r22" }] });
});

test("a duplicate stands right after the last of what was chosen", () => {
  const pasted = value(duplicateParts(form, [row("r11"), row("r12")]));
  const after = value(run(form, pasted.command)).template;
  expect(tablesOf(after)[0]?.rows[0]?.rows?.map(({ id }) => id)).toEqual(["r11", "r12", "r100", "r101", "r13", "r14", "r15"]);
});

test("parts of different kinds or blocks are not copied at once", () => {
  expect(copyParts(form, [row("r11"), column("c4")])).toMatchObject({ ok: false, error: { code: "edit.mixedCopy" } });
  expect(copyParts(form, [])).toMatchObject({ ok: false, error: { code: "edit.nothingToCopy" } });
});

describe("a text of the clipboard", () => {
  const good = value(copyParts(form, [row("r11")]));

  test.each<[string, unknown]>([
    ["of another program", { rows: [] }],
    ["whose part is no row", { ...good, parts: [{ kind: "value", id: "c1", label: { vi: "" } }] }],
    ["whose part has properties of its own", { ...good, parts: [{ kind: "indicator", id: "r1", label: { vi: "" }, onclick: "alert(1)" }] }],
    ["whose home is no block", { ...good, home: { block: "t1", kind: "script" } }],
    ["without parts", { ...good, parts: [] }],
    ["whose cells are none", { ...good, cells: [{ row: "r1" }] }],
  ])("%s is refused", (_name, fragment) => {
    expect(readFragment(JSON.stringify(fragment))).toMatchObject({ ok: false, error: { code: "edit.notFragment" } });
  });

  test("that is no JSON is refused, one of a newer version told as such", () => {
    expect(readFragment('{"bieumau":"fragment",')).toMatchObject({ ok: false, error: { code: "edit.notFragment" } });
    expect(readFragment(JSON.stringify({ ...good, version: 2 }))).toMatchObject({ ok: false, error: { code: "edit.newerFragment" } });
  });

  test("with one id twice is refused", () => {
    expect(readFragment(JSON.stringify({ ...good, parts: [...good.parts, ...good.parts] }))).toMatchObject({
      ok: false,
      error: { code: "edit.duplicateId" },
    });
  });
});

test("whatever is copied wherever it is pasted, the template fits the schema and has no id twice", () => {
  const duplicateIds = (template: Template) => checkTemplate(template).filter(({ code }) => code === "template.duplicateId");
  fc.assert(
    fc.property(anyTemplate, anyTemplate, anyDice, fc.boolean(), (from, other, { a, b, c }, isSame) => {
      const places = placesIn(from);
      const chosen = [places[a % places.length], places[b % places.length]].flatMap((place) => place ?? []);
      const copied = copyParts(from, chosen);
      if (!copied.ok) return;
      const into = isSame ? from : { ...other, code: "MAU-2" };
      const lists = listsIn(into).filter(({ kind }) => kind === copied.value.of);
      const list = lists[b % Math.max(1, lists.length)];
      if (list === undefined) return;
      const pasted = pasteFragment(into, overClipboard(copied.value), {
        into: list,
        index: c % ((siblingsAt(into, list)?.length ?? 0) + 1),
      });
      if (!pasted.ok) {
        expect(pasted.error.code).toMatch(/^edit\.(rowsTooDeep|columnsTooDeep)$/);
        return;
      }
      const done = value(run(into, pasted.value.command));
      expect(parseTemplate(done.template)).toEqual({ ok: true, value: done.template });
      expect(duplicateIds(done.template)).toEqual([]);
      for (const place of pasted.value.places) expect(partAt(done.template, place)).toBeDefined();
      const rows = (template: Template) => tablesOf(template).reduce((sum, table) => sum + flatRows(table).length, 0);
      expect(rows(done.template)).toBeGreaterThanOrEqual(rows(into));
    }),
    { numRuns: 200 },
  );
}, 30_000);
