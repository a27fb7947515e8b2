// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { shownText } from "@/components/grid/cellText";
import type { ValueColumn } from "@/lib/template";
import { type ActiveInput, CellInput } from "./CellInput";
import type { CellFace } from "./cellFace";
import classes from "./table.module.css";

interface FigureCellProps {
  readonly block: string;
  readonly row: string;
  readonly column: ValueColumn;
  readonly y: number;
  readonly x: number;
  readonly face: CellFace;
  readonly selected: boolean;
  readonly failure: string | undefined;
  readonly input: ActiveInput | undefined;
}

/** A cell of figures, showing what it is: for entry, computed and how, closed, with the value that it starts with. */
export const FigureCell = memo(function FigureCell({ block, row, column, y, x, face, selected, failure, input }: FigureCellProps) {
  const t = useTranslations("designerTable");
  const locale = useLocale();
  const starts = face.starts === undefined || face.role !== "input" ? "" : shownText(face, face.starts, locale);
  const told = [failure, face.formula === undefined ? undefined : `ƒ ${face.formula}`, face.own ? t("own") : undefined];
  return (
    <div
      role="gridcell"
      aria-colindex={x + 2}
      aria-selected={selected}
      className={classes.cell}
      data-y={y}
      data-x={x}
      data-address={`${block}.${row}.${column.id}`}
      data-role={face.role}
      data-type={face.type}
      data-own={face.own || undefined}
      data-selected={selected || undefined}
      data-active={input !== undefined || undefined}
      data-failing={failure !== undefined || undefined}
      title={told.filter((part) => part !== undefined).join("\n") || undefined}
      style={{ gridColumn: x + 2 }}
    >
      {input ? (
        <CellInput input={input} />
      ) : face.role === "computed" ? (
        <span className={classes.formula}>{face.formula}</span>
      ) : face.role === "x" ? (
        "x"
      ) : (
        <span className={classes.starts}>{starts}</span>
      )}
      {face.type === "percent" && input === undefined && face.role !== "blank" ? (
        <span className={classes.percent} aria-hidden>
          %
        </span>
      ) : null}
    </div>
  );
});
