import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Template } from "@/lib/template";
import {
  type Command,
  canPlace,
  mostLevels,
  type Nudge,
  nudge,
  type Part,
  type Place,
  run,
  type Siblings,
  siblingsAt,
  spotOf,
} from "@/lib/template/edit";
import { anyDice, listsIn, placesIn } from "./anyCommand";
import { anyTemplate, sample } from "./anyTemplate";

const form = sample("06-VPCP-KSTT");
const investors = sample("A-III-1");
const row = (id: string): Place => ({ kind: "row", block: "t1", row: id });
const column = (id: string): Place => ({ kind: "column", block: "t1", column: id });
const rows = (under?: string): Siblings => ({ kind: "rows", block: "t1", ...(under ? { under } : {}) });
const columns = (under?: string): Siblings => ({ kind: "columns", block: "t1", ...(under ? { under } : {}) });

function go(template: Template, ...commands: readonly Command[]): Template {
  return commands.reduce((now, command) => {
    const done = run(now, command);
    if (!done.ok) throw new Error(done.error.code);
    return done.value.template;
  }, template);
}

const why = (template: Template, places: readonly Place[], into: Siblings, index = 0): string => {
  const allowed = canPlace(template, { places }, into, index);
  return allowed.ok ? "" : allowed.error.code;
};

const whyNew = (template: Template, parts: readonly Part[], into: Siblings): string => {
  const allowed = canPlace(template, { parts }, into, 0);
  return allowed.ok ? "" : allowed.error.code;
};

const repeated = go(form, { do: "set", at: [column("g3")], values: { repeat: { by: "units" } } });

/** A row with others under each other, so many levels in all. */
const deep = (levels: number, id = 200): Part => ({
  kind: "group",
  id: `r${id}`,
  label: { vi: "Sâu" },
  ...(levels > 1 ? { rows: [deep(levels - 1, id + 1) as never] } : {}),
});

describe("what can be put where", () => {
  test.each<[string, Template, readonly Place[], Siblings, string]>([
    ["a row under another", form, [row("r11")], rows("r20"), ""],
    ["a column into a head", form, [column("c6")], columns("g3"), ""],
    ["a part not into itself", form, [row("r10")], rows("r10"), "edit.intoItself"],
    ["a head not into one within it", form, [column("g1")], columns("g2"), "edit.intoItself"],
    ["a row not among columns", form, [row("r11")], columns(), "edit.wrongList"],
    ["a column not under a column", form, [column("c6")], columns("c4"), "edit.noList"],
    ["a table not into a group of fields", investors, [{ kind: "block", block: "t1" }], { kind: "fields", block: "fs1" }, "edit.wrongList"],
    ["what is not there nowhere", form, [row("r999")], rows(), "edit.gone"],
    ["a label column not into a repeated head", repeated, [column("c2")], columns("g3"), "edit.fixedColumnRepeated"],
    ["a field not into a list of another kind", investors, [{ kind: "field", block: "fs1", field: "A001" }], rows(), "edit.wrongList"],
  ])("%s", (_name, template, places, into, code) => {
    expect(why(template, places, into)).toBe(code);
  });

  test("nothing repeated goes into what is repeated, by rows or across", () => {
    const part: Part = {
      kind: "group",
      id: "g8",
      label: { vi: "" },
      columns: [{ kind: "value", id: "c80", label: { vi: "" } }],
      repeat: { by: "units" },
    };
    expect(whyNew(repeated, [part], columns("g3"))).toBe("edit.repeatNested");
    expect(whyNew(repeated, [part], columns())).toBe("");
    const entries: Part = { kind: "group", id: "r200", label: { vi: "" }, repeat: { by: "entries", prompt: { vi: "Tên" } } };
    expect(whyNew(repeated, [entries], rows())).toBe("edit.repeatNested");
    expect(whyNew(form, [entries], rows())).toBe("");
    expect(why(investors, [row("r76")], rows("r11"))).toBe("edit.repeatNested");
  });

  test("as many levels as can be published, and no more", () => {
    expect(whyNew(form, [deep(mostLevels.rows)], rows())).toBe("");
    expect(whyNew(form, [deep(mostLevels.rows)], rows("r10"))).toBe("edit.rowsTooDeep");
    expect(whyNew(form, [deep(mostLevels.rows - 1)], rows("r10"))).toBe("");
  });

  test("the last field of a group does not leave it", () => {
    const fields: Part = { kind: "fields", id: "fs2", fields: [{ id: "moi", label: { vi: "" }, type: "text" }] };
    const two = go(investors, { do: "insert", into: { kind: "blocks" }, index: 0, parts: [fields] });
    expect(why(two, [{ kind: "field", block: "fs2", field: "moi" }], { kind: "fields", block: "fs1" })).toBe("edit.lastField");
  });

  test("nothing goes where there is no place", () => {
    expect(why(form, [row("r11")], rows(), 99)).toBe("edit.noIndex");
    expect(why(form, [row("r11")], rows(), -1)).toBe("edit.noIndex");
  });
});

