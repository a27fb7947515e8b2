import type { Template } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";
import type { Selection } from "./types";

/** Nothing: the document itself. */
export const noSelection: Selection = { places: [], anchor: undefined, focus: undefined };

/** One part alone. */
export const selectionOf = (place: Place): Selection => ({ places: [place], anchor: place, focus: place });

/** Whether a part stands in the template; a cell stands where its row and its column do, whether it has anything of its own or not. */
const stands = (template: Template, place: Place): boolean => {
  if (place.kind !== "cell") return place.kind === "document" || partAt(template, place) !== undefined;
  const { block, row, column } = place;
  return partAt(template, { kind: "row", block, row }) !== undefined && partAt(template, { kind: "column", block, column }) !== undefined;
};

/** A selection without the parts that are gone; the same one where all stand. */
export function repaired(selection: Selection, template: Template): Selection {
  const { places, anchor, focus } = selection;
  const left = places.filter((place) => stands(template, place));
  const isAnchored = anchor === undefined || stands(template, anchor);
  const isFocused = focus === undefined || stands(template, focus);
  if (left.length === places.length && isAnchored && isFocused) return selection;
  return { places: left, anchor: isAnchored ? anchor : left[0], focus: isFocused ? focus : left.at(-1) };
}
