import { expect, type Locator, type Page } from "@playwright/test";
import type { Template } from "@/lib/template";

/** Of every sample account, as `npm start` prints it. */
const samplePassword = "Bieumau-CanTho-2024";

export async function signInAs(page: Page, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(samplePassword);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Việc cần làm" })).toBeVisible();
}

/** Waits until the draft is saved, and gives it as the server holds it. */
export async function savedDocument(page: Page): Promise<Template> {
  const id = new URL(page.url()).pathname.split("/")[2];
  await expect(page.getByText(/^Đã lưu/).first()).toBeVisible({ timeout: 15_000 });
  const answer = await page.request.get(`/api/v1/templates/${id}/draft`);
  return (await answer.json()).document;
}

const middle = async (of: Locator): Promise<{ x: number; y: number }> => {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error("not drawn");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Drags by mouse as a hand does: down, a little, over, up. `to` is given by its share of the target's width and height. */
export async function drag(page: Page, from: Locator, to: Locator, at: { readonly x: number; readonly y: number }): Promise<void> {
  const start = await middle(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6, { steps: 3 });
  const box = await to.boundingBox();
  if (!box) throw new Error("no target drawn");
  await page.mouse.move(box.x + box.width * at.x, box.y + box.height * at.y, { steps: 8 });
  await page.mouse.up();
}
