import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Download, expect, type Locator, type Page, test } from "@playwright/test";
import JSZip from "jszip";
import { leafColumns, type Signature, type Table, type Template } from "@/lib/template";
import { check, choose, goToCell, goToRegion, press, tabTo, type, write } from "./byKeyboard";
import { savedDocument } from "./designing";
import { plainIds } from "./plainIds";
import { signInAs } from "./signInAs";

const sample = JSON.parse(readFileSync("templates/II06a-VPCP-KSTT.json", "utf8")) as Template;
const partOf = <Kind extends "table" | "signature">(kind: Kind) => {
  const found = sample.blocks.find((block) => block.kind === kind);
  if (!found) throw new Error(`the sample has no ${kind}`);
  return found as Kind extends "table" ? Table : Signature;
};
const table = partOf("table");
const columns = leafColumns(table).map(({ column }) => column);
const heads = columns.filter((column) => column.kind === "value");
const signature = partOf("signature");

/** Heads over columns, inner ones first: where the first column stands, how many steps the others are, the level of the head. */
const groups = [
  { nth: 3, steps: 1, level: 1, id: "g2" },
  { nth: 2, steps: 2, level: 0, id: "g1" },
  { nth: 6, steps: 3, level: 0, id: "g3" },
  { nth: 10, steps: 2, level: 0, id: "g4" },
].map((at) => {
  const found = leafColumns(table)
    .flatMap((leaf) => leaf.groups)
    .find(({ id }) => id === at.id);
  if (!found) throw new Error(`the sample has no head ${at.id}`);
  return { ...at, label: found.label };
});

const properties = (page: Page): Locator => page.getByRole("complementary", { name: "Thuộc tính" });
const input = (page: Page, label: string): Locator => properties(page).getByLabel(label, { exact: true });
const section = (page: Page, title: string): Locator => properties(page).getByRole("button", { name: title, exact: true });
const language = (page: Page): Locator => page.getByRole("radiogroup", { name: "Ngôn ngữ của nội dung đang soạn" });
/** The head of the nth column that prints, and the head over columns that begins there. */
const head = (page: Page, nth: number): Locator => page.locator(`[role=columnheader][data-x="${nth}"][aria-rowspan]:not([data-group])`);
const group = (page: Page, nth: number, level: number): Locator =>
  page.locator(`[role=columnheader][data-group][data-x="${nth}"][data-y="${level}"]`);
const numberOf = (page: Page, nth: number): Locator => page.locator(`[role=columnheader][data-x="${nth}"]:not([aria-rowspan])[data-y]`);
const rowLabel = (page: Page, nth: number): Locator => page.locator('[role=grid] [data-part="label"]').nth(nth);
const formulaBar = (page: Page): Locator => page.getByRole("region", { name: "Thanh công thức" }).getByRole("textbox");

const keyboardIn = (page: Page): Locator => page.locator("[data-designer-table] [data-keyboard]");
const frame = (page: Page, kind: string): Locator => page.locator(`[data-frame][data-kind="${kind}"]`);

/** Back to where the keyboard was in the table. */
async function intoTable(page: Page): Promise<void> {
  await goToRegion(page, "page");
  await tabTo(page, keyboardIn(page));
}

/** Writes the formula of what the keyboard stands on, and comes back to it. */
async function writeFormula(page: Page, formula: string): Promise<void> {
  await page.keyboard.press("Alt+F2");
  await expect(formulaBar(page)).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(formula);
  await page.keyboard.press("Enter");
  await expect(formulaBar(page)).not.toBeFocused();
  await expect(keyboardIn(page)).toBeFocused();
}

/** The code of the sample; another one where an earlier walk took it from the same library. */
async function freeCode(page: Page): Promise<string> {
  for (let nth = 1; ; nth += 1) {
    const code = nth === 1 ? sample.code : `${sample.code}.${nth}`;
    const answer = await page.request.get(`/api/v1/templates?search=${code}`);
    const { items } = (await answer.json()) as {
      readonly items: readonly { readonly code: string; readonly owner: { readonly code: string } }[];
    };
    if (!items.some((item) => item.code === code && item.owner.code === "VPUBND")) return code;
  }
}

