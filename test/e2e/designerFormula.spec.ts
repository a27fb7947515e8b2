import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Column, Table } from "@/lib/template";
import { makeDraft } from "./designing";
import { signInAs } from "./signInAs";
import { violationsOf } from "./violationsOf";

const column = (id: string, label: string, rest: Partial<Extract<Column, { kind: "value" }>> = {}): Column => ({
  kind: "value",
  id,
  label: { vi: label },
  type: "integer",
  ...rest,
});

/** Received online, in person and from before; settled in time and late. */
const table = (rest: Partial<Table> = {}): Table => ({
  kind: "table",
  id: "t1",
  unit: "hồ sơ",
  columns: [
    { kind: "label", id: "c1", label: { vi: "Lĩnh vực" } },
    column("c3", "Tổng số"),
    column("c4", "Trực tuyến"),
    column("c5", "Trực tiếp"),
    column("c6", "Từ kỳ trước"),
    column("c7", "Đúng hạn"),
  ],
  rows: [
    { kind: "indicator", id: "r1", label: { vi: "Hộ tịch" } },
    { kind: "indicator", id: "r2", label: { vi: "Đất đai" } },
    { kind: "indicator", id: "r3", label: { vi: "Môi trường" } },
    { kind: "total", id: "r9", label: { vi: "Tổng cộng" }, formula: "sum(r1:r2)" },
  ],
  ...rest,
});

/** Makes a draft of the Operations Centre with this table, and opens the designer on it; gives its address in the API. */
async function openDraft(page: Page, block: Table): Promise<string> {
  const id = await makeDraft(page, {
    title: { vi: "Báo cáo thử" },
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A4", orientation: "landscape" },
    blocks: [block],
  });
  await page.goto(`/templates/${id}/design`);
  await expect(page.locator('[data-address="t1.r1.c3"]')).toBeVisible();
  return `/api/v1/templates/${id}/draft`;
}

/** The table as the server has it, once everything is saved. */
async function savedTable(page: Page, draft: string): Promise<Table> {
  await expect(page.getByText(/^Đã lưu/).first()).toBeVisible();
  const { document } = await (await page.request.get(draft)).json();
  return document.blocks[0];
}

const bar = (page: Page): Locator => page.getByRole("region", { name: "Thanh công thức" });
const editor = (page: Page): Locator => bar(page).getByRole("textbox");
const cell = (page: Page, at: string): Locator => page.locator(`[data-address="${at}"]`).first();
const head = (page: Page, id: string): Locator => page.locator(`[role=columnheader][data-handle-column="${id}"]`);

/** Selects a column, and waits until the bar has its formula. */
async function chooseColumn(page: Page, id: string): Promise<void> {
  await head(page, id).click();
  await expect(bar(page)).toContainText(`Cả cột ${id}`);
}

/** Of the formula bar and the properties: the whole room is looked at where it is put together. */
async function expectNoViolations(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  expect(await violationsOf(page, "[data-formula-bar]", "[data-properties]")).toEqual([]);
}

test.beforeEach(async ({ page }) => signInAs(page, "thietke.ttdh"));

test("a formula is written with labels, explained in words, tried on samples and kept by Enter", async ({ page }) => {
  const draft = await openDraft(page, table());
  await chooseColumn(page, "c3");
  await editor(page).click();

  // Without marks, with a blank: the label finds the code.
  await page.keyboard.type("truc tuyen");
  const suggestions = page.getByRole("listbox");
  await expect(suggestions.getByRole("option").first()).toContainText("Trực tuyến");
  await page.keyboard.press("Enter");
  await expect(editor(page)).toHaveText("c4");

  // The column itself is no suggestion.
  await page.keyboard.type(" + tong");
  await expect(suggestions.getByRole("option", { name: /Tổng số/ })).toHaveCount(0);
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("Backspace");

  // A cell that is clicked puts its name in, another one instead of it.
  await cell(page, "t1.r2.c6").click();
  await expect(editor(page)).toHaveText("c4 + c6");
  await cell(page, "t1.r2.c5").click();
  await expect(editor(page)).toHaveText("c4 + c5");
  await expectNoViolations(page);

  await expect(bar(page).locator("[data-formula-meaning]")).toHaveText("Nghĩa là: Tổng số = Trực tuyến + Trực tiếp");
  await expect(bar(page).locator("[data-formula-result=value]")).toContainText(
    /Với số liệu mẫu: [\d.]+ hồ sơ \(c4 = [\d.]+; c5 = [\d.]+\)/,
  );
  await page.keyboard.press("Enter");
  await expect(editor(page)).not.toBeFocused();
  expect((await savedTable(page, draft)).columns[1]).toMatchObject({ formula: "c4 + c5" });
});

