import fc from "fast-check";
import { expect, it } from "vitest";
import { foldVietnamese } from "@/lib/unit";

it("folds marks, đ and capitals", () => {
  expect(foldVietnamese("Quận Ô Môn")).toBe("quan o mon");
  expect(foldVietnamese("  Xã  Định Môn ")).toBe("xa dinh mon");
  expect(foldVietnamese("ĐẶNG Thị Nhượng")).toBe("dang thi nhuong");
});

it("brings the spellings of one name together", () => {
  expect(foldVietnamese("Bình Thuỷ")).toBe(foldVietnamese("Bình Thủy"));
  expect(foldVietnamese("An Hoà")).toBe(foldVietnamese("An Hòa"));
});

it("gives the same for composed and decomposed text, and for what is folded already", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."aăâđeêioôơuưyÁẶĐỗữ B") }), (text) => {
      expect(foldVietnamese(text.normalize("NFD"))).toBe(foldVietnamese(text.normalize("NFC")));
      expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
    }),
  );
});
