import { decode } from "next-auth/jwt";

/** What the cookie carries, signed and encrypted; everything else stands in the database. */
export interface SessionToken {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Whether people reach this server by https: then cookies are Secure and bound to the host. */
export const isSecure = (): boolean => process.env.NEXTAUTH_URL?.startsWith("https://") === true;

/** Name of the session cookie; with https the browser itself guards `__Host-`. */
export const sessionCookie = (): string => (isSecure() ? "__Host-bieumau.session" : "bieumau.session");

/** The secret that signs sessions. @throws when the process was started past `npm start` */
export function sessionSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set; start with `npm start` or `npm run dev`");
  return secret;
}

interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** The token of a cookie jar; undefined when there is none, or one that we did not sign. */
export async function tokenOfCookies(cookies: readonly Cookie[]): Promise<SessionToken | undefined> {
  const token = cookies.find(({ name }) => name === sessionCookie())?.value;
  if (!token) return undefined;
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return claims && isUuid(claims.sub) && isUuid(claims.sid) ? { accountId: claims.sub, sessionId: claims.sid } : undefined;
  } catch {
    return undefined;
  }
}

/** The token of a request's Cookie header. */
export const tokenOfRequest = (request: Request): Promise<SessionToken | undefined> => tokenOfCookies(cookiesOf(request));

/** The cookies that a request brings. */
export const cookiesOf = (request: Request): readonly Cookie[] =>
  (request.headers.get("cookie") ?? "").split(/;\s*/).flatMap((pair) => {
    const at = pair.indexOf("=");
    return at > 0 ? [{ name: pair.slice(0, at), value: pair.slice(at + 1) }] : [];
  });

export const isUuid = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
