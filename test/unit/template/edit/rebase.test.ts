import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column, Template } from "@/lib/template";
import { applyPatch, type Command, composePatches, inSchemaOrder, type Patch, partAt, rebase, run } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { anyDice, commandFrom, type Dice } from "./anyCommand";
import { anyTemplate, sample } from "./anyTemplate";

const form = sample("06-VPCP-KSTT");
const row = (id: string) => ({ kind: "row", block: "t1", row: id }) as const;
const column = (id: string) => ({ kind: "column", block: "t1", column: id }) as const;

function patches(start: Template, ...commands: readonly Command[]): readonly Patch[] {
  let template = start;
  return commands.map((command) => {
    const done = run(template, command);
    if (!done.ok) throw new Error(done.error.code);
    template = done.value.template;
    return done.value.patch;
  });
}

function merge(mine: readonly Patch[], theirs: readonly Patch[], base = form) {
  const merged = rebase(base, mine, theirs);
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return merged.value;
}

const label = (id: string, vi: string, en?: string): Command => ({
  do: "set",
  at: [row(id)],
  values: { label: { vi, ...(en ? { en } : {}) } },
});
const newRow = (id: string, vi: string, formula?: string): Command => ({
  do: "insert",
  into: { kind: "rows", block: "t1", under: "r10" },
  index: 5,
  parts: [{ kind: "indicator", id, label: { vi }, ...(formula ? { formula } : {}) }],
});

describe("my patches upon those of others", () => {
  test("go on where they are about other properties", () => {
    const merged = merge(
      patches(form, label("r11", "Mình")),
      patches(form, label("r12", "Họ"), { do: "set", at: [row("r11")], values: { unit: "hồ sơ" } }),
    );
    expect(merged.conflicts).toEqual([]);
    expect(partAt(merged.template, row("r11"))).toMatchObject({ label: { vi: "Mình" }, unit: "hồ sơ" });
    expect(partAt(merged.template, row("r12"))).toMatchObject({ label: { vi: "Họ" } });
  });

  test("are told with both values where both set one property; theirs stands", () => {
    const merged = merge(patches(form, label("r11", "H"), label("r11", "Hộ")), patches(form, label("r11", "Tịch")));
    expect(merged.conflicts).toMatchObject([{ step: 0, at: row("r11"), property: "label", mine: { vi: "Hộ" }, theirs: { vi: "Tịch" } }]);
    expect(merged.conflicts[0]?.changes).toHaveLength(2);
    expect(partAt(merged.template, row("r11"))).toMatchObject({ label: { vi: "Tịch" } });
    expect(merged.mine).toEqual([[], []]);
  });

  test("a text of which each wrote one language has both", () => {
    const merged = merge(patches(form, label("r11", "Hộ tịch", "Registers")), patches(form, label("r11", "Đăng ký", "Civil status")));
    expect(merged.conflicts).toEqual([]);
    expect(partAt(merged.template, row("r11"))).toMatchObject({ label: { vi: "Đăng ký", en: "Registers" } });
  });

  test("the same done by both is no conflict, nor is what I took back", () => {
    expect(merge(patches(form, label("r11", "A")), patches(form, label("r11", "A"))).conflicts).toEqual([]);
    const back = patches(form, label("r11", "A"), label("r11", "Hộ tịch", "Civil status"));
    expect(merge(back, patches(form, label("r11", "B"))).conflicts).toEqual([]);
  });

  test("a part that they removed and I changed is told, and the other way round", () => {
    const gone = merge(patches(form, label("r11", "A")), patches(form, { do: "remove", parts: [row("r11")] }));
    expect(gone.conflicts).toMatchObject([{ at: row("r11"), mine: { vi: "A" } }]);
    expect(gone.conflicts[0]).not.toHaveProperty("theirs");
    const kept = merge(patches(form, { do: "remove", parts: [row("r11")] }), patches(form, label("r11", "B")));
    expect(kept.conflicts).toMatchObject([{ at: row("r11"), theirs: { label: { vi: "B" } } }]);
    expect(partAt(kept.template, row("r11"))).toBeDefined();
  });

  test("a row or column that I removed and of whose cell they said something stays, and is told", () => {
    const at = [{ kind: "cell", block: "t1", row: "r11", column: "c4" }] as const;
    const theirs = patches(form, { do: "set", at, values: { lock: "x" } });
    for (const place of [row("r11"), column("c4")]) {
      const merged = merge(patches(form, { do: "remove", parts: [place] }), theirs);
      expect(merged.conflicts).toMatchObject([{ at: place }]);
      expect(partAt(merged.template, place)).toBeDefined();
      expect(partAt(merged.template, at[0])).toMatchObject({ lock: "x" });
    }
  });

  test("a part that I made another kind of, and of which they said what that kind cannot say, is told and stays whole", () => {
    const mine = patches(form, { do: "set", at: [column("c4")], values: { kind: "label" } });
    const merged = merge(mine, patches(form, { do: "set", at: [column("c4")], values: { decimals: 2 } }));
    expect(merged.conflicts).toMatchObject([{ at: column("c4"), changes: mine[0] }]);
    expect(partAt(merged.template, column("c4"))).toEqual({ ...partAt(form, column("c4")), decimals: 2 });
  });

  test("a part that both moved to other places stays where they put it", () => {
    const mine = patches(form, { do: "move", parts: [row("r11")], into: { kind: "rows", block: "t1", under: "r20" }, index: 0 });
    const theirs = patches(form, { do: "move", parts: [row("r11")], into: { kind: "rows", block: "t1", under: "r30" }, index: 0 });
    const merged = merge(mine, theirs);
    expect(merged.conflicts).toMatchObject([{ at: row("r11"), mine: { in: { under: "r20" } }, theirs: { in: { under: "r30" } } }]);
  });

  test("new rows of one id in both stay two rows, and my formulas follow mine", () => {
    const mine = patches(form, newRow("r100", "Của tôi"), newRow("r101", "Tổng", "r100 + r11"), label("r100", "Đã sửa"), {
      do: "set",
      at: [{ kind: "cell", block: "t1", row: "r100", column: "c4" }],
      values: { formula: "r100.c5 + t1.r100.c6" },
    });
    const theirs = patches(form, newRow("r100", "Của họ"));
    const merged = merge(mine, theirs);
    expect(merged.conflicts).toEqual([]);
    expect(partAt(merged.template, row("r100"))).toMatchObject({ label: { vi: "Của họ" } });
    expect(partAt(merged.template, row("r102"))).toMatchObject({ label: { vi: "Đã sửa" } });
    expect(partAt(merged.template, row("r101"))).toMatchObject({ formula: "r102 + r11" });
    expect(partAt(merged.template, { kind: "cell", block: "t1", row: "r102", column: "c4" })).toMatchObject({
      formula: "r102.c5 + t1.r102.c6",
    });
  });

  test("what would leave a list empty that must not be is told as a whole", () => {
    const small = patches(form, {
      do: "remove",
      parts: form.blocks.flatMap((block) => (block.kind === "table" ? block.rows.slice(2).map(({ id }) => row(id)) : [])),
    });
    const base = applyPatch(form, small.flat());
    if (!base.ok) throw new Error(base.error.code);
    const merged = merge(
      patches(base.value, { do: "remove", parts: [row("r10")] }),
      patches(base.value, { do: "remove", parts: [row("r20")] }),
      base.value,
    );
    expect(merged.conflicts).toMatchObject([{ at: row("r10") }]);
    expect(merged.mine).toEqual([[]]);
  });

  test("theirs that were not made on this template are refused", () => {
    expect(rebase(form, [], [[{ kind: "set", at: column("c4"), property: "formula", before: "c5", after: "c6" }]])).toMatchObject({
      ok: false,
      error: { code: "edit.conflict", at: "t1.c4" },
    });
  });
});

