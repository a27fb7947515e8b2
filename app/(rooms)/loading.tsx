import { Skeleton, Stack } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/shell/Page";

/** While a page's data is being read. */
export default async function Loading() {
  const t = await getTranslations("shell");
  return (
    <Page>
      <Stack gap="sm" role="status" aria-label={t("loading")}>
        <Skeleton height={26} width="38%" />
        <Skeleton height={34} />
        <Skeleton height={320} />
      </Stack>
    </Page>
  );
}
