// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type Dragged, partsName, useDragSource, useNames } from "@/components/designer/dnd";
import { useDesignerStore } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import classes from "./table.module.css";

interface RowHandleProps {
  readonly block: string;
  readonly row: string;
  readonly code: string;
  readonly y: number;
}

/** The code of a row, at which it is selected as a whole and taken hold of, with the others that are selected. */
export function RowHandle({ block, row, code, y }: RowHandleProps) {
  const t = useTranslations("designerTable");
  const store = useDesignerStore();
  const names = useNames();
  const dragged = useCallback((): Dragged => {
    const { places: chosen } = store.snapshot().selection;
    const isChosen = chosen.some((place) => place.kind === "row" && place.block === block && place.row === row);
    const places: readonly Place[] = isChosen ? chosen : [{ kind: "row", block, row }];
    return { kind: "parts", label: partsName(names(), places), places };
  }, [store, names, block, row]);
  const { ref, handle, isDragging } = useDragSource({ id: `table ${block} ${row}`, dragged, byKeyboard: false });
  const { ref: handleRef, ...listeners } = handle;
  return (
    <div
      ref={(node) => {
        ref(node);
        handleRef(node);
      }}
      {...listeners}
      role="rowheader"
      aria-colindex={1}
      className={classes.rowCode}
      data-handle="row"
      data-handle-y={y}
      data-address={`${block}.${row}`}
      data-dragging={isDragging || undefined}
      style={{ gridColumn: 1, left: 0 }}
    >
      {code === "" ? <span className={classes.hidden}>{t("noRowCode")}</span> : code}
    </div>
  );
}
