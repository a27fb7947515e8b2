"use client";

import { memo, type PointerEvent, useRef } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { leafColumns } from "@/lib/template";
import { type ColumnLayout, gutter, shareForWidth, widthCommand } from "./columnWidths";
import classes from "./table.module.css";
import { tableIn } from "./useTable";

interface ColumnBorderProps {
  readonly block: string;
  readonly column: string;
  readonly leaf: number;
  readonly layout: ColumnLayout;
}

/** The right border of a column, dragged to make it wider or narrower; by keyboard that is Alt+Shift and the arrows. */
export const ColumnBorder = memo(function ColumnBorder({ block, column, leaf, layout }: ColumnBorderProps) {
  const store = useDesignerStore();
  const drag = useRef<{ readonly x: number; readonly width: number; readonly scale: number; readonly mark: string } | undefined>(undefined);

  const onPointerDown = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const width = layout.widths[leaf] ?? 0;
    const shown = event.currentTarget.parentElement?.getBoundingClientRect().width ?? width;
    drag.current = { x: event.clientX, width, scale: shown / Math.max(1, width), mark: `${block}.${column}.width.${event.timeStamp}` };
  };
  const onPointerMove = (event: PointerEvent<HTMLSpanElement>) => {
    const from = drag.current;
    const table = tableIn(store.snapshot().template, block);
    if (from === undefined || table === undefined) return;
    const leaves = leafColumns(table);
    const width = shareForWidth(leaves, leaf, from.width + (event.clientX - from.x) / from.scale, layout.width - gutter);
    store.run(widthCommand(block, leaves, new Map([[leaf, width]])), { mark: from.mark });
  };
  const onPointerUp = () => {
    if (drag.current !== undefined) store.endMark();
    drag.current = undefined;
  };
  return (
    <span
      aria-hidden
      className={classes.border}
      data-border={column}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
});
