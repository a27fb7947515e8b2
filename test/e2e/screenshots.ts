// `npm run screenshots`: the pictures of the README, taken of a running Bieumau with the sample city.
import { existsSync, mkdirSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";

const address = process.env.BIEUMAU_ADDRESS ?? "http://127.0.0.1:3000";
const folder = "test/fixtures/screenshots";
/** Of every sample account, as `npm start` prints it. */
const password = "Bieumau-CanTho-2024";

/** Brings what is to be seen onto the screen; gives what puts the sample back as it was, where showing it changed something. */
type Show = (page: Page) => Promise<(() => Promise<void>) | undefined>;

const pictures: readonly { readonly name: string; readonly username: string; readonly show: Show }[] = [
  {
    name: "report",
    username: "nhaplieu.31117",
    show: async (page) => {
      await page.goto(`${address}/reports`);
      await page.getByRole("row").filter({ hasText: "Quý I năm 2024" }).getByRole("link").first().click();
      await page.getByRole("grid").first().waitFor();
      return undefined;
    },
  },
  {
    name: "aggregate",
    username: "tonghop.vpubnd",
    show: async (page) => {
      await page.goto(`${address}/collect`);
      await page
        .getByRole("row")
        .filter({ hasText: /cấp xã\s*Quý I năm 2024/ })
        .getByRole("link", { name: "Xem số liệu tổng hợp" })
        .click();
      await page.getByRole("grid").first().waitFor();
      return undefined;
    },
  },
  {
    name: "library",
    username: "thietke.ttdh",
    show: async (page) => {
      await page.goto(`${address}/templates`);
      await page.getByRole("region", { name: "Danh sách biểu mẫu" }).waitFor();
      return undefined;
    },
  },
  {
    name: "versions",
    username: "thietke.ttdh",
    show: async (page) => {
      await page.goto(`${address}/templates/${await templateId(page, "SXKD-THANG")}?tab=versions`);
      await page.getByRole("heading", { name: "So sánh hai phiên bản" }).waitFor();
      return undefined;
    },
  },
  {
    name: "designer",
    username: "thietke.ttdh",
    show: async (page) => {
      const id = await templateId(page, "06-VPCP-KSTT");
      await page.goto(`${address}/templates/${id}/design`);
      const start = page.getByRole("button", { name: "Tạo bản nháp" });
      const bar = page.getByRole("toolbar", { name: "Thanh công cụ thiết kế" });
      await start.or(bar).waitFor();
      const starts = await start.isVisible();
      if (starts) await start.click();
      await bar.waitFor();
      await page.locator("[role=grid] [data-role=computed]").first().click();
      await page.getByText("Với số liệu mẫu:").waitFor();
      return starts ? () => discardDraft(page, id) : undefined;
    },
  },
];

/** The template of the city's library with this code. */
async function templateId(page: Page, code: string): Promise<string> {
  const answer = await page.request.get(`${address}/api/v1/templates?search=${code}`);
  const { items } = (await answer.json()) as { readonly items: readonly { readonly id: string; readonly code: string }[] };
  const found = items.find((item) => item.code === code);
  if (!found) throw new Error(`no template ${code}`);
  return found.id;
}

/** Takes back a draft that was begun for its picture alone. */
const discardDraft = (page: Page, id: string): Promise<void> =>
  page.evaluate(async (path) => {
    const answer = await fetch(path, { method: "DELETE" });
    if (!answer.ok) throw new Error(`the draft was not discarded: ${answer.status}`);
  }, `/api/v1/templates/${id}/draft`);

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
mkdirSync(folder, { recursive: true });
for (const { name, username, show } of pictures) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: "light", locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL(`${address}/`);
  const putBack = await show(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${folder}/${name}.png` });
  await putBack?.();
  process.stdout.write(`${folder}/${name}.png\n`);
  await context.close();
}
await browser.close();
