import type { Selection } from "@/components/designer/store";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { type Column, leafColumns, type Row, type Table, type Template } from "@/lib/template";
import { blankColumn, blankRow, type Command, freshId, nudge, type Place, type Siblings } from "@/lib/template/edit";
import { sharesOf, widthCommand } from "./columnWidths";
import { bodyGeometry, type HeadBox, headGeometry, type Line } from "./geometry";
import type { ActId } from "./keys";

/** A change of the structure, and what is selected after it. */
export interface Step {
  readonly command: Command;
  readonly select: readonly Place[];
  /** Steps of one mark are taken back as one (a width that is made larger step by step). */
  readonly mark?: string;
}

/** Words that new parts begin with, in the language of the screen's reader. */
export interface NewWords {
  readonly row: string;
  readonly column: string;
  readonly head: string;
}

export type Axis = "row" | "column";

export const nothingToDo = (code: string): Problem => ({ code: `designerTable.${code}`, params: {}, at: "", severity: "warning" });

/** Rows of a selection in document order: those selected, else those of the selected cells. */
export function selectedLines(table: Table, selection: Selection): readonly Line[] {
  const { lines, lineOf } = bodyGeometry(table.rows);
  const ids = new Set(selection.places.flatMap((place) => ("row" in place && place.block === table.id ? [place.row] : [])));
  return [...ids]
    .flatMap((id) => lines[lineOf.get(id) ?? -1] ?? [])
    .sort((a, b) => (lineOf.get(a.row.id) ?? 0) - (lineOf.get(b.row.id) ?? 0));
}

/** Columns and heads of a selection in document order: those selected, else the columns of the selected cells. */
export function selectedBoxes(table: Table, selection: Selection): readonly HeadBox[] {
  const ids = new Set(selection.places.flatMap((place) => ("column" in place && place.block === table.id ? [place.column] : [])));
  return headGeometry(table.columns).boxes.filter((box) => ids.has(box.column.id));
}

/** Without those that stand under another of them, since they go with it. */
export const topLines = (lines: readonly Line[]): readonly Line[] => {
  const ids = new Set(lines.map(({ row }) => row.id));
  return lines.filter(({ parents }) => !parents.some(({ id }) => ids.has(id)));
};

export function topBoxes(table: Table, boxes: readonly HeadBox[]): readonly HeadBox[] {
  const { boxOf } = headGeometry(table.columns);
  const ids = new Set(boxes.map(({ column }) => column.id));
  const isUnder = (box: HeadBox): boolean => {
    const over = box.under === undefined ? undefined : boxOf.get(box.under);
    return over !== undefined && (ids.has(over.column.id) || isUnder(over));
  };
  return boxes.filter((box) => !isUnder(box));
}

/** A row or a column among its siblings, whichever it is. */
interface Node {
  readonly id: string;
  readonly under: string | undefined;
  readonly index: number;
}

interface Tree {
  readonly axis: Axis;
  readonly chosen: readonly Node[];
  node(id: string): Node | undefined;
  siblings(under: string | undefined): readonly (Row | Column)[];
  into(under: string | undefined): Siblings;
  place(id: string): Place;
}

function treeOf(table: Table, selection: Selection, axis: Axis): Tree {
  const block = table.id;
  if (axis === "row") {
    const { lines, lineOf } = bodyGeometry(table.rows);
    const lineAt = (id: string): Line | undefined => lines[lineOf.get(id) ?? -1];
    return {
      axis,
      chosen: topLines(selectedLines(table, selection)).map(({ row, under, index }) => ({ id: row.id, under, index })),
      node: (id) => {
        const line = lineAt(id);
        return line && { id, under: line.under, index: line.index };
      },
      siblings: (under) => (under === undefined ? table.rows : (lineAt(under)?.row.rows ?? [])),
      into: (under) => ({ kind: "rows", block, ...(under === undefined ? {} : { under }) }),
      place: (row) => ({ kind: "row", block, row }),
    };
  }
  const { boxOf } = headGeometry(table.columns);
  return {
    axis,
    chosen: topBoxes(table, selectedBoxes(table, selection)).map(({ column, under, index }) => ({ id: column.id, under, index })),
    node: (id) => {
      const box = boxOf.get(id);
      return box && { id, under: box.under, index: box.index };
    },
    siblings: (under) => {
      const over = under === undefined ? undefined : boxOf.get(under)?.column;
      return under === undefined ? table.columns : over?.kind === "group" ? over.columns : [];
    },
    into: (under) => ({ kind: "columns", block, ...(under === undefined ? {} : { under }) }),
    place: (column) => ({ kind: "column", block, column }),
  };
}

const isAtEdge = ({ code }: Problem): boolean => code === "edit.alreadyFirst" || code === "edit.alreadyLast";

