"use client";

import { Checkbox, MultiSelect, NativeSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProperty } from "@/components/designer/properties/useProperty";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Frequency, When } from "@/lib/template";
import type { Place, Value } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";
import { countedAt, frequenciesOf, modeOf, ordinalsOf, type WhenMode, withFrequencies, withMode } from "./whenWords";

/** The periods in which a row or column is there. */
export function WhenProperty({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula.when");
  const mixed = useTranslations("designerFormula")("mixed");
  const frequency = useTranslations("templateView.frequency");
  const say = useSay();
  const all = useDesigner((snapshot) => snapshot.template.frequencies);
  const { shared, set, problem, leave } = useProperty(places, "when");
  const when = shared.kind === "same" ? (shared.value as unknown as When) : undefined;
  /** A mode without periods yet says nothing that could be kept. */
  const [begun, setBegun] = useState<WhenMode>();
  const mode = modeOf(when) === "always" ? (begun ?? "always") : modeOf(when);
  const chosen = frequenciesOf(when, all);
  const ordinals = when?.ordinals ?? when?.exceptOrdinals ?? [];
  const put = (next: When | undefined) => {
    set(next as unknown as Value | undefined);
    leave();
  };
  const nameOf = (ordinal: number): string => {
    const counted = countedAt(ordinal, chosen);
    return counted.length === 0 ? String(ordinal) : counted.map((one) => t("nth", { frequency: frequency(one), n: ordinal })).join(", ");
  };
  const count = ordinalsOf(chosen);
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.legend}>{t("label")}</legend>
      {shared.kind === "mixed" ? <p className={classes.quiet}>{mixed}</p> : null}
      {all.length > 1 ? (
        <Checkbox.Group
          label={t("frequencies")}
          size="xs"
          value={[...chosen]}
          onChange={(values) => put(withFrequencies(when, values as Frequency[], all))}
        >
          <div className={classes.checks}>
            {all.map((one) => (
              <Checkbox key={one} size="xs" value={one} label={frequency(one)} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      {count > 1 ? (
        <>
          <NativeSelect
            size="xs"
            label={t("periods")}
            value={mode}
            data={(["always", "only", "except"] as const).map((one) => ({ value: one, label: t(`mode.${one}`) }))}
            onChange={(event) => {
              const next = event.currentTarget.value as WhenMode;
              setBegun(next);
              put(withMode(when, next, ordinals));
            }}
          />
          {mode === "always" ? null : (
            <MultiSelect
              size="xs"
              label={t(mode === "only" ? "onlyIn" : "exceptIn")}
              placeholder={ordinals.length === 0 ? t("choose") : undefined}
              value={ordinals.map(String)}
              data={Array.from({ length: count }, (_, i) => ({ value: String(i + 1), label: nameOf(i + 1) }))}
              searchable
              clearable
              onChange={(values) => {
                setBegun(mode);
                put(withMode(when, mode, values.map(Number)));
              }}
            />
          )}
        </>
      ) : null}
      {problem ? <p className={classes.error}>{say(problem)}</p> : null}
      <p className={classes.quiet}>
        {when === undefined
          ? t("says.always")
          : t(`says.${modeOf(when)}`, {
              frequencies: chosen.map((one) => frequency(one)).join(", "),
              periods: ordinals.map(nameOf).join("; "),
            })}
      </p>
    </fieldset>
  );
}
