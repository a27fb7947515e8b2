import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Block, Template } from "@/lib/template";
import { makeDraft } from "./designing";
import { signInAs } from "./signInAs";
import { violationsOf } from "./violationsOf";

/** Makes a draft of the Operations Centre with these blocks, and opens the designer on it; gives its address in the API. */
async function openDraft(page: Page, kind: Template["kind"], blocks: readonly Block[]): Promise<string> {
  const id = await makeDraft(page, {
    title: { vi: "Báo cáo thử năm {year}" },
    kind,
    frequencies: ["month", "quarter"],
    page: { size: "A4", orientation: "portrait" },
    blocks: [...blocks],
  });
  await page.goto(`/templates/${id}/design`);
  await expect(page.locator("[data-frame]")).toHaveCount(blocks.length);
  // What is typed before the page is alive is typed for nobody.
  await page.waitForLoadState("networkidle");
  return `/api/v1/templates/${id}/draft`;
}

/** The document as the server has it, once everything is saved. */
async function savedDocument(page: Page, draft: string): Promise<Template> {
  await expect(page.getByText(/^Đã lưu/).first()).toBeVisible();
  return (await (await page.request.get(draft)).json()).document;
}

const input = (page: Page, address: string): Locator => page.locator(`[data-edit="${address}"]`);
const frame = (page: Page, id: string): Locator => page.locator(`[data-frame="${id}"]`);
const panel = (page: Page): Locator => page.locator("[data-properties]");

/** Within a part of the page, or on the whole of it. */
async function expectNoViolations(page: Page, within = "body"): Promise<void> {
  await page.waitForTimeout(400);
  expect(await violationsOf(page, within)).toEqual([]);
}

const heading = (id: string, level: number, vi: string): Block => ({ kind: "heading", id, level, text: { vi } });

const table: Block = {
  kind: "table",
  id: "t1",
  title: { vi: "Sản xuất" },
  unit: "tấn",
  columns: [
    { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
    { kind: "value", id: "c2", label: { vi: "Kế hoạch" } },
    { kind: "value", id: "c3", label: { vi: "Thực hiện" } },
  ],
  rows: [
    { kind: "indicator", id: "r1", label: { vi: "Trồng trọt" } },
    { kind: "indicator", id: "r2", label: { vi: "Dự án" }, repeat: { by: "entries", prompt: { vi: "Tên dự án" } } },
  ],
};

test("an outline is written by keyboard alone: headings, their levels, a section under one of them", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const draft = await openDraft(page, "narrative", [heading("h1", 1, "")]);
  await input(page, "h1.text").focus();
  await page.keyboard.type("Tình hình kinh tế");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Nông nghiệp");
  await page.keyboard.press("Tab");
  await expect(frame(page, "h2")).toContainText("1.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Trồng trọt");
  await page.keyboard.press("Tab");
  await expect(frame(page, "h3")).toContainText("a)");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("Kết quả sản xuất trong tháng");
  await expect(input(page, "n1.prompt")).toBeFocused();

  // Escape gives Tab back to the page; without it the key stays with the level.
  await input(page, "h3.text").focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(input(page, "h3.text")).not.toBeFocused();

  // An empty heading goes by Backspace, and the keyboard to the one before.
  await input(page, "h2.text").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-frame]")).toHaveCount(5);
  await page.keyboard.press("Backspace");
  await expect(page.locator("[data-frame]")).toHaveCount(4);
  await expect(input(page, "h2.text")).toBeFocused();

  await input(page, "n1.prompt").focus();
  await panel(page).getByLabel("Bắt buộc nhập").check();
  await panel(page).getByLabel("Số ký tự ít nhất").fill("50");
  await panel(page).getByLabel("Số ký tự nhiều nhất").fill("4.000");
  await panel(page).getByLabel("Cách tổng hợp").selectOption("perUnit");
  await expect(frame(page, "n1")).toContainText("Từ 50 đến 4.000 ký tự");
  await expect(panel(page)).toContainText("dưới tên đơn vị đó");

  expect((await savedDocument(page, draft)).blocks).toEqual([
    heading("h1", 1, "Tình hình kinh tế"),
    heading("h2", 2, "Nông nghiệp"),
    heading("h3", 3, "Trồng trọt"),
    {
      kind: "narrative",
      id: "n1",
      prompt: { vi: "Kết quả sản xuất trong tháng" },
      required: true,
      minLength: 50,
      maxLength: 4000,
      combine: "perUnit",
    },
  ]);
  await expectNoViolations(page);
});