function play(start: Template, dice: readonly Dice[]): readonly Patch[] {
  let template = start;
  return dice.flatMap((die) => {
    const done = run(template, commandFrom(template, die));
    if (!done.ok || done.value.patch.length === 0) return [];
    template = done.value.template;
    return [done.value.patch];
  });
}

const games = fc.tuple(anyTemplate, fc.array(anyDice, { maxLength: 8 }), fc.array(anyDice, { maxLength: 8 }));

test("whatever both did, the result fits the schema, and my patches as they now are lead to it", () => {
  fc.assert(
    fc.property(games, ([base, a, b]) => {
      const [mine, theirs] = [play(base, a), play(base, b)];
      const merged = merge(mine, theirs, base);
      expect(parseTemplate(merged.template)).toEqual({ ok: true, value: merged.template });
      let template = applyPatch(base, theirs.flat());
      for (const patch of merged.mine) template = template.ok ? applyPatch(template.value, patch) : template;
      expect(template.ok && JSON.stringify(template.value)).toBe(JSON.stringify(merged.template));
    }),
    { numRuns: 150 },
  );
}, 30_000);

/** A value as a database keeps JSON: the keys of objects in an order of its own. */
function kept<T>(value: T): T {
  if (Array.isArray(value)) return value.map(kept) as T;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  return Object.fromEntries(entries.map(([name, own]) => [name, kept(own)] as const).toSorted(([a], [b]) => b.localeCompare(a))) as T;
}

