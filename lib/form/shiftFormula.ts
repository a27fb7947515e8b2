import { storeFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { type Template, tablesOf } from "@/lib/template";
import type { FormulaHome } from "./formulaHome";
import { layoutTable, type TableLayout } from "./layout";

/**
 * A stored formula as it reads when it is copied from one place of a table to another, as a spreadsheet copies: names of
 * columns move by as many columns, names of rows by as many rows, full names of other tables, fields and indicators stay.
 * Refused where a name would leave the table or name a line without figures.
 */
export function shiftFormula(template: Template, formula: string, from: FormulaHome, to: FormulaHome): Result<string, Problem> {
  const table = tablesOf(template).find(({ id }) => id === from.block);
  if (table === undefined || from.block !== to.block || from.kind !== to.kind) return ok(formula);
  const layout = layoutTable(table);
  const columns = line(layout.columns, "column" in from ? from.column : undefined, "column" in to ? to.column : undefined);
  const rows = line(layout.rows, "row" in from ? from.row : undefined, "row" in to ? to.row : undefined);
  let lost: string | undefined;
  const move = (id: string): string => {
    const column = columns.at.get(id);
    if (column !== undefined) {
      const moved = layout.columns[column + columns.by];
      if (moved?.kind !== "value") lost ??= codeIn(layout, id);
      return moved?.id ?? id;
    }
    const row = rows.at.get(id);
    if (row === undefined) return id;
    const moved = layout.rows[row + rows.by];
    if (!moved?.hasCells) lost ??= codeIn(layout, id);
    return moved?.id ?? id;
  };
  const moved = storeFormula(formula, (path) =>
    path.length === 3 || path[0] === "f" || path[0] === "ind" ? undefined : path.map((id) => move(id)),
  );
  return lost === undefined ? ok(moved) : fail({ code: "form.shiftOutside", params: { name: lost }, at: "", severity: "error" });
}

interface Line {
  readonly at: ReadonlyMap<string, number>;
  readonly by: number;
}

/** Where the parts of a line stand, and how far the copy goes along it. */
function line(parts: readonly { readonly id: string }[], from: string | undefined, to: string | undefined): Line {
  const at = new Map(parts.map(({ id }, i) => [id, i]));
  const [start, end] = [at.get(from ?? ""), at.get(to ?? "")];
  return { at, by: start === undefined || end === undefined ? 0 : end - start };
}

const codeIn = ({ columns, rows }: TableLayout, id: string): string => [...columns, ...rows].find((part) => part.id === id)?.code ?? id;