/** The form has a row for each subordinate unit, which communes have none of. */
const district = "Quận Ninh Kiều";

/** What the district enters for two of its communes, by column of figures. */
const entered: readonly { readonly unit: string; readonly figures: readonly (readonly [nth: number, figure: string])[] }[] = [
  {
    unit: "Phường Cái Khế",
    figures: [
      [1, "120"],
      [2, "1.035"],
      [3, "10"],
      [5, "1.100"],
      [6, "50"],
      [7, "5"],
      [9, "8"],
      [10, "2"],
    ],
  },
  {
    unit: "Phường An Cư",
    figures: [
      [1, "50"],
      [2, "50"],
      [6, "100"],
    ],
  },
];

/** Words of a Word file. */
async function wordsOf(download: Download): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(await download.path()));
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  return xml.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
}

const inNavigation = (page: Page, name: string): Locator => page.getByRole("navigation").getByRole("link", { name, exact: true });

/** From the first page to the form in the library. */
async function openFromLibrary(page: Page, ...links: readonly Locator[]): Promise<void> {
  for (const link of links) await press(page, link);
  await page.waitForURL(/\/templates$/);
  await write(page, page.getByLabel("Tìm kiếm"), code);
  await page.keyboard.press("Enter");
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: `Thao tác với biểu mẫu ${code}`, exact: true }) })
    .filter({ hasText: "Văn phòng Ủy ban nhân dân thành phố" });
  await press(page, row.getByRole("link", { name: sample.title.vi }));
  await page.waitForURL(/\/templates\/[0-9a-f-]+$/);
}

let code = sample.code;
let regime = "";