/** The command of an act on what is selected, and what is selected after it; or why there is nothing to do. */
export function structureStep(options: {
  readonly template: Template;
  readonly table: Table;
  readonly selection: Selection;
  readonly axis: Axis;
  readonly act: ActId;
  readonly words: NewWords;
}): Result<Step, Problem> {
  const { template, table, selection, axis, act, words } = options;
  const tree = treeOf(table, selection, axis);
  const first = tree.chosen[0];
  const last = tree.chosen.at(-1);
  if (first === undefined || last === undefined) return fail(nothingToDo(axis === "row" ? "chooseRow" : "chooseColumn"));
  const chosen = tree.chosen.map(({ id }) => tree.place(id));
  const insert = (under: string | undefined, index: number): Result<Step, Problem> => {
    const into = tree.into(under);
    const part =
      axis === "row"
        ? blankRow(template, table.id, "indicator", { vi: words.row })
        : blankColumn(template, table.id, "value", { vi: words.column });
    return ok({ command: { do: "insert", into, index, parts: [part] }, select: [tree.place(part.id)] });
  };
  const move = (under: string | undefined, index: number): Result<Step, Problem> =>
    ok({ command: { do: "move", parts: chosen, into: tree.into(under), index }, select: selection.places });
  const over = (node: Node): Node | undefined => (node.under === undefined ? undefined : tree.node(node.under));

  switch (act) {
    case "addBefore":
      return insert(first.under, first.index);
    case "addAfter":
      return insert(last.under, last.index + 1);
    case "addInside": {
      const part = tree.siblings(last.under)[last.index];
      if (axis === "column" && part?.kind !== "group") return fail(nothingToDo("groupFirst"));
      return insert(last.id, tree.siblings(last.id).length);
    }
    case "moveBack":
    case "moveOn": {
      const nudged = nudge(template, chosen, act === "moveBack" ? "up" : "down");
      // At the edge of its list it goes on past the row or head over it.
      const parent = over(act === "moveBack" ? first : last);
      if (nudged.ok) return ok({ command: nudged.value, select: selection.places });
      if (parent === undefined || !isAtEdge(nudged.error)) return nudged;
      return move(parent.under, act === "moveBack" ? parent.index : parent.index + 1);
    }
    case "nest":
    case "unnest": {
      const nudged = nudge(template, chosen, act === "nest" ? "in" : "out");
      return nudged.ok ? ok({ command: nudged.value, select: selection.places }) : nudged;
    }
    case "group": {
      if (axis === "row") return fail(nothingToDo("chooseColumn"));
      const id = freshId(template, tree.into(undefined), "g");
      const columns = tree.chosen.map((node) => node.id);
      return ok({ command: { do: "groupColumns", block: table.id, columns, id, label: words.head }, select: [tree.place(id)] });
    }
    case "ungroup": {
      const part = tree.siblings(first.under)[first.index];
      const head = part?.kind === "group" ? first.id : first.under;
      if (axis === "row" || head === undefined) return fail(nothingToDo("noHead"));
      const inner = tree.siblings(head).map(({ id }) => tree.place(id));
      return ok({ command: { do: "ungroupColumns", block: table.id, column: head }, select: inner });
    }
    case "wider":
    case "narrower":
      return widthStep(table, selection, act === "wider" ? 1 : -1);
  }
}

/** The selected rows or columns, to be taken away, and what is selected then: what follows, else what is before or over them. */
export function removal(
  table: Table,
  selection: Selection,
  axis: Axis,
): { readonly parts: readonly Place[]; readonly next: Place | undefined } | undefined {
  const tree = treeOf(table, selection, axis);
  const first = tree.chosen[0];
  if (first === undefined) return undefined;
  const going = new Set(tree.chosen.map(({ id }) => id));
  const rest = tree.siblings(first.under);
  const next =
    rest.slice(first.index + 1).find(({ id }) => !going.has(id)) ?? rest.slice(0, first.index).findLast(({ id }) => !going.has(id));
  const id = next?.id ?? first.under;
  return { parts: tree.chosen.map((node) => tree.place(node.id)), next: id === undefined ? undefined : tree.place(id) };
}

/** Columns are made wider or narrower by a tenth of what they have, at least by a little. */
function widthStep(table: Table, selection: Selection, direction: 1 | -1): Result<Step, Problem> {
  const leaves = leafColumns(table);
  const shares = sharesOf(leaves);
  const at = new Set(
    selectedBoxes(table, selection).flatMap((box) => Array.from({ length: box.to - box.from + 1 }, (_, i) => box.from + i)),
  );
  if (at.size === 0) return fail(nothingToDo("chooseColumn"));
  const changes = new Map(
    [...at].map((leaf) => {
      const share = shares[leaf] ?? 1;
      return [leaf, Math.min(1000, Math.max(0.5, Math.round((share + direction * Math.max(0.5, share / 10)) * 10) / 10))] as const;
    }),
  );
  const mark = `${table.id}.width.${[...at].join("-")}`;
  return ok({ command: widthCommand(table.id, leaves, changes), select: selection.places, mark });
}
