import type { Problem } from "@/lib/problem";
import { limits } from "./limits";
import { formulaProblem } from "./problems";
import type { Token } from "./tokens";

/** Signs that people write by habit, and what the language has for them. */
const habits: Readonly<Record<string, string>> = {
  "×": "*",
  "·": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "≤": "<=",
  "≥": ">=",
  "≠": "!=",
  "<>": "!=",
  "=": "==",
  "&&": "and",
  "&": "and",
  "||": "or",
  "|": "or",
  ";": ",",
};

const openers: Readonly<Record<string, string>> = { "[": "array", "]": "array", "{": "object", "}": "object", '"': "text", "'": "text" };
const foreignWords = new Set(["xor", "mod", "to", "in"]);
const foreignConstants = new Set(["true", "false", "null", "undefined", "NaN", "Infinity"]);

/**
 * Everything wrong in a formula that its tokens alone tell, each at its place, in the order of the text: bounds,
 * signs and words that the language does not have, decimal commas, and a value or an operator missing between two
 * others (mathjs would read `2 c3` and `c1.2` as multiplications).
 */
export function syntaxProblems(text: string, tokens: readonly Token[]): readonly Problem[] {
  if (text.length > limits.length) {
    return [formulaProblem("tooLong", { from: limits.length, to: text.length }, { length: text.length, limit: limits.length })];
  }
  if (tokens.length === 0) return [formulaProblem("empty", { from: 0, to: text.length })];
  const many = tokens[limits.tokens];
  if (many) return [formulaProblem("tooMany", { from: many.from, to: text.length }, { count: tokens.length, limit: limits.tokens })];
  const deep = tooDeep(tokens);
  if (deep) return [formulaProblem("tooDeep", deep, { limit: limits.depth })];
  const foreign = tokens.flatMap((token, i) => foreignProblem(token, tokens[i - 1], tokens[i + 1]) ?? []);
  return foreign.length > 0 ? foreign : orderProblems(text, tokens);
}

/** A token that the language does not have or that means two things. */
function foreignProblem(token: Token, before: Token | undefined, after: Token | undefined): Problem | undefined {
  switch (token.kind) {
    case "name":
      if (/[^A-Za-z0-9_]/.test(token.text)) return formulaProblem("letters", token, { name: token.text });
      if (before?.kind === ".") return undefined;
      if (foreignWords.has(token.text)) return formulaProblem("noOperator", token, { sign: token.text });
      return foreignConstants.has(token.text) ? formulaProblem("noConstant", token, { name: token.text }) : undefined;
    case "number":
      // `1.000` is a thousand to a Vietnamese reader and one to the parser.
      if (/^[1-9]\d{0,2}\.\d\d0$/.test(token.text)) return groupingProblem(token);
      return Number.isFinite(Number(token.text)) ? undefined : formulaProblem("tooLarge", token, { text: token.text });
    case ",":
      // `1,5` is one and a half here, and two arguments to the parser.
      return before?.kind === "number" && after?.kind === "number" && before.to === token.from && after.from === token.to
        ? formulaProblem(
            "decimalComma",
            { from: before.from, to: after.to },
            { text: `${before.text},${after.text}`, decimal: `${before.text}.${after.text}`, list: `${before.text}, ${after.text}` },
          )
        : undefined;
    case "other": {
      if (/^\d/.test(token.text)) return groupingProblem(token);
      if (token.text === "=") return before === undefined ? formulaProblem("leadingEquals", token) : formulaProblem("equals", token);
      if (token.text === "%") return formulaProblem("percentSign", token);
      if (token.text === "!") return formulaProblem("exclamation", token);
      const habit = habits[token.text];
      if (habit !== undefined) return formulaProblem("otherSign", token, { sign: token.text, instead: habit });
      const opener = openers[token.text.charAt(0)];
      if (opener !== undefined) return formulaProblem(`no.${opener}`, token, { text: token.text });
      return formulaProblem("noSign", token, { sign: token.text });
    }
    default:
      return undefined;
  }
}

