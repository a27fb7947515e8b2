"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { useDesigner } from "@/components/designer/store";
import { textIn } from "@/lib/template";
import classes from "./page.module.css";
import type { Paper } from "./paper";

interface PaperHeadProps {
  readonly paper: Paper;
  /** No block follows on the paper. */
  readonly isAlone: boolean;
}

/** The head of the first page, as the Word file has it: national heading of a report, frame of a form of figures. */
export function PaperHead({ paper }: PaperHeadProps) {
  const t = useTranslations("designerPage.head");
  const kind = useDesigner(({ template }) => template.kind);
  const title = useDesigner(({ template, textLocale }) => textIn(template.title, textLocale));
  return (
    <div
      className={classes.head}
      data-starts
      style={{ width: paper.width, paddingLeft: paper.left, paddingRight: paper.right, "--paper-top": `${paper.top}px` } as CSSProperties}
    >
      {kind === "narrative" ? (
        <div className={classes.letterhead}>
          <p className={classes.agencyAbove}>{t("agencyAbove")}</p>
          <p className={classes.nation}>{t("nation")}</p>
          <p className={classes.agency}>{t("agency")}</p>
          <p className={classes.motto}>{t("motto")}</p>
          <p className={classes.number}>{t("number")}</p>
          <p className={classes.date}>{t("date")}</p>
        </div>
      ) : null}
      <p className={classes.title}>{title}</p>
    </div>
  );
}
