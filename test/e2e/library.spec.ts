import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { signInAs } from "./signInAs";
import { violationsOf } from "./violationsOf";

async function expectNoViolations(page: Page): Promise<void> {
  // Dialogs and menus come in by a transition, in which colours are mixed.
  await page.waitForTimeout(400);
  expect(await violationsOf(page)).toEqual([]);
}

const row = (page: Page, code: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("button", { name: `Thao tác với biểu mẫu ${code}`, exact: true }) });

async function chooseAct(page: Page, code: string, act: string): Promise<void> {
  await page.getByRole("button", { name: `Thao tác với biểu mẫu ${code}`, exact: true }).click();
  await page.getByRole("menuitem", { name: act, exact: true }).click();
}

test.describe
  .serial("the library of templates", () => {
    test("is searched without marks and filtered by library, field and state", async ({ page }) => {
      await signInAs(page, "thietke.916");
      await page.goto("/templates");
      await expect(row(page, "06-VPCP-KSTT")).toBeVisible();
      await page.getByLabel("Tìm kiếm").fill("san xuat kinh doanh");
      await expect(row(page, "06-VPCP-KSTT")).toBeHidden();
      await expect(row(page, "SXKD-THANG")).toContainText("Phiên bản 2");
      await expect(row(page, "SXKD-THANG-916")).toContainText("sao chép từ SXKD-THANG, phiên bản 1");
      await page.getByLabel("Đơn vị quản lý").selectOption({ label: "Quận Ninh Kiều" });
      await expect(row(page, "SXKD-THANG")).toBeHidden();
      await page.getByLabel("Trạng thái").selectOption({ label: "Ngừng dùng" });
      await expect(page.getByRole("heading", { name: "Không có biểu mẫu phù hợp" })).toBeVisible();
      await expectNoViolations(page);
    });

    test("a district forks a city template; another district sees nothing of it", async ({ page }) => {
      await signInAs(page, "thietke.916");
      await page.goto("/templates");
      await chooseAct(page, "BIEU-28-T", "Sao chép thành biểu mẫu của đơn vị");
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByText("Để trống để hệ thống đặt mã BIEU-28-T-916.")).toBeVisible();
      await expectNoViolations(page);
      await dialog.getByRole("button", { name: "Sao chép và thiết kế" }).click();
      await expect(page).toHaveURL(/\/templates\/[0-9a-f-]+\/design$/);
      const design = new URL(page.url()).pathname;

      await page.goto("/templates");
      await expect(row(page, "BIEU-28-T-916")).toContainText("Chưa ban hành");
      await expect(row(page, "BIEU-28-T-916")).toContainText("Bản nháp");
      await signInAs(page, "thietke.917");
      await page.goto("/templates");
      await expect(row(page, "BIEU-28-T")).toBeVisible();
      await expect(page.getByText("BIEU-28-T-916")).toHaveCount(0);
      await page.goto(design);
      await expect(page.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();
      await page.goto(design.replace("/design", ""));
      await expect(page.getByRole("heading", { name: "Không tìm thấy trang" })).toBeVisible();
    });

    test("what was never published leaves the library with its draft", async ({ page }) => {
      await signInAs(page, "thietke.916");
      await page.goto("/templates?state=drafts");
      await chooseAct(page, "BIEU-28-T-916", "Bỏ bản nháp");
      const dialog = page.getByRole("dialog");
      await expect(dialog).toContainText("biểu mẫu rời khỏi thư viện");
      await dialog.getByRole("button", { name: "Bỏ bản nháp" }).click();
      await expect(row(page, "BIEU-28-T-916")).toHaveCount(0);
    });

    test("a template is exported as JSON and begun again from that file; what is no template is refused in words", async ({ page }) => {
      await signInAs(page, "thietke.ttdh");
      await page.goto("/templates?q=A-III-1");
      await page.getByRole("button", { name: "Thao tác với biểu mẫu A-III-1", exact: true }).click();
      const download = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: "Xuất JSON" }).click();
      const file = await download;
      expect(file.suggestedFilename()).toBe("A-III-1-v1.json");
      const text = await readFile(await file.path(), "utf8");

      await page.goto("/templates");
      await page.getByRole("button", { name: "Tạo biểu mẫu" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByText("Tệp JSON", { exact: true }).click();
      const input = dialog.locator("input[type=file]");
      await input.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("<html>") });
      await expect(dialog.getByRole("alert")).toContainText("không phải là tệp JSON của biểu mẫu");
      await input.setInputFiles({
        name: "b.json",
        mimeType: "application/json",
        buffer: Buffer.from('{"format":1,"code":"B","blocks":[{}]}'),
      });
      await expect(dialog.getByLabel("Mã biểu mẫu")).toHaveValue("B");
      await dialog.getByRole("button", { name: "Tạo và thiết kế" }).click();
      await expect(dialog.getByRole("alert")).toContainText("Thiếu “title”.");
      await input.setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(text) });
      await dialog.getByRole("button", { name: "Tạo và thiết kế" }).click();
      await expect(dialog.getByText("Thư viện của đơn vị đã có biểu mẫu mang mã A-III-1. Hãy chọn mã khác.")).toBeVisible();
      await expectNoViolations(page);
      await dialog.getByLabel("Mã biểu mẫu").fill("a-iii-1-lai");
      await dialog.getByRole("button", { name: "Tạo và thiết kế" }).click();
      await expect(page).toHaveURL(/\/design$/);
      await page.goto("/templates?q=A-III-1-LAI");
      await chooseAct(page, "A-III-1-LAI", "Bỏ bản nháp");
      await page.getByRole("dialog").getByRole("button", { name: "Bỏ bản nháp" }).click();
      await expect(page.getByRole("heading", { name: "Không có biểu mẫu phù hợp" })).toBeVisible();
    });

    test("what changed between two versions, and what an origin changed since a fork, is told in words", async ({ page }) => {
      await signInAs(page, "thietke.916");
      await page.goto("/templates?q=SXKD-THANG");
      await page.getByRole("link", { name: /quận Ninh Kiều/ }).click();
      await page.getByRole("link", { name: "Biểu mẫu gốc", exact: true }).click();
      await expect(page.getByText("Biểu mẫu gốc đang ở phiên bản 2.")).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: /cột 8: đặt công thức c6 \+ c7/i })).toBeVisible();
      await expectNoViolations(page);

      await page.getByRole("link", { name: "Sao chép từ SXKD-THANG, phiên bản 1" }).click();
      // The fork has a page of versions too: on to the origin's alone.
      await expect(page.getByRole("heading", { level: 1 })).not.toContainText("quận Ninh Kiều");
      await page.getByRole("link", { name: "Phiên bản", exact: true }).click();
      await expect(page.getByRole("row").filter({ hasText: "Phiên bản 1" })).toContainText("Đã thay");
      await expect(page.getByText("6 thay đổi")).toBeVisible();
      await page.getByLabel("Từ", { exact: true }).selectOption({ label: "Phiên bản 2" });
      await expect(page.getByText("Hai phiên bản giống nhau.")).toBeVisible();
      await page.getByLabel("Đến", { exact: true }).selectOption({ label: "Phiên bản 1" });
      await expect(page.getByRole("listitem").filter({ hasText: /cột 8: bỏ công thức c6 \+ c7/i })).toBeVisible();
      await expectNoViolations(page);
    });

    test("a template is retired, which every reader sees, and taken into use again", async ({ page }) => {
      await signInAs(page, "thietke.916");
      await page.goto("/templates?q=SXKD-THANG-916");
      await page.getByRole("link", { name: /quận Ninh Kiều/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("quận Ninh Kiều");
      await page.getByRole("button", { name: "Thao tác khác" }).click();
      await page.getByRole("menuitem", { name: "Ngừng dùng" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Ngừng dùng" }).click();
      // The question and the menu say these words too, until they are gone.
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(page.getByRole("menuitem")).toHaveCount(0);
      await expect(page.getByText("Ngừng dùng", { exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: "Tạo phiên bản mới" })).toHaveCount(0);
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Thao tác khác" }).click();
      await page.getByRole("menuitem", { name: "Dùng lại" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Dùng lại" }).click();
      await expect(page.getByRole("button", { name: "Tạo phiên bản mới" })).toBeVisible();
    });
  });
