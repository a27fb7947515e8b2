import { getTranslations } from "next-intl/server";
import classes from "@/components/library/library.module.css";
import type { ServiceContext } from "@/lib/service/context";
import type { LibraryItem } from "@/lib/service/designTypes";

interface OriginChangesProps {
  readonly templateId: string;
  readonly origin: NonNullable<LibraryItem["origin"]>;
  readonly context: ServiceContext;
}

/** What the template that a fork was made of changed since. */
export async function OriginChanges({ origin: { code, version, latest } }: OriginChangesProps) {
  const t = await getTranslations("library.origin");
  return <p className={classes.quiet}>{latest > version ? t("explanation", { code, version, latest }) : t("same", { code, version })}</p>;
}
