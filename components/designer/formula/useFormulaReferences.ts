import { useMemo, useSyncExternalStore } from "react";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { formulaScope } from "@/lib/form/compile";
import { fieldsOf, type Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { formulaOf } from "./formulaOf";
import { type FormulaReference, referencesOf } from "./formulaReferences";
import { formulaSessionOf } from "./formulaSession";
import { selectedFormula } from "./selectedFormula";

const none: readonly FormulaReference[] = [];

/** What the formula that is being written reads; else that of what is selected. */
export function useFormulaReferences(): readonly FormulaReference[] {
  const store = useDesignerStore();
  const session = formulaSessionOf(store);
  const edited = useSyncExternalStore(session.subscribe, session.edited, () => undefined);
  const template = useDesigner((snapshot) => snapshot.template);
  const focus = useDesigner(({ selection }) => selection.focus ?? selection.places[0]);
  return useMemo(() => {
    const anchor = { row: focus && "row" in focus ? focus.row : undefined, column: focus && "column" in focus ? focus.column : undefined };
    if (edited) return withBlocks(referencesOf(edited.reads, edited.home, anchor), template);
    const selected = selectedFormula(template, focus);
    const scope = selected && formulaScope(template, selected);
    const stored = selected && formulaOf(template, selected);
    if (!scope || stored === undefined) return none;
    return withBlocks(referencesOf(scope.read(scope.show(stored)).reads, selected, anchor), template);
  }, [edited, template, focus]);
}

/** Formulas name fields without their block: here it is found. */
function withBlocks(references: readonly FormulaReference[], template: Template): readonly FormulaReference[] {
  const inBlock = (place: Place): Place => {
    if (place.kind !== "field" || !fieldsOf(template).some(({ id }) => id === place.field)) return place;
    const block = template.blocks.find((one) => one.kind === "fields" && one.fields.some(({ id }) => id === place.field));
    return block === undefined ? place : { ...place, block: block.id };
  };
  return references.map((reference) => ({ ...reference, place: inBlock(reference.place), last: inBlock(reference.last) }));
}
