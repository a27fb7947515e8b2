import type { Problem } from "@/lib/problem";
import { fieldsOf, type Template } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

/** Whether the path of a problem leads to a place or to something in it. */
export function isAt(template: Template, place: Place, at: string): boolean {
  switch (place.kind) {
    case "document":
      return at === "";
    case "block": {
      if (at === place.block || at === `n.${place.block}` || at.startsWith(`${place.block}.`) || at === `e.${place.block}`) return true;
      const block = template.blocks.find(({ id }) => id === place.block);
      return block?.kind === "fields" && block.fields.some(({ id }) => at === `f.${id}`);
    }
    case "field":
      return fieldsOf(template).some(({ id }) => id === place.field) &&
        template.blocks.find(({ id }) => id === place.block)?.kind === "fields"
        ? at === `f.${place.field}`
        : at === `${place.block}.${place.field}`;
    case "column":
      return at === `${place.block}.${place.column}` || (at.startsWith(`${place.block}.`) && at.endsWith(`.${place.column}`));
    case "row":
      return at === `${place.block}.${place.row}` || at.startsWith(`${place.block}.${place.row}.`);
    case "cell":
      return at === `${place.block}.${place.row}.${place.column}`;
    case "check":
      return at === `${place.block}.${place.check}`;
  }
}

/** What was found wrong with the selected places; of the whole document alone, what is told of the whole. */
export const problemsOfPlaces = (template: Template, problems: readonly Problem[], places: readonly Place[]): readonly Problem[] => {
  const asked: readonly Place[] = places.length === 0 ? [{ kind: "document" }] : places;
  return problems.filter(({ at }) => asked.some((place) => isAt(template, place, at)));
};
