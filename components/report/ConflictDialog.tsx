"use client";

import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { shownText } from "@/components/grid/cellText";
import type { CellValue, RichDoc } from "@/lib/form/content";
import type { Conflict } from "@/lib/service/types";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";

const plainText = (node: unknown): string => {
  if (typeof node !== "object" || node === null) return "";
  const { text, content } = node as { text?: unknown; content?: unknown };
  if (typeof text === "string") return text;
  return Array.isArray(content) ? content.map(plainText).join(" ") : "";
};

/** Shows what two people changed at once, both values side by side, to choose from place by place. */
export function ConflictDialog({ nameOf }: { readonly nameOf: (at: string) => string }) {
  const { snapshot, store } = useReport();
  const t = useTranslations("fill.conflict");
  const locale = useLocale();
  const format = useFormatter();
  const [choices, setChoices] = useState<ReadonlyMap<string, "mine" | "theirs">>(new Map());
  const { conflicts } = snapshot;

  const tell = (conflict: Conflict, value: Conflict["mine"]): string => {
    if (conflict.at.startsWith("n.")) return plainText(value as RichDoc) || t("blank");
    if (Array.isArray(value)) return value.map((entry: { label: string }) => entry.label).join(", ") || t("blank");
    const cell = store.form.index(conflict.at);
    const text = cell === undefined ? String(value ?? "") : shownText(store.form.info(cell), value as CellValue, locale);
    return text === "" ? t("blank") : text;
  };
  const apply = () => {
    for (const conflict of conflicts) store.settle(conflict, choices.get(conflict.at) ?? "theirs");
    setChoices(new Map());
  };
  const all = (choice: "mine" | "theirs") => setChoices(new Map(conflicts.map(({ at }) => [at, choice])));

  return (
    <Modal
      opened={conflicts.length > 0}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title={t("title", { count: conflicts.length })}
    >
      <Stack gap="sm">
        <Text>{t("explanation")}</Text>
        {conflicts.length > 1 ? (
          <Group gap="xs">
            <Button variant="default" size="compact-sm" onClick={() => all("mine")}>
              {t("allMine")}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => all("theirs")}>
              {t("allTheirs")}
            </Button>
          </Group>
        ) : null}
        <div className={classes.conflicts}>
          {conflicts.map((conflict) => (
            <Radio.Group
              key={conflict.at}
              label={nameOf(conflict.at)}
              description={
                conflict.by === ""
                  ? t("changedMeanwhile")
                  : t("changed", { by: conflict.by, time: format.dateTime(new Date(conflict.changedAt), "moment") })
              }
              value={choices.get(conflict.at) ?? "theirs"}
              onChange={(value) => setChoices(new Map(choices).set(conflict.at, value === "mine" ? "mine" : "theirs"))}
            >
              <Group gap="lg" mt={6}>
                <Radio value="theirs" label={t("theirs", { value: tell(conflict, conflict.theirs) })} />
                <Radio value="mine" label={t("mine", { value: tell(conflict, conflict.mine) })} />
              </Group>
            </Radio.Group>
          ))}
        </div>
        <Group justify="flex-end">
          <Button onClick={apply} data-autofocus>
            {t("apply")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
