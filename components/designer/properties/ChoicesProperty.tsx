"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { focusText } from "@/components/designer/blocks/focusText";
import { moved, removed, replaced } from "@/components/designer/blocks/listOf";
import { PlainEdit } from "@/components/designer/blocks/PlainEdit";
import { TextEdit } from "@/components/designer/blocks/TextEdit";
import { asValue } from "@/components/designer/blocks/useTextSource";
import { useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Choices } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { freshChoice } from "./freshChoice";
import classes from "./properties.module.css";
import { useProperty } from "./useProperty";

/** By the schema. */
const mostChoices = 200;

/** What may be chosen: the label that people read, and the value that is stored, which stays when the label changes. */
export function ChoicesProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.choices");
  const say = useSay();
  const store = useDesignerStore();
  const { shared, problem } = useProperty(places, "choices");
  const choices = shared.kind === "same" ? (shared.value as unknown as Choices) : [];
  const write = (next: readonly Choices[number][], mark?: string) =>
    store.run(
      {
        do: "set",
        at: places,
        values: { choices: next.map(({ value, label }) => ({ value, label: asValue(label) })) },
      },
      mark === undefined ? {} : { mark },
    );
  const addressOf = (i: number): string => `panel.choices.${i}`;
  const change = (next: readonly Choices[number][], goTo: number): void => {
    flushSync(() => write(next));
    focusText(`${addressOf(goTo)}.label`);
  };
  if (shared.kind === "mixed") return <p className={classes.help}>{t("mixed")}</p>;
  return (
    <fieldset className={classes.group} aria-label={t("label")}>
      <span className={classes.label} aria-hidden>
        {t("label")}
      </span>
      <ol className={classes.choices}>
        {choices.map((choice, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: choices have no identity but their place
          <li key={i}>
            <TextEdit
              source={{
                address: `${addressOf(i)}.label`,
                text: choice.label,
                write: (label) => write(replaced(choices, i, { ...choice, label: label ?? { vi: "" } }), `${addressOf(i)}.label`),
              }}
              label={t("choiceLabel", { number: i + 1 })}
              placeholder={t("labelPlaceholder")}
              look="boxed"
              onKey={({ event }) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                change([...choices.slice(0, i + 1), freshChoice(choices), ...choices.slice(i + 1)], i + 1);
              }}
            />
            <PlainEdit
              source={{
                address: `${addressOf(i)}.value`,
                words: choice.value,
                write: (value) => write(replaced(choices, i, { ...choice, value }), `${addressOf(i)}.value`),
              }}
              label={t("choiceValue", { number: i + 1 })}
              placeholder={t("valuePlaceholder")}
              className={classes.choiceValue}
            />
            <div className={classes.choiceTools}>
              <ActionIcon
                size="sm"
                variant="subtle"
                aria-label={t("up", { number: i + 1 })}
                disabled={i === 0}
                onClick={() => change(moved(choices, i, i - 1), i - 1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size="sm"
                variant="subtle"
                aria-label={t("down", { number: i + 1 })}
                disabled={i === choices.length - 1}
                onClick={() => change(moved(choices, i, i + 1), i + 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="red"
                aria-label={t("remove", { number: i + 1 })}
                disabled={choices.length === 1}
                onClick={() => change(removed(choices, i), Math.max(0, i - 1))}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ol>
      {problem ? (
        <span className={classes.error} role="alert">
          {say(problem)}
        </span>
      ) : null}
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={choices.length >= mostChoices}
        onClick={() => change([...choices, freshChoice(choices)], choices.length)}
      >
        {t("add")}
      </Button>
    </fieldset>
  );
}
