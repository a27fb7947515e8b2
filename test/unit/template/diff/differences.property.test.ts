import fc from "fast-check";
import { expect, test } from "vitest";
import type { Template } from "@/lib/template";
import { type Difference, describeDifference, differences } from "@/lib/template/diff";
import { type Place, run, type Siblings, type Value } from "@/lib/template/edit";
import { anyDice, commandFrom } from "@/test/unit/template/edit/anyCommand";
import { anyTemplate, samples } from "@/test/unit/template/edit/anyTemplate";

/** A template as facts: who stands in which list, in which order, and what each part says of itself. */
interface Facts {
  readonly lists: Map<string, string[]>;
  readonly said: Map<string, Record<string, Value>>;
}

type Loose = Record<string, Value | undefined>;

const listName = (list: Siblings): string =>
  list.kind === "blocks" ? "blocks" : `${list.kind} of ${list.block} ${"under" in list ? (list.under ?? "") : ""}`;

/** Fields are known by their ids in all groups, other parts within their block. */
function nameOf(place: Place, fieldsOfLists: ReadonlySet<string>): string {
  if (place.kind === "document") return "document";
  if (place.kind === "cell") return `cell ${place.block} ${place.row} ${place.column}`;
  if (place.kind === "field" && !fieldsOfLists.has(place.block)) return `field ${place.field}`;
  const id = Object.entries(place).find(([key]) => key === place.kind)?.[1];
  return place.kind === "block" ? `block ${id}` : `${place.kind} ${place.block} ${id}`;
}

const listIds = (...templates: readonly Template[]): ReadonlySet<string> =>
  new Set(templates.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "list").map(({ id }) => id)));

function note(facts: Facts, part: Loose, place: Place, lists: ReadonlySet<string>): void {
  const { rows, columns, fields, cells, checks, ...own } = part;
  const isCheck = place.kind === "check";
  const said: Loose = isCheck ? { ...part } : { ...own };
  facts.said.set(nameOf(place, lists), said as Record<string, Value>);
  if (place.kind === "document" || isCheck || place.kind === "cell") return;
  const { block } = place;
  const under = place.kind === "row" || place.kind === "column" ? String(part.id) : undefined;
  const inner = (list: Siblings, parts: Value | undefined, placeOf: (id: string) => Place): void => {
    if (!Array.isArray(parts)) return;
    facts.lists.set(
      listName(list),
      (parts as readonly Loose[]).map(({ id }) => String(id)),
    );
    for (const one of parts as readonly Loose[]) note(facts, one, placeOf(String(one.id)), lists);
  };
  const isList = part.kind === "list";
  inner({ kind: "rows", block, ...(under ? { under } : {}) }, rows, (row) => ({ kind: "row", block, row }));
  if (!isList) inner({ kind: "columns", block, ...(under ? { under } : {}) }, columns, (column) => ({ kind: "column", block, column }));
  inner({ kind: "fields", block }, isList ? columns : fields, (field) => ({ kind: "field", block, field }));
  inner({ kind: "checks", block }, checks, (check) => ({ kind: "check", block, check }));
  if (!Array.isArray(cells)) return;
  for (const cell of cells as readonly Loose[]) {
    const { row, column, ...rest } = cell;
    facts.said.set(nameOf({ kind: "cell", block, row: String(row), column: String(column) }, lists), rest as Record<string, Value>);
  }
}

function factsOf(template: Template, lists: ReadonlySet<string>): Facts {
  const facts: Facts = { lists: new Map(), said: new Map() };
  const { blocks, ...own } = template;
  facts.said.set("document", own as unknown as Record<string, Value>);
  facts.lists.set(
    "blocks",
    blocks.map(({ id }) => id),
  );
  for (const block of blocks) note(facts, block as unknown as Loose, { kind: "block", block: block.id }, lists);
  return facts;
}

