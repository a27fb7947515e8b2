import type { Block, Heading } from "@/lib/template";

const romans: readonly (readonly [number, string])[] = [
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
/** The letters of points by Decree 30: the Vietnamese alphabet without f, j, w, z and without â, ă, ê, ô, ơ, ư. */
const letters = "abcdđeghiklmnopqrstuvxy";

const roman = (n: number): string => {
  let rest = n;
  let out = "";
  for (const [value, sign] of romans) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
};

const byLevel: readonly NonNullable<Heading["numbering"]>[] = ["roman", "arabic", "letter", "dash"];

const written = (style: NonNullable<Heading["numbering"]>, n: number): string => {
  switch (style) {
    case "roman":
      return `${roman(n)}.`;
    case "arabic":
      return `${n}.`;
    case "letter":
      return `${[...letters][n - 1] ?? n})`;
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
