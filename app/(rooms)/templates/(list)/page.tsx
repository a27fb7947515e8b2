import { IconFilterOff, IconTemplate } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, address, one, pageNumber } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { CreateTemplate, LibraryTable } from "@/components/library";
import classes from "@/components/library/library.module.css";
import { Pager } from "@/components/reportList/Pager";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { SelectFilter } from "@/components/ui/SelectFilter";
import { serviceContext } from "@/lib/http";
import { listSectors } from "@/lib/service/sectors";
import { libraryChoices, libraryStates, listLibrary } from "@/lib/service/templates";
import { textIn } from "@/lib/template";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library.list"))("title") };
}

/** The library: published templates, and drafts for their designers. */
export default async function TemplatesPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, shell, asked, context] = await Promise.all([
    getTranslations("library.list"),
    getTranslations("shell"),
    searchParams,
    serviceContext(),
  ]);
  const { locale } = context.actor;
  const [choices, sectors] = await Promise.all([libraryChoices(context), listSectors(context)]);
  if (!choices.ok) return <Refused refusal={choices.error} />;
  if (!sectors.ok) return <Refused refusal={sectors.error} />;
  const { owners, designed } = choices.value;
  const search = one(asked.q).slice(0, 200);
  const ownerUnitId = owners.find(({ id }) => id === one(asked.owner))?.id;
  const sectorCode = sectors.value.find(({ code }) => code === one(asked.sector))?.code;
  const state = libraryStates.find((known) => known === one(asked.state));
  const listed = await listLibrary(context, { search, ownerUnitId, sectorCode, state, page: pageNumber(one(asked.page)) });
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const { items, total, page, pageSize } = listed.value;
  const isFiltered = search !== "" || ownerUnitId !== undefined || sectorCode !== undefined || state !== undefined;
  const create = <CreateTemplate designed={designed} sectors={sectors.value} />;
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader title={t("title")} meta={t("count", { count: total })} actions={create} />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
        {owners.length > 1 ? (
          <SelectFilter
            label={t("owner")}
            name="owner"
            value={ownerUnitId ?? ""}
            options={[{ value: "", label: t("allOwners") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        ) : null}
        <SelectFilter
          label={t("sector")}
          name="sector"
          value={sectorCode ?? ""}
          options={[
            { value: "", label: t("allSectors") },
            ...sectors.value.map(({ code, name }) => ({ value: code, label: textIn(name, locale) })),
          ]}
        />
        <SelectFilter
          label={t("state")}
          name="state"
          value={state ?? ""}
          options={[
            { value: "", label: t("allStates") },
            ...libraryStates
              .filter((known) => known !== "drafts" || designed.length > 0)
              .map((known) => ({ value: known, label: t(`states.${known}`) })),
          ]}
        />
      </div>
      {items.length > 0 ? (
        <LibraryTable items={items} designed={designed} sectors={sectors.value} />
      ) : isFiltered ? (
        <EmptyState icon={<IconFilterOff size={36} stroke={1.5} />} title={t("noMatch")} hint={t("noMatchHint")} />
      ) : (
        <EmptyState
          icon={<IconTemplate size={36} stroke={1.5} />}
          title={t("empty")}
          hint={t(designed.length > 0 ? "emptyDesignerHint" : "emptyHint")}
          action={create}
        />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) =>
          address("/templates", {
            q: search,
            owner: ownerUnitId ?? "",
            sector: sectorCode ?? "",
            state: state ?? "",
            page: String(number),
          })
        }
      />
    </Page>
  );
}
