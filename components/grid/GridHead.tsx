// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import type { Ref } from "react";
import type { TableView } from "@/lib/form/types";
import type { Text } from "@/lib/template";
import type { ColumnLayout, PlacedHead } from "./columnLayout";
import classes from "./grid.module.css";

interface GridHeadProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly view: TableView;
  readonly placed: readonly (readonly PlacedHead[])[];
  readonly layout: ColumnLayout;
  readonly words: (text: Text) => string;
  readonly selectedFrom: number;
  readonly selectedTo: number;
}

/** The head of several levels with its spans, and the row of column numbers. Stays in view. */
export function GridHead({ ref, view, placed, layout, words, selectedFrom, selectedTo }: GridHeadProps) {
  const levels = view.head.length;
  const marked = (column: number, span: number): boolean =>
    layout.columns.slice(column, column + span).some((c) => c.value !== undefined && c.value >= selectedFrom && c.value <= selectedTo);
  return (
    <div ref={ref} role="rowgroup" className={classes.head} style={{ gridTemplateColumns: layout.template, minWidth: layout.width }}>
      {placed.map((cells, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: head rows never move
        <div key={row} role="row" aria-rowindex={row + 1} className={classes.headRow}>
          {cells.map(({ cell, column }) => {
            const first = layout.columns[column];
            const leaf = row + cell.rowSpan === levels && cell.columnSpan === 1;
            return (
              <div
                key={cell.id}
                role="columnheader"
                aria-colindex={column + 1}
                aria-colspan={cell.columnSpan}
                aria-rowspan={cell.rowSpan}
                className={classes.headCell}
                data-frozen={first?.frozenAt !== undefined || undefined}
                data-selected={(leaf && marked(column, 1)) || undefined}
                data-value-column={leaf ? first?.value : undefined}
                title={cell.note ? words(cell.note) : undefined}
                style={{
                  gridColumn: `${column + 1} / span ${cell.columnSpan}`,
                  gridRow: `${row + 1} / span ${cell.rowSpan}`,
                  left: first?.frozenAt,
                }}
              >
                {words(cell.label)}
              </div>
            );
          })}
        </div>
      ))}
      {view.numberingRow ? (
        <div role="row" aria-rowindex={levels + 1} className={classes.headRow}>
          {layout.columns.map(({ column, frozenAt }, position) => (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={position + 1}
              className={classes.numberCell}
              data-frozen={frozenAt !== undefined || undefined}
              style={{ gridColumn: position + 1, gridRow: levels + 1, left: frozenAt }}
            >
              {column.number}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
