import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import JSZip from "jszip";
import { flatRows, type Table, type Template } from "@/lib/template";
import { drag, savedDocument } from "./designing";
import { plainIds } from "./plainIds";
import { signInAs } from "./signInAs";

const sample = JSON.parse(readFileSync("templates/06-VPCP-KSTT.json", "utf8")) as Template;
const found = sample.blocks.find((block): block is Table => block.kind === "table");
if (!found) throw new Error("the sample has no table");
const sampleTable: Table = found;
const rows = flatRows(sampleTable);
const groups = rows.filter(({ row }) => row.kind === "group").map(({ row }) => row);

/** The heads of the figures, left to right, as they print. */
const heads: readonly (readonly [vi: string, en: string])[] = [
  ["Tổng số", "Total"],
  ["Trực tuyến", "Online"],
  ["Trực tiếp, dịch vụ bưu chính", "In person or by post"],
  ["Từ kỳ trước", "From the previous period"],
  ["Tổng số", "Total"],
  ["Trước hạn", "Before the deadline"],
  ["Đúng hạn", "On time"],
  ["Quá hạn", "Late"],
  ["Tổng số", "Total"],
  ["Trong hạn", "Within the deadline"],
  ["Quá hạn", "Overdue"],
];
const firstFigure = 2;
const regime = "Báo cáo thủ tục hành chính theo biểu vừa dựng";

const properties = (page: Page): Locator => page.locator("[data-properties]");
const tools = (page: Page): Locator => page.getByRole("toolbar", { name: "Công cụ của bảng", exact: true });
const bar = (page: Page): Locator => page.getByRole("region", { name: "Thanh công thức" });
const palette = (page: Page): Locator => page.getByRole("region", { name: "Các khối" });
const grid = (page: Page): Locator => page.getByRole("grid");
/** The head of the nth column that prints, from 0: STT, label, then the figures. */
const leaf = (page: Page, nth: number): Locator =>
  grid(page).locator(`[role=columnheader][aria-rowspan][data-x="${nth}"]:not([data-group])`);
const group = (page: Page, nth: number, level: number): Locator =>
  grid(page).locator(`[role=columnheader][data-group][data-x="${nth}"][data-y="${level}"]`);
const rowOf = (page: Page, label: string): Locator =>
  grid(page)
    .getByRole("row")
    .filter({ has: page.locator("[data-part=label]").getByText(label, { exact: true }) });
const labelOf = (row: Locator): Locator => row.locator("[data-part=label]");
const handleOf = (row: Locator): Locator => row.locator("[data-handle=row]");
const figureOf = (row: Locator, nth: number): Locator => row.locator(`[data-x="${nth}"]`);

/** Turns the wheel over the table until a row is drawn: long tables draw what is seen alone. */
async function bring(page: Page, label: string): Promise<Locator> {
  const row = rowOf(page, label);
  const box = await grid(page).boundingBox();
  if (!box) throw new Error("no table drawn");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  if ((await row.count()) === 0) await page.mouse.wheel(0, -10_000);
  await expect(async () => {
    if ((await row.count()) === 0) await page.mouse.wheel(0, 120);
    await expect(row).toHaveCount(1, { timeout: 100 });
  }).toPass({ timeout: 15_000 });
  await row.scrollIntoViewIfNeeded();
  return row;
}

/** Opens a section of the properties. */
async function unfold(page: Page, section: string): Promise<void> {
  const button = properties(page).getByRole("button", { name: section });
  if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
}

/** Chooses a word in a list of the properties, by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const list = properties(page).getByLabel(label, { exact: true }).first();
  if ((await list.evaluate((element) => element.tagName)) === "SELECT") {
    await list.selectOption({ label: option });
  } else {
    await list.click();
    await page.getByRole("option", { name: option, exact: true }).click();
  }
}

/** Writes the formula of what is selected, its names put in by clicking cells of the row. */
async function formulaOf(page: Page, select: Locator, cells: readonly Locator[]): Promise<void> {
  await select.click();
  await bar(page).getByRole("textbox").click();
  for (const [i, cell] of cells.entries()) {
    if (i > 0) await page.keyboard.type(" + ");
    await cell.click();
  }
  await page.keyboard.press("Enter");
}

