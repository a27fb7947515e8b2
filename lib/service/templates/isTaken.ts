/** Whether a statement failed because another row has what must be unique. @param constraint its name in the database */
export function isTaken(error: unknown, constraint: string): boolean {
  // The driver's error, or drizzle's, which carries it.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return (
    cause instanceof Error &&
    "constraint_name" in cause &&
    cause.constraint_name === constraint &&
    "code" in cause &&
    cause.code === "23505"
  );
}
