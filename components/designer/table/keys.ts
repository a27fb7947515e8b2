import type { Key } from "@/components/grid/keys";
import type { Move } from "./moves";

/** What is done to the structure of a table; menu, toolbar and keys call the same. */
export type ActId =
  | "addBefore"
  | "addAfter"
  | "addInside"
  | "moveBack"
  | "moveOn"
  | "nest"
  | "unnest"
  | "group"
  | "ungroup"
  | "wider"
  | "narrower";

/** What a key does in the table. */
export type KeyAct =
  | { readonly kind: "move"; readonly move: Move; readonly extend: boolean }
  | { readonly kind: "enter"; readonly move: "up" | "down" }
  | { readonly kind: "act"; readonly act: ActId }
  | { readonly kind: "open" | "remove" | "duplicate" | "escape" | "clear" | "undo" | "redo" | "selectAll" | "menu" };

const arrows: Readonly<Record<string, Move>> = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right" };
const edges: Readonly<Record<string, Move>> = { ArrowUp: "edgeUp", ArrowDown: "edgeDown", ArrowLeft: "rowStart", ArrowRight: "rowEnd" };

/** Rows go up and down and in and out; columns go left and right, and up out of their head and down into a neighbour. */
const moving: Readonly<Record<"row" | "column", Readonly<Record<string, ActId>>>> = {
  row: { ArrowUp: "moveBack", ArrowDown: "moveOn", ArrowRight: "nest", ArrowLeft: "unnest" },
  column: { ArrowLeft: "moveBack", ArrowRight: "moveOn", ArrowDown: "nest", ArrowUp: "unnest" },
};

/**
 * The act of a key, as in a spreadsheet and an outline; undefined leaves the key to the cell's own input (letters,
 * Backspace, and the caret's keys while editing).
 * @param typing how the active cell is being typed into; undefined when it is not
 * @param on what the keyboard stands on; undefined for a cell of figures
 */
export function keyAct(
  { key, ctrlKey, metaKey, shiftKey, altKey }: Key,
  typing: "replace" | "edit" | undefined,
  on: "row" | "column" | undefined,
): KeyAct | undefined {
  const command = ctrlKey || metaKey;
  if (altKey) return command ? undefined : altAct(key, shiftKey, on);
  if (key === "Enter" && command) return { kind: "act", act: shiftKey ? "addBefore" : "addAfter" };
  if (key === "Enter") return { kind: "enter", move: shiftKey ? "up" : "down" };
  if (key === "Tab") return command ? undefined : { kind: "move", move: shiftKey ? "previous" : "next", extend: false };
  if (key === "Escape") return { kind: "escape" };
  if (key === "F2") return typing === undefined ? { kind: "open" } : undefined;
  if (key === "ContextMenu" || (key === "F10" && shiftKey)) return { kind: "menu" };

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
  if (command && key.toLowerCase() === "z") return { kind: shiftKey ? "redo" : "undo" };
  if (command && key.toLowerCase() === "y") return { kind: "redo" };
  // What is done to the structure ends typing; marking and deleting words are the input's own meanwhile.
  if (command && key.toLowerCase() === "d") return { kind: "duplicate" };
  if (command && key.toLowerCase() === "g") return { kind: "act", act: shiftKey ? "ungroup" : "group" };
  if (typing !== undefined) return undefined;
  if (key === "Delete") return command ? { kind: "remove" } : { kind: "clear" };
  return command && key.toLowerCase() === "a" ? { kind: "selectAll" } : undefined;
}

function altAct(key: string, shiftKey: boolean, on: "row" | "column" | undefined): KeyAct | undefined {
  if (on === undefined) return undefined;
  if (on === "column" && shiftKey && (key === "ArrowRight" || key === "ArrowLeft")) {
    return { kind: "act", act: key === "ArrowRight" ? "wider" : "narrower" };
  }
  const act = shiftKey ? undefined : moving[on][key];
  return act === undefined ? undefined : { kind: "act", act };
}
