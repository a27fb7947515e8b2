import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Column, flatRows, leafColumns, type Template } from "@/lib/template";
import { blockOfPasted, fragmentOfPasted, type PastedCell, pasteFragment, run, tableFromCells } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { sample } from "./anyTemplate";
import { form06, form06a, form28, formA31, formBudget, formSxkd, pasted } from "./pastedForms";

function read(table: readonly (readonly PastedCell[])[], headRows?: number) {
  const found = tableFromCells(table, headRows === undefined ? {} : { headRows });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const outline = (columns: readonly Column[]): string =>
  columns.map((column) => (column.kind === "group" ? `${column.label.vi}[${outline(column.columns)}]` : column.label.vi)).join(" | ");

const kinds = (table: ReturnType<typeof read>): string =>
  leafColumns(table)
    .map(({ column }) => column.kind)
    .join(" ");

const tree = (table: ReturnType<typeof read>): readonly string[] =>
  flatRows(table).map(({ row, depth }) => `${"  ".repeat(depth)}${row.number ?? "∅"} ${row.label.vi} (${row.kind})`);

const formulas = (table: ReturnType<typeof read>): readonly string[] =>
  leafColumns(table).flatMap(({ column }) => (column.kind === "value" && column.formula ? [`${column.id} = ${column.formula}`] : []));

describe("the head of a pasted table", () => {
  test("of three rows of merged cells becomes a tree, the row of numbers its formulas", () => {
    const table = read(form06);
    expect(outline(table.columns)).toBe(
      "STT | Lĩnh vực, công việc giải quyết theo cấp | Số hồ sơ nhận giải quyết[Tổng số | Trong đó[Trực tuyến | Trực tiếp, dịch vụ bưu chính] | Từ kỳ trước] | Số hồ sơ đã giải quyết[Tổng số | Trước hạn | Đúng hạn | Quá hạn] | Số lượng hồ sơ đang giải quyết[Tổng số | Trong hạn | Quá hạn]",
    );
    expect(formulas(table)).toEqual(["c3 = c4 + c5 + c6", "c7 = c8 + c9 + c10", "c11 = c12 + c13"]);
    expect(kinds(table)).toBe(`number label ${Array(11).fill("value").join(" ")}`);
    expect(table).toMatchObject({ headRows: 3, numberingRow: true, unit: "Số hồ sơ TTHC", title: undefined, unread: [] });
  });

  test("is the same tree as that of the sample that was made by hand", () => {
    const shape = (columns: readonly Column[]): unknown =>
      columns.map((column) => ("columns" in column ? shape(column.columns) : column.kind));
    const [block] = sample("06-VPCP-KSTT").blocks;
    expect(shape(read(form06).columns)).toEqual(block?.kind === "table" ? shape(block.columns) : undefined);
  });

  test("with letters under the columns of words; ratios become percentages", () => {
    const table = read(form28);
    expect(kinds(table)).toBe("number label unit value value value value value value value");
    expect(formulas(table)).toEqual(["c7 = c5 + c6", "c9 = percent(c7, c8)", "c10 = percent(c7, c4)"]);
    expect(leafColumns(table).at(-1)?.column).toMatchObject({ type: "percent", unit: "%" });
  });

  test("of two rows, whose columns are of figures, percentages and words", () => {
    const table = read(formSxkd);
    expect(outline(table.columns).split(" | ").slice(0, 4).join(" | ")).toBe(
      "STT | CÁC CHỈ TIÊU | KH năm 2024[KH năm 2024 | KH tháng 3/2024",
    );
    expect(formulas(table)).toEqual(["c8 = c6 + c7", "c11 = c9 + c10", "c12 = percent(c7, c10)", "c13 = percent(c8, c11)"]);
    const types = leafColumns(table).map(({ column }) => (column.kind === "value" ? (column.type ?? "number") : ""));
    expect(types.slice(2)).toEqual([
      "number",
      "number",
      "number",
      "integer",
      "integer",
      "integer",
      "integer",
      "integer",
      "integer",
      "percent",
      "percent",
      "text",
    ]);
    expect(leafColumns(table)[3]?.column).toMatchObject({ decimals: 2 });
  });

  test("without a row of numbers is found by its merged cells; a person may say otherwise", () => {
    const bare = form06a.filter((_, i) => i !== 3);
    expect(read(bare)).toMatchObject({ headRows: 3, numberingRow: false });
    expect(read(formA31)).toMatchObject({ headRows: 1 });
    expect(read(formA31, 0)).toMatchObject({ headRows: 0 });
    expect(flatRows(read(formA31, 0))).toHaveLength(9);
  });

  test("what the numbers say that is no sum of columns is told and not guessed", () => {
    const table = read(pasted("Chỉ tiêu | Kỳ này | Tăng\nA | 1 | 2=1/kỳ trước\nLúa | 1 | 2"));
    expect(table.unread).toEqual(["2=1/kỳ trước"]);
    expect(formulas(table)).toEqual([]);
  });

  test("is missing where rows alone were copied", () => {
    const table = read(pasted("1 | Lúa | 1.200 | 3,5\n2 | Ngô | 300 | 4,1"));
    expect(table.headRows).toBe(0);
    expect(kinds(table)).toBe("number label value value");
    expect(tree(table)).toEqual(["1 Lúa (indicator)", "2 Ngô (indicator)"]);
  });

  test("has over it the title and the unit of measure", () => {
    const table = read(pasted(">3 DIỆN TÍCH GIEO TRỒNG\n>3 (Đơn vị tính: nghìn ha)\nSTT | Cây | Diện tích\n1 | Lúa | "));
    expect(table).toMatchObject({ title: "DIỆN TÍCH GIEO TRỒNG", unit: "nghìn ha", headRows: 1 });
  });
});

describe("the rows of a pasted table", () => {
  test("stand under the row whose number is of the level above; totals stand by themselves", () => {
    expect(tree(read(form06))).toEqual([
      "I Tư pháp (group)",
      "  1 Hộ tịch (indicator)",
      "  2 Chứng thực (indicator)",
      "II Đất đai, môi trường (indicator)",
      "  1 Đất đai (indicator)",
      " Tổng cộng (total)",
    ]);
    expect(read(form06).rowNumbering).toEqual(["roman", "arabic"]);
  });

  test("a row is the sum of those under it where its figures or its words say so", () => {
    const sums = (table: ReturnType<typeof read>) =>
      flatRows(table).flatMap(({ row }) => ("formula" in row && row.formula ? [`${row.label.vi}: ${row.formula}`] : []));
    expect(sums(read(form06))).toEqual(["Tư pháp: sum(children)", "Tổng cộng: sum(children)"]);
    expect(sums(read(formA31))).toEqual(["Vốn đầu tư thực hiện (I=1+2): sum(children)", "Vốn góp (1=1.1+1.2): sum(children)"]);
  });

  test("of words alone hold the rows after them; units are by row, ditto marks repeat them", () => {
    const table = read(form28);
    expect(tree(table)).toEqual([
      "I Tổng số (indicator)",
      "  ∅ Chia ra: (label)",
      "    - Xuất khẩu (indicator)",
      "    - Nhập khẩu (indicator)",
      "II Hàng container (indicator)",
      "  ∅ Chia ra: (label)",
      "    - Xuất khẩu (indicator)",
    ]);
    expect(flatRows(table).map(({ row }) => ("unit" in row ? row.unit : undefined))).toEqual([
      "1000 tấn",
      undefined,
      "1000 tấn",
      "1000 tấn",
      "1000 TEU",
      undefined,
      "1000 TEU",
    ]);
    expect(table.rowNumbering).toEqual(["roman", "dash"]);
  });

  test("are numbered on by decimals, and dashes may stand before the words", () => {
    expect(tree(read(formA31))).toEqual([
      "I Vốn đầu tư thực hiện (I=1+2) (group)",
      "  1 Vốn góp (1=1.1+1.2) (group)",
      "    1.1 Nhà đầu tư Việt Nam (indicator)",
      "    1.2 Nhà đầu tư nước ngoài (indicator)",
      "  2 Vốn vay (indicator)",
      "    - Vay trong nước (indicator)",
      "    - Vay nước ngoài khác (indicator)",
      "II Doanh thu thuần (indicator)",
    ]);
    // 1.1 and - stand at one depth, so that no style tells the numbers: they stay as they were typed.
    expect(read(formA31).rowNumbering).toBeUndefined();
    expect(read(formA31).cells).toEqual([{ row: "r8", column: "c5", lock: "x" }]);
  });

  test("across the table are parts of it", () => {
    expect(tree(read(form06a))).toEqual([
      "∅ Sở ban ngành (group)",
      "  1 Sở Tư pháp (indicator)",
      "  2 Sở Nội vụ (indicator)",
      "∅ Huyện, thị xã, thành phố (group)",
      "  1 Quận Ninh Kiều (indicator)",
      "∅ Tổng cộng (total)",
    ]);
  });

  test("an I after H is the letter", () => {
    expect(tree(read(formBudget))).toEqual([
      "G Chi khác (indicator)",
      "H Chi chuyển nguồn (indicator)",
      "I Chi trả nợ (group)",
      "  1 Trả gốc (indicator)",
      "  2 Trả lãi (indicator)",
    ]);
  });

  test("lose their figures, which are counted", () => {
    expect(read(formBudget).figures).toBe(10);
    expect(JSON.stringify(read(form28))).not.toContain("1.300.382");
  });
});

describe("a pasted table goes into a template", () => {
  const empty: Template = { ...sample("06-VPCP-KSTT"), blocks: [] };

  test.each([
    ["06", form06],
    ["28", form28],
    ["A.III.1", formA31],
    ["SXKD", formSxkd],
    ["II.06a", form06a],
    ["budget", formBudget],
  ])("as a block: %s", (_name, table) => {
    const block = blockOfPasted(read(table), "t1", { kind: "indicator", id: "r1", label: { vi: "" } });
    const done = run(empty, { do: "insert", into: { kind: "blocks" }, index: 0, parts: [block] });
    expect(done.ok && parseTemplate(done.value.template).ok).toBe(true);
  });

  test("as rows of a table that stands, with ids of their own", () => {
    const template = sample("06-VPCP-KSTT");
    const pastedRows = pasteFragment(template, fragmentOfPasted(read(formBudget), "rows"), {
      into: { kind: "rows", block: "t1" },
      index: 0,
    });
    if (!pastedRows.ok) throw new Error(pastedRows.error.code);
    const done = run(template, pastedRows.value.command);
    expect(done.ok && parseTemplate(done.value.template).ok).toBe(true);
  });

  test("whatever was on the clipboard, what is read fits the schema", () => {
    const cell = fc.record({
      text: fc.oneof(
        fc.string({ unit: "binary", maxLength: 12 }),
        fc.constantFrom("STT", "1", "(1)", "(2)=(1)", "I", "Trong đó", "- a", "x", "1,5%", "Tổng cộng", ""),
      ),
      rowSpan: fc.integer({ min: -1, max: 4 }),
      colSpan: fc.integer({ min: -1, max: 4 }),
      bold: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
        fc.option(fc.nat(4), { nil: undefined }),
        (table, headRows) => {
          const found = tableFromCells(table, headRows === undefined ? {} : { headRows });
          if (!found.ok) {
            expect(found.error.code).toBe("edit.noTable");
            return;
          }
          const block = blockOfPasted(found.value, "t1", { kind: "indicator", id: "r1", label: { vi: "" } });
          const done = run(empty, { do: "insert", into: { kind: "blocks" }, index: 0, parts: [block] });
          if (done.ok) expect(parseTemplate(done.value.template).ok).toBe(true);
          else expect(done.error.code).toMatch(/^edit\.(columnsTooDeep|rowsTooDeep)$/);
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);

  test("a block that is too big is refused with what is allowed", () => {
    const row: readonly PastedCell[] = [{ text: "1", colSpan: 5000 }];
    expect(tableFromCells([row])).toMatchObject({ ok: false, error: { code: "edit.tableTooBig" } });
  });
});
