"use server";

import { cookies } from "next/headers";
import { isSecure } from "@/lib/auth/sessionToken";
import { localeCookie } from "@/lib/http";
import { isLocale } from "@/lib/messages";

/** Keeps the language of this device's pages before signing in, for a year. */
export async function chooseLocale(locale: unknown): Promise<void> {
  if (!isLocale(locale)) return;
  (await cookies()).set(localeCookie, locale, { path: "/", sameSite: "lax", httpOnly: true, secure: isSecure(), maxAge: 365 * 24 * 3600 });
}
