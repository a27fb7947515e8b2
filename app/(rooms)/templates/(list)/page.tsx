import { IconTemplate } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, address, one, pageNumber } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { Pager } from "@/components/reportList/Pager";
import classes from "@/components/reportList/reportList.module.css";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { TemplateTable } from "@/components/template/TemplateTable";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { serviceContext } from "@/lib/http";
import { listLibrary } from "@/lib/service/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templateView"))("title") };
}

/** The library of published templates. */
export default async function TemplatesPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, shell, asked, context] = await Promise.all([
    getTranslations("templateView"),
    getTranslations("shell"),
    searchParams,
    serviceContext(),
  ]);
  const search = one(asked.q);
  const listed = await listLibrary(context, { search, page: pageNumber(one(asked.page)) });
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const { items, total, page, pageSize } = listed.value;
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={t("count", { count: total })} />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
      </div>
      {items.length > 0 ? (
        <TemplateTable items={items} />
      ) : (
        <EmptyState
          icon={<IconTemplate size={36} stroke={1.5} />}
          title={t(search === "" ? "empty" : "noMatch")}
          hint={t(search === "" ? "emptyHint" : "noMatchHint")}
        />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) => address("/templates", { q: search, page: String(number) })}
      />
    </Page>
  );
}
