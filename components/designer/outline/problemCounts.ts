import { placeKey } from "@/components/designer/dnd";
import { placeOfProblem } from "@/components/designer/problems/placeOfProblem";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

/** How many errors and warnings stand at a part or within it. */
export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

/** What shows a problem of a place: the part itself and the block around it; for a cell its row and its column. */
function shownAt(place: Place): readonly Place[] {
  if (place.kind === "document") return [];
  const block: Place = { kind: "block", block: place.block };
  switch (place.kind) {
    case "block":
    case "check":
      return [block];
    case "cell":
      return [block, { kind: "row", block: place.block, row: place.row }, { kind: "column", block: place.block, column: place.column }];
    default:
      return [block, place];
  }
}

/** The problems of each part by its key, those within a block included. */
export function problemCounts(template: Template, problems: readonly Problem[]): ReadonlyMap<string, ProblemCount> {
  const counts = new Map<string, ProblemCount>();
  for (const { at, severity } of problems) {
    for (const place of shownAt(placeOfProblem(template, at))) {
      const key = placeKey(place);
      const { errors, warnings } = counts.get(key) ?? { errors: 0, warnings: 0 };
      counts.set(key, severity === "error" ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 });
    }
  }
  return counts;
}
