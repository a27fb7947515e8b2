import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/TextLink";
import classes from "./reportList.module.css";

interface PagerProps {
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

/** Goes through the pages of a list. */
export function Pager({ page, pages, hrefOf }: PagerProps) {
  const t = useTranslations("reportList");
  if (pages <= 1) return null;
  return (
    <nav className={classes.pager} aria-label={t("pages")}>
      {page > 1 ? <TextLink href={hrefOf(page - 1)}>{t("previous")}</TextLink> : null}
      <span>{t("page", { page, pages })}</span>
      {page < pages ? <TextLink href={hrefOf(page + 1)}>{t("next")}</TextLink> : null}
    </nav>
  );
}
