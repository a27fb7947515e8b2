import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits, parseFormula } from "@/lib/formula";
import { say } from "@/lib/messages";

const refused: readonly (readonly [string, string, number, number])[] = [
  ["", "empty", 0, 0],
  ["   ", "empty", 0, 3],
  ["2 c3", "operatorMissing", 2, 4],
  ["5 cm", "operatorMissing", 2, 4],
  ["0x10", "operatorMissing", 1, 4],
  ["(c3)(c4)", "operatorMissing", 4, 5],
  ["c3 not c4", "operatorMissing", 3, 6],
  ["c1.2", "nameAfterDot", 2, 4],
  ["r01.(c3)", "nameAfterDot", 4, 5],
  ["(r01).c3", "dotAfterName", 5, 6],
  ["2.c3", "dotAfterName", 1, 2],
  ["1,5 * c3", "decimalComma", 0, 3],
  ["sum(c3 * 1,5)", "decimalComma", 9, 12],
  ["c3, c4", "commaOutside", 2, 3],
  ["c3 / 1.000", "grouping", 5, 10],
  ["1.234.567", "grouping", 0, 9],
  ["1e999", "tooLarge", 0, 5],
  ["= c3", "leadingEquals", 0, 1],
  ["c3 = c4", "equals", 3, 4],
  ["f(x) = x", "equals", 5, 6],
  ["c3 %", "percentSign", 3, 4],
  ["c3 % 2", "percentSign", 3, 4],
  ["c3!", "exclamation", 2, 3],
  ["c3 × c4", "otherSign", 3, 4],
  ["c3 <> c4", "otherSign", 3, 5],
  ["c3 && c4", "otherSign", 3, 5],
  ["c3 | c4", "otherSign", 3, 4],
  ["sum(c3; c4)", "otherSign", 6, 7],
  ["c3 ~ c4", "noSign", 3, 4],
  ["c3 # c4", "noSign", 3, 4],
  ["c3 .* c4", "nameAfterDot", 4, 5],
  ["c3 ?? c4", "valueMissing", 4, 5],
  ["c3?.c4", "valueMissing", 3, 4],
  ["[c3]", "no.array", 0, 1],
  ["c3[1]", "no.array", 2, 3],
  ["{a: 1}", "no.object", 0, 1],
  ['"c3"', "no.text", 0, 4],
  ["c3'", "no.text", 2, 3],
  ["tổng_số + 1", "letters", 0, 7],
  ["c3 mod 2", "noOperator", 3, 6],
  ["c3 xor c4", "noOperator", 3, 6],
  ["c3 to c4", "noOperator", 3, 5],
  ["true", "noConstant", 0, 4],
  ["Infinity", "noConstant", 0, 8],
  ["NaN + 1", "noConstant", 0, 3],
  ["(c3", "unclosed", 0, 1],
  ["c3)", "unopened", 2, 3],
  ["c3 +", "valueMissingAtEnd", 4, 4],
  ["c3 + * c4", "valueMissing", 5, 6],
  ["()", "valueMissing", 1, 2],
  ["c3 ? c4", "syntax", 7, 7],
  ["c1 < c2 < c3", "chain", 0, 12],
  ["not c1 == c2", "notBeforeComparison", 0, 6],
  ["children + 1", "groupOutside", 0, 8],
  ["round(units)", "groupOutside", 6, 11],
  ["c3:c5", "rangeOutside", 0, 5],
  ["round(c3:c5)", "rangeOutside", 6, 11],
  ["sum(c3:c5:c7)", "rangeStep", 4, 12],
  ["sum(r01.c3:c5)", "rangeEnds", 4, 13],
  ["sum(f.a:f.b)", "rangeOfNames", 4, 7],
  ["sum(1:c3)", "rangeOfNames", 4, 5],
  ["a.b.c.d", "longPath", 0, 7],
  ["sun(c3)", "unknownFunctionNear", 0, 3],
  ["SUM(c3)", "unknownFunctionNear", 0, 3],
  ["frobnicate(c3)", "unknownFunction", 0, 10],
  ["f.sum(c3)", "unknownFunction", 0, 5],
  ["pow(c3)", "argumentCount", 0, 7],
  ["sum()", "argumentCount", 0, 5],
  ["abs(c3, c4)", "argumentCount", 0, 11],
  ["if(c3 > 1, c4)", "argumentCount", 0, 14],
  ["coalesce(c3)", "argumentCount", 0, 12],
  ["prev(c3 + 1)", "nameOnly", 5, 11],
  ["ytd(sum(c3:c4))", "nameOnly", 4, 14],
  ["round(c3, c4)", "placesLiteral", 10, 12],
  ["round(c3, 1.5)", "placesLiteral", 10, 13],
  ["(c1 < c2) + 1", "numberExpected", 0, 9],
  ["if(1, c1, c2)", "conditionExpected", 3, 4],
  ["c1 and 2", "conditionExpected", 7, 8],
  ["(c1 < c2) == 1", "conditionExpected", 13, 14],
];

