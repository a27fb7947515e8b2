import { IconFileDescription, IconFilterOff } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, address, one, pageNumber } from "@/app/(rooms)/addressQuery";
import { periodText } from "@/app/(rooms)/periodText";
import { Refused } from "@/app/(rooms)/Refused";
import { Pager } from "@/components/reportList/Pager";
import { ReportTable } from "@/components/reportList/ReportTable";
import classes from "@/components/reportList/reportList.module.css";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { SelectFilter } from "@/components/ui/SelectFilter";
import { serviceContext } from "@/lib/http";
import { dayInVietnam, parsePeriod } from "@/lib/period";
import { listReports } from "@/lib/service/reports";
import { reportStates } from "@/lib/workflow";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reportList"))("title") };
}

/** The reports of the actor's units. */
export default async function ReportsPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, states, shell] = await Promise.all([getTranslations("reportList"), getTranslations("shell.state"), getTranslations("shell")]);
  const asked = await searchParams;
  const search = one(asked.q);
  const state = reportStates.find((known) => known === one(asked.state));
  const period = parsePeriod(one(asked.period)).ok ? one(asked.period) : "";
  const context = await serviceContext();
  const listed = await listReports(context, {
    scope: "own",
    search,
    states: state ? [state] : undefined,
    period: period === "" ? undefined : period,
    page: pageNumber(one(asked.page)),
    pageSize: 100,
  });
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const { items, total, page, pageSize } = listed.value;
  const filtered = search !== "" || state !== undefined || period !== "";
  const everyPeriod = await listReports(context, { scope: "own", pageSize: 200 });
  const periods = everyPeriod.ok ? [...new Set(everyPeriod.value.items.map((item) => item.period))].sort().reverse() : [];
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={t("count", { count: total })} />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
        <SelectFilter
          label={t("state")}
          name="state"
          value={state ?? ""}
          options={[{ value: "", label: t("allStates") }, ...reportStates.map((one) => ({ value: one, label: states(one) }))]}
        />
        <SelectFilter
          label={t("period")}
          name="period"
          value={period}
          options={[
            { value: "", label: t("allPeriods") },
            ...periods.map((code) => ({ value: code, label: periodText(code, context.actor.locale) })),
          ]}
        />
      </div>
      {items.length > 0 ? (
        <ReportTable items={items} today={dayInVietnam(context.now)} caption={t("caption")} />
      ) : filtered ? (
        <EmptyState icon={<IconFilterOff size={36} stroke={1.5} />} title={t("noMatch")} hint={t("noMatchHint")} />
      ) : (
        <EmptyState icon={<IconFileDescription size={36} stroke={1.5} />} title={t("empty")} hint={t("emptyHint")} />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) => address("/reports", { q: search, state: state ?? "", period, page: String(number) })}
      />
    </Page>
  );
}
