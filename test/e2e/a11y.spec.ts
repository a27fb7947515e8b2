import { expect, type Page, test } from "@playwright/test";
import { signInAs } from "./signInAs";
import { violationsOf } from "./violationsOf";

/** WCAG 2.2 AA and axe's best practices: nothing found, on the page as it stands. */
async function expectNoViolations(page: Page): Promise<void> {
  // Dialogs and the drawer come in by a transition, in which colours are mixed.
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(400);
  expect(await violationsOf(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    "the page scrolls sideways",
  ).toBeLessThanOrEqual(0);
}

const first = (page: Page, name: RegExp) => page.getByRole("row").filter({ hasText: name }).first().getByRole("link").first();

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`nothing stands in the way of anyone, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("on the reporter's pages, filling included", async ({ page }) => {
      await signInAs(page, "nhaplieu.917");
      await expectNoViolations(page);
      await page.goto("/reports");
      await expectNoViolations(page);
      await page.getByLabel("Tìm kiếm").fill("không có báo cáo nào như vậy");
      await expect(page.getByRole("heading", { name: "Không có báo cáo phù hợp" })).toBeVisible();
      await expectNoViolations(page);

      await page.goto("/reports");
      await first(page, /thủ tục hành chính/).click();
      await expect(page.getByRole("grid")).toBeVisible();
      await expectNoViolations(page);
      await page.locator("[role=gridcell][data-role=input]").first().click();
      await page.keyboard.type("abc");
      await page.keyboard.press("Enter");
      await expect(page.locator("[role=gridcell][aria-invalid=true]")).toHaveCount(1);
      await page.getByRole("button", { name: "Trình lãnh đạo" }).click();
      await expectNoViolations(page);
      // The city of the other tests stays as it was.
      await page.locator("[role=gridcell][aria-invalid=true]").click();
      await page.keyboard.press("Delete");
      await expect(page.getByText(/^Đã lưu lúc/)).toBeVisible();

      await page.goto("/reports");
      await first(page, /kinh tế - xã hội/).click();
      await expect(page.getByRole("textbox", { name: /Đánh giá sản xuất nông nghiệp/ })).toBeVisible();
      await expectNoViolations(page);
    });

    test("on the leader's and the designer's pages", async ({ page }) => {
      await signInAs(page, "lanhdao.31117");
      await expectNoViolations(page);
      await page.goto("/review");
      await expectNoViolations(page);
      await page.goto("/reports");
      await first(page, /Quý I năm 2024/).click();
      await expect(page.getByRole("grid")).toBeVisible();
      await expectNoViolations(page);

      await page.context().clearCookies();
      await signInAs(page, "thietke.ttdh");
      await page.goto("/templates");
      await expectNoViolations(page);
      await first(page, /Mẫu A.III.1/).click();
      await expect(page.getByRole("grid").first()).toBeVisible();
      await expectNoViolations(page);
      await page.goto("/nowhere");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Không tìm thấy trang");
      await expectNoViolations(page);
    });

    test("on the aggregator's pages, down to the figures behind a figure", async ({ page }) => {
      await signInAs(page, "tonghop.vpubnd");
      await expectNoViolations(page);
      await page.goto("/collect");
      await expectNoViolations(page);
      const quarter = page.getByRole("row").filter({ hasText: "cấp xã" }).filter({ hasText: "Quý I năm 2024" });
      await quarter.getByRole("link").first().click();
      await expect(page.getByRole("button", { name: /^Trả lại báo cáo của/ }).first()).toBeVisible();
      await expectNoViolations(page);
      await page
        .getByRole("button", { name: /^Trả lại báo cáo của/ })
        .first()
        .click();
      await expect(page.getByRole("dialog").getByLabel("Lý do")).toBeFocused();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");

      await page.getByRole("link", { name: "Xem số liệu tổng hợp" }).click();
      await page.locator('[role=gridcell][data-address="t1.r11.c4"]').click();
      await expect(page.getByRole("dialog").getByRole("row").nth(2)).toBeVisible();
      await expectNoViolations(page);
    });
  });
}

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the leader reads and approves without sideways scrolling", async ({ page }) => {
    await signInAs(page, "lanhdao.31117");
    for (const path of ["/", "/review", "/reports"]) {
      await page.goto(path);
      await expectNoViolations(page);
    }
    const quarter = page.getByRole("row").filter({ hasText: "Quý I năm 2024" }).first();
    for (const part of [quarter.locator("time"), quarter.getByText("Đã tiếp nhận")]) await expect(part).toBeInViewport({ ratio: 1 });
    await first(page, /Quý I năm 2024/).click();
    await expect(page.getByRole("grid")).toBeVisible();
    await expectNoViolations(page);
  });
});
