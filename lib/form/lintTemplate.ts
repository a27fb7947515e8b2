import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { compileForm } from "./compile";
import { LintContext } from "./lintContext";
import { lintNeighbours } from "./lintNeighbours";
import { lintRanges } from "./lintRanges";
import { lintRatios } from "./lintRatios";
import { lintUnits } from "./lintUnits";

/**
 * All that a designer is told of a template's formulas (DESIGN 5): the errors of compiling (unknown names, cycles,
 * types), and as warnings what is most likely a slip: units of measure that do not go together, ratios that are added,
 * formulas unlike their neighbours, sums that leave out the last. The template has passed `checkTemplate`.
 */
export function lintTemplate(template: Template): readonly Problem[] {
  const compiled = compileForm(template);
  const context = new LintContext(template);
  return [
    ...(compiled.ok ? compiled.value.warnings : compiled.error),
    ...lintUnits(context),
    ...lintRatios(context),
    ...lintNeighbours(context),
    ...lintRanges(context),
  ];
}
