import type { Actor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";

/** What every use case is called with: who, where, when. */
export interface ServiceContext {
  readonly db: Database;
  readonly actor: Actor;
  readonly now: Date;
}

/** Why a use case did not happen; the API turns the kind into a status of HTTP. */
export interface Refusal {
  readonly kind: "unauthenticated" | "forbidden" | "notFound" | "invalid" | "conflict" | "throttled" | "tooLarge";
  /** The first is the headline; the rest are details with their places. */
  readonly problems: readonly [Problem, ...Problem[]];
}

/** Outcome of a use case. */
export type Outcome<T> = Promise<Result<T, Refusal>>;
