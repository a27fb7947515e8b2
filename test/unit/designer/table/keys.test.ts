import { describe, expect, test } from "vitest";
import { keyAct } from "@/components/designer/table/keys";
import type { Key } from "@/components/grid/keys";

const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const ctrl = { ctrlKey: true };
const alt = { altKey: true };

describe("keys of the table designer", () => {
  test("Enter goes down and Tab right, both while typing too", () => {
    expect(keyAct(key("Enter"), "replace", "row")).toEqual({ kind: "enter", move: "down" });
    expect(keyAct(key("Tab"), "edit", "row")).toEqual({ kind: "move", move: "next", extend: false });
    expect(keyAct(key("Tab", { shiftKey: true }), undefined, "row")).toEqual({ kind: "move", move: "previous", extend: false });
  });

  test("letters and Backspace are the cell's own", () => {
    for (const name of ["a", "ư", "Backspace", " ", "="]) expect(keyAct(key(name), undefined, "row")).toBeUndefined();
  });

  test("Alt and the arrows move rows and their depth, columns and their heads", () => {
    expect(keyAct(key("ArrowRight", alt), undefined, "row")).toEqual({ kind: "act", act: "nest" });
    expect(keyAct(key("ArrowUp", alt), undefined, "row")).toEqual({ kind: "act", act: "moveBack" });
    expect(keyAct(key("ArrowRight", alt), undefined, "column")).toEqual({ kind: "act", act: "moveOn" });
    expect(keyAct(key("ArrowUp", alt), undefined, "column")).toEqual({ kind: "act", act: "unnest" });
    expect(keyAct(key("ArrowRight", { altKey: true, shiftKey: true }), undefined, "column")).toEqual({ kind: "act", act: "wider" });
    expect(keyAct(key("ArrowRight", alt), undefined, undefined)).toBeUndefined();
  });

  test("the caret's keys are the input's while a text is edited, and the table's while it is typed anew", () => {
    expect(keyAct(key("ArrowLeft"), "edit", "row")).toBeUndefined();
    expect(keyAct(key("Home"), "edit", "row")).toBeUndefined();
    expect(keyAct(key("ArrowLeft"), "replace", "row")).toEqual({ kind: "move", move: "left", extend: false });
    expect(keyAct(key("Delete"), "replace", "row")).toBeUndefined();
    expect(keyAct(key("a", ctrl), "edit", "row")).toBeUndefined();
  });

  test("structure, undo and the menu have their keys, while typing too", () => {
    expect(keyAct(key("Enter", ctrl), "replace", "column")).toEqual({ kind: "act", act: "addAfter" });
    expect(keyAct(key("G", { ctrlKey: true, shiftKey: true }), "replace", "column")).toEqual({ kind: "act", act: "ungroup" });
    expect(keyAct(key("z", ctrl), "edit", "row")).toEqual({ kind: "undo" });
    expect(keyAct(key("F10", { shiftKey: true }), undefined, "row")).toEqual({ kind: "menu" });
    expect(keyAct(key("Delete", ctrl), undefined, "row")).toEqual({ kind: "remove" });
    expect(keyAct(key("Delete"), undefined, undefined)).toEqual({ kind: "clear" });
  });

  test("Shift extends, Ctrl goes to edges", () => {
    expect(keyAct(key("ArrowDown", { shiftKey: true }), undefined, "row")).toEqual({ kind: "move", move: "down", extend: true });
    expect(keyAct(key("ArrowUp", ctrl), undefined, "row")).toEqual({ kind: "move", move: "edgeUp", extend: false });
    expect(keyAct(key("End", ctrl), undefined, undefined)).toEqual({ kind: "move", move: "end", extend: false });
  });
});
