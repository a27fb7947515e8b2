import { formatNumber } from "@/lib/form";
import type { CellIndex } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import { explainFormula, parseFormula } from "@/lib/formula";
import { type Locale, say } from "@/lib/messages";
import type { Template, Text } from "@/lib/template";
import { formulaNames } from "./formulaNames";

/** Formulas in words: by table, then by the formula as written. */
export type FormulaTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Digits after the point as the shortest writing of a double has them. */
const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

/**
 * Tells every formula of an opened form in words. For pages to fill this is done on the server: the parser is large and
 * stays out of them.
 */
export const formulaTexts = (form: Form, template: Template, words: (text: Text) => string, locale: Locale): FormulaTexts => {
  const texts: Record<string, Record<string, string>> = {};
  const names = new Map<string, ReturnType<typeof formulaNames>>();
  for (let i = 0; i < form.cellCount; i += 1) {
    const { address, formula } = form.info(i as CellIndex);
    if (formula === undefined) continue;
    const table = address.split(".")[0] ?? "";
    const told = texts[table] ?? {};
    texts[table] = told;
    if (told[formula] !== undefined) continue;
    const labelOf = names.get(table) ?? formulaNames(template, table, words);
    names.set(table, labelOf);
    const parsed = parseFormula(formula);
    told[formula] = parsed.ok
      ? explainFormula(parsed.value, {
          labelOf: ({ path }) => labelOf(path),
          phrase: (code, params) => say({ code, params, at: "", severity: "warning" }, locale),
          number: (value) => formatNumber(value, decimalsOf(value), locale),
        })
      : formula;
  }
  return texts;
};
