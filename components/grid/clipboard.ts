import type { Rectangle } from "./selection";

/** Cells of a pasted block, row by row; rows may differ in length. */
export type Block = readonly (readonly string[])[];

/**
 * Reads tab-separated text as spreadsheets put it on the clipboard: cells with line breaks, tabs or quotes are quoted,
 * quotes inside doubled; the line break at the end makes no row.
 */
export const parseBlock = (text: string): Block => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let i = 0; i < source.length; i += 1) {
    const c = source.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (source.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (c === '"' && cell === "" && closes(source, i)) quoted = true;
    else if (c === "\t") endCell();
    else if (c === "\n") endRow();
    else cell += c;
  }
  endRow();
  return rows;
};

/** Whether the quote that opens at `from` is closed before a tab, a line break or the end: else it is a plain character. */
const closes = (text: string, from: number): boolean => {
  for (let i = from + 1; i < text.length; i += 1) {
    if (text.charAt(i) !== '"') continue;
    if (text.charAt(i + 1) === '"') {
      i += 1;
      continue;
    }
    const after = text.charAt(i + 1);
    return after === "" || after === "\t" || after === "\n";
  }
  return false;
};

/** Writes cells as tab-separated text, quoted where needed. */
export const writeBlock = (block: Block): string =>
  block.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");

/** The decimal separator that Excel names in the HTML beside its text; undefined where it names none. */
export const decimalSeparatorOf = (html: string): "," | "." | undefined => {
  const found = /mso-displayed-decimal-separator:\s*"?\\?([.,])/.exec(html);
  return found?.[1] === "," || found?.[1] === "." ? found[1] : undefined;
};

/**
 * How the numbers of a block are written: by a decimal comma (1.234,5), by a decimal point (1,234.5), both (`mixed`),
 * or nothing that tells (`unknown`: `12`, `1.000` alone).
 */
export const conventionOf = (block: Block): "comma" | "point" | "mixed" | "unknown" => {
  let comma = false;
  let point = false;
  for (const row of block) {
    for (const raw of row) {
      const text = raw.trim().replace(/%$/, "").trim();
      if (!/^[+-]?\d[\d.,\s ]*$/.test(text)) continue;
      if (/^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text) || /^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(text) || /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text))
        comma = true;
      if (/^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^[+-]?\d+\.(\d{1,2}|\d{4,})$/.test(text) || /^[+-]?\d{1,3}(,\d{3}){2,}$/.test(text))
        point = true;
    }
  }
  return comma && point ? "mixed" : comma ? "comma" : point ? "point" : "unknown";
};

/** A decimal number of three decimals that may be thousands written the other way round: `1,234` where commas mark decimals. */
const mayBeThousands = (text: string, own: "comma" | "point"): boolean =>
  (own === "comma" ? /^[+-]?[1-9]\d{0,2},\d{3}$/ : /^[+-]?[1-9]\d{0,2}\.\d{3}$/).test(text.trim());

/** Whether a block of which nothing tells how it is written holds numbers that could be read either way. */
export const isAmbiguous = (block: Block, own: "comma" | "point"): boolean =>
  conventionOf(block) === "unknown" && block.some((row) => row.some((cell) => mayBeThousands(cell, own)));

/** A number of a block of which it is known how it is written, so that it cannot be read either way any more: one more decimal. */
export const certainText = (text: string, own: "comma" | "point"): string => (mayBeThousands(text, own) ? `${text.trim()}0` : text);

/** What stands at a place of the grid, for pasting. */
export type Target = "input" | "computed" | "locked" | "none" | "outside";

/** What a paste writes, and what it leaves alone. */
export interface PastePlan {
  readonly writes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly computed: number;
  readonly locked: number;
  /** Cells of the block that fall outside the table. */
  readonly outside: number;
  /** The area to select afterwards. */
  readonly area: Rectangle;
}

/**
 * Plans a paste as Excel does it: a block goes down and right from the selection's first cell; when the selection is a
 * whole multiple of the block it is filled with repetitions. Computed and locked cells are skipped and counted; rows
 * without figures (headings) take nothing and consume no row of the block, so that a column copied from a table of
 * figures alone falls into the right rows.
 */
export const planPaste = (options: {
  readonly block: Block;
  readonly area: Rectangle;
  readonly targetAt: (row: number, column: number) => Target;
  readonly rows: number;
  readonly stops: (row: number) => boolean;
}): PastePlan => {
  const { block, area, targetAt, rows, stops } = options;
  const height = block.length;
  const width = Math.max(1, ...block.map((row) => row.length));
  const columns: number[] = [];
  const areaWidth = area.right - area.left + 1;
  const repeatsAcross = areaWidth % width === 0 ? areaWidth / width : 1;
  for (let i = 0; i < width * repeatsAcross; i += 1) columns.push(area.left + i);

  const figureRows: number[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) if (stops(row)) figureRows.push(row);
  const repeatsDown = figureRows.length > 0 && figureRows.length % height === 0 ? figureRows.length / height : 1;
  const needed = height * repeatsDown;
  const targets: (number | undefined)[] = [];
  for (let row = area.top; targets.length < needed; row += 1) {
    if (row >= rows) targets.push(undefined);
    else if (stops(row)) targets.push(row);
  }

  const writes: { row: number; column: number; text: string }[] = [];
  let computed = 0;
  let locked = 0;
  let outside = 0;
  let bottom = area.top;
  let right = area.left;
  targets.forEach((row, down) => {
    const source = block[down % height] ?? [];
    columns.forEach((column, across) => {
      const text = source[across % width];
      if (text === undefined) return;
      const target = row === undefined ? "outside" : targetAt(row, column);
      if (row === undefined || target === "outside") {
        outside += 1;
        return;
      }
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
      if (target === "computed") computed += 1;
      else if (target === "locked" || target === "none") locked += 1;
      else writes.push({ row, column, text });
    });
  });
  return { writes, computed, locked, outside, area: { top: area.top, left: area.left, bottom, right } };
};
