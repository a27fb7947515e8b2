import { expect, type Locator, type Page, test } from "@playwright/test";
import { flatRows, type Table } from "@/lib/template";
import { excelHead } from "../unit/designer/table/clipboardFixtures";
import { makeDraft } from "./designing";
import { signInAs } from "./signInAs";

const blank: Table = {
  kind: "table",
  id: "t1",
  columns: [
    { kind: "number", id: "c1", label: { vi: "STT" } },
    { kind: "label", id: "c2", label: { vi: "Chỉ tiêu" } },
    { kind: "value", id: "c3", label: { vi: "Cột 1" } },
  ],
  rows: [{ kind: "indicator", id: "r1", label: { vi: "Chỉ tiêu 1" } }],
};

/** Opens the designer on a new draft with one table; gives how to read that table as it was saved. */
async function openTable(page: Page, table: Table): Promise<() => Promise<Table>> {
  const id = await makeDraft(page, {
    title: { vi: "Biểu thử" },
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A4", orientation: "landscape" },
    blocks: [table],
  });
  await page.goto(`/templates/${id}/design`);
  await expect(label(page, "r1")).toBeVisible();
  // What is typed before the page is alive is typed for nobody.
  await page.waitForLoadState("networkidle");
  return async () => {
    await expect(page.getByText(/^Đã lưu/).first()).toBeVisible();
    const { document: saved } = await (await page.request.get(`/api/v1/templates/${id}/draft`)).json();
    return saved.blocks[0];
  };
}

const label = (page: Page, row: string): Locator => page.locator(`[data-address="t1.${row}"][data-part="label"]`);
const head = (page: Page, column: string): Locator => page.locator(`[role=columnheader][data-address="t1.${column}"][data-y]`).first();
const handle = (page: Page, row: string): Locator => page.locator(`[data-handle="row"][data-address="t1.${row}"]`);
const active = (page: Page): Locator => page.locator("[data-designer-table] textarea:focus");

/** Numbers and labels of the rows, told by how deep they stand. */
const rowsOf = (table: Table): readonly string[] =>
  flatRows(table).map(({ row, depth }) => `${"> ".repeat(depth)}${row.number === undefined ? "" : `${row.number} `}${row.label.vi}`);

const headsOf = (columns: Table["columns"]): unknown[] =>
  columns.map((column) => (column.kind === "group" ? [column.label.vi, headsOf(column.columns)] : column.label.vi));

/** Takes hold of something by the mouse and lets it go at a point of something else. */
async function drag(page: Page, from: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error("nothing to take hold of");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 8, box.y + box.height / 2 + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await expect(page.locator("[data-drop-line]")).toBeVisible();
  await page.mouse.up();
}

