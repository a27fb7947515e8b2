"use client";

import type { Place } from "@/lib/template/edit";
import { CellPane } from "./CellPane";
import { CheckPane } from "./CheckPane";
import { ColumnPane } from "./ColumnPane";
import { RowPane } from "./RowPane";

/** Properties of selected columns, rows, cells or checks: of several, what they share. */
export function CellProperties({ places }: { readonly places: readonly Place[] }) {
  switch (places[0]?.kind) {
    case "column":
      return <ColumnPane places={places} />;
    case "row":
      return <RowPane places={places} />;
    case "cell":
      return <CellPane places={places} />;
    case "check":
      return <CheckPane places={places} />;
    default:
      return null;
  }
}
