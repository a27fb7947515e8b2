import { type Block, leafColumns, type Table, type Template } from "@/lib/template";
import type { Orientation } from "./paper";

/** More columns than an upright page holds with figures in millions: the Word file turns the page from there. */
const mostUprightColumns = 9;

/** How a block lies: the orientation of its page, and whether the page begins or ends with it. */
export interface SheetPlace {
  readonly orientation: Orientation;
  readonly starts: boolean;
  readonly ends: boolean;
}

const lies = (table: Table, present: Orientation): Orientation => {
  if (table.orientation === "portrait" || table.orientation === "landscape") return table.orientation;
  return leafColumns(table).length > mostUprightColumns ? "landscape" : present;
};

/**
 * The kind of page that each block prints on, in the order of the blocks, as the Word file breaks them: a page break
 * ends a page, and a table that lies otherwise than what surrounds it has pages of its own.
 */
export function sheetPlaces(page: Template["page"], blocks: readonly Block[]): readonly SheetPlace[] {
  let present: Orientation = page.orientation;
  let isBroken = true;
  const laid: { orientation: Orientation; starts: boolean }[] = [];
  for (const block of blocks) {
    const before = laid.at(-1);
    if (block.kind === "pageBreak") {
      // It is the last thing of the page that it ends.
      laid.push({ orientation: before?.orientation ?? present, starts: isBroken });
      present = block.orientation ?? present;
      isBroken = true;
      continue;
    }
    const orientation = block.kind === "table" ? lies(block, present) : present;
    laid.push({ orientation, starts: isBroken || before?.orientation !== orientation });
    isBroken = false;
  }
  return laid.map((place, i) => ({ ...place, ends: laid[i + 1]?.starts ?? true }));
}
