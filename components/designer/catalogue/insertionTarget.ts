import type { DropTarget } from "@/components/designer/dnd";
import type { Selection } from "@/components/designer/store";
import type { Row, Template } from "@/lib/template";
import { type Place, siblingsAt, spotOf } from "@/lib/template/edit";
import type { IndicatorList } from "./indicatorPart";

/**
 * Where an indicator goes that is added by a button: after the selected row, column or input, or that of the selected
 * cell; else at the end of the selected block, before the totals that close a table. Undefined where no block is selected
 * that could hold it; a document with one such block needs no selection.
 */
export function insertionTarget(template: Template, { focus }: Pick<Selection, "focus">, list: IndicatorList): DropTarget | undefined {
  const beside = focus && besideOf(focus, list);
  const spot = beside && spotOf(template, beside);
  if (spot) return { into: spot.in, index: spot.index + 1 };
  const holders = template.blocks.filter(({ kind }) => (list === "fields" ? kind === "fields" || kind === "list" : kind === "table"));
  const selected = focus && focus.kind !== "document" ? holders.find(({ id }) => id === focus.block) : undefined;
  const holder = selected ?? (focus === undefined || focus.kind === "document" ? only(holders) : undefined);
  if (!holder) return undefined;
  const into = { kind: list, block: holder.id } as const;
  const siblings = siblingsAt(template, into) ?? [];
  return { into, index: list === "rows" ? endOf(siblings as readonly Row[]) : siblings.length };
}

const besideOf = (focus: Place, list: IndicatorList): Place | undefined => {
  if (list === "rows" && "row" in focus) return { kind: "row", block: focus.block, row: focus.row };
  if (list === "columns" && "column" in focus) return { kind: "column", block: focus.block, column: focus.column };
  return list === "fields" && focus.kind === "field" ? focus : undefined;
};

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** Totals stay last. */
function endOf(rows: readonly Row[]): number {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.kind === "total") end -= 1;
  return end;
}
