/** A name of a formula with its place in the text: `c3`, `r01.c3`, `t2.r01.c3`, `f.dan_so`. */
export interface FormulaName {
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number;
}

// As `lib/formula` (which stands above this room) splits a text: a name begins with a letter, is no part of a number,
// and goes on over dots that a name follows.
const token =
  /(?<name>[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*(?:\s*\.\s*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*)*)|(?:\d+(?:\.\d+)*|\.\d+)(?:[eE][+-]?\d+)?|"[^"]*"?|'[^']*'?|./gsu;

/** The names of a formula in the order of the text, those of functions left out. */
export function namesOfFormula(text: string): readonly FormulaName[] {
  const names: FormulaName[] = [];
  for (const match of text.matchAll(token)) {
    const name = match.groups?.name;
    if (name === undefined) continue;
    const to = match.index + name.length;
    if (/^\s*\(/.test(text.slice(to, to + 20))) continue;
    names.push({ path: name.split(".").map((part) => part.trim()), from: match.index, to });
  }
  return names;
}

/** A formula with other names; all that is no name stays as it is written. Undefined leaves a name. */
export function renameInFormula(text: string, rename: (path: readonly string[]) => readonly string[] | undefined): string {
  let written = "";
  let done = 0;
  for (const { path, from, to } of namesOfFormula(text)) {
    const renamed = rename(path);
    if (renamed === undefined || renamed.join(".") === path.join(".")) continue;
    written += text.slice(done, from) + renamed.join(".");
    done = to;
  }
  return written + text.slice(done);
}
