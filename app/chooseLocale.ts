"use server";

import { cookies } from "next/headers";
import { isSecure } from "@/lib/auth/sessionToken";
import { getDatabase } from "@/lib/db";
import { currentActor, localeCookie } from "@/lib/http";
import { isLocale } from "@/lib/messages";
import { chooseLanguage } from "@/lib/service/account";

/**
 * Keeps the language of this device's pages before signing in, for a year, and the account's, where one is signed in. At
 * a sign-in the device's language goes to the account: what was read before is read on.
 */
export async function chooseLocale(locale: unknown): Promise<void> {
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, { path: "/", sameSite: "lax", httpOnly: true, secure: isSecure(), maxAge: 365 * 24 * 3600 });
  const actor = await currentActor();
  if (actor) await chooseLanguage({ db: getDatabase(), actor, now: new Date() }, { locale });
}
