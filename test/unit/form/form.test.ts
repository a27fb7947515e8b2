import { beforeEach, describe, expect, test } from "vitest";
import {
  baseCells,
  chunksOf,
  fieldsView,
  fromChunks,
  listView,
  narrativeFindings,
  openForm,
  tableView,
  toChunks,
  toExtras,
} from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex, CellValue, ReportContent } from "@/lib/form/content";
import type { CompiledForm, Form, FormContext } from "@/lib/form/types";
import type { Template } from "@/lib/template";
import { everyFeature } from "./everyFeature";

function compiled(template: Template): CompiledForm {
  const result = compileForm(template);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return JSON.parse(JSON.stringify(result.value.form));
}

const context: FormContext = {
  period: "2026-03",
  units: [
    { key: "31117", name: "Xã Một" },
    { key: "31120", name: "Xã Hai" },
  ],
  history: { prev: { ["t1.r3.c2" as CellAddress]: 4 }, ytd: { ["t1.r2.c2" as CellAddress]: 10.5 } },
};

const form0 = compiled(everyFeature);
let form: Form;
beforeEach(() => {
  form = openForm(form0, context);
});

const cell = (at: string): CellIndex => {
  const found = form.index(at as CellAddress);
  if (found === undefined) throw new Error(`no cell ${at}`);
  return found;
};
const read = (at: string): CellValue => form.read(cell(at));
const set = (values: Readonly<Record<string, CellValue>>) =>
  form.apply(Object.entries(values).map(([at, value]) => ({ at: at as CellAddress, value })));

