import { describe, expect, test } from "vitest";
import { phrase } from "@/lib/messages";
import type { Template, TextLocale } from "@/lib/template";
import { describeDifference, differences } from "@/lib/template/diff";
import { type Command, run } from "@/lib/template/edit";
import { sample } from "@/test/unit/template/edit/anyTemplate";

const form = sample("06-VPCP-KSTT");

function changed(...commands: readonly Command[]): Template {
  let template = form;
  for (const command of commands) {
    const done = run(template, command);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
    template = done.value.template;
  }
  return template;
}

const sentences = (next: Template, locale: TextLocale = "vi", before: Template = form): readonly string[] =>
  differences(before, next).map((difference) => {
    const { code, params } = describeDifference(difference, { before, after: next, locale }, (formula) => formula.toUpperCase());
    return phrase(code, params, locale);
  });

const column = (id: string) => ({ kind: "column", block: "t1", column: id }) as const;
const row = (id: string) => ({ kind: "row", block: "t1", row: id }) as const;

describe("differences in words", () => {
  test("a formula, by the codes that the caller shows", () => {
    const next = changed({ do: "set", at: [column("c3")], values: { formula: "c4 + c5" } });
    expect(sentences(next)).toEqual(["cột 3: công thức C4 + C5 + C6 → C4 + C5"]);
    expect(sentences(next, "en")).toEqual(["column 3: formula C4 + C5 + C6 → C4 + C5"]);
  });

  test("a new row, by the row that it stands after; the numbers that follow are not told", () => {
    const next = changed({
      do: "insert",
      into: { kind: "rows", block: "t1" },
      index: 2,
      parts: [{ kind: "group", id: "r200", label: { vi: "Trồng trọt" } }],
    });
    expect(sentences(next)).toEqual(["thêm hàng “Trồng trọt” sau hàng II"]);
  });

  test("a row that moved into another part, and one that went with all its rows", () => {
    expect(sentences(changed({ do: "move", parts: [row("r22")], into: { kind: "rows", block: "t1", under: "r10" }, index: 0 }))).toEqual([
      "chuyển hàng “Môi trường” vào đầu hàng I",
    ]);
    expect(sentences(changed({ do: "remove", parts: [row("r20")] }))).toEqual(["xóa hàng “Đất đai, môi trường” cùng 2 phần bên trong"]);
  });

  test("columns put under a new head", () => {
    const next = changed({ do: "groupColumns", block: "t1", columns: ["c8", "c9"], id: "g9", label: "Đạt" });
    expect(sentences(next)).toEqual([
      "thêm nhóm cột “Đạt” vào nhóm cột “Số hồ sơ đã giải quyết”, sau cột 7",
      "chuyển cột 8 vào đầu nhóm cột “Đạt”",
      "chuyển cột 9 vào nhóm cột “Đạt”, sau cột 8",
    ]);
  });

  test("values that are chosen are said in words, texts in quotes, translations as such", () => {
    const next = changed(
      { do: "set", at: [column("c4")], values: { aggregate: { rule: "none" }, type: "number" } },
      { do: "set", at: [row("r11")], values: { label: { vi: "Hộ tịch", en: "Births and deaths" } } },
      { do: "set", at: [{ kind: "document" }], values: { frequencies: ["month"] } },
    );
    expect(sentences(next)).toEqual([
      "biểu mẫu: kỳ báo cáo quý, năm → tháng",
      "cột 4: kiểu dữ liệu số nguyên → số",
      "cột 4: cách tổng hợp cộng → không tổng hợp",
      "hàng “Hộ tịch”: tên (tiếng Anh) “Civil status” → “Births and deaths”",
    ]);
  });

  test("what one cell says, given and taken away", () => {
    const at = [{ kind: "cell", block: "t1", row: "r99", column: "c3" }] as const;
    expect(sentences(changed({ do: "set", at, values: { lock: "x" }, clear: ["indicator"] }))).toEqual([
      "ô hàng “Tổng cộng”, cột 3: đặt khóa ô in dấu x",
      "ô hàng “Tổng cộng”, cột 3: bỏ chỉ tiêu TTHC_01",
    ]);
  });

  test("what is told stands block by block, what is gone at the end", () => {
    const next = changed(
      { do: "remove", parts: [{ kind: "block", block: "sg1" }] },
      { do: "set", at: [row("r11")], values: { unit: "hồ sơ" } },
      { do: "insert", into: { kind: "blocks" }, index: 0, parts: [{ kind: "heading", id: "h1", level: 1, text: { vi: "Kết quả" } }] },
    );
    expect(sentences(next)).toEqual(["thêm đề mục “Kết quả” vào đầu", "hàng “Hộ tịch”: đặt đơn vị tính “hồ sơ”", "xóa khối chữ ký"]);
  });

  test("a part without words is told by its number among those of its kind, never by its id", () => {
    const next = changed(
      { do: "set", at: [{ kind: "block", block: "t1" }], values: { note: { vi: "Tạm tính" } } },
      { do: "set", at: [row("r11")], values: { label: { vi: "  " } } },
    );
    expect(sentences(next)).toContain("bảng thứ 1: đặt ghi chú “Tạm tính”");
    expect(sentences(next, "en")).toContain("table no. 1: note set to “Tạm tính”");
    const again = run(next, { do: "set", at: [row("r11")], values: { unit: "việc" } });
    if (!again.ok) throw new Error(again.error.code);
    expect(sentences(again.value.template, "vi", next)).toEqual(["hàng thứ 2: đặt đơn vị tính “việc”"]);
  });

  test("what stands in a table is told with its table where there are several", () => {
    const plan = sample("KTXH-THANG");
    const [first, second] = plan.blocks.filter((block) => block.kind === "table");
    const id = second?.rows[0]?.id ?? "";
    const done = run(plan, { do: "set", at: [{ kind: "row", block: second?.id ?? "", row: id }], values: { label: { vi: "Thu mới" } } });
    if (!done.ok) throw new Error(done.error.code);
    const [sentence] = sentences(done.value.template, "vi", plan);
    expect(sentence).toContain("hàng “Thu mới” của bảng “Biểu 2. Thu, chi ngân sách");
    expect(first?.id).not.toBe(second?.id);
  });
});