function groupingProblem(token: Token): Problem {
  const [whole = "", ...parts] = token.text.split(".");
  const decimal = String(Number(`${whole}.${parts.join("")}`));
  return formulaProblem("grouping", token, { text: token.text, thousand: token.text.replaceAll(".", ""), decimal });
}

/** Where a value must stand and where an operator must; parentheses that match. Stops at the first slip. */
function orderProblems(text: string, tokens: readonly Token[]): readonly Problem[] {
  const open: Token[] = [];
  let wantsValue = true;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (wantsValue) {
      if (before?.kind === "." && token.kind !== "name") return [formulaProblem("nameAfterDot", token)];
      if (token.kind === "number" || token.kind === "name") {
        wantsValue = false;
      } else if (token.kind === "(") open.push(token);
      else if (token.kind === ")" && before?.kind === "(" && tokens[i - 2]?.kind === "name" && open.length > 0) {
        open.pop();
        wantsValue = false;
      } else if (!(token.kind === "operator" && isPrefix(token))) {
        return [formulaProblem("valueMissing", token, { before: token.text })];
      }
      continue;
    }
    switch (token.kind) {
      case "number":
      case "name":
        return [operatorMissing(token, before)];
      case "(":
        if (before?.kind !== "name") return [operatorMissing(token, before)];
        open.push(token);
        wantsValue = true;
        break;
      case ")":
        if (open.pop() === undefined) return [formulaProblem("unopened", token)];
        break;
      case ".":
        if (before?.kind !== "name") return [formulaProblem("dotAfterName", token)];
        wantsValue = true;
        break;
      default:
        if (token.text === "not") return [operatorMissing(token, before)];
        if (token.kind === "," && open.length === 0) return [formulaProblem("commaOutside", token)];
        wantsValue = true;
    }
  }
  if (wantsValue) return [formulaProblem("valueMissingAtEnd", { from: text.length, to: text.length })];
  const unclosed = open.at(-1);
  return unclosed ? [formulaProblem("unclosed", unclosed)] : [];
}

const isPrefix = (token: Token): boolean => token.text === "-" || token.text === "+" || token.text === "not";

/** Two values side by side; `c1.2` and `5cm` are told apart from `2 c3` by the letters that touch. */
function operatorMissing(token: Token, before: Token | undefined): Problem {
  if (before?.kind === "name" && token.kind === "number" && token.text.startsWith(".")) return formulaProblem("nameAfterDot", token);
  return formulaProblem("operatorMissing", token, { before: before?.text ?? "", after: token.text });
}

/** The token at which the nesting passes its bound, counted without recursion. */
function tooDeep(tokens: readonly Token[]): Token | undefined {
  // Of each open parenthesis: choices begun in it, and the run of prefixes and powers at its end.
  const levels = [{ choices: 0, run: 0 }];
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    const level = levels.at(-1);
    if (!level) return undefined;
    const prefix = token.kind === "operator" && startsValue(tokens[i - 1]);
    if (token.kind === "(") {
      levels.push({ choices: 0, run: 0 });
      depth += 1;
    } else if (token.kind === ")" && levels.length > 1) {
      levels.pop();
      depth -= 1 + level.choices + level.run;
    } else if (token.kind === "?" || prefix || token.text === "^") {
      if (token.kind === "?") level.choices += 1;
      else level.run += 1;
      depth += 1;
    } else if (token.kind === "," || token.kind === "operator" || token.kind === ":") {
      depth -= level.run;
      level.run = 0;
      if (token.kind === ",") {
        depth -= level.choices;
        level.choices = 0;
      }
    }
    if (depth > limits.depth) return token;
  }
  return undefined;
}

const startsValue = (before: Token | undefined): boolean =>
  before === undefined ||
  before.kind === "operator" ||
  before.kind === "(" ||
  before.kind === "," ||
  before.kind === ":" ||
  before.kind === "?";
