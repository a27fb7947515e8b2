import { getTranslations } from "next-intl/server";
import { Refused } from "@/app/(rooms)/Refused";
import { DifferenceList, VersionTable } from "@/components/library";
import classes from "@/components/library/library.module.css";
import { SelectFilter } from "@/components/ui/SelectFilter";
import type { ServiceContext } from "@/lib/service/context";
import type { VersionItem } from "@/lib/service/designTypes";
import { listVersions, type VersionName, versionDifferences } from "@/lib/service/templates";

interface TemplateVersionsProps {
  readonly templateId: string;
  readonly context: ServiceContext;
  /** The two versions to compare, as the address names them. */
  readonly from: string;
  readonly to: string;
}

const nameOf = ({ version }: VersionItem): VersionName => version ?? "draft";

/** The versions of a template, and what changed between any two of them: the newest two unless others are chosen. */
export async function TemplateVersions({ templateId, context, from, to }: TemplateVersionsProps) {
  const [t, versions] = await Promise.all([getTranslations("library.versions"), listVersions(context, templateId)]);
  if (!versions.ok) return <Refused refusal={versions.error} />;
  const names = versions.value.map(nameOf);
  const named = (text: string, otherwise: VersionName | undefined) => names.find((name) => String(name) === text) ?? otherwise;
  const later = named(to, names[0]);
  const earlier = named(from, names[1]);
  const options = names.map((name) => ({ value: String(name), label: name === "draft" ? t("draft") : t("numbered", { version: name }) }));
  const compared =
    earlier === undefined || later === undefined ? undefined : await versionDifferences(context, templateId, { from: earlier, to: later });
  return (
    <>
      <VersionTable templateId={templateId} versions={versions.value} />
      <section className={classes.comparison} aria-labelledby="comparison">
        <h2 id="comparison">{t("compare")}</h2>
        {compared === undefined ? (
          <p className={classes.quiet}>{t("single")}</p>
        ) : (
          <>
            <div className={classes.compare}>
              <SelectFilter label={t("from")} name="from" value={String(earlier)} options={options} />
              <SelectFilter label={t("to")} name="to" value={String(later)} options={options} />
            </div>
            {compared.ok ? <DifferenceList {...compared.value} /> : <Refused refusal={compared.error} />}
          </>
        )}
      </section>
    </>
  );
}