describe("a formula that is refused", () => {
  it.each(refused)("%s: %s at %i–%i", (text, code, from, to) => {
    const parsed = parseFormula(text);
    expect(parsed.ok ? "accepted" : parsed.error.map((problem) => ({ code: problem.code, span: problem.span }))).toContainEqual({
      code: `formula.${code}`,
      span: { from, to },
    });
  });

  it.each(refused)("%s is explained in both languages, with every parameter filled in", (text) => {
    const parsed = parseFormula(text);
    for (const problem of parsed.ok ? [] : parsed.error) {
      for (const locale of ["vi", "en"] as const) {
        const sentence = say(problem, locale);
        expect(sentence).not.toContain("formula.");
        expect(sentence).not.toContain("…");
      }
    }
  });

  it("names the nearest function", () => {
    expect(parseFormula("sun(c3)")).toMatchObject({ error: [{ params: { name: "sun", near: "sum" } }] });
    expect(parseFormula("lastyear(c3)")).toMatchObject({ error: [{ params: { near: "lastYear" } }] });
  });

  it("tells all foreign signs at once", () => {
    expect(parseFormula("tổng = 3 %")).toMatchObject({
      error: [{ code: "formula.letters" }, { code: "formula.equals" }, { code: "formula.percentSign" }],
    });
  });
});

describe("the bounds of a formula", () => {
  const codes = (text: string) => {
    const parsed = parseFormula(text);
    return parsed.ok ? [] : parsed.error.map((problem) => problem.code);
  };

  it("holds for its length", () => {
    expect(codes("1".repeat(limits.length + 1))).toEqual(["formula.tooLong"]);
  });

  it("holds for the number of its parts", () => {
    expect(codes(Array.from({ length: 500 }, () => "1").join("+"))).toEqual([]);
    expect(codes(Array.from({ length: 501 }, () => "1").join("+"))).toEqual(["formula.tooMany"]);
  });

  it.each([
    ["parentheses", (n: number) => `${"(".repeat(n)}1${")".repeat(n)}`],
    ["prefixes", (n: number) => `${"-".repeat(n)}1`],
    ["powers", (n: number) => `1${"^1".repeat(n)}`],
    ["choices", (n: number) => `${"a > 1 ? 1 : ".repeat(n)}1`],
    ["calls", (n: number) => `${"abs(".repeat(n)}1${")".repeat(n)}`],
    ["powers with prefixes in parentheses", (n: number) => `${"(-".repeat(n / 2)}1${")".repeat(n / 2)}`],
  ])("holds for the depth of %s", (_, nested) => {
    expect(codes(nested(limits.depth))).toEqual([]);
    expect(codes(nested(limits.depth + 2))).toEqual(["formula.tooDeep"]);
  });

  it("does not count what stands side by side", () => {
    expect(codes(Array.from({ length: 120 }, () => "-c1^2").join(" + "))).toEqual([]);
    expect(codes(`sum(${Array.from({ length: 60 }, () => "a > 1 ? (b) : c").join(", ")})`)).toEqual([]);
  });
});

describe("the tree of a formula", () => {
  const tree = (text: string) => {
    const parsed = parseFormula(text);
    return parsed.ok ? parsed.value : parsed.error;
  };

  it("keeps the place of each part", () => {
    expect(tree("c1 + (r01.c2)")).toEqual({
      kind: "binary",
      operator: "+",
      left: { kind: "name", name: { path: ["c1"], from: 0, to: 2 }, from: 0, to: 2 },
      right: { kind: "name", name: { path: ["r01", "c2"], from: 6, to: 12 }, from: 5, to: 13 },
      from: 0,
      to: 13,
    });
  });

  it("reads a line break as a blank", () => {
    expect(tree("c1 +\n\tc2")).toMatchObject({ kind: "binary", to: 8 });
    expect(tree("c1\n+ c2")).toMatchObject({ kind: "binary" });
  });

  it("reads a minus before a power as mathjs does", () => {
    expect(tree("-2^2")).toMatchObject({ kind: "unary", operand: { kind: "binary", operator: "^" } });
    expect(tree("2^3^2")).toMatchObject({ kind: "binary", left: { value: 2 }, right: { operator: "^" } });
  });

  it("reads if() and ? : as one", () => {
    expect(tree("if(a > b, c, d)")).toMatchObject({ kind: "conditional", from: 0, to: 15 });
    expect(tree("a > b ? c : d")).toMatchObject({ kind: "conditional", from: 0, to: 13 });
  });

  it("takes a word of the language as a name behind a dot", () => {
    expect(tree("f.true")).toMatchObject({ kind: "name", name: { path: ["f", "true"] } });
  });

  it("takes ranges, children and units where many figures are taken", () => {
    expect(tree("sum(c3:c8, children, units, 2)")).toMatchObject({
      fn: "sum",
      args: [{ kind: "range" }, { kind: "children" }, { kind: "units" }, { kind: "number" }],
    });
    expect(tree("mean(t1.r01.c3:t1.r05.c3)")).toMatchObject({ args: [{ first: { path: ["t1", "r01", "c3"] } }] });
  });
});

describe("the parser", () => {
  const piece = fc.constantFrom(
    ..."c3 r01 t1 f 1 2.5 ( ) , : ? . + - * / ^ == != < <= and or not sum round if prev children units [ ] { } = % ! ' \" # ; đ × \n".split(
      " ",
    ),
    " ",
    "\n",
  );

  it("never throws on random text", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string({ unit: "binary" }),
          fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
        ),
        (text) => {
          const parsed = parseFormula(text);
          if (parsed.ok) return;
          expect(parsed.error.length).toBeGreaterThan(0);
          for (const problem of parsed.error) {
            expect(problem.span?.from).toBeGreaterThanOrEqual(0);
            expect(problem.span?.from).toBeLessThanOrEqual(problem.span?.to ?? -1);
            expect(problem.span?.to).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
