"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useDesigner, useRun } from "@/components/designer/store";
import { isNumeric } from "@/lib/form";
import { resolvedAt } from "@/lib/form/compile";
import { type Place, partAt } from "@/lib/template/edit";
import classes from "./cellProperties.module.css";
import { FigureSections } from "./FigureSections";

/** Properties of cells: what each has of its own stands before its row and column. */
export function CellPane({ places }: { readonly places: readonly Place[] }) {
  return (
    <>
      <Outcome places={places} />
      <FigureSections places={places} />
    </>
  );
}

/** What a cell has in the end, in a sentence, and the way back to what its row and column say. */
function Outcome({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerFormula");
  const run = useRun();
  const template = useDesigner((snapshot) => snapshot.template);
  const [first] = places;
  const resolved = useMemo(
    () => (first?.kind === "cell" ? resolvedAt(template, first.block, first.row, first.column) : undefined),
    [template, first],
  );
  const own = useMemo(() => {
    const keys = new Set<string>();
    for (const place of places)
      for (const key of Object.keys(partAt(template, place) ?? {})) if (key !== "row" && key !== "column") keys.add(key);
    return [...keys];
  }, [template, places]);
  if (first?.kind !== "cell") return null;
  return (
    <div className={classes.outcome}>
      {places.length > 1 ? null : resolved === undefined ? (
        <p>{t("outcome.none")}</p>
      ) : (
        <p>
          {t("outcome.type", { type: t(`type.${resolved.type}`) })}
          {resolved.unit === undefined ? "" : `, ${resolved.unit}`}
          {isNumeric(resolved.type) && resolved.type !== "integer" ? `, ${t("outcome.decimals", { count: resolved.decimals })}` : ""}
          {"; "}
          {resolved.formula !== undefined && resolved.source !== undefined
            ? t(`outcome.formula.${resolved.source}`)
            : resolved.lock === "none"
              ? t("outcome.input")
              : t(`outcome.lock.${resolved.lock}`)}
          {isNumeric(resolved.type) && resolved.formula === undefined && resolved.lock === "none"
            ? `; ${t("outcome.aggregate", { rule: t(`aggregation.rule.${resolved.aggregate.rule}`) })}`
            : ""}
        </p>
      )}
      {own.length === 0 ? (
        <p className={classes.quiet}>{t("outcome.allInherited")}</p>
      ) : (
        <Button size="compact-xs" variant="light" onClick={() => run({ do: "set", at: places, values: {}, clear: own })}>
          {t("outcome.clearOwn", { count: own.length })}
        </Button>
      )}
    </div>
  );
}
