"use client";

import { useTranslations } from "next-intl";
import { useRun } from "@/components/designer/store";
import type { PageBreak } from "@/lib/template";
import classes from "./blocks.module.css";

/** Where a new page begins, and how its paper lies. */
export function PageBreakEditor({ block }: { readonly block: PageBreak }) {
  const t = useTranslations("designerBlocks.pageBreak");
  const run = useRun();
  return (
    <div className={classes.pageBreak}>
      <span>{t("name")}</span>
      <select
        aria-label={t("orientation")}
        value={block.orientation ?? ""}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const at = [{ kind: "block", block: block.id } as const];
          run(value === "" ? { do: "set", at, values: {}, clear: ["orientation"] } : { do: "set", at, values: { orientation: value } });
        }}
      >
        <option value="">{t("same")}</option>
        <option value="portrait">{t("portrait")}</option>
        <option value="landscape">{t("landscape")}</option>
      </select>
    </div>
  );
}
