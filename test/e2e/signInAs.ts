import { expect, type Page } from "@playwright/test";

/** Of every sample account, as `npm start` prints it. */
export const samplePassword = "Bieumau-CanTho-2024";

/** Signs in as a sample account, whoever was signed in before, and waits for its first page. */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(samplePassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Việc cần làm" })).toBeVisible();
}
