"use client";

import { useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import { ChoiceProperty } from "./ChoiceProperty";
import { NumberProperty } from "./NumberProperty";
import classes from "./properties.module.css";
import { Section } from "./Section";
import { SwitchProperty } from "./SwitchProperty";
import { sharedValue } from "./shared";
import { TextProperty } from "./TextProperty";

const ways = ["none", "concatenate", "perUnit"] as const;

/** Properties of sections that reporters write. */
export function NarrativePane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.narrative");
  const combine = useDesigner(({ template }) => {
    const shared = sharedValue(template, places, "combine");
    return shared.kind === "mixed" ? undefined : (ways.find((way) => shared.kind === "same" && way === shared.value) ?? "none");
  });
  return (
    <>
      <Section title={t("section")}>
        <TextProperty places={places} property="prompt" label={t("prompt")} />
        <TextProperty places={places} property="guidance" label={t("guidance")} lines="many" whenEmpty="clear" />
        <TextProperty places={places} property="starter" label={t("starter")} help={t("starterHelp")} lines="many" whenEmpty="clear" />
      </Section>
      <Section title={t("limits")}>
        <SwitchProperty places={places} property="required" label={t("isRequired")} />
        <div className={classes.pair}>
          <NumberProperty places={places} property="minLength" label={t("minLength")} kind="whole" placeholder={t("noLimit")} />
          <NumberProperty places={places} property="maxLength" label={t("maxLength")} kind="whole" placeholder={t("noLimit")} />
        </div>
      </Section>
      <Section title={t("combineSection")}>
        <ChoiceProperty
          places={places}
          property="combine"
          label={t("combine")}
          byDefault="none"
          choices={ways.map((value) => ({ value, label: t(`combineWay.${value}`) }))}
        />
        {combine === undefined ? null : <p className={classes.fact}>{t(`combineHelp.${combine}`)}</p>}
      </Section>
    </>
  );
}
