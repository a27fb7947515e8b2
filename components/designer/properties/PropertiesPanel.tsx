"use client";

import { useTranslations } from "next-intl";
import { CellProperties } from "@/components/designer/cellProperties";
import { blockOrdinal, partName, placeKey, useNames } from "@/components/designer/dnd";
import { useDesigner } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import { BlockPane } from "./BlockPane";
import { DocumentPane } from "./DocumentPane";
import { FieldPane } from "./FieldPane";
import { PlaceProblems } from "./PlaceProblems";
import classes from "./properties.module.css";

/** The properties of what is selected; of the template itself where nothing is. */
export function PropertiesPanel() {
  const t = useTranslations("designerBlocks.properties");
  const places = useDesigner(({ selection }) => selection.places);
  const names = useNames();
  const title = useDesigner(() => {
    const [only] = places;
    if (only === undefined || only.kind === "document") return t("document");
    if (places.length === 1) return only.kind === "block" ? blockOrdinal(names(), only.block) : partName(names(), only);
    return t("several", { count: places.length });
  });
  return (
    <div className={classes.panel} data-properties>
      <h2 className={classes.title}>{title}</h2>
      <PlaceProblems places={places} />
      {/* What was typed and refused belongs to what was selected then. */}
      <Pane key={places.map(placeKey).join(" ")} places={places} />
    </div>
  );
}

function Pane({ places }: { readonly places: readonly Place[] }) {
  const [first] = places;
  if (first === undefined) return <DocumentPane />;
  switch (first.kind) {
    case "document":
      return <DocumentPane />;
    case "block":
      return <BlockPane places={places} />;
    case "field":
      return <FieldPane places={places} />;
    case "column":
    case "row":
    case "cell":
    case "check":
      return <CellProperties places={places} />;
  }
}
