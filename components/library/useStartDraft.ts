"use client";

import { notifications } from "@mantine/notifications";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "@/components/ui/apiClient";
import { useSay } from "@/components/ui/useSay";

/** Begins the next version of a template and opens it for designing. `busy`: the id of the template that is being begun. */
export function useStartDraft(): { readonly busy: string | undefined; readonly start: (templateId: string) => Promise<void> } {
  const router = useRouter();
  const say = useSay();
  const [busy, setBusy] = useState<string>();
  const start = async (templateId: string) => {
    setBusy(templateId);
    const begun = await callApi("POST", `/templates/${templateId}/draft`);
    setBusy(undefined);
    if (begun.ok) router.push(`/templates/${templateId}/design`);
    else notifications.show({ color: "red", message: say(begun.error.problems[0]) });
  };
  return { busy, start };
}
