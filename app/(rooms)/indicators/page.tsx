import { IconFilterOff, IconListDetails } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { type AddressQuery, address, one, pageNumber } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { CreateIndicator, IndicatorTable, wordsIn } from "@/components/catalogue";
import { Pager } from "@/components/reportList/Pager";
import classes from "@/components/reportList/reportList.module.css";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { SelectFilter } from "@/components/ui/SelectFilter";
import { serviceContext } from "@/lib/http";
import { indicatorOwners, listIndicators } from "@/lib/service/indicatorList";
import { listMeasureUnits } from "@/lib/service/measureUnits";
import { listSectors } from "@/lib/service/sectors";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("indicators"))("title") };
}

/** The catalogue of indicators. */
export default async function IndicatorsPage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, shell, asked, context] = await Promise.all([
    getTranslations("indicators"),
    getTranslations("shell"),
    searchParams,
    serviceContext(),
  ]);
  const [sectors, measureUnits, known] = await Promise.all([listSectors(context), listMeasureUnits(context), indicatorOwners(context)]);
  if (!sectors.ok) return <Refused refusal={sectors.error} />;
  if (!measureUnits.ok) return <Refused refusal={measureUnits.error} />;
  if (!known.ok) return <Refused refusal={known.error} />;
  const { owners, mayDesignAt } = known.value;
  const search = one(asked.q);
  const sectorCode = sectors.value.find(({ code }) => code === one(asked.sector))?.code;
  const ownerUnitId = owners.find(({ id }) => id === one(asked.owner))?.id;
  const state = one(asked.state) === "retired" ? "retired" : "working";
  const listed = await listIndicators(context, { search, sectorCode, ownerUnitId, state, page: pageNumber(one(asked.page)) });
  if (!listed.ok) return <Refused refusal={listed.error} />;
  const { items, total, page, pageSize } = listed.value;
  const { locale } = context.actor;
  const choices = { owners: mayDesignAt, sectors: sectors.value, measureUnits: measureUnits.value };
  const mayCreate = mayDesignAt.length > 0;
  const filtered = search !== "" || sectorCode !== undefined || ownerUnitId !== undefined || state === "retired";
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        meta={t("count", { count: total })}
        actions={mayCreate ? <CreateIndicator choices={choices} /> : undefined}
      />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
        <SelectFilter
          label={t("sector")}
          name="sector"
          value={sectorCode ?? ""}
          options={[
            { value: "", label: t("allSectors") },
            ...sectors.value.map(({ code, name }) => ({ value: code, label: wordsIn(name, locale) })),
          ]}
        />
        <SelectFilter
          label={t("owner")}
          name="owner"
          value={ownerUnitId ?? ""}
          options={[{ value: "", label: t("allOwners") }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectFilter
          label={t("state")}
          name="state"
          value={state === "retired" ? "retired" : ""}
          options={[
            { value: "", label: t("working") },
            { value: "retired", label: t("retired") },
          ]}
        />
      </div>
      {items.length > 0 ? (
        <IndicatorTable items={items} choices={choices} />
      ) : filtered ? (
        <EmptyState icon={<IconFilterOff size={36} stroke={1.5} />} title={t("noMatch")} hint={t("noMatchHint")} />
      ) : (
        <EmptyState
          icon={<IconListDetails size={36} stroke={1.5} />}
          title={t("empty")}
          hint={t(mayCreate ? "emptyHint" : "emptyForReaders")}
        />
      )}
      <Pager
        page={page}
        pages={Math.ceil(total / pageSize)}
        hrefOf={(number) =>
          address("/indicators", {
            q: search,
            sector: sectorCode ?? "",
            owner: ownerUnitId ?? "",
            state: state === "retired" ? state : "",
            page: String(number),
          })
        }
      />
    </Page>
  );
}
