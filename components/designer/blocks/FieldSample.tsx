"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/form";
import { type Field, textIn } from "@/lib/template";
import classes from "./blocks.module.css";

/** How the input of a field looks to the reporter, empty. */
export function FieldSample({ field }: { readonly field: Field }) {
  const t = useTranslations("designerBlocks.field.sample");
  const locale = useLocale();
  const isNumeric = field.type === "number" || field.type === "integer" || field.type === "percent";
  const words = (): string => {
    if (field.formula !== undefined) return t("computed");
    if (field.type === "number" || field.type === "percent") return formatNumber(numberOf(field.default), field.decimals ?? 2, locale);
    if (field.type === "integer") return formatNumber(numberOf(field.default), 0, locale);
    if (field.type === "choice") {
      const chosen = field.choices?.find(({ value }) => value === field.default);
      return chosen ? textIn(chosen.label, locale) : (field.choices ?? []).map(({ label }) => textIn(label, locale)).join(" / ");
    }
    if (field.type === "boolean") return t("boolean");
    return typeof field.default === "string" ? field.default : t(field.type);
  };
  return (
    <span
      className={classes.sample}
      data-numeric={isNumeric || undefined}
      data-computed={field.formula === undefined ? undefined : true}
      aria-hidden
    >
      {words()}
    </span>
  );
}

const numberOf = (value: Field["default"]): number => (typeof value === "number" ? value : 0);
