import type { FormulaHome } from "@/lib/form/compile";
import type { Template } from "@/lib/template";
import { partAt } from "@/lib/template/edit";

/** Whether a part can have a formula: figures alone are computed. */
export function takesFormula(template: Template, home: FormulaHome): boolean {
  switch (home.kind) {
    case "column":
      return kindAt(template, home) === "value";
    case "row": {
      const kind = kindAt(template, home);
      return kind !== undefined && kind !== "label";
    }
    case "cell":
      return (
        kindAt(template, { kind: "column", block: home.block, column: home.column }) === "value" &&
        takesFormula(template, { kind: "row", block: home.block, row: home.row })
      );
    default:
      return partAt(template, home) !== undefined;
  }
}

/** The formula that a part has of its own, by ids. */
export function formulaOf(template: Template, home: FormulaHome): string | undefined {
  const part = partAt(template, home);
  return part !== undefined && "formula" in part ? part.formula : undefined;
}

function kindAt(template: Template, home: FormulaHome): string | undefined {
  const part = partAt(template, home);
  return part !== undefined && "kind" in part ? part.kind : undefined;
}
