import { Anchor } from "@mantine/core";
import { IconFileUnknown } from "@tabler/icons-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/Page";
import { EmptyState } from "@/components/ui/EmptyState";

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
        action={
          <Anchor component={Link} href="/">
            {t("home")}
          </Anchor>
        }
      />
    </Page>
  );
}
