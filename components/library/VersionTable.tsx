import { useFormatter, useTranslations } from "next-intl";
import ui from "@/components/ui/ui.module.css";
import type { VersionItem } from "@/lib/service/designTypes";
import { exportHref } from "./exportHref";
import classes from "./library.module.css";

interface VersionTableProps {
  readonly templateId: string;
  readonly versions: readonly VersionItem[];
}

const tones = { draft: "warning", published: "success", retired: "neutral" } as const;

/** The versions of a template: who published each, when, and the reports made with it. */
export function VersionTable({ templateId, versions }: VersionTableProps) {
  const t = useTranslations("library.versions");
  const format = useFormatter();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t("caption")} tabIndex={0}>
      <table className={classes.versions}>
        <thead>
          <tr>
            <th scope="col">{t("version")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("publishedAt")}</th>
            <th scope="col">{t("by")}</th>
            <th scope="col" className={classes.figure}>
              {t("reports")}
            </th>
            <th scope="col">{t("acts")}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ id, version, state, publishedAt, publishedBy, reports }) => (
            <tr key={id}>
              <th scope="row">{version === null ? t("draft") : t("numbered", { version })}</th>
              <td>
                <span className={ui.badge} data-tone={tones[state]}>
                  {t(`states.${state}`)}
                </span>
              </td>
              <td>{publishedAt ? format.dateTime(new Date(publishedAt), "moment") : "–"}</td>
              <td>{publishedBy ?? "–"}</td>
              <td className={classes.figure}>{format.number(reports)}</td>
              <td>
                <a
                  href={exportHref(templateId, version ?? "draft")}
                  download
                  aria-label={version === null ? t("exportDraft") : t("exportOf", { version })}
                >
                  {t("export")}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
