import { describe, expect, it } from "vitest";
import { callAt, coloursOf, formulaPieces, signatureOf, takesNameAt, takesRangeAt } from "@/components/designer/formula/formulaTokens";
import { type FormulaReading, formulaScope } from "@/lib/form/compile";
import { functions } from "@/lib/formula";
import { sample } from "@/test/unit/template/openSample";

const template = sample("06-VPCP-KSTT");

function reading(text: string): FormulaReading {
  const scope = formulaScope(template, { kind: "column", block: "t1", column: "c3" });
  if (scope === undefined) throw new Error("no such place");
  return scope.read(text);
}

const shown = (text: string): readonly string[] =>
  formulaPieces(text, reading(text)).map(
    ({ from, to, kind, colour }) => `${text.slice(from, to)}:${kind}${colour === undefined ? "" : colour}`,
  );

describe("the pieces of a formula", () => {
  it("are told apart, and a figure has one colour wherever it stands", () => {
    expect(shown("sum(c4:c6) + c5 * 2 - c5")).toEqual([
      "sum:function",
      "c4:name0",
      "::name0",
      "c6:name0",
      "+:operator",
      "c5:name1",
      "*:operator",
      "2:number",
      "-:operator",
      "c5:name1",
    ]);
  });

  it("mark what is not known", () => {
    expect(shown("c4 + c99 + tong(c4)")).toContain("tong:unknown");
    expect(shown("c4 + c99")).toContain("c99:unknown");
  });

  it("begin the colours again after the last", () => {
    const colours = coloursOf(reading("c4 + c5 + c6 + c7 + c8 + c9 + c10").reads);
    expect([...colours.values()]).toEqual([0, 1, 2, 3, 4, 5, 0]);
  });
});

describe("the caret", () => {
  it.each([
    ["", true],
    ["c4 + ", true],
    ["sum(", true],
    ["sum(c4, ", true],
    ["c4:", true],
    ["c4", false],
    ["c4 ", false],
    ["sum(c4)", false],
    ["12", false],
    ["c4 > 2 and ", true],
  ])("takes a name after %j: %s", (text, takes) => {
    expect(takesNameAt(text, text.length)).toBe(takes);
  });

  it("stands in a call, at one of its arguments", () => {
    expect(callAt("c4 + percent(c5, c6", 18)).toMatchObject({ fn: "percent", argument: 1, from: 5 });
    expect(callAt("round((c4 + c5), 1", 9)).toMatchObject({ fn: "round", argument: 0 });
    expect(callAt("sum(c4) + c5", 12)).toBeUndefined();
    expect(callAt("nothing(c4", 9)).toBeUndefined();
  });

  it("takes a range straight inside functions of many figures", () => {
    expect(takesRangeAt("sum(", 4)).toBe(true);
    expect(takesRangeAt("sum(c4, ", 8)).toBe(true);
    expect(takesRangeAt("sum(c4 + ", 9)).toBe(false);
    expect(takesRangeAt("round(", 6)).toBe(false);
    expect(takesRangeAt("", 0)).toBe(false);
  });
});

it("every function has a signature that names its arguments", () => {
  const text = (name: string): string =>
    signatureOf(name)
      .map((part) => part.text)
      .join("");
  expect(text("percent")).toBe("percent(a, b)");
  expect(text("round")).toBe("round(a[, b])");
  expect(text("sum")).toBe("sum(a, …)");
  for (const { name, parameters } of functions)
    expect(signatureOf(name).filter(({ argument }) => argument !== undefined)).toHaveLength(parameters.length);
});
