import type { FormulaScope, KnownName } from "@/lib/form/compile";
import { functions } from "@/lib/formula";
import type { Text } from "@/lib/template";
import { foldVietnamese } from "@/lib/unit";

/** What may be put at the caret. */
export type Suggestion =
  | { readonly kind: "name"; readonly name: KnownName; readonly label: string }
  | { readonly kind: "function"; readonly name: string }
  | { readonly kind: "word"; readonly name: "children" | "units" };

export interface Suggestions {
  /** Where the text that they replace begins. */
  readonly from: number;
  readonly all: readonly Suggestion[];
}

/** Words for the search, in the reader's language. */
export interface SuggestionWords {
  readonly textOf: (text: Text) => string;
  readonly functionDoc: (name: string) => string;
  readonly wordDoc: (word: "children" | "units") => string;
}

/** Most suggestions: more are found by typing on. */
const most = 60;

/** What a person may be typing before the caret: letters of any language, digits, dots and blanks. */
const typedRun = /[\p{L}\p{M}_][\p{L}\p{M}\p{N}_. ]*$/u;

/**
 * What the text before the caret may be the beginning of: a code, a label ("truc tuyen" finds "Trực tuyến", blanks and
 * all), a function. `explicit`: asked for by a key, so that nothing typed shows everything.
 */
export function suggestionsAt(before: string, scope: FormulaScope, words: SuggestionWords, explicit: boolean): Suggestions | undefined {
  const run = typedRun.exec(before)?.[0].replace(/^(?:.*\s)?(?:and|or|not)\s+/u, "");
  if (run === undefined || run === "") {
    if (!explicit || /[\p{L}\p{N})]\s*$/u.test(before)) return undefined;
    return { from: before.length, all: searched("", scope, words).slice(0, most) };
  }
  const lastWord = /\S*$/u.exec(run)?.[0] ?? "";
  if (lastWord.includes(".")) return afterDot(before, lastWord, scope, words);
  // A label may be of several words: the longest run that finds something is what is meant.
  for (const start of [0, ...[...run.matchAll(/\s+/gu)].map((gap) => gap.index + gap[0].length)]) {
    const query = run.slice(start);
    if (query === "" || /^\d/u.test(query)) continue;
    const all = searched(query, scope, words);
    if (all.length > 0) return { from: before.length - query.length, all: all.slice(0, most) };
  }
  return undefined;
}

function afterDot(before: string, word: string, scope: FormulaScope, words: SuggestionWords): Suggestions | undefined {
  const path = word.split(".");
  const query = path.pop() ?? "";
  const all = ranked(query, scope.names(path), words);
  return all.length > 0 ? { from: before.length - query.length, all: all.slice(0, most) } : undefined;
}

function searched(query: string, scope: FormulaScope, words: SuggestionWords): readonly Suggestion[] {
  const folded = foldVietnamese(query);
  const calls = functions.flatMap(({ name }): readonly Suggestion[] => {
    const isMatch =
      name.toLowerCase().startsWith(folded) || (folded.length > 2 && foldVietnamese(words.functionDoc(name)).includes(folded));
    return isMatch ? [{ kind: "function", name }] : [];
  });
  const groups = (["children", "units"] as const).flatMap((word): readonly Suggestion[] =>
    word.startsWith(folded) || (folded.length > 2 && foldVietnamese(words.wordDoc(word)).includes(folded))
      ? [{ kind: "word", name: word }]
      : [],
  );
  const names = ranked(query, scope.names([]), words);
  const isCall = (one: Suggestion): boolean => folded !== "" && one.kind === "function" && one.name.toLowerCase().startsWith(folded);
  return [...calls.filter(isCall), ...names, ...groups, ...calls.filter((one) => !isCall(one))];
}

function ranked(query: string, names: readonly KnownName[], words: SuggestionWords): readonly Suggestion[] {
  const folded = foldVietnamese(query);
  return names
    .map((name, order) => {
      const label = words.textOf(name.label);
      return { name, label, order, rank: rankOf(folded, name, foldVietnamese(label)) };
    })
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ name, label }): Suggestion => ({ kind: "name", name, label }));
}

/** The better a name fits what was typed, the less. */
function rankOf(folded: string, { name, number }: KnownName, label: string): number {
  if (folded === "") return 0;
  const code = name.toLowerCase();
  if (code === folded) return 0;
  if (code.startsWith(folded)) return 1;
  if (label.startsWith(folded)) return 2;
  if (` ${label}`.includes(` ${folded}`)) return 3;
  if (folded.length > 1 && label.includes(folded)) return 4;
  if (folded.length > 1 && code.includes(folded)) return 5;
  return number !== "" && foldVietnamese(number).replace(/[()]/g, "").startsWith(folded) ? 6 : Number.POSITIVE_INFINITY;
}
