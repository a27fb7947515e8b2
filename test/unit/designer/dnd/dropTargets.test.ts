import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { childrenOf } from "@/components/designer/dnd/childrenOf";
import { dropTargets, staysPut, targetAt } from "@/components/designer/dnd/dropTargets";
import { placeCommand } from "@/components/designer/dnd/placeCommand";
import { sameSiblings } from "@/components/designer/dnd/sameSiblings";
import type { Dragged } from "@/components/designer/dnd/types";
import { type Place, run, type Siblings, spotOf } from "@/lib/template/edit";
import { smallTemplate } from "./smallTemplate";

const parts = (...places: readonly Place[]): Dragged => ({ kind: "parts", label: "", places });
const row = (id: string): Place => ({ kind: "row", block: "t2", row: id });
const rowsOf = (under?: string): Siblings => (under === undefined ? { kind: "rows", block: "t2" } : { kind: "rows", block: "t2", under });
const short = ({ into, index }: { readonly into: Siblings; readonly index: number }): string =>
  `${"block" in into ? into.block : ""}${"under" in into && into.under ? `.${into.under}` : ""}:${index}`;

describe("the places that the keyboard walks through", () => {
  it("go through rows in document order, into and out of groups", () => {
    const inSecond = dropTargets(smallTemplate, parts(row("r4"))).filter(({ into }) => "block" in into && into.block === "t2");
    expect(inSecond.map(short)).toEqual(["t2:0", "t2.r1:0", "t2.r2:0", "t2.r1:1", "t2.r3:0", "t2.r1:2", "t2:1"]);
  });

  it("tell how deep each place lies", () => {
    const depths = dropTargets(smallTemplate, parts(row("r4"))).filter(({ into }) => "block" in into && into.block === "t2");
    expect(depths.map(({ depth }) => depth)).toEqual([0, 1, 2, 1, 2, 1, 0]);
  });

  it("leave out what is moved and all under it, and keep one place where it stands", () => {
    const targets = dropTargets(smallTemplate, parts(row("r1"))).filter(({ into }) => "block" in into && into.block === "t2");
    expect(targets.map(short)).toEqual(["t2:0", "t2.r4:0", "t2:2"]);
    expect(targets.filter((target) => staysPut(smallTemplate, parts(row("r1")), target)).map(short)).toEqual(["t2:0"]);
  });

  it("are those of blocks for a new block", () => {
    const fresh: Dragged = { kind: "new", of: "blocks", label: "", make: () => [{ kind: "pageBreak", id: "pb1" }] };
    expect(dropTargets(smallTemplate, fresh).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("offer groups of inputs to an input, and heads to a column", () => {
    expect(dropTargets(smallTemplate, parts({ kind: "field", block: "fs1", field: "f1" })).map(short)).toEqual(["fs1:0", "fs1:2"]);
    const columns = dropTargets(smallTemplate, parts({ kind: "column", block: "t2", column: "c4" }));
    expect(columns.filter(({ into }) => "block" in into && into.block === "t2").map(short)).toEqual([
      "t2:0",
      "t2:1",
      "t2.g1:0",
      "t2.g1:1",
      "t2.g1:2",
      "t2:2",
    ]);
  });

  it("start where the part stands", () => {
    const here = targetAt(smallTemplate, parts(row("r3")));
    expect(here && short(here)).toBe("t2.r1:1");
  });

  it("are none for what stands in no list", () => {
    expect(dropTargets(smallTemplate, parts({ kind: "document" }))).toEqual([]);
  });
});

describe("a drop", () => {
  it("changes nothing between a part's own neighbours", () => {
    const dragged = parts(row("r2"), row("r3"));
    for (const index of [0, 1, 2]) {
      const judged = placeCommand(smallTemplate, dragged, { into: rowsOf("r1"), index });
      expect(judged).toEqual({ ok: true, value: { command: undefined, places: dragged.kind === "parts" ? dragged.places : [] } });
    }
    expect(staysPut(smallTemplate, dragged, { into: rowsOf(), index: 0 })).toBe(false);
  });

  it("is refused with the reason within what is moved", () => {
    const judged = placeCommand(smallTemplate, parts(row("r1")), { into: rowsOf("r2"), index: 0 });
    expect(judged.ok ? undefined : judged.error.code).toBe("edit.intoItself");
  });

  it("is refused in another table", () => {
    const judged = placeCommand(smallTemplate, parts(row("r2")), { into: { kind: "rows", block: "t1" }, index: 0 });
    expect(judged.ok ? undefined : judged.error.code).toBe("edit.otherTable");
  });

  it("makes new parts with ids that are free at that moment, and tells where they are", () => {
    const dragged: Dragged = {
      kind: "new",
      of: "rows",
      label: "",
      make: (template, into) => [{ kind: "indicator", id: `r${childrenOf(template, into).length + 7}`, label: { vi: "Lâm nghiệp" } }],
    };
    const judged = placeCommand(smallTemplate, dragged, { into: rowsOf(), index: 2 });
    expect(judged.ok && judged.value.places).toEqual([{ kind: "row", block: "t2", row: "r9" }]);
  });

  it("puts the part where the walk said, wherever the template allows it", () => {
    const anyPlace = fc.constantFrom<Place>(
      row("r1"),
      row("r2"),
      row("r3"),
      row("r4"),
      { kind: "column", block: "t2", column: "c2" },
      { kind: "column", block: "t2", column: "c4" },
      { kind: "block", block: "h1" },
      { kind: "block", block: "sg1" },
      { kind: "field", block: "fs1", field: "f2" },
    );
    fc.assert(
      fc.property(anyPlace, fc.nat(40), (place, die) => {
        const dragged = parts(place);
        const allowed = dropTargets(smallTemplate, dragged).filter((target) => placeCommand(smallTemplate, dragged, target).ok);
        const target = allowed[die % allowed.length];
        const judged = target && placeCommand(smallTemplate, dragged, target);
        if (!target || !judged?.ok || judged.value.command === undefined) return;
        const before = childrenOf(smallTemplate, target.into)[target.index];
        const done = run(smallTemplate, judged.value.command);
        expect(done.ok).toBe(true);
        if (!done.ok) return;
        const spot = spotOf(done.value.template, place);
        expect(spot && sameSiblings(spot.in, target.into)).toBe(true);
        expect(spot && childrenOf(done.value.template, spot.in)[spot.index + 1]).toEqual(before);
      }),
    );
  });
});
