import { type FormulaHome, formulaScope } from "@/lib/form/compile";
import { tidyFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { type Mend, mend } from "./mend";

/** The formula that a part has of its own, by ids. */
export function formulaAt(template: Template, place: Place): string | undefined {
  const part = partAt(template, place);
  return part !== undefined && "formula" in part ? part.formula : undefined;
}

/** A formula set at a place, told as people read it. */
export function withFormulaMend(template: Template, place: Place, code: string, formula: string): readonly Mend[] {
  if (place.kind === "document" || place.kind === "block") return [];
  const shown = formulaScope(template, place satisfies FormulaHome)?.show(formula) ?? formula;
  return [mend(code, { formula: shown }, { do: "set", at: [place], values: { formula } })];
}

/** Formulas unlike their neighbours, with unknown names, written another language's way, with ranges from back to front. */
export function formulaMends(template: Template, problem: Problem, place: Place): readonly Mend[] {
  const { code, params, span } = problem;
  const stored = formulaAt(template, place);
  if (stored === undefined) return [];
  if (code === "lint.oddFormula") return withFormulaMend(template, place, "useUsual", String(params.usual));
  if (code === "form.unknownName" || code === "form.unknownNameNear") return nearestName(template, place, stored, span?.from);
  if (code === "form.rangeBackwards" && span !== undefined) {
    const [first = "", last = ""] = stored.slice(span.from, span.to).split(":");
    return withFormulaMend(
      template,
      place,
      "useFormula",
      `${stored.slice(0, span.from)}${last.trim()}:${first.trim()}${stored.slice(span.to)}`,
    );
  }
  if (!code.startsWith("formula.") || place.kind === "document" || place.kind === "block") return [];
  const tidy = formulaScope(template, place)?.read(tidyFormula(stored)).stored;
  return tidy === undefined || tidy === stored ? [] : withFormulaMend(template, place, "useFormula", tidy);
}

/** The wrong name replaced by the nearest that a formula can call there. */
function nearestName(template: Template, place: Place, stored: string, from: number | undefined): readonly Mend[] {
  if (place.kind === "document" || place.kind === "block") return [];
  const scope = formulaScope(template, place);
  const wrong = scope?.read(stored).problems.find(({ span }) => span !== undefined && span.from === from);
  if (!scope || wrong?.span === undefined || wrong.params.near === undefined) return [];
  const typed = stored.slice(0, wrong.span.from) + String(wrong.params.near) + stored.slice(wrong.span.to);
  const read = scope.read(typed).stored;
  return read === undefined ? [] : withFormulaMend(template, place, "useFormula", read);
}
