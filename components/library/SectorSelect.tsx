"use client";

import { type ComboboxItem, Select, type SelectProps } from "@mantine/core";
import { useLocale } from "next-intl";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import { textIn } from "@/lib/template";
import { foldVietnamese } from "@/lib/unit";

interface SectorSelectProps extends Omit<SelectProps, "data" | "filter"> {
  readonly sectors: readonly SectorItem[];
}

/** Chooses a field of administration by words of its name, with or without marks. */
export function SectorSelect({ sectors, ...props }: SectorSelectProps) {
  const locale = useLocale();
  return (
    <Select
      {...props}
      data={sectors.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
      searchable
      clearable
      filter={({ options, search }) => {
        const words = foldVietnamese(search).split(" ");
        return options.filter((option) => words.every((word) => foldVietnamese((option as ComboboxItem).label).includes(word)));
      }}
    />
  );
}
