import type { Column, Row, Template } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";

/** The kinds of selected columns, joined by blanks so that readings compare as words. */
export const columnKinds = (template: Template, places: readonly Place[]): string => kinds<Column["kind"]>(template, places);

/** The kinds of selected rows. */
export const rowKinds = (template: Template, places: readonly Place[]): string => kinds<Row["kind"]>(template, places);

function kinds<K extends string>(template: Template, places: readonly Place[]): string {
  const found = new Set<K>();
  for (const place of places) {
    const part = partAt(template, place);
    if (part !== undefined && "kind" in part) found.add(part.kind as K);
  }
  return [...found].join(" ");
}
