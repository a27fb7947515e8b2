// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { useTranslations } from "next-intl";
import type { Ref, RefObject } from "react";
import type { Text, TextLocale } from "@/lib/template";
import type { ActiveInput } from "./CellInput";
import { ColumnCode } from "./ColumnCode";
import { ColumnDrop } from "./ColumnDrop";
import type { ColumnLayout } from "./columnWidths";
import type { DesignGrid, Stop } from "./designGrid";
import { HeadCell } from "./HeadCell";
import { NumberCell } from "./NumberCell";
import type { Marks } from "./ranges";
import classes from "./table.module.css";

interface TableHeadProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly grid: DesignGrid;
  readonly layout: ColumnLayout;
  readonly locale: TextLocale;
  readonly print: (text: Text) => string;
  readonly marks: Marks;
  /** The active cell, where it is in the head. */
  readonly active: Stop | undefined;
  readonly input: ActiveInput | undefined;
  readonly failureOf: (id: string) => string | undefined;
}

/** The codes of the columns, the head of several levels with its spans, and the numbering row. Stays in view. */
export function TableHead({ ref, scroller, grid, layout, locale, print, marks, active, input, failureOf }: TableHeadProps) {
  const t = useTranslations("designerTable");
  const { head } = grid;
  const frozenAt = (leaf: number): number | undefined => (leaf < layout.frozen ? layout.lefts[leaf] : undefined);
  const levels = Array.from({ length: head.levels }, (_, level) => level);
  return (
    <div ref={ref} role="rowgroup" className={classes.head} style={{ gridTemplateColumns: layout.template, width: layout.width }}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        <div role="columnheader" aria-colindex={1} className={classes.corner} data-frozen style={{ gridColumn: 1, gridRow: 1, left: 0 }}>
          <span className={classes.hidden}>{t("codes")}</span>
        </div>
        {head.leaves.map(({ column }, leaf) => (
          <ColumnCode
            key={column.id}
            block={grid.block}
            column={column.id}
            code={column.kind === "value" ? (column.code ?? column.id) : undefined}
            leaf={leaf}
            layout={layout}
            selected={marks.columns.has(column.id)}
          />
        ))}
      </div>
      {levels.map((level) => (
        <div key={level} role="row" aria-rowindex={level + 2} className={classes.headRow}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={classes.corner}
            data-frozen
            style={{ gridColumn: 1, gridRow: level + 2, left: 0 }}
          >
            <span className={classes.hidden}>{t("level", { level: level + 1 })}</span>
          </div>
          {head.boxes
            .filter((box) => box.level === level)
            .map((box) => {
              const isActive = active?.kind === "head" && active.top === level && active.left === box.from;
              return (
                <HeadCell
                  key={box.column.id}
                  block={grid.block}
                  column={box.column}
                  level={box.level}
                  rowSpan={box.rowSpan}
                  from={box.from}
                  to={box.to}
                  frozenAt={frozenAt(box.from)}
                  locale={locale}
                  print={print}
                  selected={marks.columns.has(box.column.id)}
                  failure={failureOf(box.column.id)}
                  input={isActive ? input : undefined}
                />
              );
            })}
        </div>
      ))}
      {grid.numbered ? (
        <div role="row" aria-rowindex={head.levels + 2} className={classes.headRow}>
          <div
            role="columnheader"
            aria-colindex={1}
            className={classes.corner}
            data-frozen
            style={{ gridColumn: 1, gridRow: head.levels + 2, left: 0 }}
          >
            <span className={classes.hidden}>{t("numberingRow")}</span>
          </div>
          {head.leaves.map(({ column }, leaf) => {
            const isActive = active?.kind === "columnNumber" && active.left === leaf;
            return (
              <NumberCell
                key={column.id}
                block={grid.block}
                column={column.id}
                number={column.number}
                leaf={leaf}
                level={head.levels}
                frozenAt={frozenAt(leaf)}
                selected={marks.columns.has(column.id)}
                input={isActive ? input : undefined}
              />
            );
          })}
        </div>
      ) : null}
      <ColumnDrop grid={grid} layout={layout} scroller={scroller} />
    </div>
  );
}
