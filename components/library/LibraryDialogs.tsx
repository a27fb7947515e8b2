"use client";

import { notifications } from "@mantine/notifications";
import { usePathname, useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { callApi } from "@/components/ui/apiClient";
import { ConfirmAct } from "@/components/ui/ConfirmAct";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import type { UnitRef } from "@/lib/service/types";
import type { LibraryDialog } from "./libraryDialog";
import { NewTemplateDialog } from "./NewTemplateDialog";
import { SectorDialog } from "./SectorDialog";
import { templateName } from "./templateName";

interface LibraryDialogsProps {
  readonly dialog: LibraryDialog | undefined;
  readonly designed: readonly UnitRef[];
  readonly sectors: readonly SectorItem[];
  readonly onClose: () => void;
}

/** Asks what has to be asked before a template is begun, forked, sorted, retired or its draft discarded. */
export function LibraryDialogs({ dialog, designed, sectors, onClose }: LibraryDialogsProps) {
  const t = useTranslations("library.ask");
  const router = useRouter();
  const path = usePathname();
  const locale = useLocale();
  if (!dialog) return null;
  if (dialog.kind === "create") return <NewTemplateDialog designed={designed} sectors={sectors} onClose={onClose} />;
  const { template } = dialog;
  const done = (message: string) => {
    onClose();
    router.refresh();
    notifications.show({ message });
  };
  const { code } = template;
  const name = templateName(template, locale);
  switch (dialog.kind) {
    case "fork":
      return <NewTemplateDialog designed={designed} sectors={sectors} origin={template} onClose={onClose} />;
    case "sector":
      return <SectorDialog template={template} sectors={sectors} onClose={onClose} onDone={() => done(t("sorted", { code }))} />;
    case "retire":
      return (
        <ConfirmAct
          title={t("retireTitle", { code })}
          explanation={t("retireExplanation", { name })}
          confirm={t("retire")}
          tone="danger"
          act={() => callApi("POST", `/templates/${template.id}/retirement`)}
          onClose={onClose}
          onDone={() => done(t("retired", { code }))}
        />
      );
    case "restore":
      return (
        <ConfirmAct
          title={t("restoreTitle", { code })}
          explanation={t("restoreExplanation", { name })}
          confirm={t("restore")}
          act={() => callApi("DELETE", `/templates/${template.id}/retirement`)}
          onClose={onClose}
          onDone={() => done(t("restored", { code }))}
        />
      );
    case "discard": {
      const leaves = template.version === null;
      return (
        <ConfirmAct
          title={t("discardTitle", { code })}
          explanation={leaves ? t("discardAllExplanation", { name }) : t("discardExplanation", { name, version: template.version })}
          confirm={t("discard")}
          tone="danger"
          act={() => callApi("DELETE", `/templates/${template.id}/draft`)}
          onClose={onClose}
          onDone={() => {
            done(t("discarded", { code }));
            // Its own page is gone; the list keeps its filters.
            if (leaves && path !== "/templates") router.push("/templates");
          }}
        />
      );
    }
  }
}
