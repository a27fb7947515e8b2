import pino from "pino";

/** The server's log: JSON lines on standard output, level by `LOG_LEVEL` (info). Never give it values of people. */
export const log = pino({ name: "bieumau", level: process.env.LOG_LEVEL || "info" });

/**
 * What of an unexpected error may be logged: its kind, code and stack. Errors of the database carry statements and
 * values in their messages, so of those only the code and the names of constraint and table are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  const chain: Error[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  if (chain.length === 0) return { kind: typeof error };
  const database = chain.find((one) => "severity" in one || "query" in one || "constraint_name" in one);
  return {
    kinds: chain.map((one) => one.name),
    codes: chain.flatMap((one) => ("code" in one ? [String(one.code)] : [])),
    ...(database ? databaseNames(chain) : { message: chain[0]?.message }),
    stack: chain.map((one) => framesOf(one)),
  };
}

function databaseNames(chain: readonly Error[]): Record<string, unknown> {
  const names: Record<string, unknown> = {};
  for (const one of chain) {
    for (const field of ["constraint_name", "table_name", "column_name", "routine"]) {
      const value: unknown = Reflect.get(one, field);
      if (typeof value === "string") names[field] = value;
    }
  }
  return names;
}

/** The frames alone: a stack begins with the message. */
const framesOf = (error: Error): readonly string[] =>
  (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
