import type { Block } from "@/lib/template";

/** Levels of headings below the page's own. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

const bounded = (level: number): HeadingLevel => (level <= 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : level === 5 ? 5 : 6);

/**
 * The level of each block's heading on the page, by id: headings of the outline follow each other without a gap, and a
 * block's own title stands one below the heading that it stands under.
 */
export const headingLevels = (blocks: readonly Block[]): ReadonlyMap<string, HeadingLevel> => {
  const levels = new Map<string, HeadingLevel>();
  let under = 1;
  for (const block of blocks) {
    if (block.kind === "heading") {
      under = bounded(Math.min(block.level + 1, under + 1));
      levels.set(block.id, bounded(under));
    } else levels.set(block.id, bounded(under + 1));
  }
  return levels;
};
