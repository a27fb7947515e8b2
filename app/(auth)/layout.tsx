import { IconLayoutDashboard } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chooseLocale } from "@/app/chooseLocale";
import classes from "@/components/account/account.module.css";
import { LanguageSwitch } from "@/components/account/LanguageSwitch";

/** The pages at the entrance: what this is at one side, the form at the other. */
export default async function EntranceLayout({ children }: { readonly children: ReactNode }) {
  const t = await getTranslations("signIn");
  const shell = await getTranslations("shell");
  return (
    <div className={classes.entrance}>
      <header className={classes.side}>
        <div className={classes.mark}>
          <span className={classes.markIcon} aria-hidden>
            <IconLayoutDashboard size={24} stroke={1.75} />
          </span>
          {shell("product")}
        </div>
        <div>
          <p className={classes.headline}>{shell("tagline")}</p>
          <p className={classes.lead}>{t("lead")}</p>
        </div>
        <div className={classes.small}>{t("officialUse")}</div>
      </header>
      <div className={classes.work}>
        <div className={classes.top}>
          <LanguageSwitch choose={chooseLocale} />
        </div>
        <main className={classes.middle}>
          <div className={classes.card}>{children}</div>
        </main>
      </div>
    </div>
  );
}
