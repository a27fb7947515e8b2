"use client";

import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { partName, useNames } from "@/components/designer/dnd";
import { type Conflict, useDesigner, useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import { textIn, type Text as Words } from "@/lib/template";
import type { Value } from "@/lib/template/edit";
import classes from "./bar.module.css";
import { useStepWords } from "./useStepWords";

const longest = 300;

const isWords = (value: Value): value is Value & Words =>
  typeof value === "object" && value !== null && "vi" in value && typeof value.vi === "string";

/** Whether a value is read as words; a whole part is told by its name. */
const isTold = (value: Value): boolean => typeof value === "string" || isWords(value);

/** What this window and others did at the same parts, side by side, to choose from place by place. */
export function ConflictDialog() {
  const t = useTranslations("designer.conflict");
  const store = useDesignerStore();
  const conflicts = useDesigner((snapshot) => snapshot.conflicts);
  const textLocale = useDesigner((snapshot) => snapshot.textLocale);
  const names = useNames();
  const words = useStepWords();
  const say = useSay();
  const format = useFormatter();
  const [choices, setChoices] = useState<ReadonlyMap<string, "mine" | "theirs">>(new Map());
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());

  const told = (value: Value | undefined): string => {
    if (value === undefined || value === null || value === "") return t("blank");
    if (isWords(value)) return textIn(value, textLocale) || t("blank");
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  };
  const nameOf = ({ place, of, label }: Conflict): string => {
    const name = partName(names(), place);
    return of.kind === "value" ? words({ code: "set", params: { property: of.property, count: 1, name } }) : words(label);
  };
  const sides = ({ of, label, theirLabel }: Conflict): { readonly mine: string; readonly theirs: string } =>
    of.kind === "value"
      ? { mine: told(of.mine), theirs: told(of.theirs) }
      : {
          mine: of.mine !== undefined && isTold(of.mine) ? `${words(label)}: ${told(of.mine)}` : words(label),
          theirs: theirLabel ? words(theirLabel) : t("removed"),
        };

  const apply = () => {
    const left = new Map<string, string>();
    for (const conflict of conflicts) {
      const settled = store.settle(conflict, choices.get(conflict.id) ?? "theirs");
      if (!settled.ok) left.set(conflict.id, say(settled.error));
    }
    setRefused(left);
    setChoices(new Map([...left.keys()].map((id) => [id, "theirs"])));
  };
  const all = (choice: "mine" | "theirs") => setChoices(new Map(conflicts.map(({ id }) => [id, choice])));

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
        <Text size="sm">{t("explanation")}</Text>
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
        {conflicts.map((conflict) => {
          const { mine, theirs } = sides(conflict);
          return (
            <Radio.Group
              key={conflict.id}
              label={nameOf(conflict)}
              description={
                conflict.by === "" || conflict.at === undefined
                  ? t("someone")
                  : t("by", { by: conflict.by, time: format.dateTime(new Date(conflict.at), "moment") })
              }
              error={refused.has(conflict.id) ? t("refused", { why: refused.get(conflict.id) ?? "" }) : undefined}
              value={choices.get(conflict.id) ?? "theirs"}
              onChange={(value) => setChoices(new Map(choices).set(conflict.id, value === "mine" ? "mine" : "theirs"))}
            >
              <div className={classes.sides}>
                <Radio value="theirs" label={<SideText name={t("theirs")} text={theirs} />} />
                <Radio value="mine" label={<SideText name={t("mine")} text={mine} />} />
              </div>
            </Radio.Group>
          );
        })}
        <Group justify="flex-end">
          <Button onClick={apply} data-autofocus>
            {t("apply")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function SideText({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <span className={classes.sideText}>
      <b>{name}</b> <span>{text}</span>
    </span>
  );
}
