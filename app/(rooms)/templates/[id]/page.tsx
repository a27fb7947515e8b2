import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { formulaTexts } from "@/components/report/formulaTexts";
import { periodText } from "@/app/(rooms)/periodText";
import { Refused } from "@/app/(rooms)/Refused";
import { reportParams } from "@/app/(rooms)/reportParams";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { TemplateView } from "@/components/template/TemplateView";
import { openForm } from "@/lib/form";
import type { FormContext } from "@/lib/form/types";
import { serviceContext } from "@/lib/http";
import { cutoffOf, dayInVietnam, defaultCutoff, periodCode, periodHolding } from "@/lib/period";
import { getTemplate } from "@/lib/service/templates";
import { fillText } from "@/lib/template";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templateView"))("title") };
}

/** A published template as its reporters see it, without figures, with its formulas in words. */
export default async function TemplatePage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [{ id }, t, shell, context] = await Promise.all([
    params,
    getTranslations("templateView"),
    getTranslations("shell"),
    serviceContext(),
  ]);
  const opened = await getTemplate(context, id);
  if (!opened.ok) return <Refused refusal={opened.error} />;
  const { document, compiled, version, publishedAt, owner } = opened.value;
  const { locale } = context.actor;
  const frequency = document.frequencies[0] ?? "month";
  const today = dayInVietnam(context.now);
  // Some days lie in no period (October for nine months); the middle of March lies in one of every frequency.
  const period = periodHolding(frequency, today) ?? periodHolding(frequency, `${today.slice(0, 4)}-03-15`);
  if (!period) throw new Error(`no period of ${frequency} holds the middle of March`);
  const code = periodCode(period);
  const surroundings: FormContext = { period: code, units: [], history: {} };
  const texts = reportParams({ period: code, cutoff: cutoffOf(period, defaultCutoff[frequency]), unit: owner }, locale);
  const form = openForm(compiled, surroundings);
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: shell("nav.home"), href: "/" },
          { label: t("title"), href: "/templates" },
          { label: fillText(document.title, texts, locale) },
        ]}
      />
      <TemplateView
        template={document}
        compiled={compiled}
        context={surroundings}
        version={version}
        publishedAt={publishedAt}
        owner={owner.name}
        params={texts}
        periodLabel={periodText(code, locale)}
        formulas={formulaTexts(form, document, (text) => fillText(text, texts, locale), locale)}
      />
    </Page>
  );
}
