"use client";

import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Choices } from "@/lib/template";
import { type Place, putText, type Value } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";

/** The choices of a list, with the value that is kept and the words that are shown. */
export function ChoicesProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula.choices");
  const mixed = useTranslations("designerFormula")("mixed");
  const say = useSay();
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const { shared, set, problem, leave } = useProperty(places, "choices");
  const choices = shared.kind === "same" ? (shared.value as unknown as Choices) : [];
  const put = (next: Choices) => set(next.length === 0 ? undefined : (next as unknown as Value));
  const taken = new Set(choices.map(({ value }) => value));
  const free = (): string => {
    let n = choices.length + 1;
    while (taken.has(String(n))) n += 1;
    return String(n);
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t("label")}</legend>
      {shared.kind === "mixed" ? <p className={classes.quiet}>{mixed}</p> : null}
      {choices.map(({ value, label }, i) => (
        // The order is the identity: values are typed here.
        // biome-ignore lint/suspicious/noArrayIndexKey: a value that is being typed is no key
        <div key={i} className={classes.choice}>
          <TextInput
            size="xs"
            aria-label={t("value", { n: i + 1 })}
            value={value}
            maxLength={60}
            onChange={(event) => put(choices.map((one, k) => (k === i ? { ...one, value: event.currentTarget.value } : one)))}
            onBlur={leave}
          />
          <TextInput
            size="xs"
            aria-label={t("words", { n: i + 1 })}
            value={(locale === "en" ? label.en : label.vi) ?? ""}
            placeholder={label.vi}
            onChange={(event) =>
              put(
                choices.map((one, k) =>
                  k === i ? { ...one, label: putText(one.label, locale, event.currentTarget.value) ?? { vi: "" } } : one,
                ),
              )
            }
            onBlur={leave}
          />
          <ActionIcon
            variant="subtle"
            size="sm"
            color="red"
            aria-label={t("remove", { n: i + 1 })}
            onClick={() => {
              put(choices.filter((_, k) => k !== i));
              leave();
            }}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {problem ? <p className={classes.error}>{say(problem)}</p> : null}
      <Button
        size="compact-xs"
        variant="light"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => {
          put([...choices, { value: free(), label: { vi: t("new", { n: choices.length + 1 }) } }]);
          leave();
        }}
      >
        {t("add")}
      </Button>
    </fieldset>
  );
}
