import { type HistoryReads, historyReads, withoutKey } from "@/lib/form";
import type { CellAddress, CellValue } from "@/lib/form/content";
import type { CompiledForm, FormContext } from "@/lib/form/types";
import { earlierInYear, type Period, periodCode, previousPeriod, samePeriodLastYear, yearOf } from "@/lib/period";
import type { Template } from "@/lib/template";

type Cells = Readonly<Record<CellAddress, CellValue>>;

const answers = new WeakMap<Template, boolean>();

/** Whether a text of the template holds a call of a history function; a false alarm costs one statement. */
export const readsHistory = (template: Template): boolean => {
  const reads = answers.get(template) ?? /\b(?:prev|lastYear|ytd|yearPlan)\s*\(/.test(JSON.stringify(template.blocks));
  answers.set(template, reads);
  return reads;
};

const periodsOf = (period: Period) => {
  const before = previousPeriod(period);
  const lastYear = samePeriodLastYear(period);
  return {
    prev: before && periodCode(before),
    lastYear: lastYear && periodCode(lastYear),
    yearPlan: periodCode(yearOf(period)),
    earlier: earlierInYear(period).map(periodCode),
  };
};

/** Codes of the periods that formulas of a period may read. */
export const periodsRead = (period: Period): readonly string[] => {
  const { prev, lastYear, yearPlan, earlier } = periodsOf(period);
  return [...new Set([prev, lastYear, yearPlan, ...earlier].filter((code) => code !== undefined))].filter(
    (code) => code !== periodCode(period),
  );
};

/**
 * What formulas of a period read of others, from the figures of each period that has some: the figures that they name
 * and no others, since the page of the form gets them.
 */
export const historyOf = (period: Period, compiled: CompiledForm, cellsOf: (code: string) => Cells | undefined): FormContext["history"] => {
  const { prev, lastYear, yearPlan, earlier } = periodsOf(period);
  const reads = readsIn(compiled, periodCode(period));
  const at = (code: string | undefined, kind: keyof HistoryReads): Cells | undefined => {
    const cells = code === undefined || reads[kind] === undefined ? undefined : cellsOf(code);
    return cells && named(cells, reads[kind]);
  };
  const ofEarlier = earlier.map((code) => at(code, "ytd")).filter((cells) => cells !== undefined);
  return {
    prev: at(prev, "prev"),
    lastYear: at(lastYear, "lastYear"),
    yearPlan: at(yearPlan, "yearPlan"),
    ytd: ofEarlier.length > 0 ? sumOf(ofEarlier) : undefined,
  };
};

const named = (cells: Cells, names: ReadonlySet<string> | undefined): Cells =>
  Object.fromEntries(Object.entries<CellValue>(cells).filter(([at]) => names?.has(withoutKey(at)))) as Cells;

/** Found once for each version and period in use; let go with `templateVersion`'s copies. */
const known = new WeakMap<CompiledForm, Map<string, HistoryReads>>();

const readsIn = (compiled: CompiledForm, period: string): HistoryReads => {
  const ofVersion = known.get(compiled) ?? new Map<string, HistoryReads>();
  known.set(compiled, ofVersion);
  const reads = ofVersion.get(period) ?? historyReads(compiled, period);
  ofVersion.set(period, reads);
  return reads;
};

/** Figures added cell by cell; blanks and texts are passed over, "-" counts as 0. */
const sumOf = (all: readonly Cells[]): Cells => {
  const sums = new Map<string, number>();
  for (const cells of all) {
    for (const [at, value] of Object.entries<CellValue>(cells)) {
      const figure = value === "-" ? 0 : value;
      // 15 digits: as many as a figure has, so that 0.1 + 0.2 stays 0.3.
      if (typeof figure === "number") sums.set(at, Number(((sums.get(at) ?? 0) + figure).toPrecision(15)));
    }
  }
  return Object.fromEntries(sums) as Cells;
};
