import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCellText } from "@/components/grid/cellText";
import {
  certainText,
  conventionOf,
  decimalSeparatorOf,
  isAmbiguous,
  parseBlock,
  planPaste,
  type Target,
  writeBlock,
} from "@/components/grid/clipboard";

describe("reading a pasted block", () => {
  it("splits rows and cells and ignores the last line break", () => {
    expect(parseBlock("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("reads quoted cells with line breaks, tabs and doubled quotes", () => {
    expect(parseBlock('"a\nb"\t"c ""d"""\n"e\tf"')).toEqual([["a\nb", 'c "d"'], ["e\tf"]]);
  });

  it("keeps a quote that opens nothing", () => {
    expect(parseBlock('5" ống\t"Thới\tLai')).toEqual([['5" ống', '"Thới', "Lai"]]);
  });

  it("keeps blank cells and blank rows between", () => {
    expect(parseBlock("1\t\n\n\t2")).toEqual([["1", ""], [""], ["", "2"]]);
  });

  it("reads back whatever was written", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "đ", '"', "\t", "\n", "1", ",") });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
      // Whether a last row of one blank cell is a row or the end of the text cannot be told from the text.
      .filter((rows) => !(rows.length > 1 && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ""));
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseBlock(writeBlock(rows))).toEqual(rows);
      }),
    );
  });
});

describe("telling how pasted numbers are written", () => {
  it("takes the separator that Excel names", () => {
    expect(decimalSeparatorOf('<style><!--table {mso-displayed-decimal-separator:"\\,"; }--></style>')).toBe(",");
    expect(decimalSeparatorOf('<style>mso-displayed-decimal-separator:"\\."</style>')).toBe(".");
    expect(decimalSeparatorOf("<table></table>")).toBeUndefined();
  });

  it("tells comma from point, and neither where nothing tells", () => {
    expect(conventionOf([["1.234,5"]])).toBe("comma");
    expect(conventionOf([["1,234.5", "x"]])).toBe("point");
    expect(conventionOf([["12,5"], ["7.25"]])).toBe("mixed");
    expect(conventionOf([["12", "1.000", "Cái Khế"]])).toBe("unknown");
  });
});

describe("numbers that may be thousands", () => {
  it("are asked about where nothing tells how they are written", () => {
    expect(isAmbiguous([["1,234"], ["12"]], "comma")).toBe(true);
    expect(isAmbiguous([["1.234"]], "point")).toBe(true);
    expect(isAmbiguous([["1,234"], ["12,5"]], "comma")).toBe(false);
    expect(isAmbiguous([["1.234", "0,125", "1234"]], "comma")).toBe(false);
  });

  it("are read as decimals where that is known, also in a cell of fewer decimals", () => {
    const info = { type: "number" as const, decimals: 2, choices: undefined };
    expect(readCellText(info, certainText("-1,234", "comma"), "vi")).toEqual({ ok: true, value: -1.23 });
    expect(readCellText(info, certainText("1.235", "point"), "en")).toEqual({ ok: true, value: 1.24 });
    expect(certainText("1.234", "comma")).toBe("1.234");
  });
});

describe("planning a paste", () => {
  const rows: readonly (readonly Target[])[] = [
    ["input", "computed", "input"],
    ["none", "none", "none"],
    ["input", "computed", "locked"],
    ["input", "computed", "input"],
  ];
  const targetAt = (row: number, column: number): Target => rows[row]?.[column] ?? "outside";
  const stops = (row: number): boolean => rows[row]?.some((target) => target !== "none") ?? false;
  const plan = (block: readonly (readonly string[])[], top: number, left: number, bottom = top, right = left) =>
    planPaste({ block, area: { top, left, bottom, right }, targetAt, rows: rows.length, stops });

  it("skips computed and locked cells and says how many", () => {
    const { writes, computed, locked } = plan([["1", "2", "3"]], 2, 0);
    expect(writes).toEqual([{ row: 2, column: 0, text: "1" }]);
    expect({ computed, locked }).toEqual({ computed: 1, locked: 1 });
  });

  it("steps over a heading without using up a row of the block", () => {
    expect(plan([["1"], ["2"], ["3"]], 0, 0).writes).toEqual([
      { row: 0, column: 0, text: "1" },
      { row: 2, column: 0, text: "2" },
      { row: 3, column: 0, text: "3" },
    ]);
  });

  it("counts what falls outside of the table", () => {
    const { writes, outside } = plan(
      [
        ["1", "2"],
        ["3", "4"],
      ],
      3,
      2,
    );
    expect(writes).toEqual([{ row: 3, column: 2, text: "1" }]);
    expect(outside).toBe(3);
  });

  it("fills a selection with one value", () => {
    expect(plan([["7"]], 0, 0, 3, 0).writes).toEqual([
      { row: 0, column: 0, text: "7" },
      { row: 2, column: 0, text: "7" },
      { row: 3, column: 0, text: "7" },
    ]);
  });

  it("leaves cells that a short row of the block does not reach", () => {
    const { writes, area } = plan([["1"], ["2", "", "3"]], 2, 0);
    expect(writes).toEqual([
      { row: 2, column: 0, text: "1" },
      { row: 3, column: 0, text: "2" },
      { row: 3, column: 2, text: "3" },
    ]);
    expect(area).toEqual({ top: 2, left: 0, bottom: 3, right: 2 });
  });
});
