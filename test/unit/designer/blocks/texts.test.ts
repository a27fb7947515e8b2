import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutAt, levelByTab } from "@/components/designer/blocks/headingKeys";
import { insertToken } from "@/components/designer/blocks/insertToken";
import { inserted, moved, removed, replaced } from "@/components/designer/blocks/listOf";
import { placedPieces } from "@/components/designer/blocks/placedPieces";
import { writeWords } from "@/components/designer/blocks/writeWords";
import { readText } from "@/lib/template";

describe("a token put into a text", () => {
  it("goes to the caret, over what is selected, and leaves the caret behind it", () => {
    expect(insertToken("Năm  và", 4, 4, "{year}")).toEqual({ text: "Năm {year} và", caret: 10 });
    expect(insertToken("Năm 2024", 4, 8, "{year}")).toEqual({ text: "Năm {year}", caret: 10 });
  });

  it("takes the braces in that were typed to open the menu", () => {
    expect(insertToken("Đạt {{ tấn", 6, 6, "{{t1.r1.c2}}")).toEqual({ text: "Đạt {{t1.r1.c2}} tấn", caret: 16 });
    expect(insertToken("Đạt {", 5, 5, "{year}")).toEqual({ text: "Đạt {year}", caret: 10 });
  });
});

describe("the pieces of a text", () => {
  it("say which characters they stand for, without a gap", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("Năm ", "{year}", "{year-1}", "{{t1.r1.c2}}", "{{", "}", "{x y}", "\n")), (parts) => {
        const text = parts.join("");
        const placed = placedPieces(readText(text));
        expect(placed.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text);
        for (const { piece, from, to } of placed) expect(text.slice(from, to)).toBe(piece.kind === "words" ? piece.words : piece.source);
      }),
    );
  });
});

describe("the words of a text", () => {
  it("are those of one language; the other keeps its own", () => {
    expect(writeWords({ vi: "Đề mục", en: "Heading" }, "en", "Title", "keep")).toEqual({ vi: "Đề mục", en: "Title" });
    expect(writeWords({ vi: "Đề mục", en: "Heading" }, "vi", "", "clear")).toEqual({ vi: "", en: "Heading" });
  });

  it("may all go: then a text that must be stands empty, and another is gone", () => {
    expect(writeWords({ vi: "Đề mục" }, "vi", "", "keep")).toEqual({ vi: "" });
    expect(writeWords({ vi: "Đề mục" }, "vi", "", "clear")).toBeUndefined();
  });
});

describe("the keys of a heading", () => {
  it("move its level within the four of Decree 30; beyond them Tab is left to the page", () => {
    expect([1, 2, 3, 4].map((level) => levelByTab({ level }, "deeper"))).toEqual([2, 3, 4, undefined]);
    expect([1, 2, 3, 4].map((level) => levelByTab({ level }, "higher"))).toEqual([undefined, 1, 2, 3]);
  });

  it("cut a paragraph at the caret, without what is selected", () => {
    expect(cutAt("Trồng trọt và chăn nuôi", 10, 14)).toEqual(["Trồng trọt", "chăn nuôi"]);
  });
});

describe("a list of lines", () => {
  const list = ["a", "b", "c"];

  it("changes by one line at a time, and never in place", () => {
    expect(moved(list, 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(list, 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(list, 5, 0)).toEqual(list);
    expect(removed(list, 1)).toEqual(["a", "c"]);
    expect(inserted(list, 1, "x")).toEqual(["a", "x", "b", "c"]);
    expect(replaced(list, 2, "x")).toEqual(["a", "b", "x"]);
    expect(list).toEqual(["a", "b", "c"]);
  });
});