test("an agency's form is built from an empty page by dragging, clicking and typing, published, assigned, filled and exported", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signInAs(page, "thietke.vpubnd");
  await page.goto("/templates");
  await page.getByRole("button", { name: "Tạo biểu mẫu" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Mã biểu mẫu").fill(sample.code);
  await dialog.getByLabel("Tên biểu mẫu").fill(sample.title.vi);
  await dialog.getByLabel("Tên tiếng Anh", { exact: false }).fill(sample.title.en ?? "");
  await dialog.getByRole("button", { name: "Tạo và thiết kế" }).click();
  await page.waitForURL(/\/design$/);
  const words = properties(page);

  await test.step("what the form is: its number, its basis, when it is due, its paper", async () => {
    await words.getByLabel("Dòng dưới tên").fill(sample.subtitle?.vi ?? "");
    await words.getByLabel("Số biểu").fill(sample.formNumber ?? "");
    await words.getByLabel(/^Căn cứ/).fill(sample.legalBasis?.vi ?? "");
    await words.getByLabel("Quý", { exact: true }).check();
    await words.getByLabel("Năm", { exact: true }).check();
    await words.getByLabel("Tháng", { exact: true }).uncheck();
    await choose(page, "Hướng giấy", "Ngang");
  });

  await test.step("the table is dragged from the palette to the empty page", async () => {
    await drag(page, palette(page).getByRole("button", { name: "Bảng số liệu" }), page.locator("[data-invite]"), { x: 0.5, y: 0.5 });
    await expect(leaf(page, 3)).toHaveText("Thực hiện");
    await words.getByLabel("Tên bảng (tiếng Việt)").fill("");
    await words.getByLabel("Đơn vị tính").fill(sampleTable.unit ?? "");
    await words.getByLabel("In hàng đánh số cột").check();
    await choose(page, "Hướng giấy của bảng", "Ngang");
    await choose(page, "Cấp 1", "Cấp 1: I, II, III");
    await choose(page, "Cấp 2", "Cấp 2: 1, 2, 3");
  });

  await test.step("one column of figures is made as all are, then multiplied", async () => {
    await leaf(page, 2).click();
    await tools(page).getByRole("button", { name: "Xóa", exact: true }).click();
    await expect(leaf(page, 2)).toContainText("Thực hiện");
    await leaf(page, 2).click();
    await choose(page, "Kiểu dữ liệu", "Số nguyên");
    await unfold(page, "Nhập liệu");
    await words.getByLabel("Nhỏ nhất").fill("0");
    await choose(page, "Cách tổng hợp", "cộng");
    await words.getByLabel("Độ rộng").fill("7");
    for (let i = 1; i < heads.length; i += 1)
      await tools(page)
        .getByRole("button", { name: /^Nhân (đôi|bản)/ })
        .click();
    await expect(leaf(page, firstFigure + heads.length - 1)).toBeVisible();
    await leaf(page, 0).click();
    await words.getByLabel("Độ rộng").fill("3");
    await leaf(page, 1).click();
    await words.getByLabel("Độ rộng").fill("20");
    await leaf(page, 1).click();
    await page.keyboard.insertText("Lĩnh vực, công việc giải quyết theo cấp");
    for (const [i, [vi]] of heads.entries()) {
      await leaf(page, firstFigure + i).click();
      await page.keyboard.insertText(vi);
    }
    await page.keyboard.press("Enter");
  });

  await test.step("heads are put over columns, and columns dragged into them", async () => {
    const over = async (from: number, to: number, name: string, level: number) => {
      await leaf(page, from).click();
      await leaf(page, to).click({ modifiers: ["Shift"] });
      await tools(page).getByRole("button", { name: /^Gộp/ }).click();
      await group(page, from, level).click();
      await page.keyboard.insertText(name);
      await page.keyboard.press("Enter");
    };
    await over(2, 3, "Số hồ sơ nhận giải quyết", 0);
    // "Trực tiếp" and "Từ kỳ trước" are taken hold of and let go over the right part of the head's last column.
    for (const nth of [4, 5]) {
      await leaf(page, nth).hover();
      await drag(page, leaf(page, nth).locator("[data-handle=column]"), leaf(page, nth - 1), { x: 0.9, y: 0.6 });
      await expect(group(page, 2, 0)).toHaveAttribute("aria-colspan", String(nth - 1));
    }
    await over(3, 4, "Trong đó", 1);
    await over(6, 9, "Số hồ sơ đã giải quyết", 0);
    await over(10, 12, "Số lượng hồ sơ đang giải quyết", 0);
  });

  await test.step("rows are typed one under the other, made groups, and dragged into them", async () => {
    await labelOf(rowOf(page, "Chỉ tiêu 1")).click();
    for (const { row } of rows) {
      await page.keyboard.insertText(row.label.vi);
      await page.keyboard.press("Enter");
    }
    // Enter under the last row has begun another one.
    await tools(page).getByRole("button", { name: "Xóa", exact: true }).click();
    await expect(rowOf(page, "Chỉ tiêu mới")).toHaveCount(0);

    const sort = async (label: string, kind: string) => {
      await labelOf(await bring(page, label)).click();
      await tools(page).getByRole("button", { name: "Loại hàng" }).click();
      await page
        .getByRole("menuitem", { name: kind, exact: true })
        .or(page.getByRole("menuitemradio", { name: kind, exact: true }))
        .click();
    };
    for (const one of groups) {
      await sort(one.label.vi, "Nhóm");
      const children = one.rows ?? [];
      const first = handleOf(await bring(page, children[0]?.label.vi ?? ""));
      await first.click();
      await handleOf(await bring(page, children.at(-1)?.label.vi ?? "")).click({ modifiers: ["Shift"] });
      // To the right: one level deeper, where it stands.
      await drag(page, first, first, { x: 3, y: 0.4 });
      await expect(rowOf(page, children.at(-1)?.label.vi ?? "")).toHaveAttribute("data-depth", "2");
    }
    await sort("Tổng cộng", "Tổng cộng");
    // Only what is counted has a number.
    await (await bring(page, "Tổng cộng")).locator("[data-part=number]").click();
    await page.keyboard.press("Delete");
  });

  await test.step("formulas are pointed together, and say what they mean", async () => {
    const row = await bring(page, "Hộ tịch");
    await formulaOf(page, leaf(page, 2), [figureOf(row, 3), figureOf(row, 4), figureOf(row, 5)]);
    await formulaOf(page, leaf(page, 6), [figureOf(row, 7), figureOf(row, 8), figureOf(row, 9)]);
    await formulaOf(page, leaf(page, 10), [figureOf(row, 11), figureOf(row, 12)]);
    for (const { row: one } of rows.filter(({ row: { kind } }) => kind === "group" || kind === "total")) {
      await handleOf(await bring(page, one.label.vi)).click();
      await bar(page).getByRole("textbox").click();
      await page.keyboard.insertText("sum(children)");
      await page.keyboard.press("Enter");
    }
    await expect(bar(page)).toContainText("Nghĩa là:");
    await tools(page).getByRole("button", { name: "Thao tác khác" }).click();
    await page.getByRole("menuitem", { name: "Đánh số cột tự động" }).click();
  });
  await test.step("figures of the total are catalogued indicators", async () => {
    const total = await bring(page, "Tổng cộng");
    for (const [nth, code] of [
      [2, "TTHC_01"],
      [6, "TTHC_02"],
      [9, "TTHC_03"],
      [10, "TTHC_04"],
    ] as const) {
      await figureOf(total, nth).click();
      await unfold(page, "Nhập liệu");
      const input = words.getByLabel("Chỉ tiêu", { exact: true }).first();
      await input.click();
      await input.fill(code);
      await page.getByRole("option", { name: code, exact: false }).first().click();
      await expect(input).toHaveValue(new RegExp(code));
    }
  });

  await test.step("a rule says what must add up", async () => {
    await page.getByRole("treeitem", { name: /^Bảng 1/ }).click();
    const rule = sampleTable.checks?.[0];
    await words.getByRole("button", { name: "Thêm quy tắc" }).click();
    await words.getByLabel("Thông báo khi sai (tiếng Việt)").fill(rule?.message.vi ?? "");
    await words.getByLabel("Thông báo khi sai (tiếng Anh)").fill(rule?.message.en ?? "");
    await choose(page, "Mức độ", "Lỗi: không cho trình");
    const ids = await Promise.all([2, 6, 10].map(async (nth) => (await leaf(page, nth).getAttribute("data-address"))?.split(".")[1] ?? ""));
    await words.getByRole("textbox", { name: /phải đúng$/ }).click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(`${ids[0]} == ${ids[1]} + ${ids[2]}`);
    await page.keyboard.press("Enter");
  });

  await test.step("signatures are dragged to the end of the page", async () => {
    await drag(page, palette(page).getByRole("button", { name: "Chữ ký" }), page.locator("[data-frame=t1]"), { x: 0.5, y: 0.98 });
    await expect(page.getByLabel("Chức vụ của người ký 2")).toHaveValue("Thủ trưởng đơn vị");
  });

  await test.step("and all of it is said in English", async () => {
    await page
      .getByRole("radio", { name: /^Tiếng Anh/ })
      .or(page.getByText("EN", { exact: true }))
      .first()
      .click();
    await page.getByRole("treeitem", { name: /^Bảng 1/ }).click();
    const say = async (cell: Locator, en: string | undefined) => {
      await cell.click();
      await page.keyboard.insertText(en ?? "");
    };
    await say(leaf(page, 0), "No.");
    await say(leaf(page, 1), "Field and work handled, by level");
    for (const [i, [, en]] of heads.entries()) await say(leaf(page, firstFigure + i), en);
    await say(group(page, 2, 0), "Applications received");
    await say(group(page, 3, 1), "Of which");
    await say(group(page, 6, 0), "Applications settled");
    await say(group(page, 10, 0), "Applications in progress");
    // Rows one under the other: Enter goes down.
    const first = await bring(page, "Tư pháp");
    await labelOf(first).click();
    for (const { row } of rows) {
      await page.keyboard.insertText(row.label.en ?? "");
      if (row !== rows.at(-1)?.row) await page.keyboard.press("Enter");
    }
    await page.keyboard.press("Tab");
    for (const [i, en] of ["Prepared by", "Head of unit"].entries()) {
      await page.getByLabel(`Chức vụ của người ký ${i + 1}`).fill(en);
    }
    await page
      .getByRole("region", { name: "Trang văn bản" })
      .getByLabel("Dòng dưới tên")
      .or(page.locator('[data-edit="document.subtitle"]'))
      .first()
      .fill(sample.subtitle?.en ?? "");
    await page
      .locator('[data-edit="document.legalBasis"]')
      .first()
      .fill(sample.legalBasis?.en ?? "");
  });

  const made = await savedDocument(page);
  expect(plainIds(made)).toEqual(plainIds(sample));

  await test.step("it is published, and its office assigns it to a ward", async () => {
    await page.getByRole("button", { name: "Ban hành" }).click();
    const publishing = page.getByRole("dialog");
    await expect(publishing.getByText("Bản nháp không có lỗi.").or(publishing.getByText(/cảnh báo, nên xem lại/))).toBeVisible();
    await publishing.getByRole("button", { name: "Ban hành", exact: true }).click();
    await expect(publishing.getByText("Đã ban hành phiên bản 1")).toBeVisible();
    await publishing.getByRole("link", { name: "Xem biểu mẫu" }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/design"));
    const address = page.url();

    await signInAs(page, "tonghop.vpubnd");
    await page.goto(address);
    await page.getByRole("button", { name: "Giao báo cáo" }).click();
    const assigning = page.getByRole("dialog");
    await assigning.getByLabel("Tên báo cáo").fill(regime);
    await assigning.getByLabel("Tìm đơn vị").fill("cai khe");
    await assigning.getByRole("checkbox", { name: /Cái Khế/ }).check();
    await assigning.getByRole("button", { name: /^Giao (cho 1 đơn vị|báo cáo)/ }).click();
    await expect(assigning.getByText(/^Đã giao cho 1 đơn vị/)).toBeVisible();
  });

  await test.step("the ward fills it, it computes, and it comes out as a Word file", async () => {
    await signInAs(page, "nhaplieu.31117");
    await page.getByRole("row").filter({ hasText: regime }).getByRole("link").first().click();
    const cells = page.getByRole("grid").getByRole("row").filter({ hasText: "Hộ tịch" }).getByRole("gridcell");
    await cells.filter({ hasText: "" }).nth(2).click();
    for (const figure of ["120", "1.035", "10"]) {
      await page.keyboard.type(figure);
      await page.keyboard.press("Tab");
    }
    await expect(page.getByRole("grid")).toContainText("1.165");
    await expect(page.getByText(/^Đã lưu/)).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải bản Word" }).click()]);
    const zip = await JSZip.loadAsync(await readFile(await download.path()));
    const text = ((await zip.file("word/document.xml")?.async("string")) ?? "").replaceAll(/<[^>]+>|\s/g, "");
    for (const expected of ["Hộtịch1.165", "(3)=(4)+(5)+(6)", "Tổngcộng1.165"]) expect(text).toContain(expected);
  });
});
