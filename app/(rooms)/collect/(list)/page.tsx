import { IconInbox, IconSend } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, one } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import classes from "@/components/collect/collect.module.css";
import { ProgressTable } from "@/components/collect/ProgressTable";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { serviceContext } from "@/lib/http";
import { dayInVietnam } from "@/lib/period";
import { listProgress } from "@/lib/service/progress";
import { foldVietnamese } from "@/lib/unit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("collect"))("title") };
}

/** The regimes that the actor's units lead, with what has come in. */
export default async function CollectPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, shell, asked, context] = await Promise.all([
    getTranslations("collect"),
    getTranslations("shell"),
    searchParams,
    serviceContext(),
  ]);
  const listed = await listProgress(context);
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const assigns = context.actor.roles.some(({ role }) => role === "aggregator");
  const search = one(asked.q);
  const words = foldVietnamese(search).split(" ");
  const items = listed.value.filter((item) => {
    const text = foldVietnamese(`${item.regimeCode} ${item.regimeName} ${item.period}`);
    return words.every((word) => text.includes(word));
  });
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        actions={
          assigns ? (
            <ButtonLink href="/templates" variant="default" leftSection={<IconSend size={16} aria-hidden />}>
              {t("assign")}
            </ButtonLink>
          ) : undefined
        }
      />
      <div className={classes.bar}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
      </div>
      {items.length > 0 ? (
        <ProgressTable items={items} today={dayInVietnam(context.now)} />
      ) : (
        <EmptyState
          icon={<IconInbox size={36} stroke={1.5} />}
          title={t(listed.value.length === 0 ? "empty" : "noMatch")}
          hint={listed.value.length === 0 ? t("emptyHint") : undefined}
        />
      )}
    </Page>
  );
}
