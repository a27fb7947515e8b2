import { type FormulaHome, formulaScope } from "@/lib/form/compile";
import type { Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { takesFormula } from "./formulaOf";
import { homeOfPlace } from "./homeOf";

/** Where the formula of a cell may be written: for the cell alone, or for its whole row or column. */
export type Reach = "cell" | "row" | "column";

/** The place of a cell's formula by its reach. */
export function homeOfReach(cell: Extract<Place, { kind: "cell" }>, reach: Reach): FormulaHome {
  const { block, row, column } = cell;
  if (reach === "row") return { kind: "row", block, row };
  return reach === "column" ? { kind: "column", block, column } : cell;
}

/** Whose formula a cell runs; its own where it runs none. */
export function reachOf(template: Template, cell: Extract<Place, { kind: "cell" }>): Reach {
  return formulaScope(template, cell)?.source(cell.row, cell.column) ?? "cell";
}

/** Where the formula of what is selected stands; undefined where it can have none. */
export function selectedFormula(template: Template, place: Place | undefined, reach?: Reach): FormulaHome | undefined {
  const home = homeOfPlace(place);
  if (home === undefined || !takesFormula(template, home)) return undefined;
  return home.kind === "cell" ? homeOfReach(home, reach ?? reachOf(template, home)) : home;
}
