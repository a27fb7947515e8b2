"use client";

import { type ComboboxItem, Select, type SelectProps } from "@mantine/core";
import type { UnitChoice } from "@/lib/service/types";
import { foldVietnamese } from "@/lib/unit";

interface UnitSelectProps extends Omit<SelectProps, "data" | "filter"> {
  readonly units: readonly UnitChoice[];
}

/** Chooses a unit by words of its name or of those above it, with or without marks. */
export function UnitSelect({ units, ...props }: UnitSelectProps) {
  const data = units.map(({ id, name, above }) => ({ value: id, label: above[0] ? `${name} · ${above[0]}` : name }));
  return (
    <Select
      {...props}
      data={data}
      searchable
      limit={60}
      filter={({ options, search }) => {
        const words = foldVietnamese(search).split(" ");
        return options.filter((option) => words.every((word) => foldVietnamese((option as ComboboxItem).label).includes(word)));
      }}
    />
  );
}