test("a value is embedded by a click on its cell, by keyboard from the list, and a period from the menu", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const draft = await openDraft(page, "narrative", [{ kind: "text", id: "x1", text: { vi: "" } }, table]);
  await input(page, "x1.text").focus();
  await page.keyboard.type("Năm ");
  await page.keyboard.press("Alt+c");
  await page.getByRole("menuitem", { name: "Năm", exact: false }).first().click();
  await page.keyboard.type(" đạt ");
  await page.keyboard.press("Alt+c");
  await page.getByRole("menuitem", { name: "Chèn số liệu…" }).click();

  // What has several values says why it cannot be embedded; the mode goes on.
  const picker = page.getByRole("dialog", { name: "Chèn số liệu" });
  await page.locator('[data-address="t1.r2.c3"]').click();
  await expect(picker.getByRole("status")).toContainText("nằm trong phần lặp");
  await page.locator('[data-address="t1.r1.c3"]').click();
  await expect(picker).toBeHidden();
  await expect(input(page, "x1.text")).toBeFocused();
  await page.keyboard.type(" tấn, kế hoạch {{");

  // By keyboard: two braces open the list; the row, then the column, without marks.
  await expect(picker).toBeVisible();
  await page.keyboard.type("trong trot");
  await page.keyboard.press("Enter");
  await page.keyboard.type("ke hoach");
  await expect(picker.getByRole("option")).toHaveText(/Kế hoạch1\.234,57 tấn/);
  await expectNoViolations(page, "[data-picker]");
  await page.keyboard.press("Enter");
  await expect(input(page, "x1.text")).toHaveValue("Năm {year} đạt {{t1.r1.c3}} tấn, kế hoạch {{t1.r1.c2}}");

  // Escape leaves the mode, and the text as it was.
  await page.keyboard.press("Alt+c");
  await page.getByRole("menuitem", { name: "Chèn số liệu…" }).click();
  await page.keyboard.press("Escape");
  await expect(picker).toBeHidden();
  await expect(input(page, "x1.text")).toBeFocused();

  // At rest the tokens are words; an unknown one is marked.
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText(" {{t1.r9.c2}}");
  await input(page, "document.title").focus();
  await expect(frame(page, "x1").locator("[data-token]")).toHaveText([
    /^20\d\d$/,
    "Bảng 1 · Trồng trọt · Thực hiện",
    "Bảng 1 · Trồng trọt · Kế hoạch",
    "t1.r9.c2",
  ]);
  await expect(frame(page, "x1").locator("[data-token][data-kind=fault]")).toHaveText("t1.r9.c2");

  // A press on a word at rest puts the caret there.
  await frame(page, "x1").locator("[data-token]").first().click();
  await page.keyboard.type(" nay");
  const [text] = (await savedDocument(page, draft)).blocks;
  expect(text).toEqual({
    kind: "text",
    id: "x1",
    text: { vi: "Năm {year} nay đạt {{t1.r1.c3}} tấn, kế hoạch {{t1.r1.c2}} {{t1.r9.c2}}" },
  });
});

test("a paragraph is cut by Enter, and the English is typed beside the Vietnamese", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const draft = await openDraft(page, "narrative", [{ kind: "text", id: "x1", style: "bold", text: { vi: "Mở đầu. Kết thúc." } }]);
  await input(page, "x1.text").focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < "Mở đầu. ".length; i++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(input(page, "x2.text")).toBeFocused();
  await page.getByText("EN", { exact: true }).click();
  await expect(input(page, "x1.text")).toHaveAttribute("placeholder", "Mở đầu. ");
  await input(page, "x1.text").fill("Opening.");
  expect((await savedDocument(page, draft)).blocks).toEqual([
    { kind: "text", id: "x1", style: "bold", text: { vi: "Mở đầu. ", en: "Opening." } },
    { kind: "text", id: "x2", style: "bold", text: { vi: "Kết thúc." } },
  ]);
});

