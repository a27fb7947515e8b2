import { type Block, type Heading, letterOf, romanOf } from "@/lib/template";

const byLevel: readonly NonNullable<Heading["numbering"]>[] = ["roman", "arabic", "letter", "dash"];

const written = (style: NonNullable<Heading["numbering"]>, n: number): string => {
  switch (style) {
    case "roman":
      return `${romanOf(n)}.`;
    case "arabic":
      return `${n}.`;
    case "letter":
      return `${letterOf(n)})`;
    case "dash":
      return "–";
    case "none":
      return "";
  }
};

/** The number of each heading of a document, by id, counted afresh under every higher heading (Decree 30). */
export const outlineNumbers = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  const counts: number[] = [];
  const numbers = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== "heading") continue;
    const depth = Math.max(1, block.level);
    counts.length = depth;
    const style = block.numbering ?? byLevel[depth - 1] ?? "none";
    if (style !== "none") counts[depth - 1] = (counts[depth - 1] ?? 0) + 1;
    numbers.set(block.id, written(style, counts[depth - 1] ?? 0));
  }
  return numbers;
};
