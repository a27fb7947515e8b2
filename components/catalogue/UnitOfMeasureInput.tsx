"use client";

import { Autocomplete, type AutocompleteProps, Group, Text } from "@mantine/core";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import type { MeasureUnitItem } from "@/lib/service/catalogueTypes";
import { fitOf, hasWords } from "./foldedWords";
import { useCached } from "./useCached";

/** As the API says it; the palette and the properties ask once. */
const address = "/measure-units";
const mostShown = 12;

/** A unit of measure as it is printed: any text, with those of the catalogue offered by symbol and name, without marks. */
export function UnitOfMeasureInput(props: Omit<AutocompleteProps, "data" | "filter" | "renderOption">) {
  const locale = useLocale();
  const answer = useCached<readonly MeasureUnitItem[]>(address);
  const units = useMemo(() => new Map(answer?.ok ? answer.value.map((unit) => [unit.symbol, unit]) : []), [answer]);
  const nameOf = (symbol: string): string => {
    const name = units.get(symbol)?.name;
    return (locale === "en" ? name?.en : undefined) ?? name?.vi ?? "";
  };
  return (
    <Autocomplete
      maxLength={60}
      {...props}
      data={[...units.keys()]}
      limit={mostShown}
      filter={({ options, search }) =>
        options
          .flatMap((option) => ("value" in option ? [option] : []))
          .filter(({ value }) => hasWords(`${value} ${units.get(value)?.name.vi} ${units.get(value)?.name.en ?? ""}`, search))
          .map((option) => ({ option, fit: Math.min(fitOf(option.value, search), fitOf(nameOf(option.value), search)) }))
          .sort((a, b) => a.fit - b.fit)
          .map(({ option }) => option)
      }
      renderOption={({ option }) => (
        <Group gap="xs" justify="space-between" wrap="nowrap" w="100%">
          <span>{option.value}</span>
          <Text span size="xs" c="dimmed" truncate>
            {nameOf(option.value)}
          </Text>
        </Group>
      )}
    />
  );
}
