/** One step of a place, outermost first: the `table` t1, its `row` r03. `kind` is a key of `place.json`. */
export interface PlacePart {
  readonly kind: PlaceKind;
  /** Id or code as shown, or the number (from 1) of a part that has no id. */
  readonly id: string | number;
}

export type PlaceKind =
  | "table"
  | "row"
  | "column"
  | "item"
  | "list"
  | "block"
  | "field"
  | "narrative"
  | "entry"
  | "entries"
  | "check"
  | "cell"
  | "pointer";

const kindsByPointer: Readonly<Record<string, PlaceKind>> = {
  blocks: "block",
  rows: "row",
  columns: "column",
  fields: "field",
  cells: "cell",
  checks: "check",
};

/**
 * Reads the id path or JSON pointer of a problem (`lib/problem`) without the template. Ids follow the designer's
 * habit (t1, l1, r03, c5) as a rule; one that does not is called an item. A namer that knows the template does better.
 */
export function readPlace(at: string): readonly PlacePart[] {
  if (at === "") return [];
  if (at.startsWith("/")) return readPointer(at);
  const [first = "", second, third] = at.split(".");
  if (first === "f" && second !== undefined) return [{ kind: "field", id: second }];
  if (first === "n" && second !== undefined) return [{ kind: "narrative", id: second }];
  if (first === "e" && second !== undefined) {
    return [...readPlace(second), ...(third === undefined ? [] : [{ kind: "row", id: third } as const]), { kind: "entries", id: "" }];
  }
  const [block = "", entry] = first.split("@");
  if (second === undefined) return [{ kind: blockKind(block), id: block }];
  if (entry !== undefined) {
    return [
      { kind: "list", id: block },
      { kind: "entry", id: entry },
      { kind: "column", id: second },
    ];
  }
  if (third === undefined) {
    const kind = blockKind(block) === "list" ? "column" : partKind(second);
    return [{ kind: blockKind(block) === "block" ? "table" : blockKind(block), id: block }, ...withEntry(kind, second)];
  }
  return [{ kind: "table", id: block }, ...withEntry("row", second), ...withEntry("column", third)];
}

function withEntry(kind: PlaceKind, segment: string): readonly PlacePart[] {
  const [id = "", entry] = segment.split("@");
  return [{ kind, id }, ...(entry === undefined ? [] : [{ kind: "entry", id: entry } as const])];
}

function blockKind(id: string): PlaceKind {
  if (/^t\d/.test(id)) return "table";
  return /^l\d/.test(id) ? "list" : "block";
}

function partKind(id: string): PlaceKind {
  if (/^r\d/.test(id)) return "row";
  return /^c\d/.test(id) ? "column" : "item";
}

/** `/blocks/1/rows/2/label` as the 2nd block, the 3rd row; what has no word of ours stays a pointer. */
function readPointer(at: string): readonly PlacePart[] {
  const segments = at.slice(1).split("/");
  const parts: PlacePart[] = [];
  for (let i = 0; i < segments.length; i += 2) {
    const kind = kindsByPointer[segments[i] ?? ""];
    const index = segments[i + 1];
    if (kind === undefined || index === undefined || !/^\d{1,6}$/.test(index)) {
      return parts.length > 0 ? parts : [{ kind: "pointer", id: at }];
    }
    parts.push({ kind, id: Number(index) + 1 });
  }
  return parts;
}
