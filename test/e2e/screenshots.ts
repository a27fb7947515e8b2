// `npm run screenshots`: the pictures of the README, taken of a running Bieumau with the sample city.
import { existsSync, mkdirSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";

const address = process.env.BIEUMAU_ADDRESS ?? "http://127.0.0.1:3000";
const folder = "test/fixtures/screenshots";
/** Of every sample account, as `npm start` prints it. */
const password = "Bieumau-CanTho-2024";

const pictures: readonly { readonly name: string; readonly username: string; readonly show: (page: Page) => Promise<void> }[] = [
  {
    name: "report",
    username: "nhaplieu.31117",
    show: async (page) => {
      await page.goto(`${address}/reports`);
      await page.getByRole("row").filter({ hasText: "Quý I năm 2024" }).getByRole("link").first().click();
      await page.getByRole("grid").first().waitFor();
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
    },
  },
];

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
  await show(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${folder}/${name}.png` });
  process.stdout.write(`${folder}/${name}.png\n`);
  await context.close();
}
await browser.close();
