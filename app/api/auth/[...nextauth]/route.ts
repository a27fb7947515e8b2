import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { log, withinBytes } from "@/lib/http";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** A name, a password and a few tokens. */
const maxBytes = 16 * 1024;

/** Made at the first request: the secret is there when the server runs, not when it is built. */
const handler = (request: Request, context: Context): Promise<Response> =>
  withinBytes(request, maxBytes, (bounded) => NextAuth(authOptions(log))(bounded, context));

export { handler as GET, handler as POST };
