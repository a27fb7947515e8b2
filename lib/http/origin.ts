const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something on behalf of the cookie that it carries: it must say that it comes from our
 * own pages, by `Origin` or, where a browser leaves that out, by `Sec-Fetch-Site`. With https our own address is
 * `publicAddress` (NEXTAUTH_URL) and no other; without, also the `Host` that was asked, so that a trial on another
 * name or port of this machine works.
 */
export function isFromOurPages(request: Request, publicAddress: string | undefined): boolean {
  if (safeMethods.has(request.method)) return true;
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  const own = publicAddress && URL.canParse(publicAddress) ? new URL(publicAddress) : undefined;
  if (own && from.origin === own.origin) return true;
  return own?.protocol !== "https:" && from.host === request.headers.get("host");
}
