import { IconCircleCheck } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgressTable } from "@/components/collect/ProgressTable";
import { Due } from "@/components/reportList/Due";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { Panel } from "@/components/ui/Panel";
import { TextLink } from "@/components/ui/TextLink";
import type { Role } from "@/lib/auth/actor";
import { serviceContext } from "@/lib/http";
import { dayInVietnam } from "@/lib/period";
import { readOwnAccount } from "@/lib/service/account";
import { followsOthers, listProgress } from "@/lib/service/progress";
import { listReports } from "@/lib/service/reports";
import type { ReportState } from "@/lib/workflow";

interface Duty {
  readonly key: "fill" | "review" | "sign" | "send" | "receive";
  readonly role: Role;
  readonly scope: "own" | "lead";
  readonly states: readonly ReportState[];
  readonly href: string;
}

const duties: readonly Duty[] = [
  { key: "fill", role: "reporter", scope: "own", states: ["draft", "returned"], href: "/reports" },
  { key: "review", role: "approver", scope: "own", states: ["submitted"], href: "/review?queue=submitted" },
  { key: "sign", role: "approver", scope: "own", states: ["approved"], href: "/review?queue=approved" },
  { key: "send", role: "sender", scope: "own", states: ["signed"], href: "/review?queue=signed" },
  { key: "receive", role: "aggregator", scope: "lead", states: ["sent"], href: "/collect" },
];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** What waits for this account, by its roles. */
export default async function HomePage() {
  const [t, context] = await Promise.all([getTranslations("home"), serviceContext()]);
  const held = new Set(context.actor.roles.map(({ role }) => role));
  const mine = duties.filter(({ role }) => held.has(role));
  const [account, progress, ...lists] = await Promise.all([
    readOwnAccount(context),
    followsOthers(context).then((follows) => (follows ? listProgress(context) : undefined)),
    ...mine.map(({ scope, states }) => listReports(context, { scope, states, pageSize: 6 })),
  ]);
  const units = account.ok ? [...new Set(account.value.roles.map(({ unit }) => unit.name))].join(", ") : "";
  const today = dayInVietnam(context.now);
  const waiting = mine.flatMap((duty, position) => {
    const list = lists[position];
    return list?.ok && list.value.total > 0 ? [{ duty, page: list.value }] : [];
  });
  const followed = progress?.ok ? progress.value.slice(0, 6) : [];
  const links = [
    ...(held.has("designer") ? [{ href: "/templates", label: t("openTemplates"), title: t("templates") }] : []),
    ...(held.has("admin") ? [{ href: "/accounts", label: t("openAccounts"), title: t("accounts") }] : []),
  ];
  return (
    <Page>
      <PageHeader title={t("title")} meta={t("greeting", { name: context.actor.displayName, units })} />
      {waiting.map(({ duty, page }) => (
        <Panel
          key={duty.key}
          title={t(duty.key)}
          count={page.total}
          more={page.total > page.items.length ? { href: duty.href, label: t("all", { count: page.total }) } : undefined}
        >
          <Due items={page.items} today={today} caption={t(duty.key)} />
        </Panel>
      ))}
      {followed.length > 0 ? (
        <Panel
          title={t(held.has("aggregator") ? "progress" : "monitor")}
          more={{ href: "/collect", label: t("all", { count: progress?.ok ? progress.value.length : 0 }) }}
        >
          <ProgressTable items={followed} today={today} />
        </Panel>
      ) : null}
      {links.map((link) => (
        <Panel key={link.href} title={link.title}>
          <p>
            <TextLink href={link.href}>{link.label}</TextLink>
          </p>
        </Panel>
      ))}
      {waiting.length === 0 && followed.length === 0 && links.length === 0 ? (
        <EmptyState icon={<IconCircleCheck size={36} stroke={1.5} />} title={t("nothing")} hint={t("nothingHint")} />
      ) : null}
    </Page>
  );
}
