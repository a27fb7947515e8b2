import { showFormula } from "@/lib/formula";
import type { NameSpace } from "./bind";

/** The text of a formula with codes in place of ids, as people read it; `table` is the index of the table it stands in. */
export const withCodes = (text: string, table: number, names: NameSpace): string =>
  showFormula(text, (path) => codePath(path, table, names));

function codePath(path: readonly string[], table: number, names: NameSpace): readonly string[] {
  const [first = "", second = "", third = ""] = path;
  if (first === "ind") return path;
  if (first === "f") return ["f", fieldCode(second, names)];
  if (path.length === 3) {
    const other = names.layout.tables.findIndex((t) => t.id === first);
    return [names.layout.tables[other]?.code ?? first, lineCode(second, other, names), lineCode(third, other, names)];
  }
  return path.map((id) => lineCode(id, table, names));
}

function lineCode(id: string, table: number, names: NameSpace): string {
  const layout = names.layout.tables[table];
  const column = names.columnIds[table]?.get(id);
  if (column !== undefined) return layout?.columns[column]?.code ?? id;
  const row = names.rowIds[table]?.get(id);
  return row === undefined ? id : (layout?.rows[row]?.code ?? id);
}

function fieldCode(id: string, names: NameSpace): string {
  for (const layout of names.layout.tables) {
    const field = layout.kind === "fields" ? layout.columns.find((column) => column.id === id) : undefined;
    if (field !== undefined) return field.code;
  }
  return id;
}
