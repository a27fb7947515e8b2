/**
 * Where to go after signing in: a path of our own, or the home page. Addresses of other sites in any disguise
 * (`//evil`, `/\evil`, `https:evil`, with tabs between) and the sign-in page itself lead home.
 */
export function safeNext(wanted: unknown): string {
  if (typeof wanted !== "string" || !wanted.startsWith("/") || wanted.length > 2000) return "/";
  const base = "http://own.invalid";
  if (!URL.canParse(wanted, base)) return "/";
  const { origin, pathname, search, hash } = new URL(wanted, base);
  if (origin !== base || pathname.startsWith("//") || /^\/(sign-in|change-password|api)(\/|$)/.test(pathname)) return "/";
  return `${pathname}${search}${hash}`;
}
