import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { plainBlock, readHtmlTable, withPlainTexts } from "@/components/designer/table/readHtmlTable";
import { parseBlock } from "@/components/grid/clipboard";
import { excelHead, wordTable } from "./clipboardFixtures";

const read = (html: string) => readHtmlTable(new DOMParser({ onError: () => undefined }).parseFromString(html, "text/html"));
const texts = (html: string) => read(html)?.map((row) => row.map(({ text }) => text));

describe("a table copied as HTML", () => {
  test("Excel's head of merged cells keeps its words and spans", () => {
    const block = read(excelHead);
    expect(block?.[0]?.map(({ text, columnSpan, rowSpan }) => [text, columnSpan, rowSpan])).toEqual([
      ["STT", 1, 3],
      ["Lĩnh vực, công việc giải quyết theo cấp", 1, 3],
      ["Số hồ sơ nhận giải quyết", 4, 1],
      ["Số hồ sơ đã giải quyết", 1, 3],
    ]);
    expect(block?.[1]?.map(({ text, columnSpan, rowSpan }) => [text, columnSpan, rowSpan])).toEqual([
      ["Tổng số", 1, 2],
      ["Trong đó", 3, 1],
    ]);
    expect(block?.[2]?.map(({ text }) => text)).toEqual(["Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "Số kỳ trước chuyển qua"]);
    expect(block?.[3]?.map(({ text }) => text)).toEqual(["(1)", "(2)", "(3)=(4)+(5)+(6)", "(4)", "(5)", "(6)", "(7)"]);
  });

  test("bold cells are told, whether by a style or by Word's elements", () => {
    expect(read(excelHead)?.[0]?.[0]?.bold).toBe(false);
    expect(read(wordTable)?.[0]?.map(({ bold }) => bold)).toEqual([true, true]);
    expect(read(wordTable)?.[1]?.map(({ bold }) => bold)).toEqual([false, false]);
  });

  test("Word's paragraphs and line breaks within a cell are one line", () => {
    expect(texts(wordTable)).toEqual([
      ["Chỉ tiêu", "Đơn vị tính"],
      ["Diện tích gieo trồng", "ha"],
    ]);
  });

  test("rows of a table within a cell are not rows of the block", () => {
    expect(texts("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>")).toEqual([["ab"]]);
  });

  test("scripts, styles and hidden parts give no words", () => {
    expect(texts('<table><tr><td>a<style>x{}</style><script>y()</script><span style="display:none">z</span></td></tr></table>')).toEqual([
      ["a"],
    ]);
    expect(texts('<table><tr style="display:none"><td>a</td></tr><tr><td>b</td></tr></table>')).toEqual([["b"]]);
  });

  test("spans are bounded, and what is no number is one", () => {
    expect(read('<table><tr><td colspan="99999">a</td><td colspan="x" rowspan="0">b</td></tr></table>')?.[0]).toMatchObject([
      { columnSpan: 500 },
      { columnSpan: 1, rowSpan: 1 },
    ]);
  });

  test("a text without a table is no block", () => {
    expect(read("<p>lời dẫn</p>")).toBeUndefined();
    expect(read("<table></table>")).toBeUndefined();
  });
});

describe("a table copied as plain text", () => {
  test("gives cells without spans, on one line each", () => {
    expect(plainBlock(parseBlock('STT\t"Lĩnh vực\nđất đai"\n1\t Hộ tịch '))).toMatchObject([
      [{ text: "STT" }, { text: "Lĩnh vực đất đai" }],
      [{ text: "1" }, { text: "Hộ tịch", columnSpan: 1, rowSpan: 1 }],
    ]);
  });

  test("says in full what Excel's HTML shows as ####", () => {
    const block = read("<table><tr><td rowspan=2>a</td><td>####</td></tr><tr><td>2</td></tr></table>");
    expect(
      block &&
        withPlainTexts(block, [
          ["a", "1234567"],
          ["", "2"],
        ])[0]?.[1]?.text,
    ).toBe("1234567");
    expect(block && withPlainTexts(block, [["a", "1234567"]])[0]?.[1]?.text).toBe("####");
  });
});
