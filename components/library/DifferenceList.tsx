"use client";

import { IconArrowsMove, IconMinus, IconPencil, IconPlus, type TablerIcon } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useSay } from "@/components/ui/useSay";
import type { VersionDifferences } from "@/lib/service/designTypes";
import classes from "./library.module.css";

type Kind = VersionDifferences["items"][number]["difference"]["kind"];

const icons: Readonly<Record<Kind, TablerIcon>> = { set: IconPencil, added: IconPlus, removed: IconMinus, moved: IconArrowsMove };

/** How one version became another, a sentence for each difference. */
export function DifferenceList({ items, total }: Pick<VersionDifferences, "items" | "total">) {
  const t = useTranslations("library.versions");
  const say = useSay();
  if (items.length === 0) return <p className={classes.quiet}>{t("none")}</p>;
  return (
    <>
      <p className={classes.quiet}>{t("count", { count: total })}</p>
      <ul className={classes.differences}>
        {items.map(({ difference, words }, position) => {
          const Icon = icons[difference.kind];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: differences have no identity and are never reordered
            <li key={position} data-kind={difference.kind}>
              <Icon size={16} aria-label={t(`kinds.${difference.kind}`)} />
              <span>{say({ ...words, at: "", severity: "warning" })}</span>
            </li>
          );
        })}
      </ul>
      {total > items.length ? <p className={classes.quiet}>{t("tooMany", { count: total - items.length })}</p> : null}
    </>
  );
}
