import { describe, expect, test } from "vitest";
import type { CellFace } from "@/components/designer/table/cellFace";
import { cellCommand, cellText, oneLine, rowNumberCommand, withWords } from "@/components/designer/table/typed";
import { fail, ok } from "@/lib/result";
import type { Place } from "@/lib/template/edit";

const place: Place = { kind: "cell", block: "t1", row: "r1", column: "c3" };
const typed = (text: string, type: CellFace["type"] = "number") =>
  cellCommand({
    place,
    typed: text,
    face: { type, decimals: 2, choices: undefined },
    locale: "vi",
    readFormula: (formula) =>
      formula.includes("?") ? fail({ code: "formula.syntax", params: {}, at: "", severity: "error" }) : ok(formula),
  });
const valuesOf = (text: string, type?: CellFace["type"]) => {
  const command = typed(text, type);
  return command.ok && command.value.do === "set" ? [command.value.values, command.value.clear] : command;
};

describe("what is typed into a cell of figures", () => {
  test("is a formula after an equals sign, the lock x, or the value that reports start with", () => {
    expect(valuesOf("=c4 + c5")).toEqual([{ formula: "c4 + c5" }, ["lock", "default"]]);
    expect(valuesOf(" X ")).toEqual([{ lock: "x" }, ["formula", "default"]]);
    expect(valuesOf("1.234,5")).toEqual([{ default: 1234.5 }, ["formula", "lock"]]);
    expect(valuesOf("Có", "boolean")).toEqual([{ default: true }, ["formula", "lock"]]);
    expect(valuesOf("15/03/2026", "date")).toEqual([{ default: "2026-03-15" }, ["formula", "lock"]]);
  });

  test("empties the cell where nothing is left of it", () => {
    expect(valuesOf("")).toEqual([{}, ["formula", "lock", "default"]]);
    expect(valuesOf("=")).toEqual([{}, ["formula", "lock", "default"]]);
  });

  test("is refused with a reason where it cannot be read", () => {
    expect(typed("=c4 ?")).toMatchObject({ ok: false, error: { code: "formula.syntax" } });
    expect(typed("abc").ok).toBe(false);
    expect(typed("-")).toMatchObject({ ok: false, error: { code: "designerTable.noDash" } });
  });

  test("reads back as it was typed", () => {
    const face: CellFace = {
      role: "input",
      type: "number",
      unit: undefined,
      decimals: 1,
      formula: undefined,
      stored: undefined,
      source: undefined,
      starts: 1234.5,
      required: false,
      choices: undefined,
      own: true,
    };
    expect(cellText(face, "vi", (stored) => stored)).toBe("1.234,5");
    expect(cellText({ ...face, role: "x", starts: undefined }, "vi", (stored) => stored)).toBe("x");
    expect(cellText({ ...face, role: "computed", stored: "c4" }, "vi", () => "tong")).toBe("=tong");
  });
});

describe("words", () => {
  test("change one language of a text and keep the other", () => {
    expect(withWords({ vi: "Tổng số", en: "Total" }, "vi", "Tổng")).toEqual({ vi: "Tổng", en: "Total" });
    expect(withWords({ vi: "Tổng số", en: "Total" }, "en", "")).toEqual({ vi: "Tổng số" });
  });

  test("are one line, whatever was pasted", () => {
    expect(oneLine("Số hồ sơ\r\n  đã giải quyết")).toBe("Số hồ sơ đã giải quyết");
  });

  test("emptied as the number of a row leave it uncounted where rows are counted", () => {
    const row: Place = { kind: "row", block: "t1", row: "r1" };
    expect(rowNumberCommand(row, "", true)).toEqual({ do: "set", at: [row], values: { number: "" } });
    expect(rowNumberCommand(row, "", false)).toEqual({ do: "set", at: [row], values: {}, clear: ["number"] });
  });
});
