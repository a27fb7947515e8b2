import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/http/contentSecurityPolicy";
import { addressHeader } from "@/lib/http/pageHeaders";

/**
 * Before every page: a fresh nonce for its scripts (Next reads it out of the policy in the request's headers), and
 * the page's own address for `requireActor`.
 */
export function proxy(request: NextRequest): NextResponse {
  const secure = process.env.NEXTAUTH_URL?.startsWith("https://") === true;
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
  const policy = contentSecurityPolicy({ nonce, secure, development: process.env.NODE_ENV === "development" });

  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(addressHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (secure) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}

export const config = { matcher: ["/((?!api/|_next/static|_next/image|icon.svg|favicon.ico).*)"] };
