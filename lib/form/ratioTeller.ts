import { isRatio, parseFormula } from "@/lib/formula";

/** Tells of formula texts whether they give a ratio; each text is read once. A text that cannot be read gives none. */
export function ratioTeller(): (formula: string) => boolean {
  const known = new Map<string, boolean>();
  return (formula) => {
    let ratio = known.get(formula);
    if (ratio === undefined) {
      const parsed = parseFormula(formula);
      ratio = parsed.ok && isRatio(parsed.value);
      known.set(formula, ratio);
    }
    return ratio;
  };
}