test.describe
  .serial("a small form is built, published, assigned and filled by the keyboard alone", () => {
    test("a designer builds the form from an empty page, and it is the sample but for ids", async ({ page }) => {
      test.setTimeout(300_000);
      await signInAs(page, "thietke.vpubnd");
      code = await freeCode(page);

      await test.step("a draft is begun from the library", async () => {
        await press(page, inNavigation(page, "Biểu mẫu"));
        await page.waitForURL(/\/templates$/);
        await press(page, page.getByRole("button", { name: "Tạo biểu mẫu" }));
        const dialog = page.getByRole("dialog");
        await write(page, dialog.getByLabel("Mã biểu mẫu"), code);
        await write(page, dialog.getByLabel("Tên biểu mẫu"), sample.title.vi);
        await write(page, dialog.getByLabel("Tên tiếng Anh", { exact: false }), sample.title.en ?? "");
        await press(page, dialog.getByRole("button", { name: "Tạo và thiết kế" }));
        await page.waitForURL(/\/design$/);
        await expect(page.getByRole("button", { name: /^Kiểm tra/ })).toContainText(/không có lỗi|lỗi/);
      });

      await test.step("what the form says of itself", async () => {
        await goToRegion(page, "right");
        await write(page, input(page, "Dòng dưới tên"), sample.subtitle?.vi ?? "");
        await write(page, input(page, "Số biểu"), sample.formNumber ?? "");
        await check(page, input(page, "Quý"));
        await check(page, input(page, "Năm"));
        await choose(page, input(page, "Hướng giấy"), "Ngang");
      });

      await test.step("the signatures, and the table, which is picked up and put before them", async () => {
        const palette = page.getByRole("region", { name: "Các khối" });
        await goToRegion(page, "left");
        await press(page, palette.getByRole("button", { name: "Chữ ký" }));
        await press(page, palette.getByRole("button", { name: "Bảng số liệu" }));
        await goToRegion(page, "page");
        await press(page, page.getByRole("button", { name: /^Di chuyển Bảng/ }), "Space");
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Enter");
        await expect.poll(async () => (await savedDocument(page)).blocks.map(({ kind }) => kind)).toEqual(["table", "signature"]);
      });

      await test.step("what the table says of itself", async () => {
        await goToRegion(page, "page");
        await tabTo(page, frame(page, "table"));
        await goToRegion(page, "right");
        await write(page, input(page, "Tên bảng (tiếng Việt)"), "");
        await write(page, input(page, "Đơn vị tính"), table.unit ?? "");
        await choose(page, input(page, "Hướng giấy của bảng"), "Ngang");
        await check(page, input(page, "In hàng đánh số cột"));
        await press(page, properties(page).getByRole("button", { name: "Bỏ cấp 2" }));
        await press(page, properties(page).getByRole("button", { name: "Bỏ cấp 1" }));
        await expect(properties(page).getByRole("button", { name: "Đánh số tự động" })).toBeFocused();
      });

      await test.step("columns: one of figures is made as all are, and multiplied", async () => {
        await intoTable(page);
        await goToCell(page, head(page, 2));
        await page.keyboard.press("Control+Delete");
        await expect(head(page, 3)).toHaveCount(0);
        for (const [nth, column] of columns.slice(0, 2).entries()) {
          await goToCell(page, head(page, nth));
          await type(page, column.label.vi);
          await goToRegion(page, "right");
          await write(page, input(page, "Độ rộng"), String(column.width));
          await intoTable(page);
        }
        await goToCell(page, head(page, 2));
        await goToRegion(page, "right");
        await choose(page, input(page, "Kiểu dữ liệu"), "Số nguyên");
        await write(page, input(page, "Độ rộng"), "7");
        await choose(page, input(page, "Cách tổng hợp"), "cộng");
        await press(page, section(page, "Nhập liệu"));
        await write(page, input(page, "Nhỏ nhất"), "0");
        await intoTable(page);
        for (let nth = 3; nth < columns.length; nth += 1) {
          await page.keyboard.press("Control+d");
          await expect(head(page, nth)).toHaveCount(1);
        }
      });

      await test.step("heads of three levels, codes and notes", async () => {
        await intoTable(page);
        for (const [i, { label, code: name, note }] of heads.entries()) {
          await goToCell(page, head(page, i + 2));
          await type(page, label.vi);
          await goToRegion(page, "right");
          await write(page, input(page, "Mã trong công thức"), name ?? "");
          if (note) {
            await press(page, section(page, "Ghi chú"));
            await write(page, input(page, "Ghi chú (tiếng Việt)"), note.vi);
            await write(page, input(page, "Ghi chú (tiếng Anh)"), note.en ?? "");
          }
          await intoTable(page);
        }
        for (const { nth, steps, label } of groups) {
          await goToCell(page, head(page, nth));
          for (let step = 0; step < steps; step += 1) await page.keyboard.press("Shift+ArrowRight");
          await page.keyboard.press("Control+g");
          await type(page, label.vi);
        }
      });

      await test.step("formulas in the formula bar, one with the help of its suggestions", async () => {
        await intoTable(page);
        await goToCell(page, head(page, 2));
        await page.keyboard.press("Alt+F2");
        await page.keyboard.press("Control+a");
        await page.keyboard.type("truc tuyen");
        await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("Trực tuyến");
        await page.keyboard.press("Enter");
        await expect(formulaBar(page)).toHaveText("TNTrongKyTrucTuyen");
        await page.keyboard.type(" + TNTrongKyTrucTiep + TiepNhanKyTruoc");
        await page.keyboard.press("Enter");
        await expect(keyboardIn(page)).toBeFocused();
        await goToCell(page, head(page, 6));
        await writeFormula(page, "DaXLTruocHan + DaXLDungHan + DaXLQuaHan");
        await goToCell(page, head(page, 10));
        await writeFormula(page, "DangXLTrongHan + DangXLQuaHan");
      });

      await test.step("the numbers of the columns, typed along their row", async () => {
        await intoTable(page);
        await goToCell(page, numberOf(page, 0));
        for (const { number } of columns) {
          await page.keyboard.type(number ?? "");
          await page.keyboard.press("ArrowRight");
        }
      });

      await test.step("rows: one for each subordinate unit, and the total of them", async () => {
        await intoTable(page);
        await goToCell(page, rowLabel(page, 2));
        await page.keyboard.press("Control+Delete");
        await expect(rowLabel(page, 2)).toHaveCount(0);
        for (const [nth, { label }] of table.rows.entries()) {
          await goToCell(page, rowLabel(page, nth));
          await type(page, label.vi);
          await page.keyboard.press("ArrowLeft");
          await page.keyboard.press("Delete");
        }
        await goToCell(page, rowLabel(page, 0));
        await goToRegion(page, "right");
        await press(page, section(page, "Kỳ báo cáo và lặp lại"));
        await choose(page, properties(page).getByRole("combobox", { name: "Lặp lại" }), "Theo từng đơn vị trực thuộc");
        await intoTable(page);
        await goToCell(page, rowLabel(page, 1));
        await goToRegion(page, "right");
        await choose(page, input(page, "Loại hàng"), "Tổng cộng");
        await intoTable(page);
        await writeFormula(page, "sum(units)");
      });

      await test.step("the rule between the figures", async () => {
        const rule = table.checks?.[0];
        await goToRegion(page, "page");
        await page.keyboard.press("Escape");
        await expect(frame(page, "table")).toBeFocused();
        await goToRegion(page, "right");
        await press(page, properties(page).getByRole("button", { name: "Thêm quy tắc" }));
        await tabTo(page, properties(page).getByRole("textbox", { name: "Điều kiện phải đúng" }));
        await page.keyboard.press("Control+a");
        await page.keyboard.type("TongTiepNhan == TongDaXL + TongDangXL");
        await write(page, input(page, "Thông báo khi sai (tiếng Việt)"), rule?.message.vi ?? "");
        await write(page, input(page, "Thông báo khi sai (tiếng Anh)"), rule?.message.en ?? "");
        await choose(page, input(page, "Mức độ"), "Lỗi: không cho trình");
      });

      await test.step("who signs", async () => {
        await goToRegion(page, "page");
        await tabTo(page, frame(page, "table"));
        await page.keyboard.press("ArrowDown");
        await expect(frame(page, "signature")).toBeFocused();
        await tabTo(page, page.getByRole("textbox", { name: "Chức vụ của người ký 2" }));
        await press(page, page.getByRole("button", { name: "Xóa người ký" }));
        await expect(page.getByRole("textbox", { name: "Chức vụ của người ký 1" })).toBeFocused();
        await write(page, page.getByRole("textbox", { name: "Chức vụ của người ký 1" }), signature.signers[0]?.position.vi ?? "");
      });

      await test.step("the English words", async () => {
        await goToRegion(page, "bar");
        await tabTo(page, language(page).getByRole("radio", { name: /VI/ }));
        await page.keyboard.press("ArrowRight");
        await expect(language(page).getByRole("radio", { name: /EN/ })).toBeChecked();
        await goToRegion(page, "page");
        // Where the keyboard was.
        await expect(page.getByRole("textbox", { name: "Chức vụ của người ký 1" })).toBeFocused();
        await write(page, page.getByRole("textbox", { name: "Chức vụ của người ký 1" }), signature.signers[0]?.position.en ?? "");
        await intoTable(page);
        for (const [nth, { label }] of columns.entries()) {
          await goToCell(page, head(page, nth));
          await type(page, label.en ?? "");
        }
        for (const { nth, level, label } of groups) {
          await goToCell(page, group(page, nth, level));
          await type(page, label.en ?? "");
        }
        for (const [nth, { label }] of table.rows.entries()) {
          await goToCell(page, rowLabel(page, nth));
          await type(page, label.en ?? "");
        }
        // Typing ends; then out of the table to its frame, and on to the form itself.
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Escape");
        await goToRegion(page, "right");
        await write(page, input(page, "Dòng dưới tên"), sample.subtitle?.en ?? "");
      });

      expect(plainIds(await savedDocument(page))).toEqual(plainIds({ ...sample, code }));
    });

    test("the designer publishes it", async ({ page }) => {
      test.setTimeout(120_000);
      await signInAs(page, "thietke.vpubnd");
      await openFromLibrary(page, inNavigation(page, "Biểu mẫu"));
      await press(page, page.getByRole("link", { name: "Thiết kế", exact: true }).first());
      await page.waitForURL(/\/design$/);
      await expect(page.getByRole("button", { name: /^Kiểm tra/ })).toContainText("không có lỗi");
      await goToRegion(page, "bar");
      await press(page, page.getByRole("button", { name: "Ban hành" }));
      const question = page.getByRole("dialog", { name: "Ban hành biểu mẫu" });
      await press(page, question.getByRole("button", { name: "Ban hành", exact: true }));
      await expect(question.getByRole("status").filter({ hasText: "Đã ban hành phiên bản 1" })).toBeFocused();
    });

    test("the city's office assigns it to a district", async ({ page }) => {
      test.setTimeout(120_000);
      await signInAs(page, "tonghop.vpubnd");
      await openFromLibrary(page, inNavigation(page, "Tiếp nhận và tiến độ"), page.getByRole("link", { name: "Giao báo cáo từ biểu mẫu" }));
      await press(page, page.getByRole("button", { name: "Giao báo cáo" }));
      const dialog = page.getByRole("dialog", { name: /Giao báo cáo/ });
      regime = `${sample.title.vi} (${code})`;
      await write(page, dialog.getByLabel("Tên báo cáo"), regime);
      await write(page, dialog.getByLabel("Tìm đơn vị"), "ninh kieu");
      await check(page, dialog.getByRole("checkbox", { name: district, exact: true }));
      await press(page, dialog.getByRole("button", { name: "Giao cho 1 đơn vị" }));
      await expect(dialog.getByText(/^Đã giao cho 1 đơn vị/)).toBeVisible();
      await expect(dialog.getByRole("link", { name: "Theo dõi tiến độ tiếp nhận" })).toBeFocused();
    });

    test("the district fills its communes' rows, sees them computed, and takes the report away as a Word file", async ({ page }) => {
      test.setTimeout(120_000);
      await signInAs(page, "nhaplieu.916");
      await press(page, page.getByRole("link", { name: regime }));
      await expect(page.getByRole("grid")).toBeVisible();
      await tabTo(page, page.locator("[role=grid] [data-keyboard]"));
      const cell = (unit: string, nth: number): Locator =>
        page
          .getByRole("row")
          .filter({ has: page.getByRole("rowheader", { name: unit }) })
          .locator(`[data-cell][data-column="${nth}"]`);
      for (const { unit, figures } of entered) {
        for (const [nth, figure] of figures) {
          await goToCell(page, cell(unit, nth));
          await page.keyboard.type(figure);
        }
        await page.keyboard.press("Enter");
      }
      await expect(cell("Phường Cái Khế", 0)).toHaveText("1.165");
      await expect(cell("Phường Cái Khế", 4)).toHaveText("1.155");
      await expect(cell("Phường Cái Khế", 8)).toHaveText("10");
      await expect(cell("Tổng cộng", 0)).toHaveText("1.265");
      await expect(cell("Tổng cộng", 2)).toHaveText("1.085");
      await expect(page.getByText(/^Đã lưu/)).toBeVisible();

      const link = page.getByRole("link", { name: "Tải bản Word" });
      // Tab goes from cell to cell, and leaves the table at its first and last.
      await page.keyboard.press("Control+Home");
      await tabTo(page, link);
      const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
      const words = await wordsOf(download);
      for (const expected of [sample.title.vi, sample.formNumber ?? "", "Phường Cái Khế", "1.165", "1.265", "Người làm báo cáo"]) {
        expect(words.toLowerCase()).toContain(expected.toLowerCase());
      }
    });
  });
