/**
 * Whether a page is opened by the person who reads it: not fetched ahead of a click, and not led to by another site,
 * which could open it unseen. Browsers say both themselves; a page cannot forge it.
 */
export const openedHere = (headers: Pick<Headers, "get">): boolean =>
  headers.get("sec-fetch-site") !== "cross-site" &&
  headers.get("next-router-prefetch") === null &&
  !["sec-purpose", "purpose"].some((name) => headers.get(name)?.includes("prefetch"));
