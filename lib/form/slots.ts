import { isListFunction } from "@/lib/formula/functions";
import type { Bound, CellReference, SpanReference } from "./compiled";

/** What the argument of a list function reads directly; other arguments are computed first. */
export type ListItem = CellReference | SpanReference | { readonly kind: "children" };

/**
 * A formula made ready to be laid over cells: its references by kind. Every occurrence has a slot of its own, in the
 * order in which `shape` names them.
 */
export interface Slots {
  /** References to one cell. */
  readonly points: readonly CellReference[];
  /** References to many cells, the arguments of one list function together. */
  readonly lists: readonly (readonly ListItem[])[];
  readonly shape: Shape;
}

/** The formula's operations over its slots. */
export type Shape =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "point"; readonly slot: number }
  | {
      readonly kind: "apply";
      readonly fn: string;
      readonly args: readonly Shape[];
      /** Decimals of `round`. */
      readonly places: number;
      /** Terms of `+` that are taken away: bit i for argument i, never the first. */
      readonly minus: number;
    }
  /** A list function over a slot of cells and over computed figures. */
  | { readonly kind: "list"; readonly fn: ListName; readonly slot: number | undefined; readonly args: readonly Shape[] };

export type ListName = "sum" | "mean" | "min" | "max" | "count";

/** Sums of at most so many single cells are added directly, without a list. */
const DIRECT = 8;
/** Terms of one addition, besides the first. */
const MOST_TERMS = 30;

/** Whether the reference may stand for several cells, where rows or columns are repeated. */
export type MayRepeat = (ref: CellReference | SpanReference) => boolean;

/** Takes the references out of a formula. */
export function slotsOf(expr: Bound, mayRepeat: MayRepeat): Slots {
  const points: CellReference[] = [];
  const lists: (readonly ListItem[])[] = [];
  const point = (ref: CellReference): Shape => ({ kind: "point", slot: points.push(ref) - 1 });
  const go = (part: Bound): Shape => {
    switch (part.kind) {
      case "number":
        return part;
      case "cell":
        return point(part);
      case "span":
      case "children":
        return listCall("sum", [part]);
      case "unary":
        return part.operator === "+" ? go(part.operand) : apply(part.operator === "-" ? "negate" : "not", [go(part.operand)]);
      case "binary":
        return binary(part);
      case "if":
        return apply("if", [go(part.test), go(part.holds), go(part.fails)]);
      case "call":
        return isListFunction(part.fn) ? listCall(part.fn, part.args) : call(part);
    }
  };
  const apply = (fn: string, args: readonly Shape[], places = 0, minus = 0): Shape => ({ kind: "apply", fn, args, places, minus });
  const binary = (part: Extract<Bound, { kind: "binary" }>): Shape => {
    const { operator, left, right } = part;
    const hundredfold = operator === "*" && right.kind === "number" && right.value === 100;
    // a / b * 100 is percent(a, b) to the last bit, and runs as one operation.
    if (hundredfold && left.kind === "binary" && left.operator === "/") return apply("percent", [go(left.left), go(left.right)]);
    if (operator === "*" && left.kind === "binary" && left.operator === "*") return apply("*", [go(left.left), go(left.right), go(right)]);
    return operator === "+" || operator === "-" ? terms(part) : apply(operator, [go(left), go(right)]);
  };
  /** a + b − c is computed in one go, from the left. */
  const terms = (part: Bound): Shape => {
    const found: { readonly part: Bound; readonly taken: boolean }[] = [];
    let rest = part;
    while (rest.kind === "binary" && (rest.operator === "+" || rest.operator === "-") && found.length < MOST_TERMS) {
      found.push({ part: rest.right, taken: rest.operator === "-" });
      rest = rest.left;
    }
    found.push({ part: rest, taken: false });
    found.reverse();
    return added(found.map((term) => ({ shape: go(term.part), taken: term.taken })));
  };
  /** One addition of all terms, those of bracketed sums included as far as there is room. */
  const added = (terms: readonly { readonly shape: Shape; readonly taken: boolean }[]): Shape => {
    const flat: { readonly shape: Shape; readonly taken: boolean }[] = [];
    for (const [i, { shape, taken }] of terms.entries()) {
      const room = MOST_TERMS + 1 - flat.length - (terms.length - i - 1);
      if (shape.kind !== "apply" || shape.fn !== "+" || shape.args.length > room) flat.push({ shape, taken });
      else for (const [j, arg] of shape.args.entries()) flat.push({ shape: arg, taken: taken !== Boolean(shape.minus & (1 << j)) });
    }
    const minus = flat.reduce((bits, { taken }, i) => (taken ? bits | (1 << i) : bits), 0);
    return apply(
      "+",
      flat.map(({ shape }) => shape),
      0,
      minus,
    );
  };
  const call = (part: Extract<Bound, { kind: "call" }>): Shape => {
    const [first, second] = part.args;
    if (part.fn === "round" && first !== undefined) return apply("round", [go(first)], second === undefined ? 0 : placesOf(second));
    return apply(part.fn === "pow" ? "^" : part.fn, part.args.map(go));
  };
  const listCall = (fn: ListName, args: readonly Bound[]): Shape => {
    const items: ListItem[] = [];
    const rest: Bound[] = [];
    for (const arg of args) (arg.kind === "cell" || arg.kind === "span" || arg.kind === "children" ? items : rest).push(arg as never);
    const direct = fn === "sum" ? singles(items, mayRepeat) : undefined;
    if (direct !== undefined) return added([...direct.map(point), ...rest.map(go)].map((shape) => ({ shape, taken: false })));
    const slot = items.length === 0 ? undefined : lists.push(items) - 1;
    return { kind: "list", fn, slot, args: rest.map(go) };
  };
  const shape = go(expr);
  return { points, lists, shape };
}

/** The cells of a short list one by one, where each is a single cell in any opened form. */
function singles(items: readonly ListItem[], mayRepeat: MayRepeat): readonly CellReference[] | undefined {
  const cells: CellReference[] = [];
  for (const item of items) {
    if (item.kind === "children" || mayRepeat(item)) return undefined;
    if (item.kind === "cell") cells.push(item);
    else if (item.rows === null || item.columns === null) {
      for (const row of item.rows ?? [null])
        for (const column of item.columns ?? [null]) cells.push({ kind: "cell", table: item.table, row, column });
    } else return undefined;
    if (cells.length > DIRECT) return undefined;
  }
  return cells.length === 0 ? undefined : cells;
}

/** The whole number of `round`'s second argument; the parser lets nothing else through. */
function placesOf(expr: Bound): number {
  if (expr.kind === "number") return expr.value;
  return expr.kind === "unary" && expr.operator === "-" ? -placesOf(expr.operand) : 0;
}
