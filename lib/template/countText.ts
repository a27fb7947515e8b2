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

/** I, II, III, IV … */
export function romanOf(count: number): string {
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
export function letterOf(count: number): string {
  const size = letters.length;
  const last = letters[Math.max(0, count - 1) % size] ?? "";
  return count > size ? letterOf(Math.floor((count - 1) / size)) + last : last;
}
