"use client";

import { useTranslations } from "next-intl";
import { useDesigner } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import { HeadingPane } from "./HeadingPane";
import classes from "./properties.module.css";
import { selectedKinds } from "./selectedKinds";
import { TextPane } from "./TextPane";

/** Properties of blocks: of several, where they are of one kind. */
export function BlockPane({ places }: { readonly places: readonly Place[] }) {
  const t = useTranslations("designerBlocks.properties");
  const kind = useDesigner(({ template }) => {
    const kinds = selectedKinds(places, template.blocks);
    return kinds.length === 1 ? kinds[0] : undefined;
  });
  switch (kind) {
    case undefined:
      return <p className={classes.hint}>{t("severalKinds")}</p>;
    case "heading":
      return <HeadingPane places={places} />;
    case "text":
      return <TextPane places={places} />;
    default:
      return null;
  }
}
