import { describe, expect, test } from "vitest";
import { flatRows, type Row, tablesOf } from "@/lib/template";
import { numberRows, type RowNumbering, run } from "@/lib/template/edit";
import { sample, samples } from "./anyTemplate";

const row = (id: string, rows: Row[] = [], number?: string): Row => ({
  kind: "indicator",
  id,
  ...(number === undefined ? {} : { number }),
  label: { vi: id },
  ...(rows.length > 0 ? { rows } : {}),
});
const words = (id: string, rows: Row[]): Row => ({ kind: "label", id, label: { vi: "Trong đó:" }, breakdown: "some", rows });

const numbers = (rows: Row[], styles: RowNumbering | undefined): string =>
  flatRows({ rows: numberRows(rows, styles) })
    .map(({ row: own }) => `${own.id}:${own.number ?? "∅"}`)
    .join(" ");

describe("rows are numbered by the styles of their depths", () => {
  const tree = [row("a", [row("b", [row("c"), row("d")]), row("e")]), row("f")];

  test.each<[RowNumbering, string]>([
    [["roman", "arabic", "letter"], "a:I b:1 c:a d:b e:2 f:II"],
    [["arabic", "decimal", "decimal"], "a:1 b:1.1 c:1.1.1 d:1.1.2 e:1.2 f:2"],
    [["roman", "arabic", "decimal"], "a:I b:1 c:1.1 d:1.2 e:2 f:II"],
    [["letter", "dash", "plus"], "a:a b:- c:+ d:+ e:- f:b"],
    [["roman"], "a:I b:∅ c:∅ d:∅ e:∅ f:II"],
  ])("%j", (styles, expected) => {
    expect(numbers(tree, styles)).toBe(expected);
  });

  test("letters are those of the Vietnamese alphabet: đ after d", () => {
    const five = ["a", "b", "c", "d", "e", "f"].map((id) => row(id));
    expect(numbers(five, ["letter"])).toBe("a:a b:b c:c d:d e:đ f:e");
  });

  test("a row whose number is empty stays without one and is not counted", () => {
    expect(numbers([row("a"), row("b", [], ""), row("c")], ["roman"])).toBe("a:I b: c:II");
  });

  test("a row of words alone has no number and makes no depth", () => {
    expect(numbers([row("a", [row("b"), words("w", [row("c"), row("d")])])], ["roman", "dash"])).toBe("a:I b:- w:∅ c:- d:-");
  });

  test("decimals do not go on from a dash", () => {
    expect(numbers([row("a", [row("b")])], ["dash", "decimal"])).toBe("a:- b:1");
  });

  test("rows that have their number already stay the same objects, without styles all do", () => {
    const counted = numberRows(tree, ["roman", "arabic"]);
    expect(numberRows(counted, ["roman", "arabic"])).toBe(counted);
    expect(numberRows(tree, undefined)).toBe(tree);
  });
});

describe("the numbers of a table follow what is done to its rows", () => {
  const table = (template: ReturnType<typeof sample>) => tablesOf(template)[0] ?? { rows: [] };
  const first = (template: ReturnType<typeof sample>): string =>
    table(template)
      .rows.map((own) => own.number ?? "∅")
      .join(" ");
  const form = sample("06-VPCP-KSTT");
  const go = (command: Parameters<typeof run>[1]) => {
    const done = run(form, command);
    if (!done.ok) throw new Error(done.error.code);
    return done.value.template;
  };

  test("a moved part takes its new number, and so do those that it passed", () => {
    const moved = go({ do: "move", parts: [{ kind: "row", block: "t1", row: "r60" }], into: { kind: "rows", block: "t1" }, index: 0 });
    expect(
      table(moved)
        .rows.map(({ id, number }) => `${id}:${number}`)
        .slice(0, 3),
    ).toEqual(["r60:I", "r10:II", "r20:III"]);
  });

  test("a removed part leaves no gap", () => {
    expect(first(go({ do: "remove", parts: [{ kind: "row", block: "t1", row: "r20" }] }))).toBe("I II III IV V ");
  });

  test("a part that comes under another is numbered as its children are", () => {
    const moved = go({
      do: "move",
      parts: [{ kind: "row", block: "t1", row: "r20" }],
      into: { kind: "rows", block: "t1", under: "r10" },
      index: 0,
    });
    const inner = table(moved).rows[0]?.rows?.map(({ id, number }) => `${id}:${number}`);
    expect(inner?.slice(0, 2)).toEqual(["r20:1", "r11:2"]);
  });

  test("a number typed by hand is refused with the reason, an empty one is kept", () => {
    const at = [{ kind: "row", block: "t1", row: "r20" }] as const;
    expect(run(form, { do: "set", at, values: { number: "II.a" } })).toMatchObject({
      ok: false,
      error: { code: "edit.numbered", at: "t1.r20" },
    });
    expect(first(go({ do: "set", at, values: { number: "" } }))).toBe("I  II III IV V ");
  });

  test("a row that becomes one of words alone gives its number up", () => {
    expect(first(go({ do: "set", at: [{ kind: "row", block: "t1", row: "r20" }], values: { kind: "label" } }))).toBe("I ∅ II III IV V ");
  });

  test("without the style of the table numbers stay as they are, to be typed on", () => {
    expect(first(go({ do: "set", at: [{ kind: "block", block: "t1" }], values: {}, clear: ["rowNumbering"] }))).toBe("I II III IV V VI ");
  });
});

test("samples that name a style have its numbers", () => {
  const styled = samples.flatMap(tablesOf).filter(({ rowNumbering }) => rowNumbering !== undefined);
  expect(styled.length).toBeGreaterThanOrEqual(4);
  for (const { rows, rowNumbering } of styled) expect(numberRows(rows, rowNumbering)).toBe(rows);
});
