"use client";

import { IconArchive, IconGitBranch, IconPencil } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import ui from "@/components/ui/ui.module.css";
import type { LibraryItem } from "@/lib/service/designTypes";
import classes from "./library.module.css";

/** How a template stands: retired, with a draft in work, behind its origin. */
export function LibraryBadges({ template: { retired, draft, origin } }: { readonly template: LibraryItem }) {
  const t = useTranslations("library.list");
  const format = useFormatter();
  if (!retired && !draft && !(origin && origin.latest > origin.version)) return null;
  return (
    <span className={classes.badges}>
      {retired ? (
        <span className={ui.badge} data-tone="neutral">
          <IconArchive size={14} aria-hidden />
          {t("retired")}
        </span>
      ) : null}
      {draft ? (
        <span className={ui.badge} data-tone="warning">
          <IconPencil size={14} aria-hidden />
          {t("draftOf", { day: format.dateTime(new Date(draft.updatedAt), "day"), by: draft.by })}
        </span>
      ) : null}
      {origin && origin.latest > origin.version ? (
        <span className={ui.badge} data-tone="info">
          <IconGitBranch size={14} aria-hidden />
          {t("originWentOn", { version: origin.latest })}
        </span>
      ) : null}
    </span>
  );
}
