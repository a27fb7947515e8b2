const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request may change something on behalf of the cookie that it carries: it must say that it comes from our
 * own pages, by `Origin` or, where a browser leaves that out, by `Sec-Fetch-Site`. Our own address is the `Host` that
 * was asked, or `publicAddress` (NEXTAUTH_URL) where a reverse proxy rewrites it.
 */
export function isFromOurPages(request: Request, publicAddress: string | undefined): boolean {
  if (safeMethods.has(request.method)) return true;
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "same-origin";
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (publicAddress && URL.canParse(publicAddress) && from.origin === new URL(publicAddress).origin) return true;
  return from.host === request.headers.get("host");
}
