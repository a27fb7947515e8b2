import type { Problem } from "@/lib/problem";
import { fail, type Result } from "@/lib/result";
import type { Refusal } from "./context";

/** A problem with what most of them leave out: no parameters, about the whole, an error. */
export type ProblemDraft = Pick<Problem, "code"> & Partial<Problem>;

export const problemFrom = (draft: ProblemDraft): Problem => ({ params: {}, at: "", severity: "error", ...draft });

/** A use case that did not happen; the first problem is the headline. */
export const refuse = (kind: Refusal["kind"], first: ProblemDraft, rest: readonly Problem[] = []): Result<never, Refusal> =>
  fail({ kind, problems: [problemFrom(first), ...rest] });
