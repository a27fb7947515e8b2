"use client";

import { useTranslations } from "next-intl";
import { TablePane } from "@/components/designer/cellProperties";
import { useDesigner } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import { FieldsPane } from "./FieldsPane";
import { HeadingPane } from "./HeadingPane";
import { ListPane } from "./ListPane";
import { NarrativePane } from "./NarrativePane";
import { PageBreakPane } from "./PageBreakPane";
import classes from "./properties.module.css";
import { selectedKinds } from "./selectedKinds";
import { TextPane } from "./TextPane";

/** Properties of blocks: of several, where they are of one kind. */
export function BlockPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks");
  const kind = useDesigner(({ template }) => {
    const kinds = selectedKinds(places, template.blocks);
    return kinds.length === 1 ? kinds[0] : undefined;
  });
  switch (kind) {
    case undefined:
      return <p className={classes.hint}>{t("properties.severalKinds")}</p>;
    case "heading":
      return <HeadingPane places={places} />;
    case "text":
      return <TextPane places={places} />;
    case "narrative":
      return <NarrativePane places={places} />;
    case "fields":
      return <FieldsPane places={places} />;
    case "list":
      return <ListPane places={places} />;
    case "signature":
      return <p className={classes.hint}>{t("signature.help")}</p>;
    case "recipients":
      return <p className={classes.hint}>{t("recipients.help")}</p>;
    case "pageBreak":
      return <PageBreakPane places={places} />;
    case "table":
      return <TablePane places={places} />;
  }
}
