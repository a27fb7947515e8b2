import { expect, test } from "@playwright/test";
import { signInAs } from "./signInAs";
import { violationsOf } from "./violationsOf";

test("a reporter finds the help in the account's menu, and the formulas with their results", async ({ page }) => {
  await signInAs(page, "nhaplieu.916");
  await page.getByRole("button", { name: /^Tài khoản / }).click();
  await page.getByRole("menuitem", { name: "Trợ giúp" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Trợ giúp" })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Trả lại/ })).toContainText("phải nêu lý do");

  await page.getByRole("navigation", { name: "Nội dung trang" }).getByRole("link", { name: "Số liệu tổng hợp" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Số liệu tổng hợp" })).toBeInViewport();

  await page.getByRole("main").getByRole("link", { name: "Công thức", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Công thức" })).toBeVisible();
  await expect(page.getByRole("row", { name: "c4 / c5" }).first()).toContainText("chia cho 0");
  await expect(page.getByRole("row", { name: "Lũy thừa tính từ phải sang" })).toContainText("512");
});

test("a designer finds how templates are built, the keys of the designer, and the way to the formulas", async ({ page }) => {
  await signInAs(page, "thietke.916");
  await page.goto("/help");
  await page.getByRole("navigation", { name: "Nội dung trang" }).getByRole("link", { name: "Thiết kế bảng số liệu" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Thiết kế bảng số liệu" })).toBeInViewport();
  const keys = page.getByRole("region", { name: "Phím tắt của trang thiết kế: Bảng" });
  await expect(keys.getByRole("row", { name: /^Ctrl\+G/ })).toContainText("Gộp thành nhóm cột");
  await page.getByRole("link", { name: "trang về công thức" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Công thức" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport });

      test("nothing of the help stands in the way of anyone", async ({ page }) => {
        await signInAs(page, "nhaplieu.916");
        for (const path of ["/help", "/help/formulas"]) {
          await page.goto(path);
          expect(await violationsOf(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
            "the page scrolls sideways",
          ).toBeLessThanOrEqual(0);
        }
      });
    });
  }
}
