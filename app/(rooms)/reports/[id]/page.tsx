import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { openedHere } from "@/app/(rooms)/openedHere";
import { periodText } from "@/app/(rooms)/periodText";
import { Refused } from "@/app/(rooms)/Refused";
import { reportParams } from "@/app/(rooms)/reportParams";
import { formulaTexts } from "@/components/report/formulaTexts";
import { ReportView } from "@/components/report/ReportView";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { openForm } from "@/lib/form";
import { serviceContext } from "@/lib/http";
import { dayInVietnam } from "@/lib/period";
import { openReport } from "@/lib/service/reports";
import { fillText } from "@/lib/template";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fill"))("page") };
}

/** A report to fill, or to read and decide on. */
export default async function ReportPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [{ id }, request, context, shell, list] = await Promise.all([
    params,
    headers(),
    serviceContext(),
    getTranslations("shell"),
    getTranslations("reportList"),
  ]);
  const opened = await openReport(context, id, { reading: openedHere(request) ? "noted" : "unnoted" });
  if (!opened.ok) return <Refused refusal={opened.error} />;
  const detail = opened.value;
  const { locale } = context.actor;
  const texts = reportParams(detail, locale);
  const form = openForm(detail.compiled, detail.context, detail.content);
  return (
    <Page>
      <Breadcrumbs
        items={[{ label: shell("nav.home"), href: "/" }, { label: list("title"), href: "/reports" }, { label: detail.regime.name }]}
      />
      <ReportView
        // Another revision, state or person is another page: what was typed has been saved before.
        key={`${detail.id} ${detail.state} ${detail.editable}`}
        detail={detail}
        account={context.actor.accountId}
        today={dayInVietnam(context.now)}
        periodLabel={periodText(detail.period, locale)}
        params={texts}
        formulas={formulaTexts(form, detail.template, (text) => fillText(text, texts, locale), locale)}
      />
    </Page>
  );
}
