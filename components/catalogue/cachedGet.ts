import { type ApiFailure, callApi } from "@/components/ui/apiClient";
import type { Result } from "@/lib/result";

type Answer<T> = Promise<Result<T, ApiFailure>>;

/** Catalogues change seldom: an answer of this age still serves. */
const maxAge = 5 * 60_000;
/** Addresses kept; the oldest leave first. */
const mostKept = 200;
const kept = new Map<string, { readonly at: number; readonly answer: Answer<unknown> }>();

/** Reads an address of the API, or what it said a moment ago; whoever asks while it is asked shares the answer. */
export function cachedGet<T>(path: string, now = Date.now()): Answer<T> {
  const known = kept.get(path);
  if (known && now - known.at < maxAge) return known.answer as Answer<T>;
  const answer = callApi<T>("GET", path);
  kept.delete(path);
  kept.set(path, { at: now, answer });
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  // A failure is no answer: the next one asks again.
  answer.then(({ ok }) => {
    if (!ok && kept.get(path)?.answer === answer) kept.delete(path);
  });
  return answer;
}

/** Forgets what addresses that start so said: something under them was changed. */
export function forgetCached(start: string): void {
  for (const path of kept.keys()) if (path.startsWith(start)) kept.delete(path);
}
