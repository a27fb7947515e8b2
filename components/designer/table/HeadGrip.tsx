"use client";

import { IconGripHorizontal } from "@tabler/icons-react";
import { useCallback } from "react";
import { type Dragged, partsName, useDragSource, useNames } from "@/components/designer/dnd";
import { useDesignerStore } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import classes from "./table.module.css";

/** What a column or a head is taken hold of by, with the others that are selected; seen under the mouse. */
export function HeadGrip({ block, column }: { readonly block: string; readonly column: string }) {
  const store = useDesignerStore();
  const names = useNames();
  const dragged = useCallback((): Dragged => {
    const { places: chosen } = store.snapshot().selection;
    const isChosen = chosen.some((place) => place.kind === "column" && place.block === block && place.column === column);
    const places: readonly Place[] = isChosen ? chosen : [{ kind: "column", block, column }];
    return { kind: "parts", label: partsName(names(), places), places };
  }, [store, names, block, column]);
  const { ref, handle } = useDragSource({ id: `table ${block} ${column}`, dragged, byKeyboard: false });
  const { ref: handleRef, ...listeners } = handle;
  return (
    <span
      ref={(node) => {
        ref(node);
        handleRef(node);
      }}
      {...listeners}
      className={classes.grip}
      data-handle="column"
      data-handle-column={column}
      aria-hidden
    >
      <IconGripHorizontal size={14} />
    </span>
  );
}
