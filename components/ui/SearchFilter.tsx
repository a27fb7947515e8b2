"use client";

import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useAddressFilter } from "./useAddressFilter";

interface SearchFilterProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Name in the address. */
  readonly name?: string;
}

/** Words to search by, kept in the page's address so that a list can be sent as a link. */
export function SearchFilter({ label, placeholder, value, name = "q" }: SearchFilterProps) {
  const filter = useAddressFilter();
  const [text, setText] = useState(value);
  const apply = useDebouncedCallback((words: string) => filter({ [name]: words.trim(), page: "" }), 350);
  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}
