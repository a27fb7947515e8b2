"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Section } from "@/components/designer/properties/Section";
import { useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import { tablesOf } from "@/lib/template";
import { blankCheck } from "@/lib/template/edit";
import { CheckEditor } from "./CheckEditor";
import { linesOf } from "./inherited";

const none: readonly string[] = [];

/** The rules between the figures of a table. */
export function ChecksSection({ block }: { readonly block: string }) {
  const t = useTranslations("designerFormula.check");
  const store = useDesignerStore();
  const run = useRun();
  const ids = useDesigner(
    ({ template }) =>
      tablesOf(template)
        .find(({ id }) => id === block)
        ?.checks?.map(({ id }) => id) ?? none,
    (a, b) => a.join(" ") === b.join(" "),
  );
  const [opened, setOpened] = useState<string>();
  return (
    <Section title={t("section", { count: ids.length })}>
      {ids.map((id) => (
        <CheckEditor key={id} block={block} id={id} open={opened === id} onOpen={(open) => setOpened(open ? id : undefined)} />
      ))}
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => {
          const { template } = store.snapshot();
          const { columns } = linesOf(template, block);
          const [first] = columns;
          const blank = blankCheck(template, block, { vi: t("newMessage") });
          const made = first === undefined ? blank : { ...blank, each: "row" as const, formula: `${first.id} >= 0` };
          if (run({ do: "insert", into: { kind: "checks", block }, index: ids.length, parts: [made] })) setOpened(made.id);
        }}
      >
        {t("add")}
      </Button>
    </Section>
  );
}
