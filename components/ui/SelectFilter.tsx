"use client";

import { NativeSelect } from "@mantine/core";
import { useAddressFilter } from "./useAddressFilter";

interface SelectFilterProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice that filters a list, kept in the page's address. */
export function SelectFilter({ label, name, value, options }: SelectFilterProps) {
  const filter = useAddressFilter();
  return (
    <NativeSelect
      label={label}
      data={options.map((option) => ({ ...option }))}
      value={value}
      onChange={(event) => filter({ [name]: event.currentTarget.value, page: "" })}
    />
  );
}
