import type { CellAddress, CellIndex, ReportContent } from "./content";
import { textLength } from "./findings";
import { entriesKey } from "./grid";
import { OpenForm } from "./open";
import { roles } from "./plan";
import type { Form } from "./types";

/** How much of a report is there. */
export interface Entered {
  /** Cells and fields that take a value in this period. */
  readonly cells: number;
  /** Those that hold one: a figure, a mark, a text. */
  readonly filled: number;
  /** The first that is blank: of tables, then of fields, added rows last; undefined where none is. */
  readonly nextBlank: CellAddress | undefined;
  /** Nothing at all was entered: no value but the template's defaults, no entry, no section. */
  readonly nothing: boolean;
}

/** What was entered into a form and its narrative sections. */
export function entered(form: Form, narrative: ReportContent["narrative"]): Entered {
  if (!(form instanceof OpenForm)) throw new TypeError("A form is opened by openForm");
  let [cells, filled, own, firstBlank] = [0, 0, 0, -1];
  for (let cell = 0; cell < form.cellCount; cell++) {
    if (roles[form.plan.roles[cell] ?? 3] !== "input") continue;
    cells += 1;
    const value = form.read(cell as CellIndex);
    if (value === null) {
      if (firstBlank < 0) firstBlank = cell;
      continue;
    }
    filled += 1;
    if (value !== form.shape(cell)?.default) own += 1;
  }
  const written =
    form.compiled.tables.some((table) =>
      table.rows.some((row, i) => row.repeat?.by === "entries" && form.entries(entriesKey(table, i)).length > 0),
    ) || form.compiled.narratives.some(({ id }) => textLength(narrative[id]) > 0);
  return {
    cells,
    filled,
    nextBlank: firstBlank < 0 ? undefined : form.cellIndex.addressOf(firstBlank),
    nothing: own === 0 && !written,
  };
}
