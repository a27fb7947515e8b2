// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { useTranslations } from "next-intl";
import { memo } from "react";
import { ColumnBorder } from "./ColumnBorder";
import type { ColumnLayout } from "./columnWidths";
import classes from "./table.module.css";

interface ColumnCodeProps {
  readonly block: string;
  readonly column: string;
  readonly code: string | undefined;
  readonly leaf: number;
  readonly layout: ColumnLayout;
  readonly selected: boolean;
}

/** The code of a column over its head, as formulas name it, with the border that makes it wider. */
export const ColumnCode = memo(function ColumnCode({ block, column, code, leaf, layout, selected }: ColumnCodeProps) {
  const t = useTranslations("designerTable");
  const frozenAt = leaf < layout.frozen ? layout.lefts[leaf] : undefined;
  return (
    <div
      role="columnheader"
      aria-colindex={leaf + 2}
      className={classes.columnCode}
      data-handle="column"
      data-handle-column={column}
      data-address={`${block}.${column}`}
      data-frozen={frozenAt !== undefined || undefined}
      data-selected={selected || undefined}
      style={{ gridColumn: leaf + 2, gridRow: 1, left: frozenAt }}
    >
      {code ?? <span className={classes.hidden}>{t("noCode")}</span>}
      <ColumnBorder block={block} column={column} leaf={leaf} layout={layout} />
    </div>
  );
});
