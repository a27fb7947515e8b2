"use client";

import { Skeleton, Text, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import type { Narrative } from "@/lib/template";
import type { HeadingLevel } from "./headingLevels";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";
import { starterDoc } from "./starterDoc";

/** The editor of rich text is large: it comes only where a report has a section to write. */
const NarrativeEditor = dynamic(() => import("./NarrativeEditor").then((module) => module.NarrativeEditor), {
  ssr: false,
  loading: () => <Skeleton height={96} />,
});

/** A section that the reporter writes. */
export function NarrativeBlock({ block, level }: { readonly block: Narrative; readonly level: HeadingLevel }) {
  const { store, editable, words, register } = useReport();
  const t = useTranslations("fill.narrative");
  const guidanceId = useId();
  const place = useRef<HTMLElement>(null);
  const prompt = words(block.prompt);

  useEffect(
    () =>
      register((at) => {
        if (at !== `n.${block.id}`) return false;
        place.current?.scrollIntoView({ block: "center" });
        place.current?.querySelector<HTMLElement>("[role=textbox]")?.focus();
        return true;
      }),
    [register, block.id],
  );

  return (
    <section ref={place} data-address={`n.${block.id}`}>
      <Title order={level} size="h3" className={classes.prompt}>
        {prompt}
        {block.required ? (
          <span className={classes.required}>
            <span aria-hidden> *</span>
            <span className={classes.hidden}> {t("required")}</span>
          </span>
        ) : null}
      </Title>
      {block.guidance && editable ? (
        <Text id={guidanceId} size="sm" c="dimmed" mb={4}>
          {words(block.guidance)}
        </Text>
      ) : null}
      <NarrativeEditor
        key={store.narrativeEpoch(block.id)}
        label={prompt}
        describedBy={block.guidance && editable ? guidanceId : undefined}
        doc={store.narrative(block.id) ?? (block.starter && editable ? starterDoc(words(block.starter)) : undefined)}
        editable={editable}
        required={block.required === true}
        minLength={block.minLength}
        maxLength={block.maxLength}
        onChange={(doc) => store.writeNarrative(block.id, doc)}
      />
    </section>
  );
}
