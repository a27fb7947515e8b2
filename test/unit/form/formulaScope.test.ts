import { describe, expect, it } from "vitest";
import { type FormulaHome, formulaScope, resolvedAt } from "@/lib/form/compile";
import { baseWith } from "@/test/unit/template/base";

const template = baseWith((all, table) => {
  table.columns.push({ kind: "value", id: "c6", code: "tong", label: { vi: "Tổng số" } });
  all.blocks.push({
    kind: "table",
    id: "t2",
    code: "phu",
    title: { vi: "Phụ lục" },
    columns: [
      { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
      { kind: "value", id: "c2", code: "so", label: { vi: "Số" } },
    ],
    rows: [{ kind: "indicator", id: "r1", label: { vi: "Một" } }],
  });
});

const column = (id: string): FormulaHome => ({ kind: "column", block: "t1", column: id });
const cell = (row: string, id: string, block = "t1"): Extract<FormulaHome, { kind: "cell" }> => ({ kind: "cell", block, row, column: id });

function scopeAt(home: FormulaHome) {
  const scope = formulaScope(template, home);
  if (scope === undefined) throw new Error("no such place");
  return scope;
}

describe("formulas at their place", () => {
  it("are kept by ids and shown by codes", () => {
    const scope = scopeAt(column("c6"));
    expect(scope.read("moi + c4").stored).toBe("c3 + c4");
    expect(scope.show("c3 + c4")).toBe("moi + c4");
    expect(scope.read("r10.moi + phu.r1.so + f.dan_so + ind.TP_01").stored).toBe("r10.c3 + t2.r1.c2 + f.dan_so + ind.TP_01");
    expect(scope.show("r11.c3 + t2.r1.c2")).toBe("tu_phap.moi + phu.r1.so");
  });

  it("are not kept while something is wrong, which is told at its span in the text as typed", () => {
    const scope = scopeAt(column("c6"));
    const text = "tong2 + moii";
    const { stored, problems } = scope.read(text);
    expect(stored).toBeUndefined();
    expect(problems).toMatchObject([
      { code: "form.unknownName", at: "t1.c6", params: { name: "tong2" }, span: { from: 0, to: 5 } },
      { code: "form.unknownNameNear", params: { name: "moii", near: "moi" }, span: { from: 8, to: 12 } },
    ]);
    expect(scope.read("moi +").problems[0]).toMatchObject({ code: "formula.valueMissingAtEnd" });
    expect(scope.read("moi > 2").problems[0]).toMatchObject({ code: "formula.numberExpected" });
    expect(scope.read("c1 + 1").problems[0]).toMatchObject({ code: "form.notAValueColumn", params: { name: "c1" } });
  });

  it("must not read themselves, but may read themselves in another period", () => {
    expect(scopeAt(column("c6")).read("tong + 1").problems).toMatchObject([
      { code: "form.cycle", params: { path: "tong → tong" }, span: { from: 0, to: 4 } },
    ]);
    expect(scopeAt(cell("r21", "c4")).read("r21.c4 + 1").problems[0]?.code).toBe("form.cycle");
    expect(scopeAt(column("c6")).read("prev(tong) + 1").stored).toBe("prev(c6) + 1");
  });

  it("give conditions for checks and yes/no columns", () => {
    expect(scopeAt({ kind: "check", block: "t1", check: "k1" }).wanted).toBe("condition");
    expect(scopeAt({ kind: "check", block: "t1", check: "k1" }).read("moi <= c4").stored).toBe("c3 <= c4");
    expect(scopeAt(column("c6")).wanted).toBe("number");
  });

  it("tell what they read, with ranges and child rows", () => {
    const range = scopeAt(column("c6")).read("sum(moi:c4) + r10.c4");
    expect(range.reads).toMatchObject([
      { name: "moi:c4", block: "t1", rows: undefined, columns: ["c3", "c4"], span: { from: 4, to: 10 } },
      { name: "r10.c4", rows: ["r10"], columns: ["c4"] },
    ]);
    expect(scopeAt({ kind: "row", block: "t1", row: "r10" }).read("sum(children)").reads).toMatchObject([
      { name: "children", rows: ["r11", "r13", "r14"], columns: undefined },
    ]);
  });

  it("exist where the template has such a place", () => {
    expect(formulaScope(template, column("c99"))).toBeUndefined();
    expect(formulaScope(template, { kind: "row", block: "t9", row: "r10" })).toBeUndefined();
    expect(formulaScope(template, { kind: "field", block: "fs1", field: "dan_so" })?.wanted).toBe("number");
  });
});

describe("names offered", () => {
  const namesAt = (home: FormulaHome, path: readonly string[] = []): readonly string[] =>
    scopeAt(home)
      .names(path)
      .map(({ name }) => name);

  it("never hold the column, row or cell itself", () => {
    expect(namesAt(column("c6"))).not.toContain("tong");
    expect(namesAt(column("c6"))).toEqual(expect.arrayContaining(["moi", "c4", "c5", "r10", "tu_phap", "f.dan_so", "ind.TP_01", "phu"]));
    expect(namesAt({ kind: "row", block: "t1", row: "r11" })).not.toContain("tu_phap");
    expect(namesAt(cell("r11", "c4"))).not.toContain("tu_phap");
    expect(namesAt(cell("r11", "c4"))).not.toContain("c4");
    expect(namesAt(cell("r11", "c4"), ["tu_phap"])).toEqual(["moi", "c5", "tong"]);
  });

  it("go on after a dot: columns of a row, rows of a table, fields", () => {
    expect(namesAt(column("c6"), ["r10"])).toEqual(["moi", "c4", "c5", "tong"]);
    expect(namesAt(column("c6"), ["phu"])).toEqual(["r1"]);
    expect(namesAt(column("c6"), ["phu", "r1"])).toEqual(["so"]);
    expect(namesAt(column("c6"), ["f"])).toEqual(["dan_so"]);
    expect(namesAt(column("c6"), ["nothing"])).toEqual([]);
  });

  it("leave out what holds no figures", () => {
    expect(namesAt(column("c6"))).not.toContain("c1");
    expect(namesAt(column("c6"))).not.toContain("r20");
    expect(namesAt(column("c6"))).not.toContain("f.loai");
  });
});

describe("the shortest name of what is pointed at", () => {
  it.each<readonly [string, FormulaHome, readonly Extract<FormulaHome, { kind: "cell" }>[], string | undefined]>([
    ["a cell from a column's formula is its column", column("c6"), [cell("r11", "c3")], "moi"],
    ["a cell of the column itself is its row", column("c6"), [cell("r11", "c6")], "tu_phap"],
    ["a cell from a row's formula is its row", { kind: "row", block: "t1", row: "r10" }, [cell("r11", "c3")], "tu_phap"],
    ["a cell from a cell's formula: its column in the same row", cell("r11", "c4"), [cell("r11", "c3")], "moi"],
    ["its row in the same column", cell("r11", "c4"), [cell("r21", "c4")], "r21"],
    ["row and column elsewhere", cell("r11", "c4"), [cell("r21", "c3")], "r21.moi"],
    ["a cell of another table", column("c6"), [cell("r1", "c2", "t2")], "phu.r1.so"],
    ["a range along the row", column("c6"), [cell("r11", "c4"), cell("r11", "c3")], "moi:c4"],
    ["a range of cells", cell("r11", "c5"), [cell("r21", "c3"), cell("r21", "c4")], "r21.moi:r21.c4"],
    ["no name for the formula's own cell", cell("r11", "c4"), [cell("r11", "c4")], undefined],
    ["no name for a heading", column("c6"), [cell("r20", "c6")], undefined],
    ["no name for a label", column("c6"), [cell("r11", "c1")], undefined],
  ])("%s", (_, home, [first, last], name) => {
    expect(first && scopeAt(home).nameOf(first, last)).toBe(name);
  });

  it("can be read where it is put", () => {
    const scope = scopeAt(cell("r11", "c5"));
    const name = scope.nameOf(cell("r21", "c3"), cell("r21", "c4"));
    expect(scope.read(`sum(${name})`).stored).toBe("sum(r21.c3:r21.c4)");
  });
});

describe("labels of names", () => {
  it("come with the heads over a column and the rows over a row", () => {
    expect(scopeAt(column("c6")).labelOf(["moi"])?.column).toMatchObject({ label: { vi: "Mới" }, over: [{ vi: "Hồ sơ" }], number: "2" });
    expect(scopeAt(column("c6")).labelOf(["tu_phap", "moi"])).toMatchObject({
      row: { label: { vi: "Tư pháp" }, over: [{ vi: "Tổng" }] },
      column: { name: "moi" },
    });
    expect(scopeAt(column("c6")).labelOf(["nothing"])).toBeUndefined();
  });
});

describe("what a cell has in the end", () => {
  it("is told with the source of its formula", () => {
    expect(resolvedAt(template, "t1", "r11", "c5")).toMatchObject({ type: "percent", source: "column", formula: "percent(c3, c4)" });
    expect(resolvedAt(template, "t1", "r10", "c3")).toMatchObject({ source: "row", formula: "sum(children)" });
    expect(resolvedAt(template, "t1", "r11", "c3")).toMatchObject({ lock: "x" });
    expect(resolvedAt(template, "t1", "r99", "c3")).toBeUndefined();
  });
});
