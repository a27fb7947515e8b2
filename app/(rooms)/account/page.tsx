import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Refused } from "@/app/(rooms)/Refused";
import { chooseLocale } from "@/app/chooseLocale";
import classes from "@/components/account/account.module.css";
import { DisplayChoices } from "@/components/account/DisplayChoices";
import { OwnPassword } from "@/components/account/OwnPassword";
import { OwnSessions } from "@/components/account/OwnSessions";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { PageHeader } from "@/components/ui/PageHeader";
import { Panel } from "@/components/ui/Panel";
import { serviceContext } from "@/lib/http";
import { listOwnSessions, readOwnAccount } from "@/lib/service/account";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** One's own account: who one is here, password, sessions, language, colours. */
export default async function AccountPage() {
  const [t, shell, context] = await Promise.all([getTranslations("account"), getTranslations("shell"), serviceContext()]);
  const [account, sessions] = await Promise.all([readOwnAccount(context), listOwnSessions(context)]);
  if (!account.ok) return <Refused refusal={account.error} />;
  if (!sessions.ok) return <Refused refusal={sessions.error} />;
  const { username, displayName, position, locale, roles } = account.value;
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={displayName} />
      <div className={classes.columns}>
        <div>
          <Panel title={t("profile")}>
            <dl className={`${classes.box} ${classes.facts}`}>
              <dt>{t("name")}</dt>
              <dd>{displayName}</dd>
              <dt>{t("username")}</dt>
              <dd>{username}</dd>
              {position ? (
                <>
                  <dt>{t("position")}</dt>
                  <dd>{position}</dd>
                </>
              ) : null}
              <dt>{t("roles")}</dt>
              <dd>
                {roles.length === 0 ? t("rolesNone") : null}
                <ul>
                  {roles.map(({ role, unit }) => (
                    <li key={`${role} ${unit.id}`}>
                      {t(`role.${role}`)} · {unit.name}
                    </li>
                  ))}
                </ul>
              </dd>
            </dl>
          </Panel>
          <Panel title={t("sessions")} count={sessions.value.length}>
            <div className={classes.box}>
              <OwnSessions sessions={sessions.value} />
            </div>
          </Panel>
        </div>
        <div>
          <Panel title={t("display")}>
            <div className={classes.box}>
              <DisplayChoices locale={locale} chooseLocale={chooseLocale} />
            </div>
          </Panel>
          <Panel title={t("password")}>
            <div className={classes.box}>
              <OwnPassword username={username} />
            </div>
          </Panel>
        </div>
      </div>
    </Page>
  );
}
