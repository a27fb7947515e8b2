import type { Place } from "@/lib/template/edit";
import type { Selection } from "./types";

/** Nothing: the document itself. */
export const noSelection: Selection = { places: [], anchor: undefined, focus: undefined };

/** One part alone. */
export const selectionOf = (place: Place): Selection => ({ places: [place], anchor: place, focus: place });
