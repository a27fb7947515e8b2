import { expect, type Locator, type Page } from "@playwright/test";
import type { Template } from "@/lib/template";

/** Makes a draft of these words and blocks in the library of the designer who is signed in; gives the id of its template. */
export async function makeDraft(page: Page, document: Omit<Template, "format" | "code">): Promise<string> {
  const account = await (await page.request.get("/api/v1/account")).json();
  const ownerUnitId = account.roles.find(({ role }: { readonly role: string }) => role === "designer").unit.id;
  const code = `E2E-${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
  const made = await page.request.post("/api/v1/templates/drafts", {
    headers: { origin: new URL(page.url()).origin },
    data: { ownerUnitId, from: { kind: "document", document: { ...document, format: 1, code } } },
  });
  expect(made.status()).toBe(201);
  return (await made.json()).templateId;
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
