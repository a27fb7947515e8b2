import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import classes from "@/components/account/account.module.css";
import { SignInForm } from "@/components/account/SignInForm";
import { safeNext } from "@/components/account/safeNext";
import { sessionCookie } from "@/lib/auth/sessionToken";
import { currentSession, localeCookie } from "@/lib/http";
import { isLocale } from "@/lib/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

interface SignInPageProps {
  readonly searchParams: Promise<{ readonly next?: string | string[] }>;
}

/** Signing in. `?next=` says where to go afterwards; whoever is signed in already goes there at once. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const next = safeNext((await searchParams).next);
  if (await currentSession()) redirect(next);
  const t = await getTranslations("signIn");
  const held = await cookies();
  const language = held.get(localeCookie)?.value;
  return (
    <>
      <h1 className={classes.title}>{t("title")}</h1>
      <p className={classes.hint}>{t("hint")}</p>
      <SignInForm next={next} expired={held.has(sessionCookie())} chosen={isLocale(language) ? language : undefined} />
      <p className={classes.help}>{t("forgotten")}</p>
    </>
  );
}
