import { describe, expect, it } from "vitest";
import { checkKinds, explainFormula, functions, isRatio, type Kind, type NamePath, namesIn, nearest, parseFormula } from "@/lib/formula";
import { type Locale, messageOf, say } from "@/lib/messages";

function tree(text: string) {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

describe("a formula in words", () => {
  const labels: Readonly<Record<string, string>> = { c3: "Tổng số", c4: "Trực tuyến", c5: "Trực tiếp", r01: "Đất đai" };
  const labelOf = (name: NamePath) => name.path.map((part) => labels[part] ?? part).join(", ");

  const explain = (text: string, locale: Locale) =>
    explainFormula(tree(text), {
      labelOf,
      phrase: (code, params) => say({ code, params, at: "", severity: "warning" }, locale),
      number: (value) => value.toLocaleString(locale),
    });

  it.each([
    ["c4 + c5", "Trực tuyến + Trực tiếp", "Trực tuyến + Trực tiếp"],
    ["(c4 + c5) * 1.5", "(Trực tuyến + Trực tiếp) × 1,5", "(Trực tuyến + Trực tiếp) × 1.5"],
    ["c3 - (c4 - c5)", "Tổng số − (Trực tuyến − Trực tiếp)", "Tổng số − (Trực tuyến − Trực tiếp)"],
    ["percent(c4, c3)", "tỷ lệ phần trăm của Trực tuyến so với Tổng số", "Trực tuyến as a percentage of Tổng số"],
    ["sum(c4:c5)", "tổng của các số từ Trực tuyến đến Trực tiếp", "the sum of the figures from Trực tuyến to Trực tiếp"],
    ["sum(children)", "tổng của các hàng con", "the sum of the rows beneath"],
    ["max(c4, c5 + 1)", "số lớn nhất trong Trực tuyến, (Trực tiếp + 1)", "the largest of Trực tuyến, (Trực tiếp + 1)"],
    ["sum(c4, c5) / c3", "(tổng của Trực tuyến, Trực tiếp) ÷ Tổng số", "(the sum of Trực tuyến, Trực tiếp) ÷ Tổng số"],
    [
      "if(c3 > 0, c4, 0)",
      "nếu Tổng số lớn hơn 0 thì Trực tuyến, nếu không thì 0",
      "if Tổng số is greater than 0 then Trực tuyến, otherwise 0",
    ],
    ["round(c4 / c3, 1)", "(Trực tuyến ÷ Tổng số) làm tròn đến 1 chữ số thập phân", "(Trực tuyến ÷ Tổng số) rounded to 1 decimal"],
    ["round(c4, -3)", "Trực tuyến làm tròn đến 10^3", "Trực tuyến rounded to 10^3"],
    ["round(c4)", "Trực tuyến làm tròn đến hàng đơn vị", "Trực tuyến rounded to units"],
    ["prev(c3)", "Tổng số kỳ trước", "Tổng số of the period before"],
    ["c3 == c4 + c5", "Tổng số bằng Trực tuyến + Trực tiếp", "Tổng số equals Trực tuyến + Trực tiếp"],
    ["not (c3 < 1)", "không phải (Tổng số nhỏ hơn 1)", "not (Tổng số is less than 1)"],
    ["-c3 + r01.c4", "−Tổng số + Đất đai, Trực tuyến", "−Tổng số + Đất đai, Trực tuyến"],
    ["+c3", "Tổng số", "Tổng số"],
    ["pow(c3, 2)", "Tổng số lũy thừa 2", "Tổng số to the power 2"],
  ])("%s", (text, vi, en) => {
    expect(explain(text, "vi")).toBe(vi);
    expect(explain(text, "en")).toBe(en);
  });

  it("has words for every function", () => {
    for (const { name, least } of functions) {
      const args = Array.from({ length: least }, (_, i) => (name === "if" && i === 0 ? "c3 > 1" : "c3"));
      for (const locale of ["vi", "en"] as const) expect(explain(`${name}(${args.join(", ")})`, locale)).not.toContain("formula.");
    }
  });
});

describe("the table of functions", () => {
  it("has a description of each function and parameter in both languages", () => {
    for (const locale of ["vi", "en"] as const) {
      for (const { name, parameters } of functions) {
        expect(messageOf(locale, `formula.functions.${name}`)).toBeTruthy();
        for (const parameter of parameters) expect(messageOf(locale, `formula.parameters.${parameter.name}`)).toBeTruthy();
      }
    }
  });
});

describe("a ratio", () => {
  it.each([
    "c1 / c2",
    "percent(c1, c2)",
    "growth(c1, c2)",
    "cagr(c1, c2, 5)",
    "mean(c1:c5)",
    "(c1 / c2)",
    "round(c1 / c2, 2)",
    "100 * c1 / c2",
    "c1 / c2 * 100",
    "-(c1 / c2)",
    "if(c2 == 0, 0, c1 / c2)",
    "coalesce(percent(c1, c2), 0)",
    "c1 / c2 - 1",
    "100 - percent(c1, c2)",
    "percent(c1, c2) - percent(c3, c4)",
    "c1 / c2 / 1000",
    "(c1 / c2) ^ (1 / 5)",
    "((c2 / c1) ^ (1 / 2) - 1) * 100",
    "pow(c1 / c2, 2)",
    "sqrt(c1 / c2) * 100",
  ])("is %s", (text) => expect(isRatio(tree(text))).toBe(true));

  it.each([
    "c1 + c2",
    "c1 * c2",
    "c1 / 1000",
    "sum(c1:c5)",
    "c1 + c2 / c3",
    "round(c1, 2)",
    "c1",
    "5",
    "c1 / (10 ^ 3)",
    "sum(c1 / c2)",
    "c1 ^ 2",
    "2 ^ (c1 / c2)",
  ])("is not %s", (text) => expect(isRatio(tree(text))).toBe(false));
});

describe("the names in a formula", () => {
  it("are listed in the order of the text, with their place and period", () => {
    expect(namesIn(tree("if(c1 > f.x, sum(c3:c8, children, units), -prev(r01.c2))"))).toEqual([
      { kind: "name", name: { path: ["c1"], from: 3, to: 5 }, history: undefined },
      { kind: "name", name: { path: ["f", "x"], from: 8, to: 11 }, history: undefined },
      { kind: "range", first: { path: ["c3"], from: 17, to: 19 }, last: { path: ["c8"], from: 20, to: 22 } },
      { kind: "children" },
      { kind: "units" },
      { kind: "name", name: { path: ["r01", "c2"], from: 48, to: 54 }, history: "prev" },
    ]);
  });
});

describe("figures and conditions", () => {
  const kinds: Readonly<Record<string, Kind | "other">> = { yes: "condition", n: "number", words: "other" };
  const check = (text: string, expected?: Kind) =>
    checkKinds(tree(text), (name) => kinds[name.path.join(".")], expected).map(({ code, span }) => [
      code,
      span && text.slice(span.from, span.to),
    ]);

  it.each<readonly [string, Kind | undefined, readonly (readonly [string, string])[]]>([
    ["n + 1", "number", []],
    ["if(yes, n, 1)", "number", []],
    ["yes and not yes", "condition", []],
    ["yes == (n > 1)", "condition", []],
    ["unknown + 1", "number", []],
    ["n + 1", "condition", [["formula.conditionExpected", "n + 1"]]],
    ["n > 1", "number", [["formula.numberExpected", "n > 1"]]],
    ["yes + 1", "number", [["formula.numberExpected", "yes"]]],
    ["if(n, 1, 2)", "number", [["formula.conditionExpected", "n"]]],
    ["yes == n", undefined, [["formula.conditionExpected", "n"]]],
    ["if(yes, n, yes)", undefined, [["formula.numberExpected", "yes"]]],
    ["sum(words, 1)", "number", [["formula.notAFigure", "words"]]],
    ["sum(n:yes)", "number", [["formula.numberExpected", "yes"]]],
    [
      "words + yes",
      "number",
      [
        ["formula.notAFigure", "words"],
        ["formula.numberExpected", "yes"],
      ],
    ],
  ])("in %s, wanted %s", (text, expected, found) => expect(check(text, expected)).toEqual(found));
});

describe("the nearest name", () => {
  it.each([
    ["c13", ["c3", "c1", "d99"], "c3"],
    ["truc_tuyn", ["truc_tuyen", "truc_tiep"], "truc_tuyen"],
    ["turc_tuyen", ["truc_tuyen", "truc_tiep"], "truc_tuyen"],
    ["ROUND", ["round", "pound"], "round"],
    ["zzz", ["abc", "sum"], undefined],
    ["x", [], undefined],
  ])("to %s of %j is %s", (wrong, known, near) => expect(nearest(wrong, known)).toBe(near));
});
