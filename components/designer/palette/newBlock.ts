import type { Block, Row, Template, Text } from "@/lib/template";
import { type BlankWords, blankBlock } from "@/lib/template/edit";
import type { BlockKind } from "./blockKinds";

const vi = (words: string): Text => ({ vi: words });

/** Vietnamese whatever the language of the screen: they are the document's, and every text of it has Vietnamese. */
const words: BlankWords = {
  heading: vi("Đề mục mới"),
  text: vi("Nội dung văn bản"),
  narrative: vi("Tình hình thực hiện"),
  field: vi("Ô nhập mới"),
  list: vi("Danh sách"),
  listColumn: vi("Nội dung"),
  numberColumn: vi("STT"),
  labelColumn: vi("Chỉ tiêu"),
  valueColumn: vi("Thực hiện"),
  row: vi("Chỉ tiêu 1"),
  position: vi("Người lập biểu"),
  recipient: vi("Như trên"),
};

const newRow = (nth: number): Row => ({ kind: "indicator", id: `r${nth}`, number: String(nth), label: vi(`Chỉ tiêu ${nth}`) });

/** A new block with what such a block mostly has, so that there is something to change rather than to begin. */
export function newBlock(template: Template, kind: BlockKind): Block {
  const block = blankBlock(template, kind, words);
  switch (block.kind) {
    case "heading":
      return { ...block, level: lastLevel(template) };
    case "table":
      return {
        ...block,
        title: vi("Bảng số liệu"),
        rowNumbering: ["arabic", "decimal"],
        columns: [
          { kind: "number", id: "c1", label: words.numberColumn, width: 5 },
          { kind: "label", id: "c2", label: words.labelColumn, width: 30 },
          { kind: "unit", id: "c3", label: vi("Đơn vị tính"), width: 10 },
          { kind: "value", id: "c4", label: words.valueColumn, width: 15 },
        ],
        rows: [1, 2, 3].map(newRow),
      };
    case "signature":
      return { ...block, signers: [...block.signers, { position: vi("Thủ trưởng đơn vị") }] };
    case "recipients":
      return { ...block, items: [...block.items, vi("Lưu: VT")] };
    default:
      return block;
  }
}

/** A heading goes on at the level of the last one. */
function lastLevel({ blocks }: Template): number {
  const last = blocks.findLast((block) => block.kind === "heading");
  return last?.kind === "heading" ? last.level : 1;
}
