import { blockTitle, placeKey } from "@/components/designer/dnd";
import { outlineNumbers } from "@/components/report/outline";
import { type Block, type Column, type Field, fillText, type Row, type Template, type TextLocale } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

/** What a line of the outline stands for; it decides its icon. */
export type NodeKind = Block["kind"] | "columns" | "rows" | "columnGroup" | "column" | "rowGroup" | "row" | "rowLabel" | "field";

/** A line of the outline: a part, or the columns or rows of a table together. */
export interface OutlineNode {
  /** The same as long as the part is. */
  readonly key: string;
  /** What is selected by it: the part; for the columns or rows of a table, the table. */
  readonly place: Place;
  readonly isSection: boolean;
  readonly kind: NodeKind;
  /** "" where the part has no words. */
  readonly title: string;
  /** Of a block, which of its kind it is; 0 for other parts. */
  readonly nth: number;
  /** Printed before the title: the number of a heading or row. */
  readonly number: string;
  /** From 1. */
  readonly level: number;
  readonly position: number;
  readonly size: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  /** Position of the line that it stands under; -1 for blocks. */
  readonly parent: number;
}

type Draft = Omit<OutlineNode, "level" | "position" | "size" | "isOpen" | "parent"> & { readonly below: () => readonly Draft[] };

/** The lines of the outline, top to bottom: all blocks, and what is open within them. */
export function outlineNodes(template: Template, locale: TextLocale, open: ReadonlySet<string>): readonly OutlineNode[] {
  const nodes: OutlineNode[] = [];
  const numbers = outlineNumbers(template.blocks);
  const counts = new Map<Block["kind"], number>();
  const visit = (drafts: readonly Draft[], level: number, parent: number): void => {
    for (const [i, { below, ...draft }] of drafts.entries()) {
      const isOpen = draft.hasChildren && open.has(draft.key);
      const at = nodes.push({ ...draft, level, position: i + 1, size: drafts.length, isOpen, parent }) - 1;
      if (isOpen) visit(below(), level + 1, at);
    }
  };
  visit(
    template.blocks.map((block) => {
      const nth = (counts.get(block.kind) ?? 0) + 1;
      counts.set(block.kind, nth);
      return { ...blockDraft(block, locale, numbers.get(block.id) ?? ""), nth };
    }),
    1,
    -1,
  );
  return nodes;
}

const nothing = (): readonly Draft[] => [];

function blockDraft(block: Block, locale: TextLocale, number: string): Draft {
  const place: Place = { kind: "block", block: block.id };
  const own = { key: placeKey(place), place, isSection: false, kind: block.kind, title: blockTitle(block, locale), number, nth: 0 };
  switch (block.kind) {
    case "table":
      return {
        ...own,
        hasChildren: true,
        below: () => [
          section(place, "columns", () => columnDrafts(block.id, block.columns, locale)),
          section(place, "rows", () => rowDrafts(block.id, block.rows, locale)),
        ],
      };
    case "fields":
      return { ...own, hasChildren: true, below: () => fieldDrafts(block.id, block.fields, locale) };
    case "list":
      return { ...own, hasChildren: true, below: () => fieldDrafts(block.id, block.columns, locale) };
    default:
      return { ...own, hasChildren: false, below: nothing };
  }
}

const section = (place: Place, kind: "columns" | "rows", below: () => readonly Draft[]): Draft => ({
  key: `${kind} of ${placeKey(place)}`,
  place,
  isSection: true,
  kind,
  title: "",
  nth: 0,
  number: "",
  hasChildren: true,
  below,
});

const columnDrafts = (block: string, columns: readonly Column[], locale: TextLocale): readonly Draft[] =>
  columns.map((column) => {
    const place: Place = { kind: "column", block, column: column.id };
    const isGroup = column.kind === "group";
    return {
      key: placeKey(place),
      place,
      isSection: false,
      kind: isGroup ? "columnGroup" : "column",
      title: fillText(column.label, {}, locale),
      nth: 0,
      number: "",
      hasChildren: isGroup,
      below: isGroup ? () => columnDrafts(block, column.columns, locale) : nothing,
    };
  });

const rowDrafts = (block: string, rows: readonly Row[], locale: TextLocale): readonly Draft[] =>
  rows.map((row) => {
    const place: Place = { kind: "row", block, row: row.id };
    const under = row.rows ?? [];
    return {
      key: placeKey(place),
      place,
      isSection: false,
      kind: row.kind === "label" ? "rowLabel" : under.length > 0 ? "rowGroup" : "row",
      title: fillText(row.label, {}, locale),
      nth: 0,
      number: row.number?.trim() ?? "",
      hasChildren: under.length > 0,
      below: under.length > 0 ? () => rowDrafts(block, under, locale) : nothing,
    };
  });

const fieldDrafts = (block: string, fields: readonly Field[], locale: TextLocale): readonly Draft[] =>
  fields.map((field) => {
    const place: Place = { kind: "field", block, field: field.id };
    return {
      key: placeKey(place),
      place,
      isSection: false,
      kind: "field",
      title: fillText(field.label, {}, locale),
      nth: 0,
      number: "",
      hasChildren: false,
      below: nothing,
    };
  });

/** The keys of the lines that must be open for a part to be shown. */
export function keysOver(template: Template, place: Place): readonly string[] {
  if (place.kind === "document" || place.kind === "block" || place.kind === "check") return [];
  const block: Place = { kind: "block", block: place.block };
  if (place.kind === "field") return [placeKey(block)];
  const table = template.blocks.find(({ id }) => id === place.block);
  if (table?.kind !== "table") return [];
  const kind = place.kind === "column" ? "columns" : "rows";
  const over =
    place.kind === "column"
      ? pathTo<Column>(table.columns, place.column, (column) => (column.kind === "group" ? column.columns : [])).map((column) =>
          placeKey({ kind: "column", block: place.block, column }),
        )
      : pathTo<Row>(table.rows, place.row, (row) => row.rows ?? []).map((row) => placeKey({ kind: "row", block: place.block, row }));
  return [placeKey(block), `${kind} of ${placeKey(block)}`, ...over];
}

function pathTo<T extends { readonly id: string }>(parts: readonly T[], id: string, below: (part: T) => readonly T[]): readonly string[] {
  for (const part of parts) {
    if (part.id === id) return [];
    const children = below(part);
    if (children.some((child) => child.id === id)) return [part.id];
    const path = pathTo(children, id, below);
    if (path.length > 0) return [part.id, ...path];
  }
  return [];
}
