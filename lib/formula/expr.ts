/** Where an expression stands in its formula's text: 0-based, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * A name as written, split at its dots: `["c3"]`, `["r01"]`, `["r01","c3"]`, `["t2","r01","c3"]`,
 * `["f","dan_so"]`, `["ind","KTXH_01"]`. What it means is decided where the formula stands (`lib/form`).
 */
export interface NamePath extends Span {
  readonly path: readonly string[];
}

export type UnaryOperator = "-" | "+" | "not";
export type BinaryOperator = "+" | "-" | "*" | "/" | "^" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "and" | "or";

/** The checked tree of a formula: ours, serialisable, free of mathjs. */
export type Expr = Span &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "name"; readonly name: NamePath }
    | { readonly kind: "range"; readonly first: NamePath; readonly last: NamePath }
    | { readonly kind: "children" }
    | { readonly kind: "units" }
    | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expr }
    | { readonly kind: "binary"; readonly operator: BinaryOperator; readonly left: Expr; readonly right: Expr }
    | { readonly kind: "conditional"; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
    | { readonly kind: "call"; readonly fn: string; readonly args: readonly Expr[] }
  );
