import type { LibraryItem } from "@/lib/service/designTypes";

export type LibraryAct = "design" | "newVersion" | "fork" | "export" | "sector" | "retire" | "restore" | "discard";

/** What may be done with a template, in the order of its menu. @param designs whether the actor has a library to put a fork into */
export function actsOf(
  { mayDesign, draft, version, retired }: Pick<LibraryItem, "mayDesign" | "draft" | "version" | "retired">,
  { designs }: { readonly designs: boolean },
): readonly LibraryAct[] {
  const isPublished = version !== null;
  const acts: readonly (readonly [LibraryAct, boolean])[] = [
    ["design", mayDesign && draft !== null],
    ["newVersion", mayDesign && draft === null && isPublished && !retired],
    ["fork", designs && isPublished],
    ["export", true],
    ["sector", mayDesign],
    ["discard", mayDesign && draft !== null],
    ["retire", mayDesign && isPublished && !retired],
    ["restore", mayDesign && retired],
  ];
  return acts.flatMap(([act, isOpen]) => (isOpen ? [act] : []));
}
