import type { Block, Template } from "@/lib/template";

const inBlock = new WeakMap<Block, number>();

/** Texts of a template that have words in Vietnamese and none in English. */
export function missingTranslations(template: Template): number {
  const { blocks, ...head } = template;
  // Blocks that were not touched stay the same objects: a letter typed in one does not count all the others anew.
  const counts = blocks.map((block) => {
    const known = inBlock.get(block) ?? missingIn(block);
    inBlock.set(block, known);
    return known;
  });
  return counts.reduce((sum, count) => sum + count, missingIn(head));
}

function missingIn(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  if (!Array.isArray(node) && "vi" in node && typeof node.vi === "string") {
    return node.vi.trim() !== "" && !("en" in node && typeof node.en === "string" && node.en.trim() !== "") ? 1 : 0;
  }
  return Object.values(node).reduce((sum: number, child: unknown) => sum + missingIn(child), 0);
}