/** The facts of the later template, from those of the earlier one and what is told of their differences. */
function follow(facts: Facts, told: readonly Difference[], lists: ReadonlySet<string>): Facts {
  const put: { list: string; index: number; id: string }[] = [];
  const idOf = (place: Place): string => String(Object.entries(place).find(([key]) => key === place.kind)?.[1]);
  const leave = (list: string, id: string): void => {
    facts.lists.set(
      list,
      (facts.lists.get(list) ?? []).filter((own) => own !== id),
    );
  };
  for (const difference of told) {
    if (difference.kind === "moved") {
      leave(listName(difference.from.in), idOf(difference.place));
      put.push({ list: listName(difference.to.in), index: difference.to.index, id: idOf(difference.place) });
    }
    if (difference.kind === "removed") {
      const gone: Facts = { lists: new Map(), said: new Map() };
      note(gone, difference.part as Loose, difference.place, lists);
      for (const name of gone.said.keys()) facts.said.delete(name);
      for (const name of gone.lists.keys()) facts.lists.delete(name);
      leave(listName(difference.spot.in), idOf(difference.place));
    }
  }
  for (const difference of told) {
    if (difference.kind === "added") {
      note(facts, difference.part as Loose, difference.place, lists);
      put.push({ list: listName(difference.spot.in), index: difference.spot.index, id: idOf(difference.place) });
    }
    if (difference.kind !== "set") continue;
    const name = nameOf(difference.place, lists);
    const said = { ...facts.said.get(name) };
    if (difference.after === undefined) delete said[difference.property];
    else said[difference.property] = difference.after;
    if (difference.place.kind === "cell" && Object.keys(said).length === 0) facts.said.delete(name);
    else facts.said.set(name, said);
  }
  for (const { list, index, id } of put.toSorted((a, b) => a.index - b.index)) {
    facts.lists.set(list, (facts.lists.get(list) ?? []).toSpliced(index, 0, id));
  }
  return facts;
}

/**
 * Facts in an order of their own. What was said of cells of rows that no longer are is no fact, nor are numbers of rows
 * where a table counts or counted them: they follow.
 */
function plain(facts: Facts, is: Facts, ...templates: readonly Template[]): unknown {
  const counted = templates.flatMap(({ blocks }) => blocks.flatMap((block) => ("rowNumbering" in block ? [`row ${block.id} `] : [])));
  const said = [...facts.said].filter(([name]) => is.said.has(name) || !name.startsWith("cell "));
  return {
    said: Object.fromEntries(
      said.map(([name, { number, ...own }]) => [
        name,
        number === undefined || (number !== "" && counted.some((table) => name.startsWith(table))) ? own : { ...own, number },
      ]),
    ),
    lists: Object.fromEntries([...facts.lists].filter(([, ids]) => ids.length > 0)),
  };
}

const pairs = fc.tuple(fc.oneof(anyTemplate, fc.constantFrom(...samples)), fc.array(anyDice, { maxLength: 20 })).map(([start, dice]) => {
  let end = start;
  for (const die of dice) {
    const done = run(end, commandFrom(end, die));
    if (done.ok) end = done.value.template;
  }
  return [start, end] as const;
});

test("whoever follows the differences comes to the later template", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const lists = listIds(before, after);
      const is = factsOf(after, lists);
      const followed = follow(factsOf(before, lists), differences(before, after), lists);
      expect(plain(followed, is, before, after)).toEqual(plain(is, is, before, after));
    }),
    { numRuns: 150 },
  );
}, 30_000);

test("there is no difference between equal templates, and one between unequal", () => {
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      expect(differences(after, after)).toEqual([]);
      expect(differences(before, after).length === 0).toBe(JSON.stringify(before) === JSON.stringify(after));
    }),
    { numRuns: 150 },
  );
}, 30_000);

test("every difference has words in both languages, without a gap", () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom("vi", "en"), ([before, after], locale) => {
      for (const difference of differences(before, after)) {
        const { code, params } = describeDifference(difference, { before, after, locale }, (formula) => formula);
        expect(code).toMatch(/^difference\.\w+$/);
        expect(Object.values(params).filter((value) => String(value).includes("difference."))).toEqual([]);
      }
    }),
    { numRuns: 80 },
  );
}, 30_000);
