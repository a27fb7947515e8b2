import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useSay } from "@/components/ui/useSay";
import { formatNumber } from "@/lib/form";
import type { FormulaScope, KnownName } from "@/lib/form/compile";
import { type Expr, explainFormula, functionNamed } from "@/lib/formula";
import { type Text, textIn } from "@/lib/template";
import type { EditorWords } from "./editorExtensions";

/** Keys of functions and parameters are known at run time only. */
type ByKey = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export interface FormulaWords extends EditorWords {
  /** What a formula computes, in words with labels. */
  readonly explain: (scope: FormulaScope, expr: Expr) => string;
}

/** The words of formulas in the reader's language. */
export function useFormulaWords(): FormulaWords {
  const t = useTranslations();
  const locale = useLocale();
  const say = useSay();
  return useMemo(() => {
    const byKey = t as unknown as ByKey;
    const textOf = (text: Text): string =>
      textIn(text, locale === "en" ? "en" : "vi")
        .replace(/\s+/g, " ")
        .trim();
    const overOf = (name: KnownName): string => name.over.map(textOf).join(" – ");
    const whole = (name: KnownName): string => {
      const over = overOf(name);
      return `${name.number === "" ? "" : `${name.number} `}${over === "" ? "" : `${over} – `}${textOf(name.label)}`;
    };
    const nameIn = (scope: FormulaScope, path: readonly string[]): string | undefined => {
      const found = scope.labelOf(path);
      const parts = [found?.row, found?.column].filter((part) => part !== undefined).map(whole);
      return parts.length === 0 ? undefined : parts.join("; ");
    };
    const shortName = shortNames(textOf);
    return {
      textOf,
      say,
      nameIn,
      overOf: ({ name }) => overOf(name),
      functionDoc: (name) => byKey(`formula.functions.${name}`),
      wordDoc: (word) => byKey(`formula.explain.${word}`),
      parameter: (fn, index) => {
        const spec = functionNamed(fn);
        const parameter = spec?.parameters[index] ?? (spec?.open ? spec.parameters.at(-1) : undefined);
        if (!parameter) return undefined;
        const letter = String.fromCharCode("a".charCodeAt(0) + Math.min(index, (spec?.parameters.length ?? 1) - 1));
        return `${letter}: ${byKey(`formula.parameters.${parameter.name}`)}`;
      },
      explain: (scope, expr) =>
        explainFormula(expr, {
          labelOf: ({ path }) => shortName(scope, path),
          phrase: (code, params) => byKey(code, params),
          number: (value) => formatNumber(value, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0, locale),
        }),
    };
  }, [t, locale, say]);
}

/** Labels alone where they tell the figure; with the heads over them where several are called the same. */
function shortNames(textOf: (text: Text) => string): (scope: FormulaScope, path: readonly string[]) => string {
  const counts = new WeakMap<FormulaScope, ReadonlyMap<string, number>>();
  const countOf = (scope: FormulaScope, label: string): number => {
    let known = counts.get(scope);
    if (known === undefined) {
      const all = new Map<string, number>();
      for (const { label: text } of scope.names([])) all.set(textOf(text), (all.get(textOf(text)) ?? 0) + 1);
      known = all;
      counts.set(scope, known);
    }
    return known.get(label) ?? 0;
  };
  return (scope, path) => {
    const found = scope.labelOf(path);
    const parts = [found?.row, found?.column].flatMap((part) => {
      if (part === undefined) return [];
      const label = textOf(part.label);
      const over = part.over.slice(-1).map(textOf).join("");
      // Not by a dash, which would read as a minus among figures.
      return [over !== "" && countOf(scope, label) > 1 ? `${label} (${over})` : label];
    });
    if (parts.length === 0) return path.join(".");
    return parts.length === 1 ? (parts[0] ?? "") : parts.map((part) => `“${part}”`).join(" – ");
  };
}
