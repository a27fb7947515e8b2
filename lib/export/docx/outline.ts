import { type Heading, letterOf, romanOf } from "@/lib/template";

type Numbering = NonNullable<Heading["numbering"]>;

/** The number as it is printed before a heading or an item, with the blank after it; "" for none. */
export function numberText(numbering: Numbering, count: number): string {
  switch (numbering) {
    case "roman":
      return `${romanOf(count)}. `;
    case "arabic":
      return `${count}. `;
    case "letter":
      return `${letterOf(count)}) `;
    case "dash":
      return "- ";
    case "none":
      return "";
  }
}

const byLevel: readonly Numbering[] = ["roman", "arabic", "letter", "dash"];

/** How a level of the outline is numbered where the heading does not say: I., 1., a), -. */
export const numberingOf = (level: number): Numbering => byLevel[Math.min(level, byLevel.length) - 1] ?? "none";

/** Counts headings of an outline: each level begins again under a new heading above it. */
export function outlineCounter(): (heading: Pick<Heading, "level" | "numbering">) => string {
  const counts: number[] = [];
  return ({ level, numbering = numberingOf(level) }) => {
    counts.length = Math.min(counts.length, level);
    if (numbering === "none") return "";
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    return numberText(numbering, counts[level - 1] ?? 1);
  };
}
