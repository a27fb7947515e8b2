import type { Frequency, When } from "@/lib/template";

/** How a condition names its periods. */
export type WhenMode = "always" | "only" | "except";

/** How many periods of a frequency a year has: those that a condition can tell apart. */
const periodsIn: Readonly<Record<Frequency, number>> = {
  week: 53,
  halfMonth: 24,
  month: 12,
  quarter: 4,
  halfYear: 2,
  nineMonths: 1,
  year: 1,
  schoolYear: 1,
  onDemand: 1,
};

/** Frequencies that a condition speaks of: those it names, else all of the template. */
export const frequenciesOf = (when: When | undefined, all: readonly Frequency[]): readonly Frequency[] => when?.frequencies ?? all;

/** How many periods can be told apart. */
export const ordinalsOf = (frequencies: readonly Frequency[]): number =>
  Math.max(1, ...frequencies.map((frequency) => periodsIn[frequency]));

/** Frequencies that have a period of this number beside others. */
export const countedAt = (ordinal: number, frequencies: readonly Frequency[]): readonly Frequency[] =>
  frequencies.filter((frequency) => periodsIn[frequency] > 1 && ordinal <= periodsIn[frequency]);

export const modeOf = (when: When | undefined): WhenMode =>
  when?.ordinals !== undefined ? "only" : when?.exceptOrdinals !== undefined ? "except" : "always";

/** The condition with its periods named in another way; undefined where nothing is left of it. */
export function withMode(when: When | undefined, mode: WhenMode, ordinals: readonly number[]): When | undefined {
  const { frequencies } = when ?? {};
  const sorted = [...new Set(ordinals)].sort((a, b) => a - b);
  const next: When = {
    ...(frequencies === undefined ? {} : { frequencies }),
    ...(mode === "only" && sorted.length > 0 ? { ordinals: sorted } : {}),
    ...(mode === "except" && sorted.length > 0 ? { exceptOrdinals: sorted } : {}),
  };
  return Object.keys(next).length === 0 ? undefined : next;
}

/** The condition for these frequencies alone; all of the template need not be named. */
export function withFrequencies(when: When | undefined, chosen: readonly Frequency[], all: readonly Frequency[]): When | undefined {
  const { frequencies: _, ...rest } = when ?? {};
  const isAll = all.every((frequency) => chosen.includes(frequency));
  const next: When = isAll || chosen.length === 0 ? rest : { frequencies: [...chosen], ...rest };
  return Object.keys(next).length === 0 ? undefined : next;
}