describe("an opened form", () => {
  test("begins with the defaults of the template", () => {
    expect(read("t1.r2.c1")).toBe(5);
    expect(read("f.rate")).toBe(2);
    expect(read("f.double")).toBe(4);
  });

  test("skips blanks in sums and gives blank where all are", () => {
    expect(read("t1.r1.c2")).toBeNull();
    set({ "t1.r2.c2": 1.5 });
    expect(read("t1.r1.c2")).toBe(1.5);
    expect(read("t1.s1.c2")).toBe(1.5);
  });

  test.each([
    ["-", "-", 1.5],
    ["x", "x", 1.5],
    [null, null, 1.5],
  ] as const)("keeps the mark %s and counts it in sums", (value, shown, sum) => {
    set({ "t1.r2.c2": 1.5, "t1.r3.c2": value });
    expect(read("t1.r3.c2")).toBe(shown);
    expect(read("t1.r1.c2")).toBe(sum);
  });

  test("counts - as 0 and x as blank in products", () => {
    set({ "t1.r2.c2": "-" });
    expect(read("t1.r2.c4")).toBe(0);
    set({ "t1.r2.c2": "x" });
    expect(read("t1.r2.c4")).toBeNull();
  });

  test("adds what breaks all of a row down, never what breaks some of it down", () => {
    set({ "t1.r2.c1": 10, "t1.r3.c1": 20, "t1.r4.c1": 5, "t1.r5.c1": 7 });
    expect(read("t1.r1.c1")).toBe(37);
  });

  test("recomputes a percentage in rows of sums and never adds it", () => {
    set({ "t1.r2.c1": 10, "t1.r3.c1": 30, "t1.r2.c2": 5, "t1.r3.c2": 5 });
    expect(read("t1.r1.c4")).toBe(25);
    expect(read("t1.sum.c4")).toBe(25);
  });

  test("gives blank and a warning on dividing by zero", () => {
    set({ "t1.r2.c1": 0, "t1.r2.c2": 5 });
    expect(read("t1.r2.c4")).toBeNull();
    const warned = form.findings().filter(({ code }) => code === "form.divisionByZero");
    expect(warned.map(({ at }) => at)).toContain("t1.r2.c4");
    set({ "t1.r2.c1": null });
    expect(form.findings().filter(({ code, at }) => code === "form.divisionByZero" && at === "t1.r2.c4")).toEqual([]);
  });

  test("reads other periods: the one before, and the year so far", () => {
    set({ "t1.r2.c2": 1.5, "t1.r3.c2": 6.5 });
    expect(read("t1.r3.c4")).toBe(2.5);
    expect(read("t1.r2.c3")).toBe(12);
    expect(read("t1.r3.c3")).toBe(6.5);
  });

  test("has no cells in columns that the period does not have", () => {
    form = openForm(form0, { ...context, period: "2026-01" });
    expect(form.info(cell("t1.r2.c3")).role).toBe("absent");
    expect(tableView(form, "t1")?.columns.map(({ key }) => key)).toEqual(["name", "c1", "c2", "c4", "c5", "c6"]);
    expect(set({ "t1.r2.c3": 1 }).refused.map(({ code }) => code)).toEqual(["form.absentCell"]);
  });

  test("computes across tables and from fields", () => {
    set({ "t1.r2.c2": 1.5, "f.rate": 0.125, "t1.r2.c1": 8 });
    expect(read("t2.far.a")).toBe(1.625);
    expect(read("t1.r7.c1")).toBe(1);
    expect(read("t1.r7.c2")).toBe(0.1875);
  });

  test("sums rows and columns that are repeated over units", () => {
    set({ "t2.u@31117.a": 3, "t2.u@31120.a": 4, "t2.u@31117.b@31117": 1, "t2.u@31117.b@31120": 2 });
    expect(read("t2.tu.a")).toBe(7);
    expect(read("t2.u@31117.all")).toBe(3);
    expect(read("t2.tu.b@31120")).toBe(2);
  });

  test("counts a repeated row once for every entry, and keeps the values of entries that stay", () => {
    form.setEntries("t1.r6", [
      { id: "a", label: "Cầu" },
      { id: "b", label: "Đường" },
    ]);
    set({ "t1.r2.c2": 1, "t1.r6@a.c2": 10, "t1.r6@b.c2": 100 });
    expect(read("t1.s1.c2")).toBe(111);
    form.setEntries("t1.r6", [
      { id: "c", label: "Kè" },
      { id: "b", label: "Đường" },
    ]);
    expect(read("t1.r6@b.c2")).toBe(100);
    expect(read("t1.s1.c2")).toBe(101);
    expect(form.index("t1.r6@a.c2" as CellAddress)).toBeUndefined();
  });

  test("computes the columns of a list in each entry", () => {
    form.setEntries("l1", [{ id: "e1", label: "" }]);
    set({ "l1@e1.n": 4 });
    expect(read("l1@e1.m")).toBe(12);
    expect(listView(form, "l1")?.entries[0]?.cells).toHaveLength(3);
  });

  test("rounds an input half away from zero to its decimals", () => {
    set({ "t1.r2.c2": 0.25, "t1.r3.c2": -0.25 });
    expect([read("t1.r2.c2"), read("t1.r3.c2")]).toEqual([0.3, -0.3]);
  });

  test.each([
    ["t1.r2.c9", 1, "form.unknownCell"],
    ["t1.nothing", 1, "form.unknownCell"],
    ["t1.r1.c1", 1, "form.computedCell"],
    ["t1.r5.c2", 1, "form.lockedCell"],
    ["t1.r2.c1", "1.234,5", "form.expectedNumber"],
    ["t1.r2.c1", "abc", "form.expectedNumber"],
    ["t1.r2.c1", true, "form.expectedNumber"],
    ["t1.r2.c1", Number.POSITIVE_INFINITY, "form.notFinite"],
    ["t1.r2.c1", 1e15, "form.tooLarge"],
    ["t2.u@31117.a", 2 ** 53, "form.tooLarge"],
    ["t1.r2.c5", 1, "form.expectedBoolean"],
    ["f.note", "quá mười ký tự", "form.textTooLong"],
  ] as const)("refuses %s = %s: %s, and changes nothing", (at, value, code) => {
    const before = form.content();
    const { changed, refused } = set({ [at]: value });
    expect(refused).toEqual([expect.objectContaining({ code, at, severity: "error" })]);
    expect(changed).toEqual([]);
    expect(form.content()).toEqual(before);
  });

  test("keeps texts in NFC", () => {
    set({ "t1.r2.c6": "Cần Thơ".normalize("NFD") });
    expect(read("t1.r2.c6")).toBe("Cần Thơ".normalize("NFC"));
  });

  test("finds required blanks, bounds, entries and rules", () => {
    set({ "t1.r2.c1": -1, "t1.r2.c2": 3, "t1.r3.c1": 1, "t1.r3.c2": 1.1 });
    const found = form.findings().map(({ code, at }) => `${code} ${at}`);
    expect(found).toContain("form.belowMin t1.r2.c1");
    expect(found).toContain("form.required t1.r4.c2");
    expect(found).not.toContain("form.required t1.r2.c2");
    expect(found).toContain("form.tooFewEntries e.t1.r6");
    expect(found).toContain("form.checkFailed t1.r2");
    // 1.1 may be 1 before rounding: two figures of one decimal each allow a tenth together.
    expect(found).not.toContain("form.checkFailed t1.r3");
    set({ "t1.r3.c2": 1.2 });
    expect(form.findings().map(({ code, at }) => `${code} ${at}`)).toContain("form.checkFailed t1.r3");
  });

  test("tells the properties of cells and their formulas with codes", () => {
    expect(form.info(cell("t1.r2.c4"))).toMatchObject({
      role: "computed",
      formula: "thuc_hien / c1 * 100",
      unit: "%",
      decimals: 2,
      scale: undefined,
    });
    expect(form.info(cell("t1.r2.c1"))).toMatchObject({ role: "input", unit: "triệu đồng", scale: 1, min: 0, aggregate: { rule: "sum" } });
    expect(form.info(cell("t1.r5.c2")).role).toBe("locked");
    expect(read("t1.r5.c2")).toBe("x");
    expect(form.info(cell("t1.r7.c1")).formula).toBe("s1 * f.ty_gia");
  });
});

