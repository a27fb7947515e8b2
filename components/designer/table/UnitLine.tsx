"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useDesignerStore } from "@/components/designer/store";
import classes from "./table.module.css";

/** The unit of measure of a whole table, above its right corner, as it prints. */
export function UnitLine({ block, unit }: { readonly block: string; readonly unit: string | undefined }) {
  const t = useTranslations("designerTable");
  const store = useDesignerStore();
  const id = useId();
  const write = (typed: string) =>
    store.run(
      typed.trim() === ""
        ? { do: "set", at: [{ kind: "block", block }], values: {}, clear: ["unit"] }
        : { do: "set", at: [{ kind: "block", block }], values: { unit: typed } },
      { mark: `${block}.unit` },
    );
  return (
    <div className={classes.unitLine}>
      <label htmlFor={id}>{t("unit")}:</label>
      <input
        id={id}
        className={classes.unitInput}
        value={unit ?? ""}
        placeholder="…"
        maxLength={60}
        size={Math.max(6, (unit ?? "").length + 1)}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => store.endMark()}
      />
    </div>
  );
}
