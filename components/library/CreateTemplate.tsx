"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SectorItem } from "@/lib/service/catalogueTypes";
import type { UnitRef } from "@/lib/service/types";
import { NewTemplateDialog } from "./NewTemplateDialog";

interface CreateTemplateProps {
  readonly designed: readonly UnitRef[];
  readonly sectors: readonly SectorItem[];
}

/** Button that begins a template, for whoever designs a library. */
export function CreateTemplate({ designed, sectors }: CreateTemplateProps) {
  const t = useTranslations("library.list");
  const [isOpen, setOpen] = useState(false);
  if (designed.length === 0) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t("create")}
      </Button>
      {isOpen ? <NewTemplateDialog designed={designed} sectors={sectors} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
