import { expect, test } from "vitest";
import { type Locale, phrase, say, sayPlace } from "@/lib/messages";

const place = (at: string, locale: Locale = "vi") => sayPlace({ at }, locale);

test("a cell is named by table, row and column", () => {
  expect(place("t1.r03.c5")).toBe("Bảng t1, hàng r03, cột c5");
  expect(place("t1.r03.c5", "en")).toBe("Table t1, row r03, column c5");
});

test("columns, rows, fields, sections and lists are told apart by their path", () => {
  expect(place("t1.c5")).toBe("Bảng t1, cột c5");
  expect(place("t1.r03")).toBe("Bảng t1, hàng r03");
  expect(place("t1")).toBe("Bảng t1");
  expect(place("f.dan_so")).toBe("Ô nhập dan_so");
  expect(place("n.n1")).toBe("Phần thuyết minh n1");
  expect(place("l1@a8.ten")).toBe("Danh sách l1, mục nhập a8, cột ten");
  expect(place("t1.r01@a8.c3")).toBe("Bảng t1, hàng r01, mục nhập a8, cột c3");
  expect(place("e.t1.r01", "en")).toBe("Table t1, row r01, entries");
});

test("a part whose id tells nothing is called an item rather than something wrong", () => {
  expect(place("t1.dien")).toBe("Bảng t1, mục dien");
});

test("a JSON pointer into a template counts its parts from one", () => {
  expect(place("/blocks/0/rows/2/label")).toBe("Khối thứ 1, hàng thứ 3");
  expect(place("/edits/3/value")).toBe("Tại /edits/3/value");
});

test("a span is told in characters counted from one, its end included", () => {
  expect(sayPlace({ at: "t1.c5", span: { from: 4, to: 9 } }, "vi")).toBe("Bảng t1, cột c5, ký tự 5–9");
  expect(sayPlace({ at: "t1.c5", span: { from: 4, to: 5 } }, "en")).toBe("Table t1, column c5, character 5");
});

test("the whole document has no place, and a code without a message shows itself", () => {
  expect(say({ code: "nowhere.known", params: {}, at: "", severity: "error" }, "vi")).toBe("nowhere.known");
});

test("a namer that knows the template is asked first", () => {
  const said = sayPlace({ at: "t1.dien" }, "en", () => [{ kind: "row", id: "Điện" }]);
  expect(said).toBe("Row Điện");
});

test("a parameter that looks like a tag or a placeholder stays text", () => {
  expect(sayPlace({ at: "f.<b>{id}" }, "vi")).toBe("Ô nhập <b>{id}");
});

test("a problem is one sentence, led by its place, with what it names filled in", () => {
  const problem = { code: "template.minAboveMax", params: { min: 5, max: 1 }, at: "t1.c5", severity: "error" } as const;
  expect(say(problem, "vi")).toBe("Bảng t1, cột c5: Giá trị nhỏ nhất 5 lớn hơn giá trị lớn nhất 1.");
  expect(say(problem, "en")).toBe("Table t1, column c5: The smallest value 5 is above the largest value 1.");
});

test("a parameter that was not given shows as an ellipsis and does not take the sentence away", () => {
  expect(phrase("template.minAboveMax", { min: 5 }, "en")).toBe("The smallest value 5 is above the largest value ….");
});
