"use client";

import { SegmentedControl, Tooltip } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import classes from "./bar.module.css";
import { missingTranslations } from "./missingTranslations";

/** The language whose words are typed on the page, with how many texts still lack English. */
export function TextLanguage() {
  const t = useTranslations("designer.language");
  const store = useDesignerStore();
  const textLocale = useDesigner((snapshot) => snapshot.textLocale);
  const missing = useDesigner(({ template }) => missingTranslations(template));
  return (
    <Tooltip label={missing === 0 ? t("hint") : t("missing", { count: missing })} multiline maw={260}>
      <SegmentedControl
        size="xs"
        aria-label={t("label")}
        value={textLocale}
        onChange={(value) => store.setTextLocale(value === "en" ? "en" : "vi")}
        data={[
          {
            value: "vi",
            label: (
              <abbr className={classes.language} title={t("vi")}>
                VI
              </abbr>
            ),
          },
          {
            value: "en",
            label: (
              <span className={classes.language}>
                <abbr title={t("en")}>EN</abbr>
                {missing > 0 ? (
                  <span className={classes.missing}>
                    <span aria-hidden>−{missing}</span>
                    <span className={classes.unseen}>{t("missing", { count: missing })}</span>
                  </span>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Tooltip>
  );
}
