"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { type FormulaReference, useFormulaReferences } from "@/components/designer/formula";
import type { Place } from "@/lib/template/edit";
import type { ColumnLayout } from "./columnWidths";
import type { DesignGrid } from "./designGrid";
import classes from "./table.module.css";

interface FormulaFramesProps {
  readonly grid: DesignGrid;
  readonly layout: ColumnLayout;
  readonly virtual: Virtualizer<HTMLDivElement, Element>;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines and leaf columns that a place covers; undefined where it is not of this table. */
function areaOf(grid: DesignGrid, place: Place): { readonly lines: Span; readonly leaves: Span } | undefined {
  if (place.kind === "document" || place.block !== grid.block) return undefined;
  const firstValue = grid.head.leaves.findIndex(({ column }) => column.kind === "value");
  const all = { lines: { from: 0, to: grid.body.lines.length - 1 }, leaves: { from: Math.max(0, firstValue), to: grid.columns - 1 } };
  const line = "row" in place ? grid.body.lineOf.get(place.row) : undefined;
  const box = "column" in place ? grid.head.boxOf.get(place.column) : undefined;
  if (("row" in place && line === undefined) || ("column" in place && box === undefined)) return undefined;
  return {
    lines: line === undefined ? all.lines : { from: line, to: line },
    leaves: box === undefined ? all.leaves : { from: box.from, to: box.to },
  };
}

/** Coloured frames around what the formula reads that is written or selected, as in Excel; each bears its name. */
export function FormulaFrames({ grid, layout, virtual }: FormulaFramesProps) {
  const references = useFormulaReferences();
  const total = virtual.getTotalSize();
  const topOf = (line: number): number => virtual.measurementsCache[line]?.start ?? total;
  const bottomOf = (line: number): number => virtual.measurementsCache[line]?.end ?? total;
  const draw = ({ place, last, colour, name, span }: FormulaReference) => {
    const first = areaOf(grid, place);
    const end = areaOf(grid, last);
    if (first === undefined || end === undefined) return null;
    const top = Math.min(topOf(first.lines.from), topOf(end.lines.from));
    const bottom = Math.max(bottomOf(first.lines.to), bottomOf(end.lines.to));
    const from = Math.min(first.leaves.from, end.leaves.from);
    const to = Math.max(first.leaves.to, end.leaves.to);
    const left = layout.lefts[from] ?? 0;
    const width = (layout.lefts[to] ?? 0) + (layout.widths[to] ?? 0) - left;
    return (
      <div
        key={`${span.from} ${top} ${left}`}
        className={classes.reference}
        data-reference={name}
        style={{ top, left, width, height: bottom - top, borderColor: `var(--bm-formula-${colour})`, color: `var(--bm-formula-${colour})` }}
      >
        <span className={classes.referenceName}>{name}</span>
      </div>
    );
  };
  return (
    <div className={classes.references} aria-hidden style={{ "--frozen": `${layout.frozenWidth}px` } as React.CSSProperties}>
      {references.map(draw)}
    </div>
  );
}
