"use client";

import { useTranslations } from "next-intl";
import { IndicatorProperty } from "@/components/designer/catalogue";
import { useDesigner } from "@/components/designer/store";
import type { Field } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import { AggregateProperty } from "./AggregateProperty";
import { ChoiceProperty } from "./ChoiceProperty";
import { ChoicesProperty } from "./ChoicesProperty";
import { DefaultProperty } from "./DefaultProperty";
import { FieldTypeProperty } from "./FieldTypeProperty";
import { FormulaProperty } from "./FormulaProperty";
import { isFigureType } from "./fieldType";
import { NumberProperty } from "./NumberProperty";
import classes from "./properties.module.css";
import { Section } from "./Section";
import { SwitchProperty } from "./SwitchProperty";
import { sharedValue } from "./shared";
import { TextProperty } from "./TextProperty";
import { UnitProperty } from "./UnitProperty";
import { WordsProperty } from "./WordsProperty";

/** Properties of fields of groups and of columns of lists. What only some types have is shown while all selected are of such. */
export function FieldPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.field");
  const type = useDesigner(({ template }) => {
    const shared = sharedValue(template, places, "type");
    return shared.kind === "same" ? (shared.value as Field["type"]) : undefined;
  });
  const isColumn = useDesigner(({ template }) =>
    places.every((place) => place.kind === "field" && template.blocks.some(({ id, kind }) => id === place.block && kind === "list")),
  );
  const isFigure = type !== undefined && isFigureType(type);
  const single = places.length === 1 ? places[0] : undefined;
  const isComputed = useDesigner(({ template }) => {
    const part = single && partAt(template, single);
    return part !== undefined && "formula" in part && part.formula !== undefined;
  });
  return (
    <>
      <Section title={t(isColumn ? "columnSection" : "section")}>
        <TextProperty places={places} property="label" label={t("labelProperty")} />
        <TextProperty places={places} property="guidance" label={t("guidance")} lines="many" whenEmpty="clear" />
        <FieldTypeProperty places={places} />
        {isComputed ? null : <SwitchProperty places={places} property="required" label={t("required")} />}
        {isColumn ? (
          <NumberProperty places={places} property="width" label={t("width")} help={t("widthHelp")} kind="figure" placeholder="20" />
        ) : null}
      </Section>
      {type === undefined ? null : (
        <Section title={t("valueSection")}>
          {isFigure ? (
            <div className={classes.pair}>
              <UnitProperty places={places} />
              {type === "integer" ? null : (
                <NumberProperty places={places} property="decimals" label={t("decimals")} kind="whole" placeholder="2" />
              )}
            </div>
          ) : null}
          {isFigure ? (
            <div className={classes.pair}>
              <NumberProperty places={places} property="min" label={t("min")} kind="figure" placeholder={t("noLimit")} />
              <NumberProperty places={places} property="max" label={t("max")} kind="figure" placeholder={t("noLimit")} />
            </div>
          ) : null}
          {type === "text" ? (
            <NumberProperty places={places} property="maxLength" label={t("maxLength")} kind="whole" placeholder={t("noLimit")} />
          ) : null}
          {type === "choice" ? <ChoicesProperty places={places} /> : null}
          {type === "attachment" || isComputed ? null : <DefaultProperty places={places} type={type} />}
          <ChoiceProperty
            places={places}
            property="lock"
            label={t("lock")}
            byDefault="none"
            choices={(["none", "blank", "x"] as const).map((value) => ({ value, label: t(`locks.${value}`) }))}
          />
        </Section>
      )}
      {isFigure ? (
        <Section title={t("computeSection")}>
          {single ? <FormulaProperty place={single} /> : null}
          <AggregateProperty places={places} />
          <IndicatorProperty places={places} />
        </Section>
      ) : null}
      {single ? (
        <Section title={t("nameSection")} start="closed">
          <WordsProperty
            places={places}
            property="code"
            label={t("code")}
            help={t("codeHelp")}
            placeholder={single.kind === "field" ? single.field : ""}
          />
        </Section>
      ) : null}
    </>
  );
}
