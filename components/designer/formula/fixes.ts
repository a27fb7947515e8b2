import type { FormulaReading, FormulaScope } from "@/lib/form/compile";
import { tidyFormula } from "@/lib/formula";

/** A text that would do instead of the one typed. */
export interface Fix {
  readonly kind: "tidy" | "nearest" | "choice";
  readonly text: string;
}

/**
 * Texts to offer where a formula cannot be kept: written the language's way, with the nearest known names, a decimal
 * comma read both ways. Only texts that can be kept are offered.
 */
export function fixesFor(text: string, reading: FormulaReading, scope: FormulaScope): readonly Fix[] {
  if (reading.stored !== undefined || text.trim() === "") return [];
  const isGood = (one: string): boolean => scope.read(one).stored !== undefined;
  const found: Fix[] = [];
  const add = (kind: Fix["kind"], one: string): void => {
    if (one !== text && isGood(one) && !found.some((fix) => fix.text === one)) found.push({ kind, text: one });
  };
  const tidy = tidyFormula(text);
  add("tidy", tidy);
  add("nearest", withNearest(tidy, scope));
  for (const key of ["decimal", "list"]) add("choice", withParam(tidy, scope, key));
  return found;
}

/** Every unknown name that has a near one replaced by it. */
function withNearest(text: string, scope: FormulaScope): string {
  const wrong = scope.read(text).problems.filter(({ params, span }) => span && typeof params.near === "string");
  return replaced(
    text,
    wrong.map(({ span, params }) => ({ from: span?.from ?? 0, to: span?.to ?? 0, by: String(params.near) })),
  );
}

/** What a problem itself says that could be meant: "1,5" as 1.5 or as two arguments. */
function withParam(text: string, scope: FormulaScope, key: string): string {
  const wrong = scope.read(text).problems.filter(({ code, params, span }) => code === "formula.decimalComma" && span && key in params);
  return replaced(
    text,
    wrong.map(({ span, params }) => ({ from: span?.from ?? 0, to: span?.to ?? 0, by: String(params[key]) })),
  );
}

function replaced(text: string, spans: readonly { readonly from: number; readonly to: number; readonly by: string }[]): string {
  let written = text;
  for (const { from, to, by } of [...spans].sort((a, b) => b.from - a.from)) written = written.slice(0, from) + by + written.slice(to);
  return written;
}
