"use client";

import { useTranslations } from "next-intl";
import type { Place } from "@/lib/template/edit";
import { ChoiceProperty } from "./ChoiceProperty";
import { FrequencyProperty } from "./FrequencyProperty";
import { PageProperty } from "./PageProperty";
import { Section } from "./Section";
import { TextProperty } from "./TextProperty";
import { WordsProperty } from "./WordsProperty";

const places: readonly Place[] = [{ kind: "document" }];

/** Properties of the template itself: shown while nothing of it is selected. */
export function DocumentPane() {
  const t = useTranslations("designerBlocks.document");
  return (
    <>
      <Section title={t("identity")}>
        <WordsProperty places={places} property="code" label={t("code")} help={t("codeHelp")} whenEmpty="keep" />
        <TextProperty places={places} property="title" label={t("title")} lines="many" />
        <TextProperty places={places} property="subtitle" label={t("subtitle")} lines="many" whenEmpty="clear" />
        <WordsProperty places={places} property="formNumber" label={t("formNumber")} placeholder={t("formNumberSample")} />
        <TextProperty places={places} property="legalBasis" label={t("legalBasis")} lines="many" whenEmpty="clear" />
        <ChoiceProperty
          places={places}
          property="kind"
          label={t("kind")}
          help={t("kindHelp")}
          choices={(["figures", "narrative"] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Section>
      <Section title={t("frequencies")}>
        <FrequencyProperty />
      </Section>
      <Section title={t("page")}>
        <PageProperty />
      </Section>
    </>
  );
}
