import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { getDatabase } from "@/lib/db";
import { fail } from "@/lib/result";
import { clientAddress, trustedProxies } from "./clientAddress";
import { isKnownAt, type KnownDevice } from "./knownDevice";
import { lifetimeMs, revokeSession } from "./sessions";
import { isSecure, sessionCookie, sessionSecret } from "./sessionToken";
import { signIn } from "./signIn";
import { type SignInFault, writeSignInFault } from "./signInFault";

interface LogLine {
  error(fields: Record<string, unknown>, message: string): void;
}

export interface AuthHooks {
  /** Where faults of next-auth itself are told, without the values that it was handling. */
  readonly log: LogLine;
  /** What of an unexpected error may be logged. */
  readonly describeError: (error: unknown) => Record<string, unknown>;
  /** The device that the request comes from. */
  readonly device: KnownDevice | undefined;
  /** Told the name of a right sign-in. */
  readonly onSignedIn: (username: string) => void;
}

/** next-auth's configuration for one request: credentials checked by `signIn`, a token that names account and session and nothing else. */
export function authOptions({ log, describeError, device, onSignedIn }: AuthHooks): AuthOptions {
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
          const username = textOf(credentials?.username);
          const forwardedFor = textOf(request.headers?.["x-forwarded-for"]);
          // next-auth hands the message of whatever is thrown to the page: nothing but a fault of ours may be.
          const outcome = await signIn(getDatabase(), {
            username,
            password: textOf(credentials?.password),
            place: isKnownAt(device, username)
              ? { kind: "device", id: device.id }
              : { kind: "address", id: clientAddress(forwardedFor, trustedProxies()) },
            userAgent: textOf(request.headers?.["user-agent"]),
            locale: credentials?.locale === "vi" || credentials?.locale === "en" ? credentials.locale : undefined,
            now: new Date(),
          }).catch((error: unknown) => {
            log.error(describeError(error), "sign-in failed");
            return fail<SignInFault>({ kind: "unavailable" });
          });
          if (!outcome.ok) throw new Error(writeSignInFault(outcome.error));
          onSignedIn(username);
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
