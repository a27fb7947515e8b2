import { useTranslations } from "next-intl";
import classes from "./help.module.css";
import type { Shown } from "./shown";

/** What comes of an example. */
export function ExampleResult({ shown }: { readonly shown: Shown }) {
  const t = useTranslations("help.formulas");
  switch (shown.kind) {
    case "number":
      return shown.text;
    case "condition":
      return t(shown.holds ? "yes" : "no");
    case "blank":
      return (
        <>
          <span className={classes.quiet}>{t("blank")}</span>
          {shown.warnings.map((warning) => (
            <span key={warning} className={classes.note}>
              {t(`warning.${warning}`)}
            </span>
          ))}
        </>
      );
    case "refused":
      return <span className={classes.refused}>{t("refused", { message: shown.message })}</span>;
  }
}