test("what can be placed is carried out, and what cannot is refused for the same reason", () => {
  fc.assert(
    fc.property(anyTemplate, anyDice, (template, { a, b, c }) => {
      const place = placesIn(template)[a % placesIn(template).length];
      const list = listsIn(template)[b % listsIn(template).length];
      if (place === undefined || list === undefined) return;
      const index = c % ((siblingsAt(template, list)?.length ?? 0) + 1);
      const allowed = canPlace(template, { places: [place] }, list, index);
      const done = run(template, { do: "move", parts: [place], into: list, index });
      expect(done.ok ? "" : done.error.code).toBe(allowed.ok ? "" : allowed.error.code);
    }),
    { numRuns: 200 },
  );
}, 30_000);

describe("a step by keyboard", () => {
  const step = (places: readonly Place[], by: Nudge, template = form): string => {
    const found = nudge(template, places, by);
    if (!found.ok) return found.error.code;
    const [first] = places;
    const spot = first && spotOf(go(template, found.value), first);
    return spot ? `${"under" in spot.in ? (spot.in.under ?? "") : ""}/${spot.index}` : "";
  };

  test.each<[string, readonly Place[], Nudge, string]>([
    ["passes the sibling above", [row("r12")], "up", "r10/0"],
    ["passes the sibling below, two at once", [row("r11"), row("r12")], "down", "r10/1"],
    ["goes under the row above, as its last", [row("r20")], "in", "r10/5"],
    ["goes out to stand right after the row over it", [row("r12")], "out", "/1"],
    ["goes right past a column", [column("c3")], "down", "g1/1"],
    ["goes into the head beside it", [column("c6")], "in", "g2/2"],
    ["goes into the head after it where none is before", [column("c3")], "in", "g2/0"],
    ["goes out of a head", [column("c4")], "out", "g1/2"],
    ["moves blocks", [{ kind: "block", block: "sg1" }], "up", "/0"],
    ["does not pass the first", [row("r11")], "up", "edit.alreadyFirst"],
    ["does not pass the last", [row("r15")], "down", "edit.alreadyLast"],
    ["does not leave the outermost level", [row("r10")], "out", "edit.alreadyOutermost"],
    ["has nothing to go into", [row("r11")], "in", "edit.nothingToGoInto"],
    ["does not take blocks into each other", [{ kind: "block", block: "sg1" }], "in", "edit.nothingToGoInto"],
    ["does not take parts that stand apart", [row("r11"), row("r13")], "down", "edit.notTogether"],
    ["needs something chosen", [], "up", "edit.nothingToMove"],
  ])("%s", (_name, places, by, expected) => {
    expect(step(places, by)).toBe(expected);
  });

  test("there and back again", () => {
    for (const [there, back] of [
      ["up", "down"],
      ["down", "up"],
    ] as const) {
      const first = nudge(form, [row("r13")], there);
      const moved = first.ok ? go(form, first.value) : form;
      const second = nudge(moved, [row("r13")], back);
      expect(JSON.stringify(second.ok ? go(moved, second.value) : moved)).toBe(JSON.stringify(form));
    }
  });
});
