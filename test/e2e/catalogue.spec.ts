import { expect, test } from "@playwright/test";
import { signInAs } from "./signInAs";

test("a designer finds “tỷ lệ” by “ty le”, and sees where an indicator is used", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  await page.getByRole("link", { name: "Chỉ tiêu" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Danh mục chỉ tiêu" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Tìm kiếm").fill("ty le ho");
  const rows = page.getByRole("region", { name: "Danh mục chỉ tiêu" }).locator("tbody tr");
  await expect(rows.first()).toContainText("Tỷ lệ hộ nghèo");
  await expect(rows.filter({ hasText: "Sản lượng lúa thu hoạch" })).toHaveCount(0);

  await page.getByRole("button", { name: "Thao tác với chỉ tiêu KTXH_05" }).click();
  await page.getByRole("menuitem", { name: "Dùng ở đâu" }).click();
  const uses = page.getByRole("dialog", { name: "Biểu mẫu dùng chỉ tiêu KTXH_05" });
  // In the version in force and in the draft that goes on from it: each leads to its own page.
  const inUse = uses.getByRole("listitem").filter({ hasText: "Phiên bản 1 đang dùng" });
  await expect(inUse.getByRole("link", { name: /kinh tế - xã hội/ })).toHaveAttribute("href", /^\/templates\/[0-9a-f-]+$/);
});

test("a designer adds an indicator, and is told at the field what is wrong with it", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  await page.goto("/indicators");
  await page.getByRole("button", { name: "Thêm chỉ tiêu" }).click();
  const dialog = page.getByRole("dialog", { name: "Thêm chỉ tiêu" });
  await dialog.getByLabel("Mã").fill("ktxh_01");
  await dialog.getByLabel("Tên tiếng Việt").fill("Số lượt khách du lịch");
  await dialog.getByLabel("Kiểu dữ liệu").selectOption({ label: "Số nguyên" });
  await dialog.getByRole("button", { name: "Thêm" }).click();
  await expect(dialog.getByText(/Mã ktxh_01 đã dùng cho một chỉ tiêu khác/)).toBeVisible();
  await dialog.getByLabel("Mã").fill("DL_01");
  await dialog.getByLabel("Đơn vị tính").fill("luot khach");
  await page.getByRole("option", { name: "lượt khách" }).click();
  await dialog.getByRole("button", { name: "Thêm" }).click();
  await expect(dialog).toBeHidden();
  await page.getByLabel("Tìm kiếm").fill("khach du lich");
  await expect(page.getByRole("row").filter({ hasText: "DL_01" })).toContainText("lượt khách");
});

test("whoever only reads the catalogues is offered no change", async ({ page }) => {
  await signInAs(page, "thietke.916");
  await page.goto("/units-of-measure");
  await expect(page.getByText("= 1.000.000 đồng")).toBeVisible();
  await expect(page.getByRole("button", { name: "Thêm đơn vị tính" })).toHaveCount(0);
  await page.goto("/indicators?q=KTXH_01");
  await page.getByRole("button", { name: "Thao tác với chỉ tiêu KTXH_01" }).click();
  await expect(page.getByRole("menuitem", { name: "Ngừng dùng" })).toHaveCount(0);
  await page.getByRole("menuitem", { name: "Xem chỉ tiêu" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Lưu" })).toHaveCount(0);
});

test("an aggregator of a district assigns a city template to its communes, and is led to their progress", async ({ page }) => {
  await signInAs(page, "tonghop.916");
  await page.goto("/collect");
  await page.getByRole("link", { name: "Giao báo cáo từ biểu mẫu" }).click();
  await page
    .getByRole("link", { name: /cảng biển/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Giao báo cáo" }).click();
  const dialog = page.getByRole("dialog", { name: /Giao báo cáo/ });
  await expect(dialog.getByText(/^Hạn gửi: \d/)).toBeVisible();
  await dialog.getByRole("button", { name: "Giao báo cáo" }).click();
  await expect(dialog.getByText("Hãy chọn ít nhất một đơn vị.")).toBeVisible();
  await dialog.getByRole("button", { name: "Chọn 11 đơn vị cấp xã thuộc Quận Ninh Kiều" }).click();
  await dialog.getByRole("button", { name: "Giao cho 11 đơn vị" }).click();
  await expect(dialog.getByText(/^Đã giao cho 11 đơn vị/)).toBeVisible();
  await dialog.getByRole("link", { name: "Theo dõi tiến độ tiếp nhận" }).click();
  await expect(page).toHaveURL(/\/collect\/BIEU-28-T-THANG-916\//);
  await expect(page.getByText("Phường Cái Khế")).toBeVisible();
});

test("who may not assign is told why", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  await page.goto("/templates");
  await page
    .getByRole("link", { name: /cảng biển/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Giao báo cáo" }).click();
  await expect(page.getByRole("dialog")).toContainText("Chỉ tài khoản tổng hợp báo cáo của đơn vị chủ trì mới được giao báo cáo");
});
