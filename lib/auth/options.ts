import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { getDatabase } from "@/lib/db";
import { lifetimeMs, revokeSession } from "./sessions";
import { isSecure, sessionCookie, sessionSecret } from "./sessionToken";
import { signIn } from "./signIn";
import { writeSignInFault } from "./signInFault";

interface LogLine {
  error(fields: Record<string, unknown>, message: string): void;
}

/**
 * next-auth's configuration: credentials checked by `signIn`, a token that names account and session and nothing else.
 * @param log where faults of next-auth itself are told, without the values that it was handling
 */
export function authOptions(log: LogLine): AuthOptions {
  const secure = isSecure();
  const prefix = secure ? "__Host-" : "";
  const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: lifetimeMs / 1000 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookie },
      csrfToken: { name: `${prefix}bieumau.csrf`, options: cookie },
      callbackUrl: { name: `${prefix}bieumau.callback`, options: cookie },
    },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { username: { type: "text" }, password: { type: "password" }, locale: { type: "text" } },
        authorize: async (credentials, request) => {
          const outcome = await signIn(getDatabase(), {
            username: textOf(credentials?.username),
            password: textOf(credentials?.password),
            address: addressOf(request.headers),
            userAgent: textOf(request.headers?.["user-agent"]),
            locale: credentials?.locale === "vi" || credentials?.locale === "en" ? credentials.locale : undefined,
            now: new Date(),
          });
          if (!outcome.ok) throw new Error(writeSignInFault(outcome.error));
          return { id: outcome.value.accountId, sid: outcome.value.sessionId };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, sid: user.sid } : { sub: token.sub, sid: token.sid }),
      // Pages and API look the session up themselves; next-auth's own endpoint has nothing to tell.
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => (url.startsWith("/") && !/^\/[/\\]/.test(url) ? `${baseUrl}${url}` : baseUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (!token?.sub || !token.sid) return;
        await revokeSession(getDatabase(), { accountId: token.sub, sessionId: token.sid, now: new Date() });
      },
    },
    logger: {
      // A wrong password is no error of the server, and its metadata hold what was typed.
      error: (code) => log.error({ code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * The client's address: the last of `X-Forwarded-For`, which is what the nearest proxy saw (Next itself where there is
 * none); those before it are whatever the client wrote.
 */
const addressOf = (headers: Readonly<Record<string, unknown>> | undefined): string =>
  textOf(headers?.["x-forwarded-for"]).split(",").at(-1)?.trim().slice(0, 64) || "unknown";

declare module "next-auth" {
  interface User {
    /** Id of the session in the database. */
    sid: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sid?: string;
  }
}
