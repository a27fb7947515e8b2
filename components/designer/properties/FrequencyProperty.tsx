"use client";

import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useDesigner } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Frequency } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import classes from "./properties.module.css";
import { useProperty } from "./useProperty";

const document: readonly Place[] = [{ kind: "document" }];

/** From the shortest to the longest, and in this order in the document. */
const frequencies = [
  "week",
  "halfMonth",
  "month",
  "quarter",
  "halfYear",
  "nineMonths",
  "year",
  "schoolYear",
  "onDemand",
] as const satisfies readonly Frequency[];

/** The periods that the report is made for. */
export function FrequencyProperty() {
  const t = useTranslations("designerBlocks.document");
  const say = useSay();
  const id = useId();
  const chosen = useDesigner(({ template }) => template.frequencies);
  const { set, problem, leave } = useProperty(document, "frequencies");
  return (
    <fieldset className={classes.group} aria-label={t("frequencies")} aria-describedby={`${id}-help`}>
      <span id={`${id}-help`} className={classes.help}>
        {t("frequenciesHelp")}
      </span>
      <div className={classes.checks}>
        {frequencies.map((frequency) => (
          <Checkbox
            key={frequency}
            size="xs"
            label={t(`frequency.${frequency}`)}
            checked={chosen.includes(frequency)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              set(frequencies.filter((one) => (one === frequency ? checked : chosen.includes(one))));
              leave();
            }}
          />
        ))}
      </div>
      {problem ? (
        <span className={classes.error} role="alert">
          {say(problem)}
        </span>
      ) : null}
    </fieldset>
  );
}
