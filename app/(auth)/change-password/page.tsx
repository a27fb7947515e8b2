import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import classes from "@/components/account/account.module.css";
import { ChangePasswordHere } from "@/components/account/ChangePasswordHere";
import { currentSession } from "@/lib/http";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.passwordForm"))("title") };
}

/** Changing one's own password: forced after a one-time password, or wished. */
export default async function ChangePasswordPage() {
  const signedIn = await currentSession();
  if (!signedIn) redirect("/sign-in");
  const t = await getTranslations("account.passwordForm");
  return (
    <>
      <h1 className={classes.title}>{t("title")}</h1>
      <p className={classes.hint}>{t(signedIn.mustChangePassword ? "forced" : "wished", { username: signedIn.actor.username })}</p>
      <ChangePasswordHere username={signedIn.actor.username} forced={signedIn.mustChangePassword} />
    </>
  );
}
