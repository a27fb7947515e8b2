import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import type { Block } from "@/lib/template";
import { makeDraft } from "./designing";
import { signInAs } from "./signInAs";
import { violationsOf } from "./violationsOf";

const text = (id: string, vi: string): Block => ({ kind: "text", id, text: { vi } });

const table: Block = {
  kind: "table",
  id: "t1",
  title: { vi: "Sản xuất" },
  columns: [
    { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
    { kind: "value", id: "c2", label: { vi: "Thực hiện" } },
  ],
  rows: [
    {
      kind: "group",
      id: "r1",
      label: { vi: "Nông nghiệp" },
      rows: [
        { kind: "indicator", id: "r2", label: { vi: "Trồng trọt" } },
        { kind: "indicator", id: "r3", label: { vi: "Chăn nuôi" } },
      ],
    },
    { kind: "indicator", id: "r4", label: { vi: "Thủy sản" } },
  ],
};

/** Makes a draft of the Operations Centre with these blocks, and opens the designer on it. */
async function openDraft(page: Page, blocks: readonly Block[]): Promise<void> {
  const id = await makeDraft(page, {
    title: { vi: "Biểu thử kéo thả" },
    kind: "figures",
    frequencies: ["month"],
    page: { size: "A4", orientation: "portrait" },
    blocks: [...blocks],
  });
  await page.goto(`/templates/${id}/design`);
  await expect(palette(page)).toBeVisible();
  await expect(frames(page)).toHaveCount(blocks.length);
  // What the server drew answers nothing yet.
  await expect(async () => {
    await page.getByRole("button", { name: "Phóng to" }).click();
    await expect(page.getByRole("button", { name: "Vừa chiều ngang" })).toHaveAttribute("aria-pressed", "false", { timeout: 500 });
  }).toPass();
  await page.getByRole("button", { name: "Vừa chiều ngang" }).click();
}

const palette = (page: Page): Locator => page.getByRole("region", { name: "Các khối" });
const frames = (page: Page): Locator => page.locator("[data-frame]");
const frame = (page: Page, id: string): Locator => page.locator(`[data-frame="${id}"]`);
const dropLine = (page: Page): Locator => page.locator("[data-drop-line]");
const said = (page: Page): Locator => page.locator("[data-announcements]");
const order = (page: Page): Promise<readonly (string | null)[]> =>
  frames(page).evaluateAll((all) => all.map((each) => each.getAttribute("data-frame")));
const handle = (page: Page, id: string): Locator => frame(page, id).getByRole("button", { name: /^Di chuyển / });

async function centre(of: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error("not drawn");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The upper or lower part of something. */
async function edge(of: Locator, side: "top" | "bottom"): Promise<{ readonly x: number; readonly y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error("not drawn");
  return { x: box.x + box.width / 2, y: side === "top" ? box.y + 2 : box.y + box.height - 2 };
}

/** Takes hold of something and carries it to a point; it is still held then. */
async function carry(page: Page, from: Locator, to: { readonly x: number; readonly y: number }): Promise<void> {
  const start = await centre(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 8, start.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
}

test.describe("drag and drop in the designer", () => {
  let context: BrowserContext;
  let page: Page;

  test.setTimeout(120_000);
  test.beforeAll(async ({ browser }) => {
    context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    page = await context.newPage();
    await signInAs(page, "thietke.ttdh");
  });
  test.afterAll(() => context.close());

  test("blocks go from the palette to an empty page by mouse, where the line shows", async () => {
    await openDraft(page, []);
    await expect(page.getByText("Kéo một khối vào đây", { exact: false })).toBeVisible();
    const onPage = await centre(page.locator("[data-invite]"));
    await carry(page, palette(page).getByRole("button", { name: "Bảng số liệu" }), onPage);
    await expect(dropLine(page)).toBeVisible();
    // Nothing of the document moves before the drop.
    await expect(frames(page)).toHaveCount(0);
    await page.mouse.up();
    await expect(frames(page)).toHaveCount(1);
    await expect(dropLine(page)).toBeHidden();
    await expect(said(page)).toContainText("Đã chèn Bảng số liệu");

    await carry(page, palette(page).getByRole("button", { name: "Đề mục" }), await edge(frames(page).first(), "top"));
    await page.mouse.up();
    await expect.poll(() => order(page)).toEqual(["h1", "t1"]);
  });

  test("a block that is dropped just outside of the paper goes to the nearest place", async () => {
    await openDraft(page, [text("x1", "Một"), text("x2", "Hai")]);
    const box = await frame(page, "x2").boundingBox();
    if (!box) throw new Error("not drawn");
    await carry(page, palette(page).getByRole("button", { name: "Ngắt trang" }), { x: box.x + box.width + 6, y: box.y + box.height + 120 });
    await page.mouse.up();
    await expect.poll(() => order(page)).toEqual(["x1", "x2", "pb1"]);
  });

  test("a click on the palette inserts after what is selected, before what closes the document", async () => {
    await openDraft(page, [
      text("x1", "Một"),
      text("x2", "Hai"),
      { kind: "signature", id: "sg1", signers: [{ position: { vi: "Chủ tịch" } }] },
    ]);
    await palette(page).getByRole("button", { name: "Danh sách" }).press("Enter");
    await expect.poll(() => order(page)).toEqual(["x1", "x2", "l1", "sg1"]);
    await frame(page, "x1").focus();
    await palette(page).getByRole("button", { name: "Đoạn văn", exact: true }).click();
    await expect.poll(() => order(page)).toEqual(["x1", "x3", "x2", "l1", "sg1"]);
    await expect(said(page)).toHaveText("Đã chèn Đoạn văn: Trước Đoạn văn 2 “Hai”.");
  });

  test("blocks change places by their handle, and Escape puts back", async () => {
    await openDraft(page, [text("x1", "Một"), text("x2", "Hai"), text("x3", "Ba")]);
    await frame(page, "x1").hover();
    await carry(page, handle(page, "x1"), await edge(frame(page, "x3"), "bottom"));
    await expect(dropLine(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dropLine(page)).toBeHidden();
    await page.mouse.up();
    expect(await order(page)).toEqual(["x1", "x2", "x3"]);
    await expect(said(page)).toContainText("về chỗ cũ");

    await frame(page, "x1").hover();
    await carry(page, handle(page, "x1"), await edge(frame(page, "x3"), "bottom"));
    await page.mouse.up();
    await expect.poll(() => order(page)).toEqual(["x2", "x3", "x1"]);
    await expect(frame(page, "x1")).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Control+z");
    await expect.poll(() => order(page)).toEqual(["x1", "x2", "x3"]);
  });

  test("what cannot be dropped says why beside the pointer, and stays", async () => {
    await openDraft(page, [table]);
    const tree = await openOutline(page);
    await tree.focus();
    // Opens the table, its rows and the group.
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    const group = tree.getByRole("treeitem", { name: "Nông nghiệp" });
    const child = tree.getByRole("treeitem", { name: "Chăn nuôi" });
    await expect(child).toBeVisible();
    const box = await child.boundingBox();
    if (!box) throw new Error("not drawn");
    await carry(page, group, { x: box.x + 90, y: box.y + 1 });
    await expect(page.getByText("Không chuyển “Nông nghiệp” vào bên trong chính nó được.")).toBeVisible();
    await page.mouse.up();
    await expect(group).toHaveAttribute("aria-level", "3");
    await expect(child).toHaveAttribute("aria-level", "4");
    await expect(tree.getByRole("treeitem")).toHaveCount(7);

    // The same row goes out of the group where it may.
    const fishery = tree.getByRole("treeitem", { name: "Thủy sản" });
    const after = await fishery.boundingBox();
    if (!after) throw new Error("not drawn");
    await carry(page, child, { x: after.x + 30, y: after.y + after.height - 1 });
    await page.mouse.up();
    await expect(child).toHaveAttribute("aria-level", "3");
    await expect(said(page)).toContainText("Đã đặt hàng “Chăn nuôi”: Bảng 1, sau hàng “Thủy sản”");
  });

  test("the keyboard picks up, carries and drops, and tells each step by name", async () => {
    await openDraft(page, [text("x1", "Một"), text("x2", "Hai"), text("x3", "Ba")]);
    await frame(page, "x3").focus();
    await page.keyboard.press("Tab");
    await expect(handle(page, "x3")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(said(page)).toContainText("Đã nhấc Đoạn văn 3 “Ba”. Vị trí hiện tại.");
    await page.keyboard.press("ArrowUp");
    await expect(said(page)).toHaveText("Trước Đoạn văn 2 “Hai”");
    await page.keyboard.press("ArrowUp");
    await expect(said(page)).toHaveText("Trước Đoạn văn 1 “Một”");
    await expect(dropLine(page)).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await expect(said(page)).toHaveText("Không còn chỗ nào nữa theo hướng này.");
    expect(await order(page)).toEqual(["x1", "x2", "x3"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => order(page)).toEqual(["x3", "x1", "x2"]);
    await expect(said(page)).toHaveText("Đã đặt Đoạn văn 3 “Ba”: Trước Đoạn văn 1 “Một”.");
    await expect(handle(page, "x3")).toBeFocused();

    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.keyboard.press("Escape");
    expect(await order(page)).toEqual(["x3", "x1", "x2"]);
    await expect(said(page)).toContainText("về chỗ cũ");
    await expect(handle(page, "x3")).toBeFocused();
  });

  test("Alt and the arrows move a selected block, Delete removes it, Enter goes in and Escape out", async () => {
    await openDraft(page, [text("x1", "Một"), text("x2", "Hai")]);
    await frame(page, "x2").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => order(page)).toEqual(["x2", "x1"]);
    await expect(frame(page, "x2")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(frame(page, "x1")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(frame(page, "x1").getByRole("textbox").first()).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(frame(page, "x1")).toBeFocused();
    await page.keyboard.press("Delete");
    await expect.poll(() => order(page)).toEqual(["x2"]);
    await expect(frame(page, "x2")).toBeFocused();
  });

  test("“Chuyển tới…” finds a place by typing", async () => {
    await openDraft(page, [text("x1", "Một"), text("x2", "Hai"), table]);
    await frame(page, "x1").focus();
    await frame(page, "x1")
      .getByRole("button", { name: /^Thao tác khác với/ })
      .click();
    await page.getByRole("menuitem", { name: "Chuyển tới…" }).click();
    const dialog = page.getByRole("dialog", { name: "Chuyển Đoạn văn 1 “Một” tới…" });
    // Words are found without their marks.
    await dialog.getByRole("combobox", { name: "Tìm chỗ đặt" }).fill("sau bang 1 san xuat");
    await expect(dialog.getByRole("option")).toHaveText(["Sau Bảng 1 “Sản xuất”"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => order(page)).toEqual(["x2", "t1", "x1"]);
  });

  test("blocks are copied to another template by the clipboard of the system", async () => {
    await openDraft(page, [text("x1", "Một"), text("x2", "Hai")]);
    await frame(page, "x1").focus();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+c");
    await expect(said(page)).toHaveText("Đã sao chép 2 khối.");
    await openDraft(page, [text("x1", "Ba")]);
    await frame(page, "x1").focus();
    await page.keyboard.press("Control+v");
    await expect.poll(() => order(page)).toEqual(["x1", "x2", "x3"]);
    await expect(frame(page, "x3")).toContainText("Hai");
    await page.keyboard.press("Control+d");
    await expect(frames(page)).toHaveCount(5);
  });

  test("removing what a formula refers to asks first, and tells who refers to it", async () => {
    const sum: Block = {
      ...table,
      id: "t2",
      title: { vi: "Tổng" },
      rows: [{ kind: "total", id: "r1", label: { vi: "Cộng cả hai" }, formula: "t1.r2.c2 + t1.r4.c2" }],
    } as Block;
    await openDraft(page, [table, sum]);
    await frame(page, "t1").focus();
    await page.keyboard.press("Delete");
    const dialog = page.getByRole("dialog", { name: "Xóa Bảng 1 “Sản xuất”?" });
    await expect(dialog).toContainText("hàng “Cộng cả hai”");
    await dialog.getByRole("button", { name: "Giữ lại" }).click();
    await expect(frames(page)).toHaveCount(2);
    await frame(page, "t1").focus();
    await page.keyboard.press("Delete");
    await dialog.getByRole("button", { name: "Vẫn xóa" }).click();
    await expect.poll(() => order(page)).toEqual(["t2"]);
  });

  test("the outline renames, and goes to what is typed", async () => {
    await openDraft(page, [text("x1", "Một"), table]);
    const tree = await openOutline(page);
    await tree.focus();
    await page.keyboard.type("san");
    await expect(tree.getByRole("treeitem", { name: "Sản xuất" })).toHaveAttribute("aria-selected", "true");
    await page.keyboard.press("F2");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Kết quả");
    await page.keyboard.press("Enter");
    await expect(tree.getByRole("treeitem", { name: "Kết quả" })).toBeVisible();
    await expect(tree).toBeFocused();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on the page, its menus and its dialog, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await openDraft(page, [
        { kind: "heading", id: "h1", text: { vi: "Kết quả" }, level: 1 },
        text("x1", "Một"),
        table,
        { kind: "pageBreak", id: "pb1" },
        text("x2", "Hai"),
      ]);
      await openOutline(page);
      await frame(page, "x1").focus();
      await expectNoViolations(page);
      await frame(page, "x1")
        .getByRole("button", { name: /^Thao tác khác với/ })
        .click();
      await page.getByRole("menuitem", { name: "Chuyển tới…" }).click();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
    });
  }
});

/** Shows the outline and gives its tree. */
async function openOutline(page: Page): Promise<Locator> {
  const tree = page.getByRole("tree", { name: "Cấu trúc biểu mẫu" });
  if (!(await tree.isVisible())) await page.getByRole("tab", { name: "Cấu trúc" }).click();
  await expect(tree).toBeVisible();
  return tree;
}

/** WCAG 2.2 AA and axe's best practices: nothing found, on the page as it stands. */
async function expectNoViolations(page: Page): Promise<void> {
  // No tooltip lies over the page; dialogs come in by a transition, in which colours are mixed.
  await page.mouse.move(2, 2);
  await page.waitForTimeout(400);
  expect(await violationsOf(page)).toEqual([]);
}
