"use client";

import { useTranslations } from "next-intl";
import { FormulaField } from "@/components/designer/formula";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { type Place, partAt } from "@/lib/template/edit";

/** The formula of a field. */
export function FormulaProperty({ place }: { readonly place: Place }) {
  const t = useTranslations("designerBlocks.field");
  const store = useDesignerStore();
  const formula = useDesigner(({ template }) => {
    const part = partAt(template, place);
    return part !== undefined && "formula" in part ? part.formula : undefined;
  });
  if (place.kind !== "field") return null;
  return (
    <FormulaField
      label={t("formula")}
      value={formula}
      scope={place}
      onChange={(stored) => {
        const done = store.run(
          stored === undefined
            ? { do: "set", at: [place], values: {}, clear: ["formula"] }
            : { do: "set", at: [place], values: { formula: stored } },
        );
        return done.ok ? undefined : done.error;
      }}
    />
  );
}