test("the server, which keeps JSON and reads it by the schema, comes to the bytes that my window has", () => {
  fc.assert(
    fc.property(games, ([base, a, b]) => {
      const [mine, theirs] = [play(base, a), play(base, b)];
      const merged = merge(mine, theirs, base);
      let stored = kept(base);
      for (const patch of [...theirs, ...merged.mine]) {
        const applied = applyPatch(inSchemaOrder(stored), kept(patch));
        if (!applied.ok) throw new Error(JSON.stringify(applied.error));
        const parsed = parseTemplate(applied.value);
        if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
        stored = kept(parsed.value);
      }
      expect(JSON.stringify(inSchemaOrder(stored))).toBe(JSON.stringify(merged.template));
    }),
    { numRuns: 100 },
  );
}, 30_000);

/** Declared cells whose row or column is not there. */
const strayCells = (template: Template): readonly string[] =>
  template.blocks.flatMap((block) =>
    block.kind !== "table"
      ? []
      : (block.cells ?? []).flatMap((cell) => {
          const own = { block: block.id, row: cell.row, column: cell.column };
          const stands = partAt(template, { kind: "row", ...own }) && partAt(template, { kind: "column", ...own });
          return stands ? [] : [`${block.id}.${cell.row}.${cell.column}`];
        }),
  );

/** Only where a column of figures is can something be said of a cell: heads have none. */
function withoutCellsOfHeads(template: Template): Template {
  const isOfHead = (block: string, column: string) => (partAt(template, { kind: "column", block, column }) as Column)?.kind === "group";
  return inSchemaOrder({
    ...template,
    blocks: template.blocks.map((block) =>
      block.kind === "table" ? { ...block, cells: (block.cells ?? []).filter((cell) => !isOfHead(block.id, cell.column)) } : block,
    ),
  });
}

test("whatever both did, no cell is left behind without its row or column", () => {
  fc.assert(
    fc.property(games, ([start, a, b]) => {
      const base = withoutCellsOfHeads(start);
      const onCells = (dice: readonly Dice[], what: number) =>
        play(
          base,
          dice.map((die, i) => (i % 2 === 0 ? { ...die, what } : die)),
        );
      // 34: something of a cell; 80: a part is removed.
      const merged = merge(onCells(a, 80), onCells(b, 34), base);
      expect(strayCells(merged.template)).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 30_000);

test("every property that I set is in the result or named as a conflict", () => {
  fc.assert(
    fc.property(games, ([base, a, b]) => {
      const sets = a.map((die) => ({ ...die, what: die.what % 28 }));
      const mine = play(base, sets);
      const merged = merge(mine, play(base, b), base);
      const told = new Set(merged.conflicts.flatMap(({ changes }) => changes.map((change) => JSON.stringify(change))));
      const composed = composePatches(mine);
      for (const [index, change] of composed.entries()) {
        if (change.kind !== "set") continue;
        // A kind that was set in between keeps two changes of one property apart: the last of them counts.
        if (composed.slice(index + 1).some((later) => later.kind === "set" && isOfSame(later, change))) continue;
        // Numbers that a table counts follow from the rest.
        if (change.property === "number" || change.property === "kind") continue;
        const now = (partAt(merged.template, change.at) as Readonly<Record<string, unknown>> | undefined)?.[change.property];
        const isIn = JSON.stringify(now) === JSON.stringify(change.after);
        const isTold = mine
          .flat()
          .some(
            (own) =>
              own.kind === "set" &&
              own.property === change.property &&
              JSON.stringify(own.at) === JSON.stringify(change.at) &&
              told.has(JSON.stringify(own)),
          );
        expect(isIn || isTold || isWithPart(merged.conflicts, change.at), JSON.stringify(change)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
}, 30_000);

type SetChange = Extract<Patch[number], { kind: "set" }>;

const isOfSame = (a: SetChange, b: SetChange): boolean => a.property === b.property && JSON.stringify(a.at) === JSON.stringify(b.at);

const isWithPart = (conflicts: ReturnType<typeof merge>["conflicts"], at: object): boolean =>
  conflicts.some((conflict) => JSON.stringify(conflict.at) === JSON.stringify(at) || conflict.property === undefined);

test("where nothing conflicts it does not matter whose patches go first, for changes of properties", () => {
  fc.assert(
    fc.property(games, ([base, a, b]) => {
      const only = (dice: readonly Dice[]) =>
        play(
          base,
          dice.map((die) => ({ ...die, what: die.what % 24 })),
        );
      const [mine, theirs] = [only(a), only(b)];
      const [one, other] = [merge(mine, theirs, base), merge(theirs, mine, base)];
      if (one.conflicts.length === 0) expect(JSON.stringify(other.template)).toBe(JSON.stringify(one.template));
    }),
    { numRuns: 150 },
  );
}, 30_000);
