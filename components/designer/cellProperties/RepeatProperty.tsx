"use client";

import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Repeat } from "@/lib/template";
import { type Place, putText, type Value } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";

interface RepeatPropertyProps {
  readonly places: readonly Place[];
  /** Heads over columns are repeated for units alone. */
  readonly kinds: readonly Repeat["by"][];
}

/** Whether a row or head is there once for each subordinate unit, or for each entry that the reporter adds. */
export function RepeatProperty({ places, kinds }: RepeatPropertyProps) {
  const t = useTranslations("designerFormula.repeat");
  const mixed = useTranslations("designerFormula")("mixed");
  const say = useSay();
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const { shared, set, problem, leave } = useProperty(places, "repeat");
  const repeat = shared.kind === "same" ? (shared.value as unknown as Repeat) : undefined;
  const put = (next: Repeat | undefined) => set(next as unknown as Value | undefined);
  const bound = (key: "min" | "max", value: number | string) => {
    if (repeat?.by !== "entries") return;
    const { [key]: _, ...rest } = repeat;
    put(typeof value === "number" ? { ...repeat, [key]: value } : rest);
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t("label")}</legend>
      <NativeSelect
        size="xs"
        aria-label={t("label")}
        description={t(`means.${repeat?.by ?? "none"}`)}
        error={problem ? say(problem) : undefined}
        value={shared.kind === "mixed" ? "mixed" : (repeat?.by ?? "")}
        data={[
          ...(shared.kind === "mixed" ? [{ value: "mixed", label: mixed, disabled: true }] : []),
          { value: "", label: t("none") },
          ...kinds.map((kind) => ({ value: kind, label: t(kind) })),
        ]}
        onChange={(event) => {
          const by = event.currentTarget.value;
          put(by === "units" ? { by } : by === "entries" ? { by, prompt: { vi: t("newPrompt") } } : undefined);
          leave();
        }}
      />
      {repeat?.by === "entries" ? (
        <>
          <TextInput
            size="xs"
            label={t("prompt")}
            description={t("promptHelp")}
            value={(locale === "en" ? repeat.prompt.en : repeat.prompt.vi) ?? ""}
            placeholder={repeat.prompt.vi}
            onChange={(event) => put({ ...repeat, prompt: putText(repeat.prompt, locale, event.currentTarget.value) ?? { vi: "" } })}
            onBlur={leave}
          />
          <div className={classes.pair}>
            <NumberInput
              size="xs"
              label={t("min")}
              min={0}
              max={1000}
              allowDecimal={false}
              hideControls
              value={repeat.min ?? ""}
              onChange={(value) => bound("min", value)}
              onBlur={leave}
            />
            <NumberInput
              size="xs"
              label={t("max")}
              min={1}
              max={1000}
              allowDecimal={false}
              hideControls
              value={repeat.max ?? ""}
              onChange={(value) => bound("max", value)}
              onBlur={leave}
            />
          </div>
        </>
      ) : null}
    </fieldset>
  );
}
