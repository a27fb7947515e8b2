/** Outcome of an operation that can fail in a way the caller must handle; errors are values here, exceptions are defects. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A successful outcome. */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failed outcome. */
export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
