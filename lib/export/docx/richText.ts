import type { RichDoc } from "@/lib/form/content";
import { readText } from "@/lib/template";
import { numberText } from "./outline";
import { bodyPara, type Para, type Words } from "./paragraph";

/** A piece of a narrative section: a paragraph, or a table of them. */
export type RichPiece =
  | { readonly kind: "para"; readonly para: Para }
  | { readonly kind: "table"; readonly rows: readonly (readonly RichCell[])[] };

export interface RichCell {
  readonly paras: readonly Para[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly isHead: boolean;
}

/** Deepest nesting that is followed; what lies deeper is left out. */
const deepest = 30;

interface Node {
  readonly type: string;
  readonly text: string;
  readonly content: readonly unknown[];
  readonly marks: readonly unknown[];
  readonly attrs: Readonly<Record<string, unknown>>;
}

/**
 * The rich text of a section (TipTap's JSON) as paragraphs of the body. Items of lists are numbered by Decree 30 with
 * literal text: 1., a), - for ordered lists by depth, "-" and "+" for others. Nodes that are not known give their
 * paragraphs. `valueAt` prints the values that the text embeds.
 */
export function readRichText(doc: RichDoc, valueAt: (ref: string) => string | undefined): readonly RichPiece[] {
  return blocks(doc.content, valueAt, { depth: 0, listDepth: 0 });
}

interface Where {
  readonly depth: number;
  readonly listDepth: number;
}

type ValueAt = (ref: string) => string | undefined;

function blocks(content: readonly unknown[], valueAt: ValueAt, where: Where): readonly RichPiece[] {
  if (where.depth > deepest) return [];
  return content.flatMap((item): readonly RichPiece[] => {
    const node = readNode(item);
    if (node === undefined) return [];
    const inside = { ...where, depth: where.depth + 1 };
    switch (node.type) {
      case "paragraph":
        return [{ kind: "para", para: bodyPara(inline(node.content, valueAt)) }];
      case "heading":
        return [
          {
            kind: "para",
            para: bodyPara(
              inline(node.content, valueAt).map((words) => ({ ...words, bold: true })),
              { keepNext: true },
            ),
          },
        ];
      case "bulletList":
        return items(node, inside, valueAt, () => (where.listDepth === 0 ? "- " : "+ "));
      case "orderedList": {
        const start = typeof node.attrs.start === "number" ? node.attrs.start : 1;
        const numbering = listNumbering(node.attrs.type, where.listDepth);
        return items(node, inside, valueAt, (index) => numberText(numbering, start + index));
      }
      case "table":
        return [{ kind: "table", rows: tableRows(node, inside, valueAt) }];
      default:
        return blocks(node.content, valueAt, inside);
    }
  });
}

/** The paragraphs of each item, the number before the first. */
function items(list: Node, where: Where, valueAt: ValueAt, number: (index: number) => string): readonly RichPiece[] {
  return list.content.flatMap((item, index) => {
    const [first, ...others] = blocks([item], valueAt, { depth: where.depth, listDepth: where.listDepth + 1 });
    if (first?.kind !== "para") return first === undefined ? [] : [first, ...others];
    return [{ kind: "para" as const, para: { ...first.para, words: [{ text: number(index) }, ...first.para.words] } }, ...others];
  });
}

function tableRows(table: Node, where: Where, valueAt: ValueAt): readonly (readonly RichCell[])[] {
  return table.content.flatMap((rowItem) => {
    const row = readNode(rowItem);
    if (row?.type !== "tableRow") return [];
    const cells = row.content.flatMap((cellItem): readonly RichCell[] => {
      const cell = readNode(cellItem);
      if (cell === undefined) return [];
      const paras = blocks(cell.content, valueAt, where).flatMap((piece) => (piece.kind === "para" ? [piece.para] : []));
      const isHead = cell.type === "tableHeader";
      return [{ paras, columnSpan: span(cell.attrs.colspan), rowSpan: span(cell.attrs.rowspan), isHead }];
    });
    return cells.length > 0 ? [cells] : [];
  });
}

const span = (value: unknown): number => (typeof value === "number" && value > 1 && value <= 60 ? Math.floor(value) : 1);

function inline(content: readonly unknown[], valueAt: ValueAt): readonly Words[] {
  return content.flatMap((item): readonly Words[] => {
    const node = readNode(item);
    if (node === undefined) return [];
    if (node.type === "hardBreak") return [{ text: "\n" }];
    if (node.type !== "text") return [];
    const marks = new Set(node.marks.map((mark) => readNode(mark)?.type));
    return [
      {
        text: fillValues(node.text, valueAt),
        ...(marks.has("bold") ? { bold: true } : {}),
        ...(marks.has("italic") ? { italic: true } : {}),
        ...(marks.has("underline") ? { underline: true } : {}),
        ...(marks.has("strike") ? { strike: true } : {}),
      },
    ];
  });
}

/** Fills embedded values alone: single braces in a reporter's words are words. */
function fillValues(text: string, valueAt: ValueAt): string {
  return readText(text)
    .map((piece) => (piece.kind === "words" ? piece.words : piece.kind === "value" ? (valueAt(piece.ref) ?? "…") : piece.source))
    .join("");
}

/** How an ordered list counts: as it says, else by its depth. */
function listNumbering(type: unknown, depth: number): "roman" | "arabic" | "letter" | "dash" {
  if (type === "a" || type === "A") return "letter";
  if (type === "i" || type === "I") return "roman";
  if (type === "1" || depth === 0) return "arabic";
  return depth === 1 ? "letter" : "dash";
}

/** Reads what may be a node of TipTap; what is none is passed over. */
function readNode(item: unknown): Node | undefined {
  if (typeof item !== "object" || item === null || !("type" in item) || typeof item.type !== "string") return undefined;
  return {
    type: item.type,
    text: "text" in item && typeof item.text === "string" ? item.text : "",
    content: "content" in item && Array.isArray(item.content) ? item.content : [],
    marks: "marks" in item && Array.isArray(item.marks) ? item.marks : [],
    attrs: "attrs" in item && typeof item.attrs === "object" && item.attrs !== null ? { ...item.attrs } : {},
  };
}
