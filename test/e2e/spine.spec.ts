import { readFile } from "node:fs/promises";
import { type Download, expect, type Locator, type Page, test } from "@playwright/test";
import JSZip from "jszip";
import { signInAs } from "./signInAs";

const regime = "Báo cáo tình hình, kết quả giải quyết thủ tục hành chính của cấp xã";
const quarter = "Quý II năm 2024";
const commune = "Phường Cái Khế";

/** The row of a table of links for the form and quarter of the walk. */
const rowOfWalk = (page: Page): Locator => page.getByRole("row").filter({ hasText: regime }).filter({ hasText: quarter });
const cell = (page: Page, at: string): Locator => page.locator(`[role=gridcell][data-address="${at}"]`);

/** Types figures into neighbouring cells as in a spreadsheet: from the first, Tab after each. */
async function typeFrom(page: Page, at: string, figures: readonly string[]): Promise<void> {
  await cell(page, at).click();
  for (const figure of figures) {
    await page.keyboard.type(figure);
    await page.keyboard.press("Tab");
  }
}

/** Does one act of the workflow, with its dialog. */
async function act(page: Page, button: string, fill?: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await fill?.(dialog);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Words of a Word file, cell by cell. */
async function wordsOf(download: Download): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(await download.path()));
  const xml = (await zip.file("word/document.xml")?.async("string")) ?? "";
  return xml.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
}

