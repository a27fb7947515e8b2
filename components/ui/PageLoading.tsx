import { Skeleton, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Page } from "@/components/shell/Page";

/** The shape of a list's page while its data is being read. */
export function PageLoading() {
  const t = useTranslations("shell");
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
