import type { BinaryOperator, Expr, NamePath } from "./expr";
import { atomPrecedence, precedence, prefixPrecedence, sidesOf } from "./precedence";
import { wholeNumber } from "./wholeNumber";

/** How a reader is spoken to; the words come from the message catalogue, which stands above this room. */
export interface Speaker {
  /** What a person calls the thing that a name means. */
  readonly labelOf: (name: NamePath) => string;
  /** The message of a code `formula.explain.…` with its parameters filled in. */
  readonly phrase: (code: string, params: Readonly<Record<string, string | number>>) => string;
  /** A number as the reader writes it: 1,5. */
  readonly number: (value: number) => string;
}

/**
 * A formula in words, names by their labels: "Trực tuyến + Trực tiếp", "tỷ lệ phần trăm của Đúng hạn so với Tổng số".
 * Parentheses stand wherever the words alone could be taken otherwise.
 */
export const explainFormula = (expr: Expr, speaker: Speaker): string => explain(expr, speaker).text;

interface Words {
  readonly text: string;
  readonly tightness: number;
}

const operatorKeys: Readonly<Record<BinaryOperator, string>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "^": "power",
  "==": "equal",
  "!=": "unequal",
  "<": "less",
  "<=": "lessOrEqual",
  ">": "greater",
  ">=": "greaterOrEqual",
  and: "and",
  or: "or",
};

function explain(expr: Expr, to: Speaker): Words {
  switch (expr.kind) {
    case "number":
      return atom(to.number(expr.value));
    case "name":
      return atom(to.labelOf(expr.name));
    case "range":
      return atom(phrase("range", [to.labelOf(expr.first), to.labelOf(expr.last)], to));
    case "children":
    case "units":
      return atom(phrase(expr.kind, [], to));
    case "unary": {
      const operand = within(expr.operand, expr.operator === "not" ? atomPrecedence : prefixPrecedence, to);
      if (expr.operator === "+") return { text: operand, tightness: prefixPrecedence };
      return { text: phrase(expr.operator === "not" ? "not" : "negative", [operand], to), tightness: prefixPrecedence };
    }
    case "binary": {
      const sides = sidesOf(expr.operator);
      const words = [within(expr.left, sides.left, to), within(expr.right, sides.right, to)];
      return { text: phrase(operatorKeys[expr.operator], words, to), tightness: precedence[expr.operator] };
    }
    case "conditional":
      return loose(
        phrase(
          "if",
          [expr.test, expr.then, expr.otherwise].map((part) => within(part, precedence.or, to)),
          to,
        ),
      );
    case "call":
      return loose(call(expr, to));
  }
}

function call({ fn, args }: Extract<Expr, { kind: "call" }>, to: Speaker): string {
  // Each argument stands inside a sentence: anything but a name, a number or a range in parentheses.
  const words = args.map((arg) => within(arg, atomPrecedence, to));
  switch (fn) {
    case "sum":
    case "mean":
    case "min":
    case "max":
    case "count":
    case "coalesce":
      return phrase(fn, [words.reduce((list, word) => phrase("list", [list, word], to))], to);
    case "pow":
      return phrase("power", words, to);
    case "round": {
      const places = args[1] ? (wholeNumber(args[1]) ?? 0) : 0;
      const key = places === 0 ? "round" : places < 0 ? "roundTens" : "roundPlaces";
      return phrase(key, [words[0] ?? "", Math.abs(places)], to);
    }
    default:
      return phrase(fn, words, to);
  }
}

const atom = (text: string): Words => ({ text, tightness: atomPrecedence });
/** A sentence: in parentheses wherever it is a part of another. */
const loose = (text: string): Words => ({ text, tightness: 0 });

function within(expr: Expr, least: number, to: Speaker): string {
  const words = explain(expr, to);
  return words.tightness < least ? `(${words.text})` : words.text;
}

function phrase(key: string, words: readonly (string | number)[], to: Speaker): string {
  const [a = "", b = "", c = ""] = words;
  return to.phrase(`formula.explain.${key}`, { a, b, c });
}
