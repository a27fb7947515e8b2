import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What stands in somebody's way by WCAG 2.2 AA and axe's best practices, on the page as it stands or in parts of it. */
export async function violationsOf(page: Page, ...within: readonly string[]) {
  const axe = within.reduce((builder, part) => builder.include(part), new AxeBuilder({ page }));
  const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  return violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) }));
}
