// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { memo } from "react";
import { type ActiveInput, CellInput } from "./CellInput";
import classes from "./table.module.css";

interface NumberCellProps {
  readonly block: string;
  readonly column: string;
  /** As it was typed; counted where it was not. */
  readonly number: string | undefined;
  readonly leaf: number;
  /** Level of the head that the numbering row makes. */
  readonly level: number;
  readonly frozenAt: number | undefined;
  readonly selected: boolean;
  readonly input: ActiveInput | undefined;
}

/** The number of a column in the numbering row. */
export const NumberCell = memo(function NumberCell(props: NumberCellProps) {
  const { block, column, number, leaf, level, frozenAt, selected, input } = props;
  return (
    <div
      role="columnheader"
      aria-colindex={leaf + 2}
      className={classes.numberCell}
      data-y={level}
      data-x={leaf}
      data-frozen={frozenAt !== undefined || undefined}
      data-address={`${block}.${column}`}
      data-active={input !== undefined || undefined}
      data-selected={selected || undefined}
      data-counted={number === undefined || undefined}
      style={{ gridColumn: leaf + 2, gridRow: level + 2, left: frozenAt }}
    >
      {input ? <CellInput input={input} /> : (number ?? String(leaf + 1))}
    </div>
  );
});
