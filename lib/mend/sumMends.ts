import { formulaScope } from "@/lib/form/compile";
import { type Expr, parseFormula, printFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import { flatRows, leafColumns, type Template, tablesOf } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { formulaAt, withFormulaMend } from "./formulaMends";
import type { Mend } from "./mend";

/** Sums that leave one out at their end, and sums that count a row twice. */
export function sumMends(template: Template, problem: Problem, place: Place): readonly Mend[] {
  const { code, params, span } = problem;
  const stored = formulaAt(template, place);
  if (stored === undefined || span === undefined || place.kind === "document" || place.kind === "block") return [];
  const parsed = parseFormula(stored);
  const scope = formulaScope(template, place);
  const sum = parsed.ok ? partAt(parsed.value, span) : undefined;
  if (!parsed.ok || !scope || !sum) return [];
  const idOf = (name: string | number | undefined): string => scope.read(String(name)).stored ?? String(name);
  const changed = (part: Expr | undefined, as: string): readonly Mend[] =>
    part === undefined ? [] : withFormulaMend(template, place, as, printFormula(replaced(parsed.value, sum, part)));
  if (code === "lint.shortRange") return changed(withOneMore(sum, idOf(params.missing), idOf(params.first), idOf(params.last)), "lengthen");
  if (code !== "lint.countedTwice") return [];
  const order = orderOf(template, place.block);
  const subtotal = idOf(params.sum);
  const taken = countedBy(template, place.block, subtotal).reduce<Expr | undefined>(
    (left, row) => (left && withoutTerm(left, row, order)) ?? left,
    sum,
  );
  return [...changed(withoutTerm(sum, subtotal, order), "takeOutSum"), ...(taken === sum ? [] : changed(taken, "takeOutRow"))];
}

/** Rows that the formula of a row adds up. */
function countedBy(template: Template, block: string, row: string): readonly string[] {
  const home = { kind: "row", block, row } as const;
  const formula = formulaAt(template, home);
  const reads = formula === undefined ? [] : (formulaScope(template, home)?.read(formula).reads ?? []);
  return reads.flatMap(({ rows }) => rows ?? []);
}

/** The part of a formula that stands at a span. */
function partAt(expr: Expr, span: { readonly from: number; readonly to: number }): Expr | undefined {
  if (expr.from === span.from && expr.to === span.to) return expr;
  for (const part of partsOf(expr)) {
    const found = partAt(part, span);
    if (found) return found;
  }
  return undefined;
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case "unary":
      return [expr.operand];
    case "binary":
      return [expr.left, expr.right];
    case "conditional":
      return [expr.test, expr.then, expr.otherwise];
    case "call":
      return expr.args;
    default:
      return [];
  }
}

/** The formula with one of its parts replaced. */
function replaced(expr: Expr, old: Expr, next: Expr): Expr {
  if (expr === old) return next;
  const go = (part: Expr): Expr => replaced(part, old, next);
  switch (expr.kind) {
    case "unary":
      return { ...expr, operand: go(expr.operand) };
    case "binary":
      return { ...expr, left: go(expr.left), right: go(expr.right) };
    case "conditional": {
      const [test, then, otherwise] = [go(expr.test), go(expr.then), go(expr.otherwise)];
      return { ...expr, test, then, otherwise };
    }
    case "call":
      return { ...expr, args: expr.args.map(go) };
    default:
      return expr;
  }
}

const named = (id: string): Expr => ({ kind: "name", name: { path: [id], from: 0, to: 0 }, from: 0, to: 0 });

/** A sum with the one that it left out: a single range grows, else it becomes one more term where its order is kept. */
function withOneMore(sum: Expr, missing: string, first: string, last: string): Expr | undefined {
  const atFront = missing === first;
  if (sum.kind === "call") {
    const [only, ...others] = sum.args;
    if (only?.kind === "range" && others.length === 0) {
      const whole: Expr = { ...only, first: { ...only.first, path: [first] }, last: { ...only.last, path: [last] } };
      return { ...sum, args: [whole] };
    }
    return { ...sum, args: atFront ? [named(missing), ...sum.args] : [...sum.args, named(missing)] };
  }
  if (sum.kind !== "binary") return undefined;
  const [left, right] = atFront ? [named(missing), sum] : [sum, named(missing)];
  return { kind: "binary", operator: "+", left, right, from: sum.from, to: sum.to };
}

/** The sum without a row: its own term goes, a range that begins or ends with it shrinks by it; undefined where neither is so. */
function withoutTerm(sum: Expr, id: string, order: readonly string[]): Expr | undefined {
  const isIt = (expr: Expr): boolean => expr.kind === "name" && expr.name.path.length === 1 && expr.name.path[0] === id;
  if (sum.kind === "binary" && sum.operator === "+") {
    if (isIt(sum.left)) return sum.right;
    if (isIt(sum.right)) return sum.left;
    const left = withoutTerm(sum.left, id, order);
    if (left) return { ...sum, left };
    const right = withoutTerm(sum.right, id, order);
    return right && { ...sum, right };
  }
  if (sum.kind !== "call") return undefined;
  const args = sum.args.flatMap((arg): readonly Expr[] => (isIt(arg) ? [] : [shrunk(arg, id, order)]));
  const isSame = args.length === sum.args.length && args.every((arg, i) => arg === sum.args[i]);
  return isSame || args.length === 0 ? undefined : { ...sum, args };
}

function shrunk(expr: Expr, id: string, order: readonly string[]): Expr {
  if (expr.kind !== "range" || expr.first.path.length !== 1 || expr.last.path.length !== 1) return expr;
  const at = order.indexOf(id);
  const [first = "", last = ""] = [expr.first.path[0], expr.last.path[0]];
  const next = last === id ? { first, last: order[at - 1] } : first === id ? { first: order[at + 1], last } : undefined;
  if (next?.first === undefined || next.last === undefined) return expr;
  if (order.indexOf(next.first) > order.indexOf(next.last)) return expr;
  if (next.first === next.last) return named(next.first);
  return { ...expr, first: { ...expr.first, path: [next.first] }, last: { ...expr.last, path: [next.last] } };
}

/** Ids of the rows of one level after the other, then of the columns: a range runs along one of them. */
function orderOf(template: Template, block: string): readonly string[] {
  const table = tablesOf(template).find(({ id }) => id === block);
  if (table === undefined) return [];
  const levels = new Map<string, string[]>();
  for (const { row, parents } of flatRows(table)) {
    const parent = parents.at(-1)?.id ?? "";
    levels.set(parent, [...(levels.get(parent) ?? []), row.id]);
  }
  return [...[...levels.values()].flat(), ...leafColumns(table).map(({ column }) => column.id)];
}
