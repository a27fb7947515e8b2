// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { Column, Text, TextLocale } from "@/lib/template";
import { Badges } from "./Badges";
import { type ActiveInput, CellInput } from "./CellInput";
import { HeadGrip } from "./HeadGrip";
import classes from "./table.module.css";
import { wordsOf } from "./typed";

interface HeadCellProps {
  readonly block: string;
  readonly column: Column;
  readonly level: number;
  readonly rowSpan: number;
  readonly from: number;
  readonly to: number;
  readonly frozenAt: number | undefined;
  readonly locale: TextLocale;
  /** A text as it prints, its parameters filled in. */
  readonly print: (text: Text) => string;
  readonly selected: boolean;
  /** What is wrong with it, in words. */
  readonly failure: string | undefined;
  readonly input: ActiveInput | undefined;
}

/** A cell of the head: a column or a head over columns, merged over what it spans. */
export const HeadCell = memo(function HeadCell(props: HeadCellProps) {
  const { block, column, level, rowSpan, from, to, frozenAt, locale, print, selected, failure, input } = props;
  const t = useTranslations("designerTable");
  const words = wordsOf(column.label, locale);
  return (
    <div
      role="columnheader"
      aria-colindex={from + 2}
      aria-colspan={to - from + 1}
      aria-rowspan={rowSpan}
      aria-selected={selected}
      className={classes.headCell}
      data-y={level}
      data-x={from}
      data-address={`${block}.${column.id}`}
      data-group={column.kind === "group" || undefined}
      data-frozen={frozenAt !== undefined || undefined}
      data-selected={selected || undefined}
      data-active={input !== undefined || undefined}
      data-failing={failure !== undefined || undefined}
      title={failure}
      style={{ gridColumn: `${from + 2} / span ${to - from + 1}`, gridRow: `${level + 2} / span ${rowSpan}`, left: frozenAt }}
    >
      {input ? (
        <CellInput input={input} />
      ) : words === "" ? (
        <span className={classes.untranslated}>{column.label.vi === "" ? t("noLabel") : column.label.vi}</span>
      ) : (
        <span>{print(column.label)}</span>
      )}
      {column.note ? <span className={classes.note}>{print(column.note)}</span> : null}
      <Badges part={column} />
      <HeadGrip block={block} column={column.id} />
    </div>
  );
});
