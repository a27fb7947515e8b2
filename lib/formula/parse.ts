import {
  type AccessorNode,
  type ConditionalNode,
  create,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  parseDependencies,
  type RangeNode,
} from "mathjs/number";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { checkKinds } from "./check";
import type { BinaryOperator, Expr, NamePath, Span, UnaryOperator } from "./expr";
import { type FunctionSpec, functionNamed, functions, parameterAt } from "./functions";
import { nearest } from "./nearest";
import { formulaProblem } from "./problems";
import { syntaxProblems } from "./syntax";
import { type Token, tokens } from "./tokens";
import { wholeNumber } from "./wholeNumber";

let parser: ((text: string) => MathNode) | undefined;

/** The parser of mathjs alone, for plain numbers: none of its functions can be reached from a formula. Made when first used. */
function mathjsParse(text: string): MathNode {
  parser ??= create(parseDependencies ?? {}).parse;
  return parser(text);
}

/**
 * Reads a formula into our checked tree. mathjs gives the tree, the tokens give the places, and only the nodes of
 * the language pass (DESIGN 5); names are looked up later, where the formula stands. Problems carry the span in the
 * text and an empty `at`.
 */
export function parseFormula(text: string): Result<Expr, readonly Problem[]> {
  const found = tokens(text);
  const slips = syntaxProblems(text, found);
  if (slips.length > 0) return fail(slips);
  let tree: MathNode;
  try {
    // A line break would begin a second statement in mathjs; here it is a blank.
    tree = mathjsParse(text.replace(/[\s\u200B\uFEFF]/g, " "));
  } catch (error) {
    return fail([syntaxError(error, text)]);
  }
  const reader = new TreeReader(found);
  const expr = reader.expression(tree);
  if (reader.problems.length > 0) return fail(reader.problems);
  const kinds = checkKinds(expr, () => undefined);
  return kinds.length > 0 ? fail(kinds) : ok(expr);
}

/** mathjs says where it stopped, counted from 1 and maybe one past the end. */
function syntaxError(error: unknown, text: string): Problem {
  const at = error instanceof Error && "char" in error && typeof error.char === "number" ? error.char - 1 : 0;
  const from = Math.max(0, Math.min(at, text.length));
  return formulaProblem("syntax", { from, to: Math.min(from + 1, text.length) });
}

const comparisons: readonly string[] = ["==", "!=", "<", "<=", ">", ">="];
const binaryOperators: ReadonlySet<string> = new Set<BinaryOperator>([
  "+",
  "-",
  "*",
  "/",
  "^",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "and",
  "or",
]);
const isBinary = (operator: string): operator is BinaryOperator => binaryOperators.has(operator);
const isUnary = (operator: string): operator is UnaryOperator => operator === "-" || operator === "+" || operator === "not";
const isComparison = (operator: string): boolean => comparisons.includes(operator);

/** The longest path is table, row, column. */
const longestPath = 3;

/** Walks mathjs's tree and the tokens side by side: the leaves of the one stand in the order of the other. */
class TreeReader {
  readonly problems: Problem[] = [];
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  expression(node: MathNode): Expr {
    switch (node.type) {
      case "ConstantNode": {
        const token = this.take();
        return { kind: "number", value: Number(token.text), from: token.from, to: token.to };
      }
      case "SymbolNode":
      case "AccessorNode": {
        const name = this.name(node);
        const alone = name.path.length === 1 ? name.path[0] : undefined;
        if (alone === "children" || alone === "units") this.refuse("groupOutside", name, { name: alone });
        return { kind: "name", name, from: name.from, to: name.to };
      }
      case "ParenthesisNode": {
        const open = this.take();
        const inner = this.expression((node as ParenthesisNode).content);
        return { ...inner, from: open.from, to: this.take().to };
      }
      case "OperatorNode":
        return this.operator(node as OperatorNode<never, never>);
      case "ConditionalNode":
        return this.conditional(node as ConditionalNode);
      case "FunctionNode":
        return this.call(node as FunctionNode);
      case "RangeNode": {
        const range = this.range(node as RangeNode);
        this.refuse("rangeOutside", range);
        return range;
      }
      default:
        return this.foreign(node);
    }
  }

  private operator(node: OperatorNode<never, never>): Expr {
    const [first, second] = node.args as readonly MathNode[];
    const operator: string = node.op;
    if (first && !second && isUnary(operator)) {
      const sign = this.take();
      const operand = this.expression(first);
      return { kind: "unary", operator, operand, from: sign.from, to: operand.to };
    }
    if (first && second && isBinary(operator) && !node.implicit) {
      const left = this.expression(first);
      const sign = this.take();
      const right = this.expression(second);
      // `not a == b` is `(not a) == b` to the parser and `not (a == b)` to most readers.
      if (isComparison(operator) && first.type === "OperatorNode" && left.kind === "unary" && left.operator === "not") {
        this.refuse("notBeforeComparison", left);
      }
      return { kind: "binary", operator, left, right, from: left.from, to: Math.max(right.to, sign.to) };
    }
    return this.foreign(node);
  }

  private conditional(node: ConditionalNode): Expr {
    const test = this.expression(node.condition);
    this.take();
    const then = this.expression(node.trueExpr);
    this.take();
    const otherwise = this.expression(node.falseExpr);
    return { kind: "conditional", test, then, otherwise, from: test.from, to: otherwise.to };
  }

