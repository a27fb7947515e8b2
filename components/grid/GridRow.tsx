// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the role is one of two that both take it
// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
import { VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import { useSay } from "@/components/ui/useSay";
import type { RowView } from "@/lib/form/types";
import type { Text } from "@/lib/template";
import { CellInput } from "./CellInput";
import { editableText, shownText } from "./cellText";
import type { ColumnLayout } from "./columnLayout";
import classes from "./grid.module.css";
import type { GridSource } from "./source";

interface GridRowProps {
  readonly measure: (element: HTMLElement | null) => void;
  readonly row: RowView;
  /** Address of the row: `t1.r01`. */
  readonly place: string;
  readonly index: number;
  readonly ariaRow: number;
  /** Distance from the body's top in pixels. */
  readonly top: number;
  readonly layout: ColumnLayout;
  readonly source: GridSource;
  /** Only says that values may have changed. */
  readonly version: number;
  readonly words: (text: Text) => string;
  readonly locale: string;
  readonly editing: boolean;
  readonly opens: boolean;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  /** Value column with the keyboard, -1 when it is in another row. */
  readonly activeColumn: number;
  readonly typed: string | undefined;
  readonly onType: ((text: string) => void) | undefined;
  readonly action: ReactNode;
}

/** One row of the grid: its words, then its figures. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { measure, row, place, index, ariaRow, top, layout, source, words, locale, editing, opens, activeColumn, typed, onType, action } =
    props;
  const t = useTranslations("grid");
  const say = useSay();
  const label = words(row.label);
  const heading = !row.cells.some((cell) => cell !== undefined);
  const failing = source.findings(place);
  const failure = failing.map((finding) => (finding.message ? words(finding.message) : say(finding))).join(" ");
  let labelled = false;

  return (
    <div
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={ariaRow}
      className={classes.row}
      data-kind={row.kind}
      style={{ gridTemplateColumns: layout.template, transform: `translateY(${top}px)` }}
    >
      {layout.columns.map(({ column, frozenAt, value }, position) => {
        if (column.kind !== "value") {
          const isLabel = column.kind === "label";
          labelled ||= isLabel;
          const text = isLabel ? label : column.kind === "number" ? row.number : (row.unit ?? "");
          return (
            <div
              key={column.key}
              role={isLabel ? "rowheader" : "gridcell"}
              aria-colindex={position + 1}
              className={classes.words}
              data-column={column.kind}
              data-frozen={frozenAt !== undefined || undefined}
              data-severity={
                isLabel && failing.length > 0 ? (failing.some(({ severity }) => severity === "error") ? "error" : "warning") : undefined
              }
              title={isLabel ? [failure, row.note ? words(row.note) : ""].filter((part) => part !== "").join(" ") || undefined : undefined}
              style={{ left: frozenAt, paddingInlineStart: isLabel ? `${0.5 + row.depth * 0.9}rem` : undefined }}
            >
              {isLabel && row.note ? (
                <span>
                  {text}
                  <span className={classes.noteMark} aria-hidden>
                    *
                  </span>
                </span>
              ) : (
                text
              )}
              {isLabel && failure !== "" ? (
                <span className={classes.failure}>
                  <IconAlertTriangle size={15} aria-hidden />
                  <VisuallyHidden>{failure}</VisuallyHidden>
                </span>
              ) : null}
              {isLabel ? action : null}
            </div>
          );
        }
        const at = value ?? 0;
        const cell = row.cells[at];
        if (cell === undefined) {
          return (
            <div
              key={column.key}
              role="gridcell"
              aria-colindex={position + 1}
              className={classes.none}
              data-heading={heading || undefined}
              data-cell
              data-row={index}
              data-column={at}
              data-selected={(at >= props.selectedFrom && at <= props.selectedTo) || undefined}
              data-active={at === activeColumn || undefined}
            >
              {at === activeColumn ? (
                <input
                  data-keyboard
                  readOnly
                  value=""
                  className={classes.input}
                  aria-label={t("noCell", { row: label, column: words(column.label) })}
                />
              ) : null}
            </div>
          );
        }
        const info = source.info(cell);
        const invalid = source.invalid(info.address);
        const findings = source.findings(info.address);
        const severity = invalid || findings.some((f) => f.severity === "error") ? "error" : findings.length > 0 ? "warning" : undefined;
        const active = at === activeColumn;
        const held = source.read(cell);
        const shown = invalid?.text ?? shownText(info, held, locale);
        const wrong = invalid
          ? say(invalid.problem)
          : findings.map((finding) => (finding.message ? words(finding.message) : say(finding))).join(" ");
        const role = info.role === "input" && !editing ? "read" : info.role;
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={position + 1}
            aria-readonly={info.role !== "input" || !editing}
            aria-selected={at >= props.selectedFrom && at <= props.selectedTo}
            aria-invalid={severity === "error" || undefined}
            className={classes.cell}
            data-cell
            data-address={info.address}
            data-row={index}
            data-column={at}
            data-role={role}
            data-type={info.type}
            data-opens={opens || undefined}
            data-severity={severity}
            data-selected={(at >= props.selectedFrom && at <= props.selectedTo) || undefined}
            data-active={active || undefined}
            title={wrong === "" ? undefined : wrong}
          >
            {active ? (
              <CellInput
                info={info}
                editing={editing && info.role === "input"}
                text={typed ?? (editing && info.role === "input" ? (invalid?.text ?? editableText(info, held, locale)) : shown)}
                typing={typed !== undefined}
                label={t("cell", {
                  row: [row.number, label].filter((part) => part !== "").join(" "),
                  column: words(column.label),
                  unit: info.unit ?? "",
                  hasUnit: info.unit ? "yes" : "no",
                })}
                description={[
                  info.role === "computed" ? t("computed") : info.role === "locked" ? t("locked") : "",
                  wrong,
                  opens ? t("opens") : "",
                ]
                  .filter((part) => part !== "")
                  .join(". ")}
                invalid={severity === "error"}
                locale={locale}
                onType={onType}
              />
            ) : (
              shown
            )}
          </div>
        );
      })}
      {labelled ? null : action}
    </div>
  );
});
