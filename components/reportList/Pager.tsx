import { Anchor } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
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
      {page > 1 ? (
        <Anchor component={Link} href={hrefOf(page - 1)} rel="prev">
          {t("previous")}
        </Anchor>
      ) : null}
      <span>{t("page", { page, pages })}</span>
      {page < pages ? (
        <Anchor component={Link} href={hrefOf(page + 1)} rel="next">
          {t("next")}
        </Anchor>
      ) : null}
    </nav>
  );
}
