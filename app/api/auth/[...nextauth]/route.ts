import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";
import { log } from "@/lib/http";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** Made at the first request: the secret is there when the server runs, not when it is built. */
const handler = (request: Request, context: Context): Promise<Response> => NextAuth(authOptions(log))(request, context);

export { handler as GET, handler as POST };
