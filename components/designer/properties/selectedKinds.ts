import type { Block } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

/** The kinds of the selected blocks, each once. */
export const selectedKinds = (places: readonly Place[], blocks: readonly Block[]): readonly Block["kind"][] => {
  const ids = new Set(places.flatMap((place) => (place.kind === "block" ? [place.block] : [])));
  return [...new Set(blocks.filter(({ id }) => ids.has(id)).map(({ kind }) => kind))];
};
