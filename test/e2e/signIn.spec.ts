import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";

/** Of every sample account, as `npm start` prints it. */
const samplePassword = "Bieumau-CanTho-2024";

/** Types name and password on the page at hand. */
async function signIn(page: Page, username: string, password = samplePassword): Promise<void> {
  await page.getByLabel("Tên đăng nhập").fill(username);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}

const faultsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze()).violations;
const sessionCookie = async (context: BrowserContext) => (await context.cookies()).find(({ name }) => name.endsWith("bieumau.session"));

test.describe("signing in", () => {
  test("sends whoever is not signed in to the entrance, and back to where they wanted", async ({ page, context }) => {
    await page.goto("/account?from=test");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount%3Ffrom%3Dtest$/);
    await signIn(page, "theodoi.tp");
    await expect(page).toHaveURL(/\/account\?from=test$/);
    expect(await sessionCookie(context)).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  });

  test("says that name or password is wrong, keeps the name and lets the password be typed anew", async ({ page }) => {
    await page.goto("/sign-in");
    await signIn(page, "theodoi.tp", "không phải mật khẩu");
    await expect(page.getByText("Tên đăng nhập hoặc mật khẩu không đúng.")).toBeVisible();
    await expect(page.getByLabel("Tên đăng nhập")).toHaveValue("theodoi.tp");
    await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
  });

  test("tells until when it is locked after five wrong passwords", async ({ page }) => {
    await page.goto("/sign-in");
    for (let n = 0; n < 5; n++) {
      await signIn(page, "khong.co.ai", `sai ${n}`);
      await expect(page.getByText("Tên đăng nhập hoặc mật khẩu không đúng.")).toBeVisible();
    }
    await signIn(page, "khong.co.ai", "sai");
    await expect(page.getByText(/Nhập sai quá nhiều lần\. Có thể thử lại lúc \d\d:\d\d\./)).toBeVisible();
  });

  test("leads to no other site", async ({ page }) => {
    for (const next of ["//evil.example", "/\\evil.example", "https://evil.example/"]) {
      await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await signIn(page, "theodoi.tp");
      await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      await page.context().clearCookies();
    }
  });

  test("is whole in English, shows a password to whoever asks, and is without faults for readers and keyboards", async ({ page }) => {
    await page.goto("/sign-in");
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByLabel("Password", { exact: true }).fill("bến ninh kiều");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Show password" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
  });

  test("in a language keeps it with the account, and what is chosen inside is the language of the next sign-in", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    // Chosen before the page is opened anew, by somebody who was never here.
    await page.reload();
    await page.getByLabel("Username").fill("lanhdao.31123");
    await page.getByLabel("Password", { exact: true }).fill(samplePassword);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "To do" })).toBeVisible();
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await signIn(page, "lanhdao.31123");
    await expect(page.getByRole("heading", { level: 1, name: "To do" })).toBeVisible();

    const menu = page.getByRole("banner").getByRole("button", { name: /^Account / });
    await menu.click();
    await page.getByRole("menuitem", { name: "Tiếng Việt" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Việc cần làm" })).toBeVisible();
    await page
      .getByRole("banner")
      .getByRole("button", { name: /^Tài khoản / })
      .click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await signIn(page, "lanhdao.31123");
    await expect(page.getByRole("heading", { level: 1, name: "Việc cần làm" })).toBeVisible();
  });

  test("runs scripts by the page's nonce alone", async ({ page }) => {
    const refusals: string[] = [];
    page.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) refusals.push(message.text());
    });
    const response = await page.goto("/sign-in");
    const policy = response?.headers()["content-security-policy"] ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
    expect((await page.goto("/sign-in"))?.headers()["content-security-policy"]).not.toContain(nonce);
    await expect(page.getByRole("button", { name: "Đăng nhập" })).toBeEnabled();
    expect(refusals).toEqual([]);
  });
});

