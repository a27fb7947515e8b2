import type { Command, StepLabel } from "@/lib/template/edit";

/** One way out of a problem, as a person is asked: the label's code is a key of `designerFormula.json`; the command does it. */
export interface Mend {
  readonly label: StepLabel;
  readonly command: Command;
}

/** A way out with its words: `designerFormula.mend.<code>`. */
export const mend = (code: string, params: StepLabel["params"], command: Command): Mend => ({
  label: { code: `designerFormula.mend.${code}`, params },
  command,
});
