"use client";

import { useMergedRef } from "@mantine/hooks";
import { type RefObject, useRef } from "react";
import { useDropZone } from "@/components/designer/dnd";
import type { ColumnLayout } from "./columnWidths";
import type { DesignGrid } from "./designGrid";
import { columnGapOf, columnHit, columnMarkOf } from "./dropColumns";
import classes from "./table.module.css";

interface ColumnDropProps {
  readonly grid: DesignGrid;
  readonly layout: ColumnLayout;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** The head as a place where columns are dropped, beside the head that is pointed at, and the line that shows where. */
export function ColumnDrop({ grid, layout, scroller }: ColumnDropProps) {
  const { head, block } = grid;
  const element = useRef<HTMLDivElement | null>(null);
  const edge = (leaf: number): number => layout.lefts[leaf] ?? layout.width;
  /** Tops of the levels, in pixels of the head. */
  const levelTops = (): readonly number[] => {
    const root = element.current?.parentElement;
    return Array.from({ length: head.levels }, (_, level) => {
      const cell = root?.querySelector<HTMLElement>(`[data-y="${level}"]`);
      return cell?.offsetTop ?? 0;
    });
  };
  const zone = useDropZone({
    id: `columns ${block}`,
    of: "columns",
    hit: (point) => {
      const box = element.current?.getBoundingClientRect();
      if (!box) return undefined;
      const scale = box.width === 0 ? 1 : box.width / layout.width;
      const inHead = (point.x - box.left) / scale;
      // What is frozen lies over what was scrolled under it.
      const scrolled = scroller.current?.scrollLeft ?? 0;
      const x = inHead - scrolled < layout.frozenWidth ? inHead - scrolled : inHead;
      const y = (point.y - box.top) / scale;
      const leaf = layout.lefts.findLastIndex((left) => left <= x);
      const level = Math.max(
        0,
        levelTops().findLastIndex((top) => top <= y),
      );
      const over = head.boxes.find(
        (each) =>
          each.from <= Math.max(leaf, 0) && Math.max(leaf, 0) <= each.to && each.level <= level && level < each.level + each.rowSpan,
      );
      const middle = over === undefined ? 0 : (edge(over.from) + edge(over.to + 1)) / 2;
      return columnHit(head, block, { level, leaf, isPastMiddle: x > middle });
    },
    markOf: (target) => columnMarkOf(head, block, target),
    reveal: (target) => {
      const mark = columnMarkOf(head, block, target);
      const box = scroller.current;
      if (mark === undefined || !box) return;
      const left = edge(columnGapOf(mark).before);
      if (left < box.scrollLeft + layout.frozenWidth || left > box.scrollLeft + box.clientWidth) {
        box.scrollLeft = Math.max(0, left - layout.frozenWidth - box.clientWidth / 3);
      }
    },
  });
  const ref = useMergedRef(element, zone.ref);
  const gap = zone.mark === undefined ? undefined : columnGapOf(zone.mark);
  return (
    <div ref={ref} className={classes.dropZone} aria-hidden>
      {gap === undefined ? null : (
        <div
          className={classes.columnLine}
          data-drop-line
          data-refused={zone.refused !== undefined || undefined}
          style={{ left: edge(gap.before), top: levelTops()[gap.level] ?? 0 }}
        />
      )}
    </div>
  );
}