test("what cannot be kept is underlined and told, the good formula stays, Escape takes back", async ({ page }) => {
  const draft = await openDraft(
    page,
    table({ columns: table().columns.map((one) => (one.id === "c3" ? { ...one, formula: "c4 + c5" } : one)) as Column[] }),
  );
  await chooseColumn(page, "c3");
  await editor(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type(" + c99");
  await expect(bar(page).locator("[data-formula-error]")).toContainText("Không có “c99” trong biểu mẫu");
  await expect(bar(page).locator(".cm-lintRange-error")).toHaveText("c99");
  await expect(editor(page)).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(editor(page)).toHaveText("c4 + c5");

  // As in Excel: the writing is mended and it is said.
  await editor(page).click();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("=SUM(c4;c6");
  await page.keyboard.press("Enter");
  await expect(editor(page)).toHaveText("sum(c4,c6)");
  await expect(bar(page)).toContainText("Đã sửa lại cách viết: sum(c4,c6)");
  expect((await savedTable(page, draft)).columns[1]).toMatchObject({ formula: "sum(c4,c6)" });
});

test("arrows point after an operator, as in a spreadsheet", async ({ page }) => {
  await openDraft(page, table());
  await cell(page, "t1.r1.c3").click();
  await expect(bar(page).getByLabel("Công thức viết cho")).toHaveValue("cell");
  await editor(page).click();
  await page.keyboard.type("2 * ");
  await page.keyboard.press("ArrowRight");
  await expect(editor(page)).toHaveText("2 * c4");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(editor(page)).toHaveText("2 * r2.c5");
  await page.keyboard.press("Escape");
  await expect(editor(page)).toHaveText("Ví dụ: c4 + c5 hoặc sum(c4:c6)");
});

test("a range is dragged into the formula; a formula is filled to the right", async ({ page }) => {
  const draft = await openDraft(page, table());
  await chooseColumn(page, "c3");
  await editor(page).click();
  const [from, to] = [await cell(page, "t1.r1.c4").boundingBox(), await cell(page, "t1.r1.c5").boundingBox()];
  if (!from || !to) throw new Error("the cells are not shown");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(editor(page)).toHaveText("sum(c4:c5)");
  await page.keyboard.press("Enter");

  await head(page, "c3").click();
  await head(page, "c5").click({ modifiers: ["Shift"] });
  await bar(page).getByRole("button", { name: "Sao chép công thức sang phải" }).click();
  const planned = page.getByRole("dialog", { name: "Sao chép công thức sang phải" });
  await expect(planned.getByRole("listitem")).toHaveText(["c4: sum(c5:c6)", "c5: sum(c6:c7)"]);
  await planned.getByRole("button", { name: "Ghi 2 công thức" }).click();
  const { columns } = await savedTable(page, draft);
  expect(columns.map((one) => ("formula" in one ? one.formula : undefined))).toEqual([
    undefined,
    "sum(c4:c5)",
    "sum(c5:c6)",
    "sum(c6:c7)",
    undefined,
    undefined,
  ]);
});

test("a slip that the checks find is mended by one click, and taken back by one undo", async ({ page }) => {
  const draft = await openDraft(page, table());
  await page.locator('[data-handle="row"][data-address="t1.r9"]').first().click();
  await expect(bar(page)).toContainText("Công thức cộng thiếu r3");
  await bar(page).getByRole("button", { name: "Cộng đủ: sum(r1:r3)" }).click();
  await expect(bar(page).getByText("Công thức cộng thiếu r3")).toHaveCount(0);
  await expect(editor(page)).toHaveText("sum(r1:r3)");
  expect((await savedTable(page, draft)).rows[3]).toMatchObject({ formula: "sum(r1:r3)" });
  await page.getByRole("button", { name: /^Hoàn tác/ }).click();
  await expect(editor(page)).toHaveText("sum(r1:r2)");
});

test("properties of several columns are shared, a cell tells what it has of its own and what it inherits", async ({ page }) => {
  const draft = await openDraft(page, table());
  const panel = page.locator("[data-properties]");
  await head(page, "c4").click();
  await head(page, "c5").click({ modifiers: ["Control"] });
  await expect(panel.getByLabel("Tên cột (tiếng Việt)")).toHaveAttribute("placeholder", "—");
  await panel.getByLabel("Kiểu dữ liệu").selectOption({ label: "Số" });
  await panel.getByLabel("Đơn vị tính").fill("ha");
  await panel.getByLabel("Đơn vị tính").press("Tab");
  await panel.getByLabel("Cách tổng hợp").selectOption({ label: "bình quân gia quyền" });
  await expect(panel.getByText("Bình quân gia quyền phải có quyền số.")).toBeVisible();
  await panel.getByLabel("Quyền số").selectOption({ label: "c6 – Từ kỳ trước" });
  await expectNoViolations(page);

  await cell(page, "t1.r2.c4").click();
  await expect(panel.getByText("Ô này: Số, ha", { exact: false })).toBeVisible();
  await expect(panel.getByLabel("Đơn vị tính")).toHaveAttribute("placeholder", "theo cột: ha");
  await panel.getByLabel("Khóa ô").selectOption({ label: "Khóa, in dấu x" });
  await expect(panel.getByRole("button", { name: "Bỏ 1 thuộc tính riêng, theo hàng và cột" })).toBeVisible();

  const saved = await savedTable(page, draft);
  expect(saved.columns[2]).toMatchObject({ type: "number", unit: "ha", aggregate: { rule: "weightedMean", weight: "c6" } });
  expect(saved.columns[3]).toMatchObject({ type: "number", unit: "ha", aggregate: { rule: "weightedMean", weight: "c6" } });
  expect(saved.cells).toEqual([{ row: "r2", column: "c4", lock: "x" }]);
});
