import { IconSum } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { one } from "@/app/(rooms)/addressQuery";
import { periodText } from "@/app/(rooms)/periodText";
import { Refused } from "@/app/(rooms)/Refused";
import { aggregateHref } from "@/components/collect/aggregateHref";
import { UnitBoard } from "@/components/collect/UnitBoard";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Meter } from "@/components/ui/Meter";
import { PageHeader } from "@/components/ui/PageHeader";
import { serviceContext } from "@/lib/http";
import { dayInVietnam } from "@/lib/period";
import { openProgress } from "@/lib/service/progress";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("collect"))("title") };
}

interface Place {
  readonly regime: string;
  readonly period: string;
}

/** Who has reported in a regime and period, and who has not. */
export default async function ProgressPage({ params }: { readonly params: Promise<Place> }) {
  const [{ regime, period }, t, shell, context] = await Promise.all([
    params,
    getTranslations("collect"),
    getTranslations("shell"),
    serviceContext(),
  ]);
  const opened = await openProgress(context, { regime: one(decodeURIComponent(regime)), period });
  if (!opened.ok) return <Refused refusal={opened.error} />;
  const progress = opened.value;
  const { locale } = context.actor;
  const label = periodText(period, locale);
  return (
    <Page>
      <Breadcrumbs
        items={[
          { label: shell("nav.home"), href: "/" },
          { label: t("title"), href: "/collect" },
          { label: `${progress.regimeName} · ${label}` },
        ]}
      />
      <PageHeader
        title={progress.regimeName}
        meta={[label, progress.under?.name, progress.closed ? t("closed") : undefined].filter((part) => part !== undefined).join(" · ")}
        actions={
          <>
            <Meter
              value={progress.received}
              of={progress.assigned}
              label={t("received", { received: progress.received, assigned: progress.assigned })}
              text={t("received", { received: progress.received, assigned: progress.assigned })}
            />
            <ButtonLink href={aggregateHref(progress)} leftSection={<IconSum size={17} aria-hidden />}>
              {t("aggregate")}
            </ButtonLink>
          </>
        }
      />
      <UnitBoard groups={progress.groups} today={dayInVietnam(context.now)} receives={progress.receives} />
    </Page>
  );
}
