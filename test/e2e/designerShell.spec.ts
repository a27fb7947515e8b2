import { type Browser, expect, type Page, test } from "@playwright/test";
import type { Template } from "@/lib/template";
import { signInAs } from "./signInAs";

/** Calls the API as the page does. */
const call = <T>(page: Page, method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async (request) => {
      const answer = await fetch(`/api/v1${request.path}`, {
        method: request.method,
        headers: { "content-type": "application/json" },
        body: request.body === undefined ? undefined : JSON.stringify(request.body),
      });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    },
    { method, path, body },
  ) as Promise<T>;

/** A form of our own: one heading and one small table. */
const form: Omit<Template, "code"> = {
  format: 1,
  title: { vi: "Biểu thử phòng thiết kế" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    { kind: "heading", id: "h1", text: { vi: "Tình hình chung" }, level: 1 },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" }, aggregate: { rule: "sum" } },
      ],
      rows: [{ kind: "indicator", id: "r1", label: { vi: "Số vụ" } }],
    },
  ],
};

let drafts = 0;

/** A field visit is one step a word: words of one piece are one step. */
const oneWord = "Tên-mới";

/** A draft of its own for each test, in the library of the account's unit. */
async function makeDraft(page: Page): Promise<string> {
  drafts += 1;
  const { items } = await call<{ items: { owner: { id: string; code: string } }[] }>(page, "GET", "/templates?search=06-VPCP-KSTT");
  const ownerUnitId = items[0]?.owner.id;
  const made = await call<{ templateId: string }>(page, "POST", "/templates/drafts", {
    ownerUnitId,
    from: { kind: "document", document: { ...form, code: `THU-PHONG-${drafts}` } },
  });
  return made.templateId;
}

const savedDocument = async (page: Page, id: string): Promise<Template> =>
  (await call<{ document: Template }>(page, "GET", `/templates/${id}/draft`)).document;
const titleField = (page: Page) => page.getByRole("complementary", { name: "Thuộc tính" }).getByRole("textbox", { name: "Tên biểu mẫu" });
const saved = (page: Page) => expect(page.getByText(/^Đã lưu/).first()).toBeVisible();

async function openDesigner(page: Page, id: string): Promise<void> {
  await page.goto(`/templates/${id}/design`);
  await expect(page.getByRole("toolbar", { name: "Thanh công cụ thiết kế" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Kiểm tra/ })).toContainText(/không có lỗi|lỗi/);
}

async function typeTitle(page: Page, words: string): Promise<void> {
  await titleField(page).click();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(words);
}

/** Another person at another machine. */
async function secondDesigner(browser: Browser, id: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, "thietke.ttdh");
  await openDesigner(page, id);
  return page;
}

test("what is typed is saved by itself, stands after the page is loaded again, and can still be taken back then", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await openDesigner(page, id);
  await typeTitle(page, oneWord);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(oneWord);
  await saved(page);
  await expect.poll(async () => (await savedDocument(page, id)).title.vi).toBe(oneWord);

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(oneWord);
  await expect(page.getByRole("button", { name: /^Hoàn tác: Sửa/ })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Biểu thử phòng thiết kế");
  await page.keyboard.press("Control+y");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(oneWord);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await savedDocument(page, id)).title.vi).toBe("Biểu thử phòng thiết kế");
});

test("in a field Ctrl+Z takes back the draft's last step, and the field shows it", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await openDesigner(page, id);
  await typeTitle(page, "Một");
  await page.getByRole("complementary", { name: "Thuộc tính" }).getByRole("textbox", { name: "Số biểu" }).click();
  await page.keyboard.type("BS-1");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("complementary", { name: "Thuộc tính" }).getByRole("textbox", { name: "Số biểu" })).toHaveValue("");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Biểu thử phòng thiết kế");
  await page.keyboard.press("Control+Shift+z");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Một");
});

test("what is done while the line is closed is saved when it is back, also when the page was closed in between", async ({
  page,
  context,
}) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await openDesigner(page, id);
  await context.setOffline(true);
  await typeTitle(page, "Gõ-khi-mất-mạng");
  await expect(page.getByText("Chưa lưu được – sẽ thử lại").first()).toBeVisible();
  await context.setOffline(false);
  await saved(page);
  await expect.poll(async () => (await savedDocument(page, id)).title.vi).toBe("Gõ-khi-mất-mạng");

  await context.setOffline(true);
  await typeTitle(page, "Gõ-rồi-đóng-trang");
  await expect(page.getByText("Chưa lưu được – sẽ thử lại").first()).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await openDesigner(again, id);
  await expect(again.getByText(/^Đã khôi phục \d+ thay đổi chưa lưu của lần làm việc trước trên máy này/)).toBeVisible();
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Gõ-rồi-đóng-trang");
  await expect.poll(async () => (await savedDocument(again, id)).title.vi).toBe("Gõ-rồi-đóng-trang");
});

