import { IconLock } from "@tabler/icons-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextLink } from "@/components/ui/TextLink";
import type { Refusal } from "@/lib/service/context";

/** What a page shows when its service refused: that there is no such thing, or that this account may not see it. */
export async function Refused({ refusal }: { readonly refusal: Refusal }) {
  if (refusal.kind !== "forbidden") notFound();
  const t = await getTranslations("shell.forbidden");
  return (
    <Page>
      <EmptyState
        heading={1}
        icon={<IconLock size={36} stroke={1.5} />}
        title={t("title")}
        hint={t("hint")}
        action={<TextLink href="/">{t("home")}</TextLink>}
      />
    </Page>
  );
}
