/** A cell of a copied block, with what it spans. */
export interface CopiedCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly bold: boolean;
}

/** Copied cells row by row; places that a cell above or before spans are left out, as in HTML. */
export type CopiedBlock = readonly (readonly CopiedCell[])[];

/** What is read of a document: no more than any DOM has, so that it is tested without a browser. */
interface Readable {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Readable>;
}

interface ReadableElement extends Readable {
  getAttribute(name: string): string | null;
}

const mostSpan = 500;
const mostCells = 200_000;

const isElement = (node: Readable): node is ReadableElement => node.nodeType === 1;
const named = (node: Readable, ...names: readonly string[]): boolean => names.includes(node.nodeName.toLowerCase());
const childrenOf = (node: Readable): readonly Readable[] => Array.from(node.childNodes);

/**
 * The cells of the first table of a document that Excel, Word, a browser or another office put on the clipboard; undefined
 * where it has none. The document must be inert (made by DOMParser): only texts and spans are taken from it.
 */
export function readHtmlTable(root: Readable): CopiedBlock | undefined {
  const table = findTable(root);
  if (table === undefined) return undefined;
  const rows: CopiedCell[][] = [];
  let count = 0;
  for (const row of rowsOf(table)) {
    if (isHidden(row)) continue;
    const cells = childrenOf(row).filter((node): node is ReadableElement => isElement(node) && named(node, "td", "th"));
    count += cells.length;
    if (count > mostCells) break;
    rows.push(
      cells.map((cell) => ({
        text: textOf(cell),
        columnSpan: spanOf(cell, "colspan"),
        rowSpan: spanOf(cell, "rowspan"),
        bold: named(cell, "th") || isBold(cell),
      })),
    );
  }
  return rows.length === 0 ? undefined : rows;
}

function findTable(node: Readable): Readable | undefined {
  if (named(node, "table")) return node;
  for (const child of childrenOf(node)) {
    const found = findTable(child);
    if (found) return found;
  }
  return undefined;
}

/** Rows of the table itself, those of tables within its cells not. */
function rowsOf(table: Readable): readonly ReadableElement[] {
  return childrenOf(table).flatMap((node) => {
    if (!isElement(node)) return [];
    if (named(node, "tr")) return [node];
    return named(node, "thead", "tbody", "tfoot") ? rowsOf(node) : [];
  });
}

function spanOf(cell: ReadableElement, attribute: string): number {
  const span = Number.parseInt(cell.getAttribute(attribute) ?? "1", 10);
  return Number.isInteger(span) && span > 1 ? Math.min(span, mostSpan) : 1;
}

const styleOf = (element: ReadableElement): string => (element.getAttribute("style") ?? "").toLowerCase();

/** Excel copies hidden rows of a filtered list along. */
const isHidden = (row: ReadableElement): boolean => /display\s*:\s*none/.test(styleOf(row));

function isBold(node: Readable): boolean {
  if (isElement(node) && (named(node, "b", "strong") || /font-weight\s*:\s*(bold|[6-9]00)/.test(styleOf(node)))) return true;
  const inner = childrenOf(node).filter((child) => isElement(child) || (child.nodeValue ?? "").trim() !== "");
  return inner.length === 1 && inner[0] !== undefined && isElement(inner[0]) && isBold(inner[0]);
}

/** The words of a cell on one line: breaks and paragraphs are blanks, what is not shown is left out. */
function textOf(cell: Readable): string {
  const parts: string[] = [];
  const visit = (node: Readable): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? "");
    if (!isElement(node) || named(node, "style", "script", "title") || /display\s*:\s*none/.test(styleOf(node))) return;
    if (named(node, "br", "p", "div", "li")) parts.push(" ");
    for (const child of childrenOf(node)) visit(child);
  };
  for (const child of childrenOf(cell)) visit(child);
  return parts
    .join("")
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .normalize("NFC");
}

/** A block of tab-separated text: cells without spans. */
export const plainBlock = (rows: readonly (readonly string[])[]): CopiedBlock =>
  rows.map((row) =>
    row.map((text) => ({
      text: text
        .replace(/[\s\u00a0]+/g, " ")
        .trim()
        .normalize("NFC"),
      columnSpan: 1,
      rowSpan: 1,
      bold: false,
    })),
  );

/**
 * What Excel's HTML shows as `####` because its column is too narrow, or rounds, its plain text says in full: the text
 * of the same place is taken where both have the same shape.
 */
export function withPlainTexts(block: CopiedBlock, plain: readonly (readonly string[])[]): CopiedBlock {
  if (plain.length !== block.length) return block;
  const taken = block.map(() => new Set<number>());
  return block.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken[y]?.has(x)) x += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let across = 0; across < cell.columnSpan; across += 1) taken[y + down]?.add(x + across);
      }
      const text = plain[y]?.[x];
      return /^#+$/.test(cell.text) && text !== undefined ? { ...cell, text: text.trim() } : cell;
    });
  });
}