test("fields and a list are built: added, typed, moved, duplicated, removed, and changed several at once", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const draft = await openDraft(page, "figures", [
    { kind: "fields", id: "fs1", fields: [{ id: "f1", label: { vi: "Dân số" }, type: "integer" }] },
    { kind: "list", id: "l1", title: { vi: "Dự án" }, columns: [{ id: "c1", label: { vi: "Tên" }, type: "text" }] },
  ]);
  await input(page, "fs1.f1.label").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Số hộ");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(input(page, "fs1.f2.label")).toBeFocused();
  await frame(page, "fs1").getByRole("button", { name: "Thêm ô nhập" }).click();
  await page.getByRole("menuitem", { name: "Lựa chọn" }).click();
  await page.keyboard.type("Loại đô thị");
  await panel(page).getByLabel("Tên lựa chọn 1").fill("Loại I");
  await panel(page).getByRole("button", { name: "Thêm lựa chọn" }).click();
  await page.keyboard.type("Loại II");

  // Two fields at once: one step, one value for both; what they differ in is a dash.
  await input(page, "fs1.f1.label").click();
  await input(page, "fs1.f2.label").click({ modifiers: ["Control"] });
  await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("2 phần đang chọn");
  await expect(panel(page).getByRole("textbox", { name: "Tên", exact: true })).toHaveAttribute("placeholder", "—");
  await panel(page).getByLabel("Bắt buộc nhập").check();
  await panel(page).getByLabel("Nhỏ nhất", { exact: true }).fill("0");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(panel(page).getByLabel("Bắt buộc nhập")).not.toBeChecked();
  await panel(page).getByLabel("Bắt buộc nhập").check();

  // What the schema refuses is told at the input, and stays there until it is mended.
  await input(page, "fs1.f1.label").click();
  await panel(page).getByRole("button", { name: "Mã trong công thức" }).click();
  await panel(page).getByLabel("Mã", { exact: true }).fill("dân số");
  await expect(panel(page).getByLabel("Mã", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(panel(page).getByLabel("Mã", { exact: true })).toHaveValue("dân số");
  await panel(page).getByLabel("Mã", { exact: true }).fill("dan_so");
  await expect(panel(page).getByLabel("Mã", { exact: true })).not.toHaveAttribute("aria-invalid", "true");
  await expectNoViolations(page);

  await input(page, "l1.c1.label").click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Vốn");
  await panel(page).getByLabel("Kiểu dữ liệu").selectOption("number");
  await panel(page).getByLabel("Đơn vị tính").fill("tỷ đồng");
  await panel(page).getByLabel("Chữ số thập phân").fill("1");
  await input(page, "l1.c2.label").focus();
  await frame(page, "l1").getByRole("toolbar", { name: "Công cụ: Vốn" }).getByRole("button", { name: "Nhân đôi" }).click();
  await expect(input(page, "l1.c3.label")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Giải ngân");
  await page.keyboard.press("Alt+ArrowRight");
  await page.keyboard.press("Alt+ArrowLeft");
  await frame(page, "l1").click({ position: { x: 300, y: 5 } });

  expect((await savedDocument(page, draft)).blocks).toEqual([
    {
      kind: "fields",
      id: "fs1",
      fields: [
        { id: "f2", label: { vi: "Số hộ" }, required: true, type: "integer" },
        { id: "f1", code: "dan_so", label: { vi: "Dân số" }, required: true, type: "integer" },
        {
          id: "f3",
          label: { vi: "Loại đô thị" },
          type: "choice",
          choices: [
            { value: "1", label: { vi: "Loại I" } },
            { value: "2", label: { vi: "Loại II" } },
          ],
        },
      ],
    },
    {
      kind: "list",
      id: "l1",
      title: { vi: "Dự án" },
      columns: [
        { id: "c1", label: { vi: "Tên" }, type: "text" },
        { id: "c3", label: { vi: "Giải ngân" }, type: "number", unit: "tỷ đồng", decimals: 1 },
        { id: "c2", label: { vi: "Vốn" }, type: "number", unit: "tỷ đồng", decimals: 1 },
      ],
    },
  ]);
});

test("the head, the signers, the recipients and the paper are set as they print", async ({ page }) => {
  await signInAs(page, "thietke.ttdh");
  const draft = await openDraft(page, "figures", [
    { kind: "pageBreak", id: "pb1" },
    { kind: "recipients", id: "rc1", items: [{ vi: "Như trên" }] },
    { kind: "signature", id: "sg1", signers: [{ position: { vi: "Người lập biểu" } }] },
  ]);
  await input(page, "document.formNumber").fill("Biểu số 01/KHOI");
  await input(page, "document.legalBasis").fill("Nghị định 09/2019/NĐ-CP");
  await input(page, "document.subtitle").fill("Quý {quarter} năm {year}");
  await expect(panel(page).getByLabel("Số biểu")).toHaveValue("Biểu số 01/KHOI");
  await panel(page).getByLabel("Hướng giấy").selectOption("landscape");
  await panel(page).getByLabel("Tháng", { exact: true }).uncheck();
  // A report has a period at least: the last one cannot be taken away.
  await panel(page).getByLabel("Quý", { exact: true }).click();
  await expect(panel(page).getByRole("alert")).toBeVisible();
  await expect(panel(page).getByLabel("Quý", { exact: true })).toBeChecked();

  await input(page, "rc1.items.0").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Lưu: VT");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(input(page, "rc1.items.1")).toBeFocused();

  await frame(page, "sg1").getByRole("button", { name: "Thêm người ký" }).click();
  await page.keyboard.type("Chủ tịch");
  await input(page, "sg1.signers.1.authority").fill("TM. Ủy ban nhân dân");
  await input(page, "sg1.signers.1.name").fill("Nguyễn Văn A");
  await input(page, "sg1.signers.1.position").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowRight");
  await frame(page, "pb1").getByLabel("Hướng giấy từ đây").selectOption("portrait");
  await expectNoViolations(page);

  const document = await savedDocument(page, draft);
  expect(document).toMatchObject({
    formNumber: "Biểu số 01/KHOI",
    legalBasis: { vi: "Nghị định 09/2019/NĐ-CP" },
    subtitle: { vi: "Quý {quarter} năm {year}" },
    frequencies: ["quarter"],
    page: { size: "A4", orientation: "landscape" },
  });
  expect(document.blocks).toEqual([
    { kind: "pageBreak", id: "pb1", orientation: "portrait" },
    { kind: "recipients", id: "rc1", items: [{ vi: "Như trên" }, { vi: "Lưu: VT" }] },
    {
      kind: "signature",
      id: "sg1",
      signers: [
        { position: { vi: "Người lập biểu" } },
        { authority: { vi: "TM. Ủy ban nhân dân" }, position: { vi: "Chủ tịch" }, name: "Nguyễn Văn A" },
      ],
    },
  ]);
});
