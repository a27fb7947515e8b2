import type { Span } from "./expr";

export type TokenKind = "number" | "name" | "operator" | "(" | ")" | "," | ":" | "?" | "." | "other";

/** A piece of a formula's text with its place. `other` is whatever the language does not have. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}

const pattern =
  /(?<space>[\s\u200B\uFEFF]+)|(?<name>[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)|(?<manyDots>\d+(?:\.\d+){2,})|(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<foreign><>)|(?<operator>==|!=|<=|>=|[-+*/^<>])|(?<sign>[(),:?.])|(?<other>"[^"]*"?|'[^']*'?|&&|\|\||=|.)/gsu;

const words = new Set(["and", "or", "not"]);
const signs: readonly TokenKind[] = ["(", ")", ",", ":", "?", "."];

/**
 * Splits the text of a formula into its tokens, blanks left out. Never fails: what is not of the language becomes
 * a token `other`, for the syntax check to name. mathjs's tree has no places in the text, these have.
 */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    if (groups.space !== undefined) continue;
    found.push({ kind: kindOf(match[0], groups, found.at(-1)), text: match[0], from: match.index, to: match.index + match[0].length });
  }
  return found;
}

function kindOf(text: string, groups: Readonly<Record<string, string | undefined>>, before: Token | undefined): TokenKind {
  // `f.and` is a name after its dot, whatever it is called elsewhere.
  if (groups.name !== undefined) return words.has(text) && before?.kind !== "." ? "operator" : "name";
  if (groups.number !== undefined) return "number";
  if (groups.operator !== undefined) return "operator";
  if (groups.sign !== undefined) return signs.find((sign) => sign === text) ?? "other";
  return "other";
}