  private call(node: FunctionNode): Expr {
    const callee = this.name(node.fn);
    const name = callee.path.join(".");
    const fn = functionNamed(name);
    if (!fn) {
      const near = nearest(
        name,
        functions.map((known) => known.name),
      );
      this.refuse(near === undefined ? "unknownFunction" : "unknownFunctionNear", callee, near === undefined ? { name } : { name, near });
    }
    this.take();
    const args: Expr[] = [];
    for (const [i, arg] of (node.args as readonly MathNode[]).entries()) {
      if (i > 0) this.take();
      args.push(this.argument(arg, fn, i));
    }
    const close = this.take();
    const span = { from: callee.from, to: close.to };
    if (fn) this.checkCount(fn, args.length, span);
    const [test, then, otherwise] = args;
    if (name === "if" && test && then && otherwise) return { kind: "conditional", test, then, otherwise, ...span };
    return { kind: "call", fn: name, args, ...span };
  }

  private argument(node: MathNode, fn: FunctionSpec | undefined, index: number): Expr {
    const kind = fn ? parameterAt(fn, index)?.kind : "numbers";
    if (kind === "numbers" && node.type === "RangeNode") return this.range(node as RangeNode);
    if (kind === "numbers" && node.type === "SymbolNode") {
      const name = this.name(node);
      const [word] = name.path;
      const span = { from: name.from, to: name.to };
      return word === "children" || word === "units" ? { kind: word, ...span } : { kind: "name", name, ...span };
    }
    const arg = this.expression(node);
    if (kind === "name" && arg.kind !== "name") this.refuse("nameOnly", arg, { fn: fn?.name ?? "" });
    if (kind === "places" && wholeNumber(arg) === undefined) this.refuse("placesLiteral", arg);
    return arg;
  }

  private checkCount(fn: FunctionSpec, count: number, span: Span): void {
    if (count >= fn.least && (fn.open || count <= fn.parameters.length)) return;
    const most = fn.open ? "" : fn.parameters.length;
    this.refuse("argumentCount", span, { fn: fn.name, count, least: fn.least, most, range: countRange(fn) });
  }

  private range(node: RangeNode): Expr {
    const first = this.rangeEnd(node.start);
    this.take();
    if (node.step) {
      this.rangeEnd(node.step);
      this.take();
    }
    const last = this.rangeEnd(node.end);
    const span = { from: first.from, to: last.to };
    if (node.step) this.refuse("rangeStep", span);
    else if (first.path.length !== last.path.length) this.refuse("rangeEnds", span);
    return { kind: "range", first, last, ...span };
  }

  private rangeEnd(node: MathNode): NamePath {
    if (node.type === "SymbolNode" || node.type === "AccessorNode") {
      const name = this.name(node);
      const [head = ""] = name.path;
      if (head === "f" || head === "ind" || head === "children" || head === "units") this.refuse("rangeOfNames", name);
      return name;
    }
    const other = this.expression(node);
    this.refuse("rangeOfNames", other);
    return { path: [], from: other.from, to: other.to };
  }

  /** `a`, `a.b` or `a.b.c`. */
  private name(node: MathNode): NamePath {
    if (node.type === "SymbolNode") {
      const token = this.take();
      return { path: [token.text], from: token.from, to: token.to };
    }
    if (node.type === "AccessorNode") {
      const owner = this.name((node as AccessorNode).object);
      this.take();
      const last = this.take();
      const name = { path: [...owner.path, last.text], from: owner.from, to: last.to };
      if (name.path.length > longestPath) this.refuse("longPath", name);
      return name;
    }
    const other = this.expression(node);
    this.refuse("nameOfNames", other);
    return { path: [], from: other.from, to: other.to };
  }

  /** A node that the language does not have: everything that it spans is refused at once, and the walk goes on behind it. */
  private foreign(node: MathNode): Expr {
    const from = this.peek().from;
    if (node.type === "RelationalNode") {
      // a < b < c: mathjs reads it as (a < b) and (b < c); most languages do not.
      this.skipLeaves(node);
      this.refuse("chain", { from, to: this.last().to });
    } else {
      this.skipLeaves(node);
      this.refuse("syntax", { from, to: this.last().to });
    }
    return { kind: "number", value: Number.NaN, from, to: this.last().to };
  }

  private skipLeaves(node: MathNode): void {
    const parts: MathNode[] = [];
    node.forEach((part) => {
      parts.push(part);
    });
    for (const [i, part] of parts.entries()) {
      if (i > 0) this.take();
      this.expression(part);
    }
  }

  private refuse(code: string, span: Span, params: Problem["params"] = {}): void {
    this.problems.push(formulaProblem(code, span, params));
  }

  private peek(): Token {
    return this.tokens[this.next] ?? this.last();
  }

  private take(): Token {
    const token = this.peek();
    this.next += 1;
    return token;
  }

  private last(): Token {
    return this.tokens[Math.min(this.next, this.tokens.length) - 1] ?? { kind: "other", text: "", from: 0, to: 0 };
  }
}

/** How many arguments a function takes, in figures: `2`, `1–2`, `1+`. */
function countRange(fn: FunctionSpec): string {
  if (fn.open) return `${fn.least}+`;
  return fn.least === fn.parameters.length ? String(fn.least) : `${fn.least}–${fn.parameters.length}`;
}