describe("views", () => {
  test("draw the head by levels and the rows in printed order", () => {
    form.setEntries("t1.r6", [{ id: "a", label: "Cầu" }]);
    const view = tableView(form, "t1");
    expect(view?.head.map((level) => level.map(({ id, columnSpan, rowSpan }) => `${id} ${columnSpan}×${rowSpan}`))).toEqual([
      ["name 1×2", "g 2×1", "c3 1×2", "c4 1×2", "c5 1×2", "c6 1×2"],
      ["c1 1×1", "c2 1×1"],
    ]);
    expect(view?.rows.map(({ key }) => key)).toEqual(["r1", "r2", "r3", "some", "r4", "all", "r5", "r6@a", "s1", "r7", "sum"]);
    expect(view?.rows.find(({ key }) => key === "some")?.cells.every((one) => one === undefined)).toBe(true);
    expect(view?.rows.find(({ key }) => key === "r6@a")).toMatchObject({ label: { vi: "Cầu" }, entryOf: "t1.r6" });
    expect(view?.repeats).toEqual([{ of: "t1.r6", prompt: { vi: "Thêm dự án" }, min: 1, max: 3 }]);
  });

  test("put a column for every unit where the group stands", () => {
    const view = tableView(form, "t2");
    expect(view?.columns.map(({ key }) => key)).toEqual(["name", "a", "b@31117", "b@31120", "all"]);
    expect(view?.head[0]?.map(({ label }) => label.vi)).toEqual(["Đơn vị", "a", "Xã Một", "Xã Hai", "Cộng"]);
    expect(view?.rows.map(({ key }) => key)).toEqual(["u@31117", "u@31120", "tu", "far"]);
  });

  test("give the fields of a group in order", () => {
    expect(fieldsView(form, "p")?.fields.map(({ id, cell: at }) => [id, form.info(at).address])).toEqual([
      ["rate", "f.rate"],
      ["note", "f.note"],
      ["double", "f.double"],
    ]);
  });
});

describe("chunks", () => {
  const filled = (): ReportContent => {
    form.setEntries("t1.r6", [{ id: "a", label: "Cầu" }]);
    form.setEntries("l1", [{ id: "e1", label: "" }]);
    set({
      "t1.r2.c1": 12.3,
      "t1.r2.c2": "-",
      "t1.r3.c2": "x",
      "t1.r3.c1": 0,
      "t1.r2.c5": true,
      "t1.r2.c6": "chữ",
      "t1.r6@a.c2": 7.5,
      "t2.u@31117.a": 3,
      "f.note": "ghi",
      "l1@e1.n": 2,
    });
    return form.content();
  };

  test("and extras hold all of a report", () => {
    const content = filled();
    const again = fromChunks(form0, toChunks(form), toExtras(form), content.narrative);
    expect(again).toEqual(content);
    expect(openForm(form0, context, again).content()).toEqual(content);
  });

  test("hold integers of the last decimal, 0 and presence for -, 0 without presence for blank and x", () => {
    filled();
    const chunks = toChunks(form);
    const stored = (at: string): readonly [number | undefined, number | undefined] => {
      const { chunk, place } = { chunk: Math.floor(cell(at) / 100), place: cell(at) % 100 };
      return [chunks[chunk]?.values[place], chunks[chunk]?.present[place]];
    };
    expect(stored("t1.r2.c1")).toEqual([123, 1]);
    expect(stored("t1.r2.c2")).toEqual([0, 1]);
    expect(stored("t1.r3.c2")).toEqual([0, 0]);
    expect(stored("t1.r3.c1")).toEqual([0, 1]);
    expect(stored("t1.r4.c1")).toEqual([0, 0]);
    expect(toExtras(form).cells).toMatchObject({ "t1.r2.c2": "-", "t1.r3.c2": "x", "t1.r6@a.c2": 7.5, "t1.r2.c6": "chữ" });
  });

  test("number only base cells, whatever is repeated", () => {
    const base = baseCells(form0);
    filled();
    for (let i = 0; i < base.count; i++) expect(base.addressOf(i)).toBe(form.info(i as CellIndex).address);
    expect(base.decimals(cell("t1.r2.c1"))).toBe(1);
    expect(base.decimals(cell("t1.r2.c4"))).toBeUndefined();
    expect(base.decimals(cell("t1.r1.c1"))).toBe(1);
    expect(chunksOf(form, [cell("t1.r2.c1"), cell("t1.r6@a.c2")])).toEqual([0]);
  });
});

test("a narrative section that is required and empty is found", () => {
  expect(narrativeFindings(form0, {})).toEqual([expect.objectContaining({ code: "form.required", at: "n.n1" })]);
  const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Tốt" }] }] } as const;
  expect(narrativeFindings(form0, { n1: doc })).toEqual([]);
});
