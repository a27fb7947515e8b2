import { IconChecklist } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, address, one, pageNumber } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { Pager } from "@/components/reportList/Pager";
import { ReportTable } from "@/components/reportList/ReportTable";
import classes from "@/components/reportList/reportList.module.css";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { serviceContext } from "@/lib/http";
import { dayInVietnam } from "@/lib/period";
import { listReports } from "@/lib/service/reports";
import type { ReportState } from "@/lib/workflow";

const queues = ["submitted", "approved", "signed", "sent"] as const satisfies readonly ReportState[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportList"))("review") };
}

/** The reports that wait for the leader or the sender. */
export default async function ReviewPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, shell, asked, context] = await Promise.all([
    getTranslations("reportList"),
    getTranslations("shell"),
    searchParams,
    serviceContext(),
  ]);
  const approves = context.actor.roles.some(({ role }) => role === "approver");
  const queue = queues.find((known) => known === one(asked.queue)) ?? (approves ? "submitted" : "signed");
  const search = one(asked.q);
  const [listed, ...counts] = await Promise.all([
    listReports(context, { scope: "own", states: [queue], search, page: pageNumber(one(asked.page)) }),
    ...queues.map((state) => listReports(context, { scope: "own", states: [state], pageSize: 1 })),
  ]);
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const { items, total, page, pageSize } = listed.value;
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("review") }]} />
      <PageHeader title={t("review")} meta={t("count", { count: total })} />
      <LinkTabs
        label={t("queue.label")}
        tabs={queues.map((state, position) => {
          const counted = counts[position];
          return {
            href: address("/review", { queue: state }),
            label: t(`queue.${state}`),
            count: counted?.ok ? counted.value.total : undefined,
            current: state === queue,
          };
        })}
      />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
      </div>
      {items.length > 0 ? (
        <ReportTable items={items} today={dayInVietnam(context.now)} caption={t(`queue.${queue}`)} />
      ) : search === "" ? (
        <EmptyState icon={<IconChecklist size={36} stroke={1.5} />} title={t("emptyReview")} hint={t("emptyReviewHint")} />
      ) : (
        <EmptyState icon={<IconChecklist size={36} stroke={1.5} />} title={t("noMatch")} hint={t("noMatchHint")} />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) => address("/review", { queue, q: search, page: String(number) })}
      />
    </Page>
  );
}
