import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, one } from "@/app/(rooms)/addressQuery";
import { periodText } from "@/app/(rooms)/periodText";
import { Refused } from "@/app/(rooms)/Refused";
import { reportParams } from "@/app/(rooms)/reportParams";
import { AggregateView } from "@/components/aggregate/AggregateView";
import { formulaTexts } from "@/components/report/formulaTexts";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { openForm } from "@/lib/form";
import { serviceContext } from "@/lib/http";
import { aggregateReport } from "@/lib/service/aggregate";
import { fillText } from "@/lib/template";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("collect"))("aggregate") };
}

interface AggregatePageProps {
  readonly params: Promise<{ readonly regimeId: string; readonly period: string }>;
  /** `unit`: the parent whose subordinates are added up. */
  readonly searchParams: AddressQuery;
}

/** The total of a regime and period over a unit's subordinates. */
export default async function AggregatePage({ params, searchParams }: AggregatePageProps) {
  const [{ regimeId, period }, asked, context, shell, collect] = await Promise.all([
    params,
    searchParams,
    serviceContext(),
    getTranslations("shell"),
    getTranslations("collect"),
  ]);
  const unitId = one(asked.unit);
  const opened = await aggregateReport(context, { regimeId, period, unitId: unitId === "" ? undefined : unitId });
  if (!opened.ok) return <Refused refusal={opened.error} />;
  const detail = opened.value;
  const { locale } = context.actor;
  const texts = reportParams(detail, locale);
  const label = periodText(period, locale);
  const base = `/aggregate/${regimeId}/${period}`;
  const form = openForm(detail.compiled, detail.context, detail.content);
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: shell("nav.home"), href: "/" },
          { label: collect("title"), href: "/collect" },
          { label: `${detail.regime.name} · ${label}`, href: `/collect/${encodeURIComponent(detail.regime.code)}/${period}` },
          ...detail.path.map((unit) => ({ label: unit.name, href: `${base}?unit=${unit.id}` })),
          { label: detail.unit.name },
        ]}
      />
      <AggregateView
        key={detail.unit.id}
        detail={detail}
        periodLabel={label}
        params={texts}
        formulas={formulaTexts(form, detail.template, (text) => fillText(text, texts, locale), locale)}
      />
    </Page>
  );
}
