import fc from "fast-check";
import type { Field, Row, Template } from "@/lib/template";
import { type Command, freshId, type Part, type Place, type Siblings, siblingsAt, type Value } from "@/lib/template/edit";

/** Dice for one command: which parts it is about depends on the template that it meets. */
export interface Dice {
  readonly what: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly words: string;
}

export const anyDice: fc.Arbitrary<Dice> = fc.record({
  what: fc.nat(99),
  a: fc.nat(9999),
  b: fc.nat(9999),
  c: fc.nat(9999),
  words: fc.constantFrom("a", "ab", "Lúa", "Cây ăn trái", "Ngô", "Sắn"),
});

const pick = <T>(items: readonly T[], die: number): T | undefined => items[die % Math.max(1, items.length)];

/** Every part of a template by its place. */
export function placesIn(template: Template): readonly Place[] {
  const places: Place[] = [];
  for (const list of listsIn(template)) for (const part of siblingsAt(template, list) ?? []) places.push(placeOf(list, part.id));
  return places;
}

/** Every list of a template that parts stand in. */
export function listsIn(template: Template): readonly Siblings[] {
  const lists: Siblings[] = [{ kind: "blocks" }];
  const visit = (list: Extract<Siblings, { kind: "rows" | "columns" }>): void => {
    lists.push(list);
    for (const part of siblingsAt(template, list) ?? []) {
      const under = { ...list, under: part.id };
      if (siblingsAt(template, under)) visit(under);
    }
  };
  for (const block of template.blocks) {
    if (block.kind === "fields" || block.kind === "list") lists.push({ kind: "fields", block: block.id });
    if (block.kind !== "table") continue;
    visit({ kind: "columns", block: block.id });
    visit({ kind: "rows", block: block.id });
    lists.push({ kind: "checks", block: block.id });
  }
  return lists;
}

export function placeOf(list: Siblings, id: string): Place {
  switch (list.kind) {
    case "blocks":
      return { kind: "block", block: id };
    case "columns":
      return { kind: "column", block: list.block, column: id };
    case "rows":
      return { kind: "row", block: list.block, row: id };
    case "fields":
      return { kind: "field", block: list.block, field: id };
    case "checks":
      return { kind: "check", block: list.block, check: id };
  }
}

function newPart(template: Template, list: Siblings, { b, words }: Dice): Part {
  const label = { vi: words };
  switch (list.kind) {
    case "blocks":
      return pick<Part>(
        [
          { kind: "heading", id: freshId(template, list, "h"), text: label, level: 1 },
          {
            kind: "table",
            id: freshId(template, list, "t"),
            rowNumbering: ["roman", "arabic"],
            columns: [
              { kind: "label", id: "c1", label },
              { kind: "value", id: "c2", label },
            ],
            rows: [{ kind: "indicator", id: "r1", label, rows: [{ kind: "indicator", id: "r2", label }] }],
          },
        ],
        b,
      ) as Part;
    case "columns":
      return { kind: "value", id: freshId(template, list, "c"), label, formula: "c1 + 1" };
    case "rows":
      return pick<Row>(
        [
          { kind: "indicator", id: freshId(template, list, "r"), label },
          { kind: "label", id: freshId(template, list, "r"), label, breakdown: "all" },
          { kind: "total", id: freshId(template, list, "r"), number: "", label, formula: "sum(children)" },
        ],
        b,
      ) as Row;
    case "fields":
      return { id: freshId(template, list, "f"), label, type: "text" } satisfies Field;
    case "checks":
      return { id: freshId(template, list, "k"), formula: "c1 > 0", severity: "warning", message: label };
  }
}

