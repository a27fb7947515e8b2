import type { CellIndex } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";

/** A figure of a catalogued indicator. */
export interface IndicatorFigure {
  readonly indicator: string;
  /** Id of the column, or of the field: which measure of the indicator. */
  readonly measure: string;
  readonly value: number;
}

/**
 * The figures of catalogued indicators in a report, one for each indicator and measure: the first where a template
 * asks for one twice. Rows repeated over units or entries have no one figure and are left out; so are blanks.
 */
export function indicatorFigures(form: Form): readonly IndicatorFigure[] {
  const figures = new Map<string, IndicatorFigure>();
  for (let cell = 0; cell < form.cellCount; cell++) {
    const value = form.values[cell];
    if (value === undefined || Number.isNaN(value)) continue;
    const { indicator, address } = form.info(cell as CellIndex);
    if (indicator === undefined || address.includes("@")) continue;
    const measure = address.slice(address.lastIndexOf(".") + 1);
    const key = `${indicator} ${measure}`;
    if (!figures.has(key)) figures.set(key, { indicator, measure, value });
  }
  return [...figures.values()];
}
