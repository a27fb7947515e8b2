import type { Problem } from "@/lib/problem";

type Params = Problem["params"];

/** A fault that keeps a template from being published. */
export const errorAt = (at: string, code: string, params: Params = {}): Problem => ({ code, params, at, severity: "error" });

/** Something that is allowed but is most often a slip. */
export const warningAt = (at: string, code: string, params: Params = {}): Problem => ({ code, params, at, severity: "warning" });