/** A command that makes sense at first sight; it may still be refused. */
export function commandFrom(template: Template, dice: Dice): Command {
  const { what, a, b, c, words } = dice;
  const places = placesIn(template);
  const lists = listsIn(template);
  const place = pick(places, a) ?? { kind: "document" };
  const list = pick(lists, b) ?? { kind: "blocks" };
  const size = siblingsAt(template, list)?.length ?? 0;
  if (what < 18) {
    const property = place.kind === "block" ? "title" : place.kind === "check" ? "message" : "label";
    return { do: "set", at: [place], values: { [property]: { vi: words } } };
  }
  if (what < 24)
    return {
      do: "set",
      at: [place],
      values:
        pick<Readonly<Record<string, Value>>>([{ unit: words }, { decimals: c % 9 }, { formula: "c1 + r1" }, { number: "" }], c) ?? {},
      clear: ["note"],
    };
  if (what < 28)
    return {
      do: "set",
      at: [place],
      values: { kind: pick(["label", "indicator", "total", "value", "group", "unit", "text"], c) ?? "label" },
    };
  if (what < 32) {
    const table = pick(
      template.blocks.filter((block) => block.kind === "table"),
      a,
    );
    const at: Place = { kind: "block", block: table?.id ?? "t1" };
    return c % 3 === 0
      ? { do: "set", at: [at], values: {}, clear: ["rowNumbering"] }
      : { do: "set", at: [at], values: { rowNumbering: c % 3 === 1 ? ["letter", "decimal"] : ["roman"] } };
  }
  if (what < 42) {
    const rows = places.filter((one) => one.kind === "row");
    const row = pick(rows, a);
    const column = pick(
      places.filter((one) => one.kind === "column" && one.block === row?.block),
      b,
    );
    if (row?.kind === "row" && column?.kind === "column") {
      const at: Place = { kind: "cell", block: row.block, row: row.row, column: column.column };
      return c % 2 === 0
        ? { do: "set", at: [at], values: { lock: "blank" } }
        : { do: "set", at: [at], values: {}, clear: ["lock", "formula"] };
    }
  }
  if (what < 56) return { do: "insert", into: list, index: c % (size + 1), parts: [newPart(template, list, dice)] };
  if (what < 76) {
    const alike = places.filter(
      (one) => one.kind === place.kind && "block" in one && "block" in place && (one.kind === "block" || one.block === place.block),
    );
    const parts = [place, ...(c % 3 === 0 ? [pick(alike, b) ?? place] : [])];
    const fitting = lists.filter(
      (one) =>
        one.kind === listKindOf(place) &&
        (one.kind === "blocks" || one.kind === "fields" || ("block" in place && one.block === place.block)),
    );
    const into = pick(fitting, b) ?? list;
    return { do: "move", parts, into, index: c % ((siblingsAt(template, into)?.length ?? 0) + 1) };
  }
  if (what < 86) return { do: "remove", parts: [place, ...(c % 4 === 0 ? [pick(places, b) ?? place] : [])] };
  if (what < 92) {
    const columns = pick(
      lists.filter((one) => one.kind === "columns"),
      b,
    );
    const ids = (columns && siblingsAt(template, columns))?.map(({ id }) => id) ?? [];
    const from = c % Math.max(1, ids.length);
    if (columns?.kind === "columns") {
      return {
        do: "groupColumns",
        block: columns.block,
        columns: ids.slice(from, from + 2),
        id: freshId(template, columns, "g"),
        label: words,
      };
    }
  }
  if (what < 96) {
    const head = pick(
      places.filter((one) => one.kind === "column"),
      a,
    );
    if (head?.kind === "column") return { do: "ungroupColumns", block: head.block, column: head.column };
  }
  return {
    do: "together",
    commands: [
      { do: "insert", into: { kind: "blocks" }, index: 0, parts: [newPart(template, { kind: "blocks" }, dice)] },
      { do: "set", at: [{ kind: "document" }], values: { subtitle: { vi: words } } },
    ],
  };
}

function listKindOf(place: Place): Siblings["kind"] | undefined {
  switch (place.kind) {
    case "document":
    case "cell":
      return undefined;
    case "block":
      return "blocks";
    case "column":
      return "columns";
    case "row":
      return "rows";
    case "field":
      return "fields";
    case "check":
      return "checks";
  }
}
