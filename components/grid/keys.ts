import type { Move } from "./selection";

/** What a key does in the grid. */
export type KeyAct =
  | { readonly kind: "move"; readonly move: Move; readonly extend: boolean }
  | { readonly kind: "enter"; readonly move: "up" | "down" }
  | { readonly kind: "open" | "escape" | "clear" | "fillDown" | "undo" | "redo" | "selectAll" | "toggle" };

/** A key as the browser gives it. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const arrows: Readonly<Record<string, Move>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
const edges: Readonly<Record<string, Move>> = { ArrowUp: "edgeUp", ArrowDown: "edgeDown", ArrowLeft: "edgeLeft", ArrowRight: "edgeRight" };

/**
 * The act of a key, as in a spreadsheet; undefined leaves the key to the cell's own input (letters, Backspace, and the
 * caret's keys while editing).
 * @param typing how the active cell is being typed into; undefined when it is not
 */
export const keyAct = ({ key, ctrlKey, metaKey, shiftKey, altKey }: Key, typing: "replace" | "edit" | undefined): KeyAct | undefined => {
  const command = ctrlKey || metaKey;
  if (altKey) return undefined;
  if (key === "Enter") return command ? undefined : { kind: "enter", move: shiftKey ? "up" : "down" };
  if (key === "Tab") return command ? undefined : { kind: "move", move: shiftKey ? "previous" : "next", extend: false };
  if (key === "Escape") return { kind: "escape" };
  if (key === "F2") return typing === undefined ? { kind: "open" } : undefined;

  const caret = typing === "edit";
  const arrow = arrows[key];
  if (arrow !== undefined) {
    if (caret) return arrow === "up" || arrow === "down" ? { kind: "move", move: arrow, extend: false } : undefined;
    return { kind: "move", move: (command ? edges[key] : undefined) ?? arrow, extend: shiftKey };
  }
  if (key === "PageUp" || key === "PageDown") return { kind: "move", move: key === "PageUp" ? "pageUp" : "pageDown", extend: shiftKey };
  if ((key === "Home" || key === "End") && !caret) {
    if (command) return { kind: "move", move: key === "Home" ? "start" : "end", extend: shiftKey };
    return { kind: "move", move: key === "Home" ? "rowStart" : "rowEnd", extend: shiftKey };
  }
  if (typing !== undefined) return undefined;
  if (key === "Delete") return { kind: "clear" };
  if (key === " " && !command) return { kind: "toggle" };
  if (!command) return undefined;
  switch (key.toLowerCase()) {
    case "z":
      return { kind: shiftKey ? "redo" : "undo" };
    case "y":
      return { kind: "redo" };
    case "a":
      return { kind: "selectAll" };
    case "d":
      return { kind: "fillDown" };
    default:
      return undefined;
  }
};
