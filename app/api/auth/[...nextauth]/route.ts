import NextAuth from "next-auth";
import { knownDevice, rememberDevice } from "@/lib/auth";
import { authOptions } from "@/lib/auth/options";
import { describeError, foreignHandler, log } from "@/lib/http";

type Context = { readonly params: Promise<{ readonly nextauth: string[] }> };

/** A name, a password and a few tokens. */
const maxBytes = 16 * 1024;
/** next-auth's own log of browsers' errors: a way for strangers to write into ours. */
const closedAction = "_log";

/** Options are made at each request: the secret is there when the server runs, not when it is built. */
async function handler(request: Request, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth;
  return foreignHandler(request, { maxBytes, closed: action === closedAction }, async (bounded) => {
    const device = await knownDevice(bounded);
    let signedIn: string | undefined;
    const onSignedIn = (username: string) => {
      signedIn = username;
    };
    const response: Response = await NextAuth(authOptions({ log, describeError, device, onSignedIn }))(bounded, context);
    if (signedIn !== undefined) response.headers.append("set-cookie", await rememberDevice(device, signedIn));
    return response;
  });
}

export { handler as GET, handler as POST };
