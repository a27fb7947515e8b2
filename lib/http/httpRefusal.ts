import type { Problem } from "@/lib/problem";
import type { Refusal } from "@/lib/service/context";

/** A request that is refused: the status of HTTP and why. */
export interface HttpRefusal {
  readonly status: number;
  readonly problems: readonly [Problem, ...Problem[]];
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
}

/** The status of HTTP for each kind of refusal of the services. */
export const statusOf: Readonly<Record<Refusal["kind"], number>> = {
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  invalid: 422,
  conflict: 409,
  throttled: 429,
  tooLarge: 413,
};

export const httpRefusal = (status: number, code: string, params: Problem["params"] = {}): HttpRefusal => ({
  status,
  problems: [{ code, params, at: "", severity: "error" }],
});
