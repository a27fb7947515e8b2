import type { Problem } from "@/lib/problem";
import type { Span } from "./expr";

/** An error of a formula, at a span of its text; who knows where the formula stands fills in `at`. */
export const formulaProblem = (code: string, span: Span, params: Problem["params"] = {}): Problem => ({
  code: `formula.${code}`,
  params,
  at: "",
  severity: "error",
  span: { from: span.from, to: span.to },
});
