import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { checkSession, type SignedIn, tokenOfCookies } from "@/lib/auth";
import type { Actor } from "@/lib/auth/actor";
import { getDatabase } from "@/lib/db";
import type { ServiceContext } from "@/lib/service/context";
import { addressHeader } from "./pageHeaders";

/** The session of the page that is being rendered, looked up once for each request. */
export const currentSession = cache(
  async (): Promise<SignedIn | undefined> => checkSession(getDatabase(), await tokenOfCookies((await cookies()).getAll()), new Date()),
);

/** Who looks at this page; undefined when nobody is signed in. */
export const currentActor = async (): Promise<Actor | undefined> => (await currentSession())?.actor;

/** Who looks at this page; sends to signing in (and back here after it), or to a forced change of password. */
export async function requireActor(): Promise<Actor> {
  const signedIn = await currentSession();
  if (!signedIn) {
    const address = (await headers()).get(addressHeader) ?? "/";
    redirect(address === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(address)}`);
  }
  if (signedIn.mustChangePassword) redirect("/change-password");
  return signedIn.actor;
}

/** What pages call services with. */
export const serviceContext = async (): Promise<ServiceContext> => ({ actor: await requireActor(), db: getDatabase(), now: new Date() });
