import { type Token, tokens } from "./tokens";

/** The path that a name stands for on the other side; undefined leaves it as it is written. */
export type Rename = (path: readonly string[]) => readonly string[] | undefined;

/** A stored formula (by id) as the designer sees it (by code). Only names change: blanks, parentheses and slips stay. */
export const showFormula = (text: string, nameOf: Rename): string => rename(text, nameOf);

/** A formula as the designer typed it (by code) as it is stored (by id). A name that is not known stays, for the checker to tell. */
export const storeFormula = (text: string, idOf: Rename): string => rename(text, idOf);

function rename(text: string, other: Rename): string {
  const all = tokens(text);
  let written = "";
  let done = 0;
  for (let i = 0; i < all.length; i++) {
    const name = nameAt(all, i);
    if (!name) continue;
    i += name.length - 1;
    const path = name.filter((token) => token.kind === "name").map((token) => token.text);
    const renamed = all[i + 1]?.kind === "(" ? undefined : other(path);
    if (!renamed) continue;
    written += text.slice(done, name[0]?.from) + renamed.join(".");
    done = name.at(-1)?.to ?? done;
  }
  return written + text.slice(done);
}

/** The tokens of the whole name `a.b.c` that begins at a token; undefined where none begins. */
function nameAt(all: readonly Token[], start: number): readonly Token[] | undefined {
  const first = all[start];
  if (first?.kind !== "name") return undefined;
  let end = start + 1;
  while (all[end]?.kind === "." && all[end + 1]?.kind === "name") end += 2;
  return all.slice(start, end);
}
