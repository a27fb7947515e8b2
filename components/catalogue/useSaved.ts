"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { forgetCached } from "./cachedGet";

/** Tells that a thing of a catalogue was saved, and shows the page anew. */
export const useSaved = (address: string): ((name: string) => void) => {
  const t = useTranslations("measure.page");
  const router = useRouter();
  return (name) => {
    forgetCached(address);
    router.refresh();
    notifications.show({ message: t("saved", { name }) });
  };
};
