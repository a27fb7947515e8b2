"use client";

import { Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import type { LibraryItem } from "@/lib/service/designTypes";
import type { Page } from "@/lib/service/types";
import { templateName } from "./templateName";

interface TemplateSelectProps {
  readonly label: string;
  readonly value: LibraryItem | undefined;
  readonly onChange: (template: LibraryItem | undefined) => void;
}

/** Chooses a published template of the library by words of its name, code or number, looked up as they are typed. */
export function TemplateSelect({ label, value, onChange }: TemplateSelectProps) {
  const t = useTranslations("library.new");
  const locale = useLocale();
  const [found, setFound] = useState<readonly LibraryItem[]>([]);
  const [state, setState] = useState<"looking" | "found" | "failed">("looking");
  const asked = useRef<AbortController>(undefined);
  const look = async (search: string) => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    const query = new URLSearchParams({ search: search.slice(0, 200), pageSize: "20" });
    const answer = await callApi<Page<LibraryItem>>("GET", `/templates?${query}`, undefined, controller.signal);
    if (controller.signal.aborted) return;
    setState(answer.ok ? "found" : "failed");
    if (answer.ok) setFound(answer.value.items.filter(({ version }) => version !== null));
  };
  const lookLater = useDebouncedCallback(look, 250);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first look happens once
  useEffect(() => {
    look("");
    return () => asked.current?.abort();
  }, []);
  const shown = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <Select
      label={label}
      data={shown.map((item) => ({ value: item.id, label: `${item.code} · ${templateName(item, locale)}` }))}
      value={value?.id ?? null}
      onChange={(id) => onChange(shown.find((item) => item.id === id))}
      onSearchChange={(search) => lookLater(search === "" || (value && search.startsWith(`${value.code} · `)) ? "" : search)}
      // The server has looked already, without marks.
      filter={({ options }) => options}
      searchable
      required
      nothingFoundMessage={t(state === "looking" ? "looking" : state === "failed" ? "lookFailed" : "nothingFound")}
      placeholder={t("templatePlaceholder")}
    />
  );
}
