import type { LeafColumn } from "@/lib/template";
import type { Command } from "@/lib/template/edit";

/** How a table is looked at: as it prints on its paper, or in narrow lines that show more of it at once. */
export type Look = "print" | "compact";

/** Leaf columns as they stand on the screen, in whole pixels. */
export interface ColumnLayout {
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  /** The leading columns of words stay in view while the others scroll. */
  readonly frozen: number;
  readonly frozenWidth: number;
  readonly width: number;
  /** CSS grid-template-columns of head and rows, the gutter first. */
  readonly template: string;
}

/** Room for the codes beside the rows. */
export const gutter = 34;

/** Shares of the width where the designer gave none, as they print. */
const usualShares = { number: 5, label: 28, unit: 9, value: 10 } as const;

const least: Readonly<Record<Look, Readonly<Record<LeafColumn["column"]["kind"], number>>>> = {
  print: { number: 36, label: 120, unit: 48, value: 56 },
  compact: { number: 40, label: 180, unit: 56, value: 74 },
};

/** What each column has of the width, in the measure of those that were given. */
export function sharesOf(leaves: readonly LeafColumn[]): readonly number[] {
  const given = leaves.flatMap(({ column }) => column.width ?? []);
  const usual = leaves.reduce((sum, { column }) => (column.width === undefined ? sum : sum + usualShares[column.kind]), 0);
  const measure = given.length === 0 ? 1 : given.reduce((sum, share) => sum + share, 0) / usual;
  return leaves.map(({ column }) => column.width ?? usualShares[column.kind] * measure);
}

/**
 * Lays columns out in a width by their shares; one that would be too narrow to be worked at keeps the least, and the
 * others share what remains. Where not even the least fit, the table is wider than its room and scrolls.
 */
export function layoutColumns(leaves: readonly LeafColumn[], room: number, look: Look): ColumnLayout {
  const shares = sharesOf(leaves);
  const widths = fitted(
    shares,
    leaves.map(({ column }) => least[look][column.kind]),
    Math.max(0, room - gutter),
  );
  const firstValue = leaves.findIndex(({ column }) => column.kind === "value");
  // Heads must not be cut by the edge of what is frozen.
  const top = leaves.findIndex(({ groups }) => groups.length > 0);
  const frozen = Math.min(firstValue === -1 ? leaves.length : firstValue, top === -1 ? leaves.length : top);
  let left = gutter;
  const lefts = widths.map((width) => {
    const at = left;
    left += width;
    return at;
  });
  return {
    widths,
    lefts,
    frozen,
    frozenWidth: lefts[frozen] ?? left,
    width: left,
    template: `${gutter}px ${widths.map((width) => `${width}px`).join(" ")}`,
  };
}

function fitted(shares: readonly number[], leasts: readonly number[], room: number): readonly number[] {
  const held = new Set<number>();
  for (;;) {
    const taken = [...held].reduce((sum, at) => sum + (leasts[at] ?? 0), 0);
    const free = shares.reduce((sum, share, at) => (held.has(at) ? sum : sum + share), 0);
    const per = free === 0 ? 0 : Math.max(0, room - taken) / free;
    const narrow = shares.flatMap((share, at) => (!held.has(at) && share * per < (leasts[at] ?? 0) ? [at] : []));
    if (narrow.length === 0) {
      return shares.map((share, at) => (held.has(at) ? (leasts[at] ?? 0) : Math.floor(share * per)));
    }
    for (const at of narrow) held.add(at);
  }
}

/**
 * The share that gives a column a width, while the others keep theirs. Bounded as the schema bounds it.
 * @param room width of all leaf columns together
 */
export function shareForWidth(leaves: readonly LeafColumn[], at: number, width: number, room: number): number {
  const shares = sharesOf(leaves);
  const others = shares.reduce((sum, share, index) => (index === at ? sum : sum + share), 0);
  const part = Math.min(0.9, Math.max(0.01, width / Math.max(1, room)));
  return rounded((others * part) / (1 - part));
}

/**
 * Gives columns other shares. Columns that had none of their own get what they have now, since theirs would follow those
 * that are given.
 */
export function widthCommand(block: string, leaves: readonly LeafColumn[], changes: ReadonlyMap<number, number>): Command {
  const shares = sharesOf(leaves);
  const commands = leaves.flatMap(({ column }, at): readonly Command[] => {
    const width = changes.get(at) ?? (column.width === undefined ? rounded(shares[at] ?? 1) : undefined);
    return width === undefined ? [] : [{ do: "set", at: [{ kind: "column", block, column: column.id }], values: { width } }];
  });
  return { do: "together", commands };
}

/** A share as the schema bounds it, to a tenth. */
const rounded = (share: number): number => Math.min(1000, Math.max(0.1, Math.round(share * 10) / 10));

/** The columns that are drawn: those in the window and some beside it. */
export function columnsInView(
  layout: ColumnLayout,
  scroll: number,
  room: number,
  extra: number,
): { readonly from: number; readonly to: number } {
  const from = layout.lefts.findIndex((left, at) => left + (layout.widths[at] ?? 0) > scroll + layout.frozenWidth - extra);
  const after = layout.lefts.findIndex((left) => left > scroll + room + extra);
  return {
    from: Math.max(layout.frozen, from === -1 ? layout.lefts.length : from),
    to: after === -1 ? layout.lefts.length - 1 : after - 1,
  };
}
