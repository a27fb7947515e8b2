import { functionNamed } from "./functions";
import { type Token, tokens } from "./tokens";

/** What the language has for signs that people write by habit. */
const signs: Readonly<Record<string, string>> = {
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
  "&&": " and ",
  "||": " or ",
  ";": ",",
};

/** Functions of Excel, in its two languages' spelling of names, that are ours under another name. */
const excelFunctions: Readonly<Record<string, string>> = { average: "mean", power: "pow", int: "floor" };

/**
 * A formula written as in Excel, as the language has it: no `=` in front, `SUM` as `sum`, `;` between arguments, `1,5` as
 * `1.5`, `×` as `*`. A comma between two digits is a decimal comma where no call is open or where `;` parts the arguments;
 * inside a call without `;` it could be either and stays. What needs no mending comes back as it is.
 */
export function tidyFormula(text: string): string {
  const all = tokens(text);
  const hasSemicolon = all.some((token) => token.text === ";");
  let depth = 0;
  let written = "";
  let done = 0;
  for (const [i, token] of all.entries()) {
    const instead = tidied(token, all[i - 1], all[i + 1], { isFirst: i === 0, isDecimal: hasSemicolon || depth === 0 });
    if (token.text === "(") depth += 1;
    if (token.text === ")") depth -= 1;
    if (instead === undefined) continue;
    const before = written + text.slice(done, token.from);
    // Words need blanks around them, and only one.
    written = instead.startsWith(" ") ? `${before.trimEnd()}${instead}` : before + instead;
    done = token.to;
    if (instead === "" || instead.endsWith(" ")) while (/\s/.test(text[done] ?? "")) done += 1;
  }
  return written + text.slice(done);
}

interface Around {
  readonly isFirst: boolean;
  /** A comma between digits here can only part decimals. */
  readonly isDecimal: boolean;
}

/** What stands instead of a token; undefined where it stays. */
function tidied(token: Token, before: Token | undefined, after: Token | undefined, around: Around): string | undefined {
  if (token.text === "=" && around.isFirst) return "";
  if (token.kind === "name" && after?.text === "(") return functionFor(token.text);
  if (token.kind === ",") return isBetweenDigits(token, before, after) && around.isDecimal ? "." : undefined;
  // The reader of tokens takes `<>` as foreign and `==` as known.
  return token.kind === "other" ? signs[token.text] : undefined;
}

const isBetweenDigits = (token: Token, before: Token | undefined, after: Token | undefined): boolean =>
  before?.kind === "number" && after?.kind === "number" && before.to === token.from && after.from === token.to;

function functionFor(name: string): string | undefined {
  if (functionNamed(name)) return undefined;
  const lower = name.toLowerCase();
  const own = excelFunctions[lower] ?? lower;
  return functionNamed(own) ? own : ownSpelling(lower);
}

/** `YTD` and `lastyear` are known by another case of their letters. */
const ownSpelling = (lower: string): string | undefined => ["lastYear", "yearPlan"].find((name) => name.toLowerCase() === lower);
