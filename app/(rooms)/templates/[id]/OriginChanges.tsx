import { getTranslations } from "next-intl/server";
import { Refused } from "@/app/(rooms)/Refused";
import { DifferenceList } from "@/components/library";
import classes from "@/components/library/library.module.css";
import type { ServiceContext } from "@/lib/service/context";
import type { LibraryItem } from "@/lib/service/designTypes";
import { originDifferences } from "@/lib/service/templates";

interface OriginChangesProps {
  readonly templateId: string;
  readonly origin: NonNullable<LibraryItem["origin"]>;
  readonly context: ServiceContext;
}

/** What the template that a fork was made of changed since. */
export async function OriginChanges({ templateId, origin: { code, version, latest }, context }: OriginChangesProps) {
  const t = await getTranslations("library.origin");
  if (latest <= version) return <p className={classes.quiet}>{t("same", { code, version })}</p>;
  const changed = await originDifferences(context, templateId);
  if (!changed.ok) return <Refused refusal={changed.error} />;
  return (
    <>
      <p className={classes.quiet}>{t("explanation", { code, version, latest })}</p>
      <DifferenceList {...changed.value} />
    </>
  );
}
