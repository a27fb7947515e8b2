import type { Heading } from "@/lib/template";

/** Levels of the outline by Decree 30. */
export const headingLevels = [1, 2, 3, 4] as const;

/**
 * The level that Tab (deeper) and Shift+Tab (higher) give a heading; undefined where there is none further, so that the
 * key goes on to the next control as everywhere.
 */
export function levelByTab(heading: Pick<Heading, "level">, direction: "deeper" | "higher"): number | undefined {
  const level = heading.level + (direction === "deeper" ? 1 : -1);
  return level >= 1 && level <= 4 ? level : undefined;
}

/** A text cut in two at the caret, as Enter cuts a paragraph; what was selected is left out. */
export const cutAt = (text: string, from: number, to: number): readonly [string, string] => [text.slice(0, from), text.slice(to)];
