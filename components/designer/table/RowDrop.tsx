"use client";

import { useMergedRef } from "@mantine/hooks";
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";
import { useDropZone } from "@/components/designer/dnd";
import type { ColumnLayout } from "./columnWidths";
import type { DesignGrid } from "./designGrid";
import { rowGapOf, rowHit, rowMarkOf } from "./dropRows";
import classes from "./table.module.css";

/** Where a drag of rows began: deeper and shallower is told from there, by how far the pointer went sideways. */
export interface RowDragStart {
  readonly row: string;
  readonly x: number;
  readonly depth: number;
}

interface RowDropProps {
  readonly grid: DesignGrid;
  readonly layout: ColumnLayout;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
  readonly started: RefObject<RowDragStart | undefined>;
}

/** How far to the side one level is, in pixels. */
const step = 22;

/** The body as a place where rows are dropped, and the line that shows where. */
export function RowDrop({ grid, layout, virtual, started }: RowDropProps) {
  const { body, block } = grid;
  const element = useRef<HTMLDivElement | null>(null);
  const total = virtual.getTotalSize();
  const labelLeft = layout.lefts[grid.labelLeaf] ?? 0;
  const startOf = (line: number): number => (line >= body.lines.length ? total : (virtual.measurementsCache[line]?.start ?? total));
  const zone = useDropZone({
    id: `rows ${block}`,
    of: "rows",
    hit: (point, dragged) => {
      const box = element.current?.getBoundingClientRect();
      if (!box) return undefined;
      const scale = box.height === 0 ? 1 : box.height / Math.max(1, total);
      const y = (point.y - box.top) / scale;
      const item = virtual.getVirtualItemForOffset(Math.min(Math.max(y, 0), total - 1));
      const line = item?.index ?? 0;
      const before = item !== undefined && y > item.start + item.size / 2 ? line + 1 : line;
      const moved = new Set(
        dragged.kind === "parts"
          ? dragged.places.flatMap((place) => (place.kind === "row" && place.block === block ? [place.row] : []))
          : [],
      );
      const from = started.current;
      const depth =
        from !== undefined && moved.has(from.row)
          ? from.depth + Math.round((point.x - from.x) / step)
          : Math.floor((point.x - box.left) / scale / step - labelLeft / step);
      return rowHit(body, block, { before, depth: Math.max(0, depth) }, moved);
    },
    markOf: (target) => rowMarkOf(body, block, target),
    reveal: (target) => {
      const mark = rowMarkOf(body, block, target);
      if (mark !== undefined) virtual.scrollToIndex(Math.min(rowGapOf(mark).before, body.lines.length - 1), { align: "auto" });
    },
  });
  const ref = useMergedRef(element, zone.ref);
  const gap = zone.mark === undefined ? undefined : rowGapOf(zone.mark);
  return (
    <div ref={ref} className={classes.dropZone} aria-hidden>
      {gap === undefined ? null : (
        <div
          className={classes.rowLine}
          data-drop-line
          data-refused={zone.refused !== undefined || undefined}
          style={{ top: startOf(gap.before), left: labelLeft + 4 + gap.depth * 12 }}
        />
      )}
    </div>
  );
}
