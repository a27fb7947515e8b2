import { letterOf, type Row, romanOf, type Table } from "@/lib/template";

export type RowNumbering = NonNullable<Table["rowNumbering"]>;

/**
 * Rows with the printed numbers (STT) of their styles, one for each depth. A row whose number is "" stays without one
 * and is not counted; so do rows of words alone ("Trong đó", "Chia ra"), which make no depth of their own: what stands
 * under them is numbered as if it stood beside them, from the first. Deeper than the styles reach there are no numbers.
 * Rows that have their number already stay the same objects; without styles all do.
 */
export function numberRows(rows: Row[], styles: RowNumbering | undefined): Row[] {
  return styles === undefined ? rows : numbered(rows, styles, 0, "");
}

function numbered(rows: Row[], styles: RowNumbering, depth: number, over: string): Row[] {
  let count = 0;
  let isChanged = false;
  const next = rows.map((row) => {
    const isCounted = row.kind !== "label" && row.number !== "";
    if (isCounted) count += 1;
    const number = row.number === "" ? "" : isCounted ? numberText(styles[depth], count, over) : undefined;
    const inner =
      row.rows && (row.kind === "label" ? numbered(row.rows, styles, depth, over) : numbered(row.rows, styles, depth + 1, number ?? ""));
    const own = number === row.number && inner === row.rows ? row : withNumber(row, number, inner);
    if (own !== row) isChanged = true;
    return own;
  });
  return isChanged ? next : rows;
}

/** `decimal` goes on from the number of the row above: 1.1 under 1, I.1 under I; dashes are not gone on from. */
function numberText(style: RowNumbering[number] | undefined, count: number, over: string): string | undefined {
  switch (style) {
    case undefined:
      return undefined;
    case "roman":
      return romanOf(count);
    case "arabic":
      return String(count);
    case "decimal":
      return over === "" || over === "-" || over === "+" ? String(count) : `${over}.${count}`;
    case "letter":
      return letterOf(count);
    case "dash":
      return "-";
    case "plus":
      return "+";
  }
}

/** The row with another number and other rows under it, its keys in the order of the schema. */
function withNumber(row: Row, number: string | undefined, rows: Row[] | undefined): Row {
  const next: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    // In both kinds of rows the number stands right before the label.
    if (key === "label" && number !== undefined) next.number = number;
    if (key !== "number") next[key] = key === "rows" ? rows : value;
  }
  return next as unknown as Row;
}
