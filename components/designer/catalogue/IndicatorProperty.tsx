"use client";

import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { useCached, wordsIn } from "@/components/catalogue";
import { useDesigner, useRun } from "@/components/designer/store";
import type { IndicatorItem } from "@/lib/service/catalogueTypes";
import type { Page } from "@/lib/service/types";
import type { Template } from "@/lib/template";
import { type Place, partAt, type Value } from "@/lib/template/edit";
import classes from "./designerCatalogue.module.css";
import { type Catching, differenceOf, type IndicatorList } from "./indicatorPart";

const shownAtOnce = 30;

interface IndicatorPropertyProps {
  readonly places: readonly Place[];
  /** What holds where nothing is chosen. */
  readonly inherited?: string;
}

/** Gắn chỉ tiêu: names the catalogued indicator that the selected rows, columns, cells or inputs give, and offers to take over what the catalogue says of it. */
export function IndicatorProperty({ places, inherited }: IndicatorPropertyProps) {
  const t = useTranslations("indicators.attach");
  const locale = useLocale();
  const run = useRun();
  const code = useDesigner(useCallback(({ template }) => sharedCode(template, places), [places]));
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const found = useCached<Page<IndicatorItem>>(`/indicators?pageSize=${shownAtOnce}&search=${encodeURIComponent(search)}`);
  const known = useCached<Page<IndicatorItem>>(typeof code === "string" ? `/indicators?codes=${encodeURIComponent(code)}` : null);
  const indicator = known?.ok ? known.value.items[0] : undefined;
  const nameOf = (item: IndicatorItem): string => `${item.code} · ${wordsIn(item.name, locale)}`;

  const offered = new Map((found?.ok ? found.value.items : []).map((item) => [item.code, nameOf(item)]));
  if (typeof code === "string") offered.set(code, indicator ? nameOf(indicator) : code);
  const current = typeof code === "string" ? (offered.get(code) ?? "") : "";

  const attach = (chosen: string | null): void => {
    run(
      chosen === null
        ? { do: "set", at: places, values: {}, clear: ["indicator"] }
        : { do: "set", at: places, values: { indicator: chosen } },
    );
  };
  return (
    <div>
      <Select
        size="xs"
        label={t("label")}
        description={t("description")}
        placeholder={code === mixed ? t("mixed") : (inherited ?? t("placeholder"))}
        data={[...offered].map(([value, label]) => ({ value, label }))}
        value={typeof code === "string" ? code : null}
        onChange={attach}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("clear") }}
        // The words of what is chosen are no search.
        onSearchChange={(words) => setTyped(words === current ? "" : words)}
        filter={({ options }) => options}
        nothingFoundMessage={t("none")}
      />
      {typeof code === "string" && known?.ok && !indicator ? <p className={classes.hint}>{t("unknown", { code })}</p> : null}
      {indicator ? <Offer indicator={indicator} places={places} /> : null}
    </div>
  );
}

/** Where the parts say something else than the catalogue: what it says, and a button to take it over. */
function Offer({ indicator, places }: { readonly indicator: IndicatorItem; readonly places: readonly Place[] }) {
  const t = useTranslations("indicators.attach");
  const words = useTranslations("indicators");
  const run = useRun();
  const difference = useDesigner(
    useCallback(({ template }) => differenceAt(template, places, indicator), [places, indicator]),
    sameCatching,
  );
  if (!difference) return null;
  const { measureUnit, decimals, type, rule } = indicator;
  const said: Readonly<Record<string, string>> = {
    unit: measureUnit ? t("unit", { unit: measureUnit.symbol }) : t("noUnit"),
    decimals: t("decimals", { decimals }),
    type: t("type", { type: words(`types.${type}`) }),
    aggregate: t("rule", { rule: words(`rules.${rule}`) }),
  };
  const what = [...Object.keys(difference.values), ...difference.clear].flatMap((name) => said[name] ?? []).join(", ");
  return (
    <div className={classes.offer}>
      <span>{t("offer", { what })}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => run({ do: "set", at: places, values: difference.values, clear: difference.clear })}
      >
        {t("take")}
      </Button>
    </div>
  );
}

const mixed = Symbol("several");

const propertiesAt = (template: Template, place: Place): Readonly<Record<string, Value | undefined>> =>
  (partAt(template, place) ?? {}) as unknown as Readonly<Record<string, Value | undefined>>;

function sharedCode(template: Template, places: readonly Place[]): string | undefined | typeof mixed {
  const codes = new Set(places.map((place) => propertiesAt(template, place).indicator));
  if (codes.size > 1) return mixed;
  const [code] = codes;
  return typeof code === "string" ? code : undefined;
}

const lists: Readonly<Partial<Record<Place["kind"], IndicatorList | "cells">>> = {
  row: "rows",
  column: "columns",
  field: "fields",
  cell: "cells",
};

/** What any of the parts says otherwise than the catalogue. */
function differenceAt(template: Template, places: readonly Place[], indicator: IndicatorItem): Catching | undefined {
  const values: Record<string, Value> = {};
  const clear = new Set<string>();
  for (const place of places) {
    const list = lists[place.kind];
    const difference = list && differenceOf(propertiesAt(template, place), indicator, list);
    if (!difference) continue;
    Object.assign(values, difference.values);
    for (const name of difference.clear) clear.add(name);
  }
  return Object.keys(values).length + clear.size === 0 ? undefined : { values, clear: [...clear] };
}

const sameCatching = (a: Catching | undefined, b: Catching | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
