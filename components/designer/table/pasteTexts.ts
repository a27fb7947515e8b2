import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { Row, Template, TextLocale } from "@/lib/template";
import { blankRow, type Command, type Place } from "@/lib/template/edit";
import { type DesignGrid, type Position, type Stop, stopAt } from "./designGrid";
import type { CopiedBlock } from "./readHtmlTable";
import { withWords } from "./typed";

/** What pasting does, and how many cells of the block found no place or could not be read. */
export interface PastedTexts {
  readonly command: Command;
  readonly written: number;
  readonly skipped: number;
}

/** Whether a block is texts alone: no cell spans others. */
export const isPlain = (block: CopiedBlock): boolean =>
  block.every((row) => row.every(({ columnSpan, rowSpan }) => columnSpan === 1 && rowSpan === 1));

/** Pastes a block of formulas and values into cells of figures, down and right from one; lines without cells are passed. */
export function pasteIntoCells(options: {
  readonly grid: DesignGrid;
  readonly from: Position;
  readonly block: CopiedBlock;
  readonly commandOf: (stop: Stop, text: string) => Result<Command, Problem>;
}): PastedTexts {
  const { grid, from, block, commandOf } = options;
  const commands: Command[] = [];
  let skipped = 0;
  let y = from.y;
  for (const row of block) {
    while (y < grid.rows && !grid.hasCells(y - grid.headRows)) y += 1;
    row.forEach(({ text }, across) => {
      const stop = stopAt(grid, { y, x: from.x + across });
      const command = stop?.kind === "cell" ? commandOf(stop, text) : undefined;
      if (command?.ok) commands.push(command.value);
      else skipped += 1;
    });
    y += 1;
  }
  return { command: { do: "together", commands }, written: commands.length, skipped };
}

/**
 * Pastes a column of words down from a row: into its labels, numbers or units. Labels beyond the last row make new rows
 * beside it; of numbers and units those have no place.
 */
export function pasteDown(options: {
  readonly template: Template;
  readonly grid: DesignGrid;
  readonly stop: Stop;
  readonly words: readonly string[];
  readonly locale: TextLocale;
}): PastedTexts & { readonly places: readonly Place[] } {
  const { template, grid, stop, words, locale } = options;
  const { block } = grid;
  const first = stop.top - grid.headRows;
  const commands: Command[] = [];
  const places: Place[] = [];
  const lines = grid.body.lines.slice(first, first + words.length);
  for (const [i, { row }] of lines.entries()) {
    const text = words[i] ?? "";
    const place: Place = { kind: "row", block, row: row.id };
    const property = stop.kind === "label" ? "label" : stop.kind === "unit" ? "unit" : "number";
    if (property === "unit" && row.kind === "label") continue;
    const value = property === "label" ? withWords(row.label, locale, text) : text;
    commands.push(
      value === "" ? { do: "set", at: [place], values: {}, clear: [property] } : { do: "set", at: [place], values: { [property]: value } },
    );
    places.push(place);
  }
  const rest = words.slice(lines.length);
  const last = grid.body.lines.at(-1);
  if (rest.length === 0 || stop.kind !== "label" || last === undefined) {
    return { command: { do: "together", commands }, written: commands.length, skipped: words.length - commands.length, places };
  }
  const parts: Row[] = [];
  for (const text of rest) {
    parts.push(
      blankRow(
        template,
        block,
        "indicator",
        { vi: text },
        parts.map(({ id }) => id),
      ),
    );
  }
  const into = { kind: "rows", block, ...(last.under === undefined ? {} : { under: last.under }) } as const;
  commands.push({ do: "insert", into, index: last.index + 1, parts });
  places.push(...parts.map(({ id }): Place => ({ kind: "row", block, row: id })));
  return { command: { do: "together", commands }, written: words.length, skipped: 0, places };
}
