// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is one of two that both take it
// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { LeafColumn, Row, Text, TextLocale } from "@/lib/template";
import { Badges } from "./Badges";
import { type ActiveInput, CellInput } from "./CellInput";
import type { FaceOf } from "./cellFace";
import type { ColumnLayout } from "./columnWidths";
import { FigureCell } from "./FigureCell";
import { RowHandle } from "./RowHandle";
import classes from "./table.module.css";
import { wordsOf } from "./typed";

interface TableRowProps {
  readonly measure: (element: HTMLElement | null) => void;
  readonly block: string;
  readonly row: Row;
  readonly line: number;
  readonly depth: number;
  /** Row of the grid, 0-based, the head included. */
  readonly y: number;
  /** Distance from the body's top in pixels. */
  readonly top: number;
  readonly layout: ColumnLayout;
  /** Columns whose words do not matter to the body. */
  readonly leaves: readonly LeafColumn[];
  readonly labelLeaf: number;
  /** Columns in the window; those that are frozen are always drawn. */
  readonly from: number;
  readonly to: number;
  readonly hasCells: boolean;
  readonly faceOf: FaceOf;
  readonly locale: TextLocale;
  /** A text as it prints, its parameters filled in. */
  readonly print: (text: Text) => string;
  readonly selected: boolean;
  /** Ids of the selected cells' columns, joined by commas. */
  readonly selectedCells: string | undefined;
  readonly activeLeaf: number;
  readonly input: ActiveInput | undefined;
  /** What is wrong in this row, by column id; the row's own under its id. */
  readonly failures: ReadonlyMap<string, string> | undefined;
}

/** One row of the table as it prints, with its code beside it. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const {
    measure,
    block,
    row,
    line,
    depth,
    y,
    top,
    layout,
    leaves,
    labelLeaf,
    from,
    to,
    hasCells,
    faceOf,
    locale,
    print,
    activeLeaf,
    input,
    failures,
  } = props;
  const t = useTranslations("designerTable");
  const shown: number[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf += 1) {
    if (!hasCells && leaf > labelLeaf) break;
    if (leaf < layout.frozen || (leaf >= from && leaf <= to) || leaf === activeLeaf || leaf === labelLeaf) shown.push(leaf);
  }
  const selectedCells = props.selectedCells?.split(",");
  const words = wordsOf(row.label, locale);
  const failure = failures?.get(row.id);
  return (
    <div
      ref={measure}
      data-index={line}
      role="row"
      aria-rowindex={y + 2}
      aria-selected={props.selected}
      className={classes.row}
      data-kind={row.kind}
      data-depth={depth + 1}
      data-parent={(row.rows?.length ?? 0) > 0 || undefined}
      data-selected={props.selected || undefined}
      style={{ gridTemplateColumns: layout.template, width: layout.width, transform: `translateY(${top}px)` }}
    >
      <RowHandle block={block} row={row.id} code={row.kind === "label" ? "" : (row.code ?? row.id)} y={y} />
      {shown.map((leaf) => {
        const column = leaves[leaf]?.column;
        if (column === undefined) return null;
        const frozenAt = leaf < layout.frozen ? layout.lefts[leaf] : undefined;
        const active = leaf === activeLeaf ? input : undefined;
        if (column.kind === "value" && hasCells) {
          return (
            <FigureCell
              key={column.id}
              block={block}
              row={row.id}
              column={column}
              y={y}
              x={leaf}
              face={faceOf(row, column)}
              selected={selectedCells?.includes(column.id) ?? false}
              failure={failures?.get(column.id)}
              input={active}
            />
          );
        }
        const runsOver = !hasCells && leaf === labelLeaf;
        const isLabel = leaf === labelLeaf && (column.kind === "label" || runsOver);
        const text = isLabel
          ? words === ""
            ? ""
            : print(row.label)
          : column.kind === "number"
            ? (row.number ?? "")
            : column.kind === "unit" && row.kind !== "label"
              ? (row.unit ?? "")
              : "";
        return (
          <div
            key={column.id}
            role={isLabel ? "rowheader" : "gridcell"}
            aria-colindex={leaf + 2}
            aria-colspan={runsOver ? leaves.length - leaf : undefined}
            className={classes.words}
            data-y={y}
            data-x={leaf}
            data-part={isLabel ? "label" : column.kind}
            data-address={`${block}.${row.id}`}
            data-frozen={(frozenAt !== undefined && !runsOver) || undefined}
            data-runs={runsOver || undefined}
            data-active={active !== undefined || undefined}
            data-failing={(isLabel && failure !== undefined) || undefined}
            title={isLabel ? failure : undefined}
            style={{
              gridColumn: runsOver ? `${leaf + 2} / -1` : leaf + 2,
              left: runsOver ? undefined : frozenAt,
              paddingInlineStart: isLabel ? `${0.35 + depth * 0.9}em` : undefined,
            }}
          >
            {active && runsOver ? (
              <div className={classes.running} style={{ left: frozenAt, width: layout.widths[leaf] }}>
                <CellInput input={active} />
              </div>
            ) : active ? (
              <CellInput input={active} />
            ) : isLabel && text === "" ? (
              <span className={classes.untranslated}>{row.label.vi === "" ? t("noLabel") : row.label.vi}</span>
            ) : (
              <span className={runsOver ? classes.running : undefined} style={runsOver ? { left: (frozenAt ?? 0) + 6 } : undefined}>
                {text}
              </span>
            )}
            {isLabel && row.kind !== "label" && row.note ? <span className={classes.note}> ({print(row.note)})</span> : null}
            {isLabel ? <Badges part={row} /> : null}
          </div>
        );
      })}
    </div>
  );
});
