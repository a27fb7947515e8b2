import { IconCategory, IconFilterOff, IconRuler2 } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type AddressQuery, address, one } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { CreateMeasureUnit, CreateSector, hasWords, MeasureUnits, Sectors } from "@/components/catalogue";
import classes from "@/components/reportList/reportList.module.css";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { PageHeader } from "@/components/ui/PageHeader";
import { SearchFilter } from "@/components/ui/SearchFilter";
import { SelectFilter } from "@/components/ui/SelectFilter";
import { serviceContext } from "@/lib/http";
import { administersCatalogue } from "@/lib/service/catalogueAdministration";
import { listMeasureUnits } from "@/lib/service/measureUnits";
import { listSectors } from "@/lib/service/sectors";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("measure.page"))("title") };
}

/** The catalogues that all indicators and templates share: units of measure and, as another tab, fields of administration. */
export default async function UnitsOfMeasurePage({ searchParams }: { readonly searchParams: AddressQuery }) {
  const [t, shell, asked, context] = await Promise.all([
    getTranslations("measure.page"),
    getTranslations("shell"),
    searchParams,
    serviceContext(),
  ]);
  const search = one(asked.q);
  const retired = one(asked.state) === "all";
  const tab = one(asked.tab) === "sectors" ? "sectors" : "units";
  const [units, sectors, mayChange] = await Promise.all([
    listMeasureUnits(context, { retired }),
    listSectors(context, { retired }),
    administersCatalogue(context),
  ]);
  if (!units.ok) return <Refused refusal={units.error} />;
  if (!sectors.ok) return <Refused refusal={sectors.error} />;
  const shownUnits = units.value.filter(({ symbol, name }) => hasWords(`${symbol} ${name.vi} ${name.en ?? ""}`, search));
  const shownSectors = sectors.value.filter(({ code, name }) => hasWords(`${code} ${name.vi} ${name.en ?? ""}`, search));
  const dimensions = [...new Set(units.value.map(({ dimension }) => dimension))];
  const nextPosition = Math.max(0, ...sectors.value.map(({ position }) => position)) + 10;
  const filtered = search !== "" || retired;
  const hrefOf = (name: string) => address("/units-of-measure", { tab: name, q: search, state: retired ? "all" : "" });
  const noMatch = <EmptyState icon={<IconFilterOff size={36} stroke={1.5} />} title={t("noMatch")} hint={t("noMatchHint")} />;
  const orEmpty = (count: number, list: ReactNode, empty: ReactNode): ReactNode => (count > 0 ? list : filtered ? noMatch : empty);
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: t("title") }]} />
      <PageHeader
        title={t("title")}
        meta={tab === "units" ? t("unitCount", { count: shownUnits.length }) : t("sectorCount", { count: shownSectors.length })}
        actions={
          mayChange ? (
            tab === "units" ? (
              <CreateMeasureUnit dimensions={dimensions} />
            ) : (
              <CreateSector nextPosition={nextPosition} />
            )
          ) : undefined
        }
      />
      <LinkTabs
        label={t("tabs")}
        tabs={[
          { href: hrefOf(""), label: t("units"), count: shownUnits.length, current: tab === "units" },
          { href: hrefOf("sectors"), label: t("sectors"), count: shownSectors.length, current: tab === "sectors" },
        ]}
      />
      <div className={classes.filters}>
        <SearchFilter label={t("searchLabel")} placeholder={t("search")} value={search} />
        <SelectFilter
          label={t("state")}
          name="state"
          value={retired ? "all" : ""}
          options={[
            { value: "", label: t("working") },
            { value: "all", label: t("withRetired") },
          ]}
        />
      </div>
      {tab === "units"
        ? orEmpty(
            shownUnits.length,
            <MeasureUnits items={shownUnits} dimensions={dimensions} mayChange={mayChange} />,
            <EmptyState icon={<IconRuler2 size={36} stroke={1.5} />} title={t("emptyUnits")} hint={t("emptyUnitsHint")} />,
          )
        : orEmpty(
            shownSectors.length,
            <Sectors items={shownSectors} mayChange={mayChange} />,
            <EmptyState icon={<IconCategory size={36} stroke={1.5} />} title={t("emptySectors")} hint={t("emptySectorsHint")} />,
          )}
    </Page>
  );
}
