import type { Selection } from "@/components/designer/store";
import type { Template } from "@/lib/template";
import type { BlockKind } from "./blockKinds";

const endsDocument = (kind: BlockKind): boolean => kind === "signature" || kind === "recipients";

/**
 * Where a block goes that was asked for without a place: after the block in which the selection stands; else at the
 * end, before the signatures and recipients that close a document.
 */
export function insertionIndex(template: Template, { focus }: Selection, kind: BlockKind): number {
  const { blocks } = template;
  const selected = focus && focus.kind !== "document" ? blocks.findIndex(({ id }) => id === focus.block) : -1;
  if (selected !== -1) return selected + 1;
  let index = blocks.length;
  if (endsDocument(kind)) return index;
  while (index > 0) {
    const before = blocks[index - 1];
    if (before === undefined || !endsDocument(before.kind)) break;
    index -= 1;
  }
  return index;
}
