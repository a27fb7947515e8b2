import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnWidths } from "@/lib/export/docx/columnWidths";
import { numberLine, placeAndDate } from "@/lib/export/docx/documentDate";
import { outlineCounter } from "@/lib/export/docx/outline";
import { printable } from "@/lib/export/docx/printable";
import { readRichText } from "@/lib/export/docx/richText";
import type { RichDoc } from "@/lib/form/content";
import { letterOf, romanOf } from "@/lib/template";

describe("numbers of the outline", () => {
  test("points are counted by the Vietnamese alphabet, with đ and without f, j, w, z", () => {
    expect(Array.from({ length: 23 }, (_, i) => letterOf(i + 1)).join(" ")).toBe("a b c d đ e g h i k l m n o p q r s t u v x y");
    expect([letterOf(24), letterOf(25), letterOf(46), letterOf(47)]).toEqual(["aa", "ab", "ay", "ba"]);
  });

  test("parts are counted in roman numerals", () => {
    expect([1, 4, 9, 14, 40, 99, 2026].map(romanOf)).toEqual(["I", "IV", "IX", "XIV", "XL", "XCIX", "MMXXVI"]);
  });

  test("each level begins again under a new heading above it", () => {
    const count = outlineCounter();
    const levels = [1, 2, 3, 3, 2, 3, 1, 2, 4];
    expect(levels.map((level) => count({ level }).trim())).toEqual(["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.", "-"]);
  });

  test("a heading without number does not count, and one may be numbered otherwise", () => {
    const count = outlineCounter();
    expect([
      count({ level: 1, numbering: "none" }),
      count({ level: 1 }),
      count({ level: 1, numbering: "arabic" }),
      count({ level: 2, numbering: "dash" }),
    ]).toEqual(["", "I. ", "2. ", "- "]);
  });
});

describe("number and date", () => {
  test("numbers below 10 have a leading zero", () => {
    expect(numberLine("5/BC-UBND", "vi")).toBe("Số: 05/BC-UBND");
    expect(numberLine("05/BC-UBND", "vi")).toBe("Số: 05/BC-UBND");
    expect(numberLine("12/BC-UBND", "vi")).toBe("Số: 12/BC-UBND");
  });

  test("room is left for a number that was not issued yet", () => {
    expect(numberLine(undefined, "vi")).toBe("Số:         /BC");
  });

  test("days below 10 and months 1 and 2 have a leading zero, months 3 to 9 have none", () => {
    expect(placeAndDate("Cần Thơ", "2026-01-05", "vi")).toBe("Cần Thơ, ngày 05 tháng 01 năm 2026");
    expect(placeAndDate("Cần Thơ", "2026-02-15", "vi")).toBe("Cần Thơ, ngày 15 tháng 02 năm 2026");
    expect(placeAndDate("Cần Thơ", "2026-03-05", "vi")).toBe("Cần Thơ, ngày 05 tháng 3 năm 2026");
    expect(placeAndDate("Cần Thơ", "2026-12-31", "vi")).toBe("Cần Thơ, ngày 31 tháng 12 năm 2026");
  });
});

describe("widths of columns", () => {
  test("follow the weights where everything fits", () => {
    expect(
      columnWidths(
        [3, 20, 7].map((weight) => ({ weight, least: 0 })),
        3000,
      ),
    ).toEqual([300, 2000, 700]);
  });

  test("give a figure that does not fit the room of those that have it to spare", () => {
    expect(
      columnWidths(
        [
          { weight: 1, least: 500 },
          { weight: 2, least: 100 },
          { weight: 1, least: 300 },
        ],
        1200,
      ),
    ).toEqual([500, 400, 300]);
  });

  test("add up to the table's width whatever is asked", () => {
    const need = fc.record({ weight: fc.double({ min: 0.01, max: 100, noNaN: true }), least: fc.nat(5000) });
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 20 }), fc.integer({ min: 4000, max: 20000 }), (needs, total) => {
        const widths = columnWidths(needs, total);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(total);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test("what a Word file cannot hold is taken out, and letters are composed", () => {
  expect(printable("a\u0000b\u0008\tc\r\nd\rBie\u0302\u0309u\ufffe")).toBe("ab\tc\nd\nBiểu");
  expect(printable("a\ud800b")).toBe("a\ufffdb");
  expect(printable("<b>&amp;")).toBe("<b>&amp;");
});

describe("rich text", () => {
  const text = (words: string, ...marks: string[]) => ({ type: "text", text: words, marks: marks.map((type) => ({ type })) });
  const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
  const item = (...content: unknown[]) => ({ type: "listItem", content });
  const read = (...content: unknown[]) =>
    readRichText({ type: "doc", content } as RichDoc, (ref) => (ref === "t1.r01.c3" ? "1.234" : undefined)).map((piece) =>
      piece.kind === "para"
        ? piece.para.words.map((words) => words.text).join("")
        : piece.rows.map((row) => row.map((cell) => cell.paras.length)),
    );

  test("keeps bold, italic, underline, and breaks of lines", () => {
    const [piece] = readRichText(
      { type: "doc", content: [paragraph(text("a", "bold", "italic"), { type: "hardBreak" }, text("b", "underline"))] } as RichDoc,
      () => undefined,
    );
    expect(piece?.kind === "para" && piece.para.words).toEqual([
      { text: "a", bold: true, italic: true },
      { text: "\n" },
      { text: "b", underline: true },
    ]);
  });

  test("numbers lists by Decree 30, deeper ones by letters and dashes", () => {
    const inner = { type: "orderedList", content: [item(paragraph(text("trong"))), item(paragraph(text("trong nữa")))] };
    const outer = {
      type: "orderedList",
      attrs: { start: 3 },
      content: [item(paragraph(text("một")), inner), item(paragraph(text("hai")))],
    };
    const bullets = {
      type: "bulletList",
      content: [item(paragraph(text("gạch")), { type: "bulletList", content: [item(paragraph(text("cộng")))] })],
    };
    expect(read(outer, bullets)).toEqual(["3. một", "a) trong", "b) trong nữa", "4. hai", "- gạch", "+ cộng"]);
  });

  test("embeds values and leaves single braces alone", () => {
    expect(read(paragraph(text("{{t1.r01.c3}} hộ, {{t1.r01.c9}} {year}")))).toEqual(["1.234 hộ, … {year}"]);
  });

  test("keeps tables, and passes over what it does not know", () => {
    const cell = { type: "tableCell", content: [paragraph(text("ô"))] };
    const table = {
      type: "table",
      content: [
        { type: "tableRow", content: [cell, cell] },
        { type: "tableRow", content: [] },
      ],
    };
    expect(read(table, { type: "video" }, 5, { type: "blockquote", content: [paragraph(text("trích"))] })).toEqual([[[1, 1]], "trích"]);
  });

  test("any JSON gives pieces and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (content) => {
        expect(Array.isArray(readRichText({ type: "doc", content }, () => undefined))).toBe(true);
      }),
    );
  });
});
