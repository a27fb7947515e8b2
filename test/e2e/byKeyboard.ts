import { expect, type Locator, type Page } from "@playwright/test";

/** What has the focus, for who must find out why it is not elsewhere. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    return `${at?.getAttribute("aria-label") ?? ""} ${at?.outerHTML.slice(0, 200) ?? ""}`;
  });

/** Presses Tab, or Shift+Tab where it stands before, until something has the focus, as who sees the page does. */
export async function tabTo(page: Page, target: Locator, { limit = 60 } = {}): Promise<void> {
  await expect(target, "what the keyboard should go to").toHaveCount(1);
  for (let pressed = 0; pressed <= limit; pressed += 1) {
    const way = await target.evaluate((element) => {
      const now = document.activeElement;
      if (now === element) return "here";
      return now && now.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? "before" : "after";
    });
    if (way === "here") return;
    await page.keyboard.press(way === "before" ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab did not reach ${target}; the focus is on ${await focused(page)}`);
}

/** Presses what has the focus after going to it by Tab. */
export async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Writes into an input instead of what is there; a line break is Enter. */
export async function write(page: Page, input: Locator, words: string): Promise<void> {
  await tabTo(page, input);
  await page.keyboard.press("Control+a");
  if (words === "") await page.keyboard.press("Delete");
  await type(page, words);
  await expect(input).toHaveValue(words);
}

export async function type(page: Page, words: string): Promise<void> {
  for (const [i, line] of words.split("\n").entries()) {
    if (i > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
}

/** Goes through the choices of a list by the arrows until one is chosen. */
export async function choose(page: Page, list: Locator, choice: string): Promise<void> {
  await tabTo(page, list);
  const at = (): Promise<{ readonly now: number; readonly wanted: number }> =>
    list.evaluate((element, words) => {
      const { options, selectedIndex } = element as HTMLSelectElement;
      return { now: selectedIndex, wanted: [...options].findIndex(({ label }) => label === words) };
    }, choice);
  for (let pressed = 0; pressed < 30; pressed += 1) {
    const { now, wanted } = await at();
    if (wanted === -1) throw new Error(`${list} has no choice “${choice}”`);
    if (now === wanted) return;
    await page.keyboard.press(wanted > now ? "ArrowDown" : "ArrowUp");
  }
  throw new Error(`the arrows did not reach “${choice}” in ${list}`);
}

export async function check(page: Page, box: Locator): Promise<void> {
  await press(page, box, "Space");
  await expect(box).toBeChecked();
}

/** Goes from region to region of the designer by F6 and Shift+F6. */
export async function goToRegion(page: Page, region: "bar" | "left" | "page" | "right"): Promise<void> {
  const order = ["bar", "left", "page", "right"];
  for (let pressed = 0; pressed < 5; pressed += 1) {
    const now = await page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-region]")?.dataset.region ?? "");
    if (now === region) return;
    await page.keyboard.press(order.indexOf(now) > order.indexOf(region) ? "Shift+F6" : "F6");
  }
  throw new Error(`F6 did not reach ${region}; the focus is on ${await focused(page)}`);
}

/** Goes by the arrows to a cell of the table that is designed or filled, over merged heads too. */
export async function goToCell(page: Page, cell: Locator, { limit = 60 } = {}): Promise<void> {
  await expect(cell, "the cell to go to").toHaveCount(1);
  for (let pressed = 0; pressed <= limit; pressed += 1) {
    const key = await cell.evaluate((element) => {
      const now = document.activeElement?.closest<HTMLElement>("[data-x], [data-column]");
      if (!now) return "nowhere";
      if (now === element) return "here";
      const box = ({ dataset, ariaColSpan, ariaRowSpan }: HTMLElement) => {
        // Of the table designer, or of a report.
        const [left, top] = [Number(dataset.x ?? dataset.column), Number(dataset.y ?? dataset.row)];
        return { left, top, right: left + Number(ariaColSpan ?? 1) - 1, bottom: top + Number(ariaRowSpan ?? 1) - 1 };
      };
      const [from, to] = [box(now), box(element as HTMLElement)];
      if (to.top > from.bottom) return "ArrowDown";
      if (to.left > from.right) return "ArrowRight";
      if (to.left < from.left) return "ArrowLeft";
      return "ArrowUp";
    });
    if (key === "here") return;
    if (key === "nowhere") break;
    await page.keyboard.press(key);
  }
  throw new Error(`the arrows did not reach ${cell}; the focus is on ${await focused(page)}`);
}
