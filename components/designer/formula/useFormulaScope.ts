import { useMemo } from "react";
import { useDesigner } from "@/components/designer/store";
import { type FormulaHome, type FormulaScope, formulaScope } from "@/lib/form/compile";

/** The names of formulas at a place, in the template as it is now; undefined where no formula can stand. */
export function useFormulaScope(home: FormulaHome | undefined): FormulaScope | undefined {
  const template = useDesigner((snapshot) => snapshot.template);
  return useMemo(() => (home === undefined ? undefined : formulaScope(template, home)), [template, home]);
}
