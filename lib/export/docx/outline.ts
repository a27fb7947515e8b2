import type { Heading } from "@/lib/template";

type Numbering = NonNullable<Heading["numbering"]>;

/** The letters that points are counted by: the Vietnamese alphabet, which has đ and no f, j, w, z. */
const letters = "abcdđeghiklmnopqrstuvxy";

const romans: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

export function roman(count: number): string {
  let rest = count;
  let written = "";
  for (const [value, sign] of romans) {
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  }
  return written;
}

/** a, b, c, d, đ, e, g … y, aa, ab …: as many as are needed. */
export function letter(count: number): string {
  const size = letters.length;
  const last = letters[Math.max(0, count - 1) % size] ?? "";
  return count > size ? letter(Math.floor((count - 1) / size)) + last : last;
}

/** The number as it is printed before a heading or an item, with the blank after it; "" for none. */
export function numberText(numbering: Numbering, count: number): string {
  switch (numbering) {
    case "roman":
      return `${roman(count)}. `;
    case "arabic":
      return `${count}. `;
    case "letter":
      return `${letter(count)}) `;
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
