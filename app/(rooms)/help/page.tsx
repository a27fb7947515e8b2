import { Kbd } from "@mantine/core";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { designerKeys } from "@/components/designer/help/designerKeys";
import { readingKeys, writingKeys } from "@/components/grid/gridKeys";
import { HelpContents } from "@/components/help/HelpContents";
import { HelpTable } from "@/components/help/HelpTable";
import classes from "@/components/help/help.module.css";
import { richWords } from "@/components/help/richWords";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { PageHeader } from "@/components/ui/PageHeader";
import { TextLink } from "@/components/ui/TextLink";
import { type ReportAction, reportActions, transitions } from "@/lib/workflow";
import { helpSections } from "./sections";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

/** The keys of the grid, out of the table that the grid itself shows. */
async function Keys() {
  const [t, keys] = await Promise.all([getTranslations("help"), getTranslations("grid.keys")]);
  return (
    <HelpTable caption={keys("title")} heads={[t("key"), t("does")]}>
      {[...readingKeys, ...writingKeys].map(([key, printed]) => (
        <tr key={key}>
          <th scope="row">
            <Kbd size="xs">{printed}</Kbd>
          </th>
          <td>{keys(key)}</td>
        </tr>
      ))}
    </HelpTable>
  );
}

/** The keys of the designer, out of the table that the designer itself shows. */
async function DesignerKeys() {
  const [t, keys] = await Promise.all([getTranslations("help"), getTranslations("designer.keys")]);
  return designerKeys.map(({ group, rows }) => (
    <HelpTable key={group} caption={t("designerKeys", { group: keys(`group.${group}`) })} heads={[t("key"), t("does")]}>
      {rows.map(([key, printed]) => (
        <tr key={key}>
          <th scope="row">
            <Kbd size="xs">{printed}</Kbd>
          </th>
          <td>{keys(key)}</td>
        </tr>
      ))}
    </HelpTable>
  ));
}

/** The marks of this page's texts: those of the help, and `<formulas>`, which leads to the page on formulas. */
const words = {
  ...richWords,
  formulas: (inner: ReactNode) => (
    <TextLink href="/help/formulas" underline="always">
      {inner}
    </TextLink>
  ),
};

/** The way of a report, out of the state machine itself. */
async function Steps() {
  const [t, act, state, role] = await Promise.all([
    getTranslations("help"),
    getTranslations("fill.action"),
    getTranslations("shell.state"),
    getTranslations("account.role"),
  ]);
  const row = (action: ReportAction) => {
    const { from, to, by, reasonNeeded } = transitions[action];
    return (
      <tr key={action}>
        <th scope="row">{act(`${action}.button`)}</th>
        <td>{t(`side.${by.side}`, { role: role(by.role) })}</td>
        <td>{state(from)}</td>
        <td>{state(to)}</td>
        <td>{reasonNeeded ? t("reasonNeeded") : null}</td>
      </tr>
    );
  };
  return (
    <section id="steps" className={classes.section} aria-labelledby="steps-title">
      <h2 id="steps-title">{t("steps")}</h2>
      <p>{t("stepsHint")}</p>
      <HelpTable caption={t("stepsCaption")} heads={[t("act"), t("by"), t("from"), t("to"), t("note")]}>
        {reportActions.map(row)}
      </HelpTable>
    </section>
  );
}

/** How Bieumau is used, by the work of each role. */
export default async function HelpPage() {
  const [t, shell, role] = await Promise.all([getTranslations("help"), getTranslations("shell"), getTranslations("account.role")]);
  const contents = [...helpSections.map(({ id }) => ({ id, title: t(`sections.${id}`) })), { id: "steps", title: t("steps") }];
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={t("meta")} />
      <div className={classes.layout}>
        <HelpContents label={t("contents")} sections={contents} />
        <div className={classes.text}>
          <p className={classes.lead}>
            {t("language")}{" "}
            <TextLink href="/help/formulas" underline="always">
              {t("formulas.title")}
            </TextLink>
          </p>
          {helpSections.map(({ id, roles, points }) => (
            <section key={id} id={id} className={classes.section} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{t(`sections.${id}`)}</h2>
              <p className={classes.who}>
                {roles.length === 0 ? t("everybody") : t("for", { roles: roles.map((one) => role(one)).join(", ") })}
              </p>
              <ul className={classes.points}>
                {points.map((point) => (
                  <li key={point}>{t.rich(`points.${point}`, words)}</li>
                ))}
              </ul>
              {id === "fill" ? <Keys /> : null}
              {id === "rules" ? <DesignerKeys /> : null}
            </section>
          ))}
          <Steps />
        </div>
      </div>
    </Page>
  );
}
