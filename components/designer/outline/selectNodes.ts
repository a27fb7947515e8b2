import { placeKey } from "@/components/designer/dnd";
import type { Selection } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import type { OutlineNode } from "./outlineNodes";

const blockOf = (place: Place): string | undefined => (place.kind === "document" || place.kind === "block" ? undefined : place.block);

/** Whether two parts can be selected together: of one kind, and of one block. */
const goTogether = (a: Place, b: Place): boolean => a.kind === b.kind && blockOf(a) === blockOf(b);

/** The selection after a press on a line: that part alone, a range from the anchor (Shift), or one more or less (Ctrl). */
export function selectNode(
  nodes: readonly OutlineNode[],
  selection: Selection,
  node: OutlineNode,
  how: "alone" | "range" | "toggle",
): Selection {
  const { place } = node;
  const alone: Selection = { places: [place], anchor: place, focus: place };
  const { anchor } = selection;
  if (how === "alone" || node.isSection || anchor === undefined || !goTogether(anchor, place)) return alone;
  if (how === "range") {
    const from = nodes.findIndex((each) => !each.isSection && placeKey(each.place) === placeKey(anchor));
    const to = nodes.indexOf(node);
    if (from === -1) return alone;
    const between = nodes.slice(Math.min(from, to), Math.max(from, to) + 1);
    return {
      places: between.filter((each) => !each.isSection && goTogether(each.place, anchor)).map((each) => each.place),
      anchor,
      focus: place,
    };
  }
  const others = selection.places.filter((each) => placeKey(each) !== placeKey(place));
  if (others.length === selection.places.length) return { places: [...selection.places, place], anchor: place, focus: place };
  const last = others.at(-1);
  return { places: others, anchor: last, focus: last };
}
