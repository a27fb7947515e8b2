import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { LintContext } from "./lintContext";
import { lintNeighbours } from "./lintNeighbours";
import { lintRanges } from "./lintRanges";
import { lintRatios } from "./lintRatios";
import { lintUnits } from "./lintUnits";

/**
 * What is most likely a slip in a template's formulas (DESIGN 5), as warnings that stop nothing: units of measure that
 * do not go together, ratios that are added, formulas unlike their neighbours, sums that leave out the last. Unknown
 * names, cycles and types are told by `compileForm`, as errors; formulas and names that it refuses are passed over here.
 */
export function lintTemplate(template: Template): readonly Problem[] {
  const context = new LintContext(template);
  return [...lintUnits(context), ...lintRatios(context), ...lintNeighbours(context), ...lintRanges(context)];
}
