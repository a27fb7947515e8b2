import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";
import { type Command, canPlace, type Place, placeIn } from "@/lib/template/edit";
import { staysPut } from "./dropTargets";
import type { Dragged, DropTarget } from "./types";

/** What a drop does. */
export interface Drop {
  /** Undefined where everything stays where it stands. */
  readonly command: Command | undefined;
  /** Where the parts are afterwards. */
  readonly places: readonly Place[];
}

/** The command of a drop, or why the template does not allow it. The one judge for mouse, keyboard and menus. */
export function placeCommand(template: Template, dragged: Dragged, target: DropTarget): Result<Drop, Problem> {
  const { into, index } = target;
  if (dragged.kind === "new") {
    const parts = dragged.make(template, into);
    const may = canPlace(template, { parts }, into, index);
    if (!may.ok) return fail(may.error);
    return ok({ command: { do: "insert", into, index, parts }, places: parts.map((part) => placeIn(into, part.id)) });
  }
  if (staysPut(template, dragged, target)) return ok({ command: undefined, places: dragged.places });
  const may = canPlace(template, { places: dragged.places }, into, index);
  if (!may.ok) return fail(may.error);
  return ok({ command: { do: "move", parts: dragged.places, into, index }, places: dragged.places });
}
