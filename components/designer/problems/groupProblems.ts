import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { placeOfProblem } from "./placeOfProblem";

export interface PlacedProblem {
  readonly problem: Problem;
  readonly place: Place;
}

/** The problems of one block; of the template itself where `block` is undefined. */
export interface ProblemGroup {
  readonly block: string | undefined;
  readonly problems: readonly PlacedProblem[];
}

const isError = ({ problem }: PlacedProblem): number => (problem.severity === "error" ? 0 : 1);

/** Problems by the block that they are in, blocks in the order of the document and the template itself first; errors before warnings. */
export function groupProblems(template: Template, problems: readonly Problem[]): readonly ProblemGroup[] {
  const placed = problems.map((problem) => ({ problem, place: placeOfProblem(template, problem.at) }));
  const of = (block: string | undefined): readonly PlacedProblem[] =>
    placed
      .filter(({ place }) => (place.kind === "document" ? undefined : place.block) === block)
      .toSorted((a, b) => isError(a) - isError(b));
  return [undefined, ...template.blocks.map(({ id }) => id)]
    .map((block) => ({ block, problems: of(block) }))
    .filter((group) => group.problems.length > 0);
}
