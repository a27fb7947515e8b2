import type { Problem } from "@/lib/problem";
import type { BinaryOperator, Expr, NamePath } from "./expr";
import { functionNamed, type ParameterKind, parameterAt } from "./functions";
import { formulaProblem } from "./problems";

/** What an expression gives: a figure, or true/false; undefined where a name decides and is not known. */
export type Kind = "number" | "condition";

/** The kind of what a name means; `other` (text, date, choice) cannot stand in a formula at all; undefined: not known here. */
export type KindOf = (name: NamePath) => Kind | "other" | undefined;

/**
 * Figures where conditions are wanted and the other way round, each at its place. `expected` is what the whole
 * must give: a number for a cell, a condition for a check.
 */
export function checkKinds(expr: Expr, kindOf: KindOf, expected?: Kind): readonly Problem[] {
  const problems: Problem[] = [];
  expect(expr, expected, kindOf, problems);
  return problems;
}

const logical: readonly BinaryOperator[] = ["and", "or"];
const equalities: readonly BinaryOperator[] = ["==", "!="];
const orders: readonly BinaryOperator[] = ["<", "<=", ">", ">="];

function expect(expr: Expr, wanted: Kind | undefined, kindOf: KindOf, problems: Problem[]): Kind | undefined {
  const found = kind(expr, kindOf, problems);
  if (wanted !== undefined && found !== undefined && found !== wanted) {
    problems.push(formulaProblem(wanted === "number" ? "numberExpected" : "conditionExpected", expr));
  }
  return found ?? wanted;
}

function kind(expr: Expr, kindOf: KindOf, problems: Problem[]): Kind | undefined {
  switch (expr.kind) {
    case "number":
    case "children":
    case "units":
      return "number";
    case "name":
      return nameKind(expr.name, kindOf, problems);
    case "range":
      for (const end of [expr.first, expr.last]) {
        if (nameKind(end, kindOf, problems) === "condition") problems.push(formulaProblem("numberExpected", end));
      }
      return "number";
    case "unary":
      return expect(expr.operand, expr.operator === "not" ? "condition" : "number", kindOf, problems);
    case "binary": {
      if (logical.includes(expr.operator)) {
        expect(expr.left, "condition", kindOf, problems);
        return expect(expr.right, "condition", kindOf, problems);
      }
      if (equalities.includes(expr.operator)) {
        expect(expr.right, kind(expr.left, kindOf, problems), kindOf, problems);
        return "condition";
      }
      expect(expr.left, "number", kindOf, problems);
      expect(expr.right, "number", kindOf, problems);
      return orders.includes(expr.operator) ? "condition" : "number";
    }
    case "conditional": {
      expect(expr.test, "condition", kindOf, problems);
      const then = kind(expr.then, kindOf, problems);
      return expect(expr.otherwise, then, kindOf, problems);
    }
    case "call": {
      const fn = functionNamed(expr.fn);
      for (const [i, arg] of expr.args.entries()) expect(arg, fn && kindTaken(parameterAt(fn, i)?.kind), kindOf, problems);
      return "number";
    }
  }
}

const kindTaken = (parameter: ParameterKind | undefined): Kind | undefined => {
  if (parameter === undefined) return undefined;
  return parameter === "condition" ? "condition" : "number";
};

function nameKind(name: NamePath, kindOf: KindOf, problems: Problem[]): Kind | undefined {
  const found = kindOf(name);
  if (found !== "other") return found;
  problems.push(formulaProblem("notAFigure", name, { name: name.path.join(".") }));
  return undefined;
}