test("two windows at one draft: each hears of the other, and what both change is asked, never written over", async ({ page, browser }) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await openDesigner(page, id);
  const other = await secondDesigner(browser, id);

  await other.getByRole("complementary", { name: "Thuộc tính" }).getByRole("textbox", { name: "Số biểu" }).click();
  await other.keyboard.type("BS-9");
  await saved(other);
  // Asked every few seconds; coming back to the window asks at once.
  await expect(page.getByText(/Cửa sổ khác của tôi: Sửa số biểu/).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("complementary", { name: "Thuộc tính" }).getByRole("textbox", { name: "Số biểu" })).toHaveValue("BS-9");

  await page.context().setOffline(true);
  await typeTitle(page, "Tên-thứ-nhất");
  await typeTitle(other, "Tên-thứ-hai");
  await expect.poll(async () => (await savedDocument(other, id)).title.vi).toBe("Tên-thứ-hai");
  await page.context().setOffline(false);

  const question = page.getByRole("dialog", { name: "Có 1 chỗ vừa được người khác sửa" });
  await expect(question).toBeVisible({ timeout: 20_000 });
  await expect(question).toContainText("Tên-thứ-nhất");
  await expect(question).toContainText("Tên-thứ-hai");
  expect((await savedDocument(other, id)).title.vi).toBe("Tên-thứ-hai");
  await question.getByRole("radio", { name: /^Của tôi/ }).check();
  await question.getByRole("button", { name: "Áp dụng" }).click();
  await expect.poll(async () => (await savedDocument(other, id)).title.vi).toBe("Tên-thứ-nhất");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Tên-thứ-nhất", { timeout: 15_000 });
  await other.context().close();
});

test("the JSON is the template: an edit that fits changes the page, one that does not says where, and neither is lost", async ({
  page,
}) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await openDesigner(page, id);
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Nội dung JSON của biểu mẫu" });
  await expect(editor).toContainText("Biểu thử phòng thiết kế");
  const rewrite = async (document: unknown) => {
    await editor.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText(typeof document === "string" ? document : JSON.stringify(document, null, 2));
  };
  const document = await savedDocument(page, id);
  await rewrite({ ...document, title: { vi: "Tên từ JSON" } });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tên từ JSON");
  await expect.poll(async () => (await savedDocument(page, id)).title.vi).toBe("Tên từ JSON");

  await rewrite({ ...document, title: { vi: "Sai" }, kind: "khong-co" });
  await expect(page.getByText(/khong-co/).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tên từ JSON");
  await page.getByRole("button", { name: "Đóng JSON" }).click();
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await expect(editor).toContainText("khong-co");
  await page.getByRole("button", { name: "Bỏ sửa" }).click();
  await expect(editor).not.toContainText("khong-co");

  await rewrite('{ "format": 1,, }');
  await expect(page.getByText("JSON sai cú pháp ở dòng 1, cột 15.").first()).toBeVisible();
});

test("publishing shows what blocks, leads to it, and then publishes and says what comes next", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await openDesigner(page, id);
  const document = await savedDocument(page, id);
  const broken = structuredClone(document);
  const table = broken.blocks[1];
  if (table?.kind !== "table") throw new Error("the form has a table");
  const step = {
    id: "11111111-1111-4111-8111-111111111111",
    kind: "do",
    continues: false,
    label: { code: "set", params: { property: "formula", count: 1, name: "Số vụ" } },
    patch: [{ kind: "set", at: { kind: "row", block: "t1", row: "r1" }, property: "formula", after: "khong_co + 1" }],
  };
  await call(page, "POST", `/templates/${id}/draft/steps`, { revision: 0, clientId: "the-test-itself", steps: [step] });
  await page.reload();
  await expect(page.getByRole("button", { name: /^Kiểm tra/ })).toContainText("1 lỗi");
  await page.getByRole("button", { name: "Ban hành" }).click();
  const dialog = page.getByRole("dialog", { name: "Ban hành biểu mẫu" });
  await expect(dialog.getByText("Còn 1 lỗi phải sửa trước khi ban hành")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Ban hành" })).toBeDisabled();
  await dialog.getByRole("button", { name: /khong_co/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("complementary", { name: "Thuộc tính" })).toContainText("Số vụ");

  await page.keyboard.press("Control+z");
  await saved(page);
  await page.getByRole("button", { name: "Ban hành" }).click();
  await expect(dialog.getByText("Bản nháp không có lỗi.")).toBeVisible();
  await dialog.getByRole("button", { name: "Ban hành" }).click();
  await expect(dialog.getByText("Đã ban hành phiên bản 1")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /Giao báo cáo/ })).toBeVisible();
});

test("on a telephone the draft is read, not designed", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const id = await makeDraft(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/templates/${id}/design`);
  await expect(page.getByText("Thiết kế biểu mẫu cần màn hình lớn hơn")).toBeVisible();
  await page.getByRole("tab", { name: "JSON" }).click();
  await expect(page.getByText('"Tình hình chung"')).toBeVisible();
});
