/**
 * Widths of Times New Roman in thousandths of the letter size (its metrics equal those of Times, Adobe font metrics).
 * Vietnamese letters are as wide as their base letters. Used for the lines under headings and for the widths of columns.
 */
const narrow: Readonly<Record<string, number>> = {
  ...widths(250, " .,"),
  ...widths(278, "/\\:;tijl|"),
  ...widths(333, "-()[]{}frsI!"),
  ...widths(389, "JF"),
  ...widths(444, 'acez?"“”'),
};
const wide: Readonly<Record<string, number>> = {
  ...widths(556, "SP$€"),
  ...widths(611, "ELTZ"),
  ...widths(667, "BCR=+×"),
  ...widths(722, "ADGHKNOQUVXYwĐ"),
  ...widths(778, "m%&"),
  ...widths(889, "M"),
  ...widths(944, "W"),
};
const usual = 500;
/** Bold letters are this much wider on the whole. */
const boldness = 1.06;

function widths(width: number, letters: string): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, width]));
}

/** Width of a text in twips, on one line, at a size in points. */
export function textWidth(text: string, points: number, weight: "regular" | "bold" = "regular"): number {
  let thousandths = 0;
  for (const letter of text.normalize("NFD").replace(/\p{Mn}/gu, "")) thousandths += narrow[letter] ?? wide[letter] ?? usual;
  return (thousandths / 1000) * points * 20 * (weight === "bold" ? boldness : 1);
}

/** Width in twips of the longest word, which a cell cannot break. */
export const longestWord = (text: string, points: number, weight: "regular" | "bold" = "regular"): number =>
  Math.max(0, ...text.split(/\s+/).map((word) => textWidth(word, points, weight)));
