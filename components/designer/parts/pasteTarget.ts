import type { DropTarget } from "@/components/designer/dnd";
import { childrenOf, listKindOf, placeKey } from "@/components/designer/dnd";
import type { Selection } from "@/components/designer/store";
import type { Template } from "@/lib/template";
import { type Fragment, type Place, spotOf } from "@/lib/template/edit";

/** A cell stands for its row and for its column. */
function standsFor(place: Place, of: Fragment["of"]): Place {
  if (place.kind !== "cell") return place;
  if (of === "rows") return { kind: "row", block: place.block, row: place.row };
  return of === "columns" ? { kind: "column", block: place.block, column: place.column } : place;
}

/**
 * Where a fragment goes: after the last selected part of its kind; else at the end of the selected block that can hold
 * it; blocks also after the block that something is selected in, or at the end of the page. Undefined where nothing fits.
 */
export function pasteTarget(template: Template, { places, focus }: Selection, fragment: Fragment): DropTarget | undefined {
  const { of } = fragment;
  const peers = places.map((place) => standsFor(place, of)).filter((place) => listKindOf(place) === of);
  const last = peers.findLast((place) => spotOf(template, place) !== undefined);
  const spot = last && spotOf(template, last);
  if (spot) return { into: spot.in, index: spot.index + 1 };
  const block = focus && focus.kind !== "document" ? focus.block : undefined;
  if (of === "blocks") {
    const children = childrenOf(template, { kind: of });
    const at = block === undefined ? -1 : children.findIndex((child) => placeKey(child) === placeKey({ kind: "block", block }));
    return { into: { kind: of }, index: at === -1 ? children.length : at + 1 };
  }
  if (block === undefined) return undefined;
  const kind = template.blocks.find(({ id }) => id === block)?.kind;
  const holds = of === "fields" ? kind === "fields" || kind === "list" : kind === "table";
  if (!holds) return undefined;
  const into = { kind: of, block } as const;
  return { into, index: childrenOf(template, into).length };
}
