import type { CellIndex, ReportContent } from "@/lib/form/content";
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
 * @param stored values as they were sent, which stand even where computing anew would give others today (a formula that
 * reads another period); the form's own where absent
 */
export function indicatorFigures(form: Form, stored?: ReportContent["cells"]): readonly IndicatorFigure[] {
  const figures = new Map<string, IndicatorFigure>();
  for (let cell = 0; cell < form.cellCount; cell++) {
    const { indicator, address } = form.info(cell as CellIndex);
    if (indicator === undefined || address.includes("@")) continue;
    const held = stored ? stored[address] : form.read(cell as CellIndex);
    const value = held === "-" ? 0 : held;
    if (typeof value !== "number") continue;
    const measure = address.slice(address.lastIndexOf(".") + 1);
    const key = `${indicator} ${measure}`;
    if (!figures.has(key)) figures.set(key, { indicator, measure, value });
  }
  return [...figures.values()];
}