test.describe("the table designer", () => {
  test.beforeEach(async ({ page }) => {
    await signInAs(page, "thietke.ttdh");
  });

  test("builds a head of three levels by the keyboard alone, and takes it apart again", async ({ page }) => {
    const saved = await openTable(page, blank);
    await head(page, "c3").click();
    await page.keyboard.type("Tổng số");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("Trực tuyến");
    await page.keyboard.press("Control+Enter");
    await page.keyboard.type("Trực tiếp");
    await expect(active(page)).toHaveValue("Trực tiếp");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Control+g");
    await page.keyboard.type("Trong đó");
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Control+g");
    await page.keyboard.type("Số hồ sơ nhận");
    await expect
      .poll(async () => headsOf((await saved()).columns))
      .toEqual(["STT", "Chỉ tiêu", ["Số hồ sơ nhận", ["Tổng số", ["Trong đó", ["Trực tuyến", "Trực tiếp"]]]]]);
    await page.keyboard.press("Control+Shift+G");
    await expect
      .poll(async () => headsOf((await saved()).columns))
      .toEqual(["STT", "Chỉ tiêu", "Tổng số", ["Trong đó", ["Trực tuyến", "Trực tiếp"]]]);
    await page.keyboard.press("Control+z");
    await expect(page.getByRole("columnheader", { name: "Số hồ sơ nhận" })).toBeVisible();
  });

  test("builds a head by the mouse: toolbar, columns dragged into a head and out of it", async ({ page }) => {
    const saved = await openTable(page, blank);
    await head(page, "c3").click();
    await page.getByRole("button", { name: "Thêm cột bên phải" }).click();
    await page.getByRole("button", { name: "Thêm cột bên phải" }).click();
    await head(page, "c4").click();
    await head(page, "c5").click({ modifiers: ["Shift"] });
    await page.getByRole("button", { name: "Gộp thành nhóm cột" }).click();
    await expect
      .poll(async () => headsOf((await saved()).columns))
      .toEqual(["STT", "Chỉ tiêu", "Cột 1", ["Nhóm cột mới", ["Cột mới", "Cột mới"]]]);

    await head(page, "c3").hover();
    const inside = await head(page, "c5").boundingBox();
    if (!inside) throw new Error("no column");
    await drag(page, head(page, "c3").locator("[data-handle]"), { x: inside.x + inside.width - 4, y: inside.y + inside.height / 2 });
    await expect
      .poll(async () => headsOf((await saved()).columns))
      .toEqual(["STT", "Chỉ tiêu", ["Nhóm cột mới", ["Cột mới", "Cột mới", "Cột 1"]]]);
  });

  test("goes on with Enter, nests and moves rows by keys with their numbers following, and takes each step back", async ({ page }) => {
    const saved = await openTable(page, { ...blank, rowNumbering: ["roman", "arabic"] });
    await label(page, "r1").click();
    for (const words of ["Tư pháp", "Hộ tịch", "Chứng thực", "Đất đai"]) {
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
    }
    // The row that Enter added last was not needed.
    await page.keyboard.press("Control+Delete");
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "II Hộ tịch", "III Chứng thực", "IV Đất đai"]);

    await label(page, "r2").click();
    await label(page, "r3").click({ modifiers: ["Shift"] });
    await page.keyboard.press("Alt+ArrowRight");
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "> 1 Hộ tịch", "> 2 Chứng thực", "II Đất đai"]);
    await label(page, "r3").click();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "> 1 Chứng thực", "> 2 Hộ tịch", "II Đất đai"]);
    await page.keyboard.press("Alt+ArrowLeft");
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "> 1 Hộ tịch", "II Chứng thực", "III Đất đai"]);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "II Hộ tịch", "III Chứng thực", "IV Đất đai"]);
  });

  test("moves rows by dragging them into a group and out of it, as deep as the pointer says", async ({ page }) => {
    const row = (id: string, words: string): Table["rows"][number] => ({ kind: "indicator", id, label: { vi: words } });
    const saved = await openTable(page, {
      ...blank,
      rowNumbering: ["roman", "arabic"],
      rows: [row("r1", "Tư pháp"), row("r2", "Hộ tịch"), row("r3", "Đất đai")],
    });
    const third = await handle(page, "r3").boundingBox();
    if (!third) throw new Error("no row");
    // Two levels to the right of where it was taken: in under the row above it.
    await drag(page, handle(page, "r2"), { x: third.x + third.width / 2 + 60, y: third.y + 2 });
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "> 1 Hộ tịch", "II Đất đai"]);
    await drag(page, handle(page, "r2"), { x: third.x - 25, y: third.y + third.height - 2 });
    await expect.poll(async () => rowsOf(await saved())).toEqual(["I Tư pháp", "II Đất đai", "III Hộ tịch"]);
  });

  test("cancels an edit by Escape, and never loses the first letter of Vietnamese typing", async ({ page }) => {
    const saved = await openTable(page, blank);
    await label(page, "r1").click();
    await page.keyboard.type("Đất");
    await expect(active(page)).toHaveValue("Đất");
    // Telex edits by backspace and reinsertion.
    await page.keyboard.press("Backspace");
    await page.keyboard.type("t đai");
    await expect(active(page)).toHaveValue("Đất đai");
    await page.keyboard.press("Escape");
    await expect(active(page)).toHaveValue("Chỉ tiêu 1");
    await page.keyboard.press("F2");
    await page.keyboard.type(" sửa");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await saved()).rows[0]?.label.vi).toBe("Chỉ tiêu 1 sửa");
  });

  test("reads formulas, the x and starting values that are typed into cells, and says what cannot be read", async ({ page }) => {
    const value = (id: string): Table["columns"][number] => ({ kind: "value", id, label: { vi: id } });
    const saved = await openTable(page, { ...blank, columns: [...blank.columns, value("c4"), value("c5")] });
    await page.locator('[data-address="t1.r1.c3"]').click();
    await page.keyboard.type("=c4 + c5");
    await page.keyboard.press("Tab");
    await page.keyboard.type("x");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1.000");
    await page.keyboard.press("Enter");
    await expect
      .poll(async () => (await saved()).cells)
      .toEqual([
        { row: "r1", column: "c3", formula: "c4 + c5" },
        { row: "r1", column: "c4", lock: "x" },
        { row: "r1", column: "c5", default: 1000 },
      ]);
    await page.locator('[data-address="t1.r1.c5"]').click();
    await page.keyboard.type("=c9");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").filter({ hasText: "c9" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await saved()).cells?.map(({ column }) => column)).toEqual(["c3", "c4"]);
  });

  test("pastes a head of merged cells from Excel, and says what it read before it does", async ({ page }) => {
    const saved = await openTable(page, blank);
    await label(page, "r1").click();
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", "STT");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, excelHead);
    const dialog = page.getByRole("dialog");
    await expect(dialog.locator("[data-paste-summary]")).toContainText("7 cột");
    await dialog.getByRole("button", { name: "Dán", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect
      .poll(async () => headsOf((await saved()).columns))
      .toEqual([
        "STT",
        "Lĩnh vực, công việc giải quyết theo cấp",
        ["Số hồ sơ nhận giải quyết", ["Tổng số", ["Trong đó", ["Trực tuyến", "Trực tiếp, dịch vụ bưu chính", "Số kỳ trước chuyển qua"]]]],
        "Số hồ sơ đã giải quyết",
      ]);
    expect((await saved()).numberingRow).toBe(true);
    await page.keyboard.press("Control+z");
    await expect(label(page, "r1")).toBeVisible();
  });

  test("copies several rows and pastes them with ids of their own", async ({ page }) => {
    const row = (id: string, words: string): Table["rows"][number] => ({ kind: "indicator", id, label: { vi: words } });
    const saved = await openTable(page, { ...blank, rows: [row("r1", "Một"), row("r2", "Hai"), row("r3", "Ba")] });
    await label(page, "r1").click();
    await label(page, "r3").click({ modifiers: ["Control"] });
    await page.keyboard.press("Control+d");
    await expect.poll(async () => rowsOf(await saved())).toEqual(["Một", "Hai", "Ba", "Một", "Ba"]);
    expect(new Set((await saved()).rows.map(({ id }) => id)).size).toBe(5);
  });
});