test.describe
  .serial("the spine: a form of a commune becomes a total of the city and a Word file", () => {
    test("the reporter fills the form, sees it compute while typing, mends what does not add up, and submits it", async ({ page }) => {
      await signInAs(page, "nhaplieu.31117");
      await rowOfWalk(page).getByRole("link").click();
      await expect(page.getByRole("grid")).toBeVisible();

      // Nothing was entered yet: that is no report.
      await page.getByRole("button", { name: "Trình lãnh đạo", exact: true }).click();
      const question = page.getByRole("dialog");
      await expect(question.getByRole("alert")).toContainText("Báo cáo chưa có số liệu");
      await expect(question.getByText("Đã nhập 0/168 ô", { exact: false })).toBeVisible();
      await expect(question.getByRole("button", { name: "Trình lãnh đạo", exact: true })).toBeDisabled();
      await question.getByRole("button", { name: "Đến ô trống tiếp theo" }).click();
      await expect(cell(page, "t1.r11.c4").locator("input")).toBeFocused();

      await typeFrom(page, "t1.r11.c4", ["120"]);
      await expect(cell(page, "t1.r11.c3")).toHaveText("120");
      await typeFrom(page, "t1.r11.c5", ["1.035", "10"]);
      await expect(cell(page, "t1.r11.c3")).toHaveText("1.165");
      await expect(cell(page, "t1.r10.c3")).toHaveText("1.165");

      // (3) must equal (7) + (11): the form cannot be submitted yet.
      await typeFrom(page, "t1.r11.c8", ["1.100", "50", "5"]);
      await expect(cell(page, "t1.r11.c7")).toHaveText("1.155");
      await page.getByRole("button", { name: "Trình lãnh đạo", exact: true }).click();
      await expect(
        page.getByText("Số hồ sơ nhận giải quyết (3) phải bằng số đã giải quyết (7) cộng số đang giải quyết (11).").first(),
      ).toBeVisible();
      await expect(page.getByRole("rowheader", { name: /^Hộ tịch Số hồ sơ nhận giải quyết \(3\) phải bằng/ })).toBeVisible();
      await page.getByRole("button", { name: /^1 Hộ tịch: Số hồ sơ nhận giải quyết/ }).click();
      await expect(cell(page, "t1.r11.c4").locator("input")).toBeFocused();
      await typeFrom(page, "t1.r11.c12", ["8", "2"]);
      await expect(cell(page, "t1.r11.c11")).toHaveText("10");
      await expect(page.getByText(/^Đã lưu/)).toBeVisible();

      // What was typed is on the server: it is there after the page is loaded anew.
      await page.reload();
      await expect(cell(page, "t1.r11.c3")).toHaveText("1.165");
      await act(page, "Trình lãnh đạo");
      await expect(page.getByText("Chờ phê duyệt").first()).toBeVisible();
    });

    test("the leader approves, signs, gives it number and date, and sends it", async ({ page }) => {
      await signInAs(page, "lanhdao.31117");
      await rowOfWalk(page).getByRole("link").click();
      await expect(cell(page, "t1.r11.c3")).toHaveText("1.165");
      await act(page, "Phê duyệt");
      await act(page, "Ký");
      await act(page, "Cấp số và gửi", (dialog) => dialog.getByLabel("Số, ký hiệu").fill("77/BC-UBND"));
      await expect(page.getByText("Số 77/BC-UBND", { exact: false })).toBeVisible();
      await expect(page.getByText("Đã gửi", { exact: true }).first()).toBeVisible();
    });

    test("the city's aggregator sees the total with its coverage, and opens a figure down to the commune", async ({ page }) => {
      await signInAs(page, "tonghop.vpubnd");
      await page.goto("/collect");
      await rowOfWalk(page).getByRole("link", { name: "Xem số liệu tổng hợp" }).click();
      await expect(page.getByText("1/83 đã gửi")).toBeVisible();
      await expect(cell(page, "t1.r11.c3")).toHaveText("1.165");

      await cell(page, "t1.r11.c4").click();
      const drawer = page.getByRole("dialog", { name: "Số liệu của từng đơn vị" });
      await expect(drawer.getByRole("row").filter({ hasText: commune })).toContainText("120");
      await drawer.getByRole("link", { name: commune }).click();
      await expect(page).toHaveURL(/\/reports\//);
      await expect(cell(page, "t1.r11.c5")).toHaveText("1.035");
      await act(page, "Tiếp nhận");
      await expect(page.getByText("Đã tiếp nhận", { exact: true }).first()).toBeVisible();
    });

    test("the district follows its own communes, and adds them up without accepting", async ({ page }) => {
      await signInAs(page, "tonghop.916");
      await expect(rowOfWalk(page)).toContainText("1/11");
      await rowOfWalk(page).getByRole("link", { name: regime }).click();
      await expect(page.getByRole("row").filter({ hasText: commune })).toContainText("Đã tiếp nhận");
      await expect(page.getByRole("rowgroup")).toHaveCount(2);
      await expect(page.getByRole("button", { name: /^(Tiếp nhận|Trả lại)/ })).toHaveCount(0);
      await page.getByRole("link", { name: "Xem số liệu tổng hợp" }).click();
      await expect(page.getByText("1/11 đã gửi")).toBeVisible();
      await expect(page.getByRole("navigation", { name: "Chức năng" }).locator("[aria-current=page]")).toHaveText("Tiếp nhận và tiến độ");
    });

    test("the city's total and the commune's report download as Word files that open, with their figures", async ({ page }) => {
      await signInAs(page, "tonghop.vpubnd");
      await page.goto("/collect");
      await rowOfWalk(page).getByRole("link", { name: "Xem số liệu tổng hợp" }).click();
      await expect(page.getByText("1/83 đã gửi")).toBeVisible();
      const [total] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải bản Word" }).click()]);
      expect(total.suggestedFilename()).toMatch(/^06-VPCP-KSTT .+ 2024-Q2\.docx$/);
      const words = await wordsOf(total);
      for (const expected of ["Hộ tịch", "1.165", "1.155", "Tổng cộng"]) expect(words).toContain(expected);

      await cell(page, "t1.r11.c4").click();
      await page.getByRole("dialog").getByRole("link", { name: commune }).click();
      await expect(page).toHaveURL(/\/reports\//);
      const [report] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Tải bản Word" }).click()]);
      const own = await wordsOf(report);
      for (const expected of [commune.toLowerCase(), "1.035", "1.165"]) expect(own.toLowerCase()).toContain(expected);
    });

    test("the quarter before shows 76 of 83 communes, and names who is missing", async ({ page }) => {
      await signInAs(page, "tonghop.vpubnd");
      await page.goto("/collect");
      const row = page.getByRole("row").filter({ hasText: regime }).filter({ hasText: "Quý I năm 2024" });
      await row.getByRole("link", { name: "Xem số liệu tổng hợp" }).click();
      await expect(page.getByText("76/83 đã gửi")).toBeVisible();
      await page.getByRole("button", { name: "Còn thiếu 7 đơn vị" }).click();
      await expect(page.getByText(/Phường An Cư/)).toBeVisible();
    });
  });
