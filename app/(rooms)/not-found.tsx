import { IconFileUnknown } from "@tabler/icons-react";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";
import { TextLink } from "@/components/ui/TextLink";

/** A page of the work rooms that does not exist, or that this account may not know of. */
export default async function NotFound() {
  const t = await getTranslations("shell.notFound");
  return (
    <Page>
      <EmptyState
        heading={1}
        icon={<IconFileUnknown size={36} stroke={1.5} />}
        title={t("title")}
        hint={t("hint")}
        action={<TextLink href="/">{t("home")}</TextLink>}
      />
    </Page>
  );
}
