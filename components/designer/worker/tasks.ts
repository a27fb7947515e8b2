import { compileForm, type FormulaHome, type FormulaTrial, lintTemplate, type TrialPlace, tryFormula } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { checkTemplate, type Template } from "@/lib/template";

/** Everything that publishing would meet, as it is checked there: lints are looked for where the formulas can be read. */
const check = (template: Template): readonly Problem[] => {
  const checked = checkTemplate(template);
  if (checked.some(({ severity }) => severity === "error")) return checked;
  const compiled = compileForm(template);
  return [...checked, ...(compiled.ok ? compiled.value.warnings : compiled.error), ...lintTemplate(template)];
};

interface TrialInput {
  readonly template: Template;
  readonly home: FormulaHome;
  readonly formula: string;
  readonly place: TrialPlace;
  /** What stands in cells of text. */
  readonly text: string;
}

/** What a formula gives on sample values: in no certain period, so that every column and row is there, for two subordinate units. */
const trial = ({ template, home, formula, place, text }: TrialInput): FormulaTrial => {
  const units = [1, 2].map((n) => ({ key: `sample${n}`, name: `${text} ${n}` }));
  return tryFormula(template, home, formula, { period: "", units }, { seed: 1, text }, place);
};

/** What is worked out beside the screen: input and output are data, so that they can be sent to the worker and back. */
export const tasks = { check, trial } as const;

export type Tasks = typeof tasks;