test.describe("an account", () => {
  test("that has a one-time password does nothing before it is changed", async ({ page }) => {
    await page.goto("/sign-in");
    await signIn(page, "moi.31117");
    await expect(page).toHaveURL(/\/change-password$/);
    expect(await faultsOf(page)).toEqual([]);
    await page.goto("/reports");
    await expect(page).toHaveURL(/\/change-password$/);
    expect((await page.request.get("/api/v1/account/sessions")).status()).toBe(403);

    await page.getByLabel("Mật khẩu hiện tại").fill(samplePassword);
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill("matkhau2026");
    await page.getByLabel("Nhập lại mật khẩu mới").fill("matkhau2026");
    await expect(page.getByText("Mật khẩu này quá phổ biến")).toBeVisible();
    await page.getByLabel("Mật khẩu mới", { exact: true }).fill("gió chướng thổi về");
    await page.getByLabel("Nhập lại mật khẩu mới").fill("gió chướng thổi vê");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await expect(page.getByText("Hai lần nhập không giống nhau.")).toBeVisible();
    await page.getByLabel("Nhập lại mật khẩu mới").fill("gió chướng thổi về");
    await page.getByRole("button", { name: "Đổi mật khẩu" }).click();
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  test("is signed out at once where an administrator ends its session", async ({ browser }) => {
    const [victim, admin] = [await browser.newContext(), await browser.newContext()];
    const [page, office] = [await victim.newPage(), await admin.newPage()];
    await page.goto("/account");
    await signIn(page, "lanhdao.31120");
    await expect(page.getByRole("heading", { name: "Tài khoản của tôi" })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);

    await office.goto("/accounts?q=lanhdao.31120");
    await signIn(office, "quantri");
    await office.getByLabel("Thao tác với lanhdao.31120").click();
    await office.getByRole("menuitem", { name: "Phiên đăng nhập" }).click();
    await office.getByRole("button", { name: "Đăng xuất khỏi mọi thiết bị" }).click();
    await expect(office.getByText("Tài khoản không đăng nhập trên thiết bị nào.")).toBeVisible();

    expect((await page.request.get("/api/v1/account")).status()).toBe(401);
    await page.reload();
    await expect(page.getByText("Phiên đăng nhập không còn hiệu lực. Hãy đăng nhập lại để tiếp tục.")).toBeVisible();
    await Promise.all([victim.close(), admin.close()]);
  });

  test("is found without marks, given a one-time password and retired by its administrator", async ({ page }) => {
    await page.goto("/accounts");
    await signIn(page, "quantri");
    await page.getByRole("searchbox", { name: "Tìm kiếm" }).fill("nhaplieu.31120 phuong AN HOA");
    await expect(page.getByText("1 tài khoản")).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    const acts = page.getByLabel("Thao tác với nhaplieu.31120");
    await acts.click();
    await page.getByRole("menuitem", { name: "Cấp lại mật khẩu" }).click();
    await page.getByRole("button", { name: "Cấp mật khẩu" }).click();
    await expect(page.getByText(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/)).toBeVisible();
    await page.getByRole("button", { name: "Đã ghi lại" }).click();
    await acts.click();
    await page.getByRole("menuitem", { name: "Ngừng sử dụng tài khoản" }).click();
    await page.getByRole("button", { name: "Ngừng sử dụng tài khoản" }).click();
    await expect(page.getByText("Không có tài khoản phù hợp")).toBeVisible();
  });

  test("ends its session by signing out, also for a cookie that was kept", async ({ page, context }) => {
    await page.goto("/account");
    await signIn(page, "theodoi.tp");
    await expect(page.getByRole("heading", { name: "Tài khoản của tôi" })).toBeVisible();
    const kept = await sessionCookie(context);
    await page
      .getByRole("banner")
      .getByRole("button", { name: /^Tài khoản / })
      .click();
    await page.getByRole("menuitem", { name: "Đăng xuất" }).click();
    await expect(page).toHaveURL(/\/sign-in$/);
    if (!kept) throw new Error("no session cookie");
    await context.addCookies([kept]);
    expect((await page.request.get("/api/v1/account")).status()).toBe(401);
  });
});
