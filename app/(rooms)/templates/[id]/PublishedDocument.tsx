import { periodText } from "@/app/(rooms)/periodText";
import { reportParams } from "@/app/(rooms)/reportParams";
import { formulaTexts } from "@/components/report/formulaTexts";
import { TemplateView } from "@/components/template/TemplateView";
import { openForm } from "@/lib/form";
import type { FormContext } from "@/lib/form/types";
import { cutoffOf, dayInVietnam, defaultCutoff, periodCode, periodHolding } from "@/lib/period";
import type { ServiceContext } from "@/lib/service/context";
import type { TemplateDetail } from "@/lib/service/designTypes";
import { fillText, textIn } from "@/lib/template";

interface PublishedDocumentProps {
  readonly template: TemplateDetail;
  readonly context: ServiceContext;
}

/** A published template as its reporters see it, without figures, with its formulas in words. */
export function PublishedDocument({ template, context }: PublishedDocumentProps) {
  const { document, compiled, owner, sector } = template;
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
    <TemplateView
      template={document}
      compiled={compiled}
      context={surroundings}
      owner={owner.name}
      sector={sector ? textIn(sector.name, locale) : undefined}
      params={texts}
      periodLabel={periodText(code, locale)}
      formulas={formulaTexts(form, document, (text) => fillText(text, texts, locale), locale)}
    />
  );
}
