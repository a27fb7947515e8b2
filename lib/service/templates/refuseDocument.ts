import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import type { Refusal } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";

/** Errors told at once; more would hide the first. */
const shownErrors = 200;

/** Refuses to publish a document, with its errors, each at its place. */
export const refuseDocument = (problems: readonly Problem[]): Result<never, Refusal> => withErrors("library.brokenDocument", problems);

/** Refuses a document that does not fit the schema of templates, and so cannot even be a draft. */
export const refuseUnfit = (problems: readonly Problem[]): Result<never, Refusal> => withErrors("library.unfitDocument", problems);

function withErrors(code: string, problems: readonly Problem[]): Result<never, Refusal> {
  const errors = problems.filter(({ severity }) => severity === "error").slice(0, shownErrors);
  return refuse("invalid", { code, params: { count: errors.length } }, errors);
}
