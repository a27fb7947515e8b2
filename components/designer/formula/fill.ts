import { type FormulaHome, formulaScope, shiftFormula } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";
import type { Command, Place } from "@/lib/template/edit";
import { formulaOf, takesFormula } from "./formulaOf";
import { homeKey, homeOfPlace } from "./homeOf";
import { selectedFormula } from "./selectedFormula";

export type FillDirection = "right" | "down";

/** What filling would write at one place. */
export interface Filling {
  readonly home: FormulaHome;
  /** By ids, and as people read it. */
  readonly formula: string | undefined;
  readonly shown: string;
  readonly problem: Problem | undefined;
}

/** The formulas that a selection would get from its first place: copied along, as a spreadsheet copies. */
export function fillOf(template: Template, places: readonly Place[], direction: FillDirection): readonly Filling[] {
  const homes = ordered(template, places);
  const [lead] = homes;
  if (lead === undefined) return [];
  return homes.flatMap((home): readonly Filling[] => {
    const source = sourceOf(homes, home, direction);
    if (source === undefined || homeKey(source) === homeKey(home) || !takesFormula(template, home)) return [];
    const owner = selectedFormula(template, source);
    const formula = owner && formulaOf(template, owner);
    if (formula === undefined) return [];
    const moved = shiftFormula(template, formula, source, home);
    if (!moved.ok) return [{ home, formula: undefined, shown: "", problem: moved.error }];
    const shown = formulaScope(template, home)?.show(moved.value) ?? moved.value;
    return [{ home, formula: moved.value, shown, problem: undefined }];
  });
}

/** The first of the selection in the line of a place: of its row when filling right, of its column when filling down. */
function sourceOf(homes: readonly FormulaHome[], home: FormulaHome, direction: FillDirection): FormulaHome | undefined {
  if (home.kind === "column") return direction === "right" ? homes[0] : undefined;
  if (home.kind === "row") return direction === "down" ? homes[0] : undefined;
  if (home.kind !== "cell") return undefined;
  return homes.find((one) => one.kind === "cell" && (direction === "right" ? one.row === home.row : one.column === home.column));
}

/** The formula places of a selection of one kind in one table, in document order. */
function ordered(template: Template, places: readonly Place[]): readonly FormulaHome[] {
  const homes = places.map(homeOfPlace).filter((home) => home !== undefined);
  const [first] = homes;
  const table = tablesOf(template).find(({ id }) => id === first?.block);
  if (!first || !table || homes.some(({ kind, block }) => kind !== first.kind || block !== first.block)) return [];
  const rows = new Map(flatRows(table).map(({ row }, i) => [row.id, i]));
  const columns = new Map(leafColumns(table).map(({ column }, i) => [column.id, i]));
  const rank = (home: FormulaHome): number =>
    ("row" in home ? (rows.get(home.row) ?? 0) : 0) * (columns.size + 1) + ("column" in home ? (columns.get(home.column) ?? 0) : 0);
  return homes.toSorted((a, b) => rank(a) - rank(b));
}

/** One step that writes all of them. */
export function fillCommand(fillings: readonly Filling[]): Command | undefined {
  const commands = fillings.flatMap(({ home, formula }): readonly Command[] =>
    formula === undefined ? [] : [{ do: "set", at: [home], values: { formula } }],
  );
  return commands.length === 0 ? undefined : { do: "together", commands };
}
