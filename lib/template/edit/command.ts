import type { Block, Check, Column, Field, Row, Template } from "@/lib/template";
import type { Place, Siblings } from "./place";

/** What can be inserted into a list of siblings: the kind must fit the list. */
export type Part = Block | Column | Row | Field | Check;

/** A value of JSON. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/**
 * What a person does to a template, as data. `run` carries it out. Everything that the designer's screen changes, it
 * changes by one of these.
 */
export type Command =
  /**
   * Sets and clears properties of one or more parts at once (the label of a column, the unit of five rows). A cell that
   * has nothing of its own left is dropped; one that had nothing is made.
   */
  | {
      readonly do: "set";
      readonly at: readonly Place[];
      readonly values: Readonly<Record<string, Value>>;
      readonly clear?: readonly string[];
    }
  /** Puts new parts before the sibling that stands at `index` (at the end where `index` is the length). */
  | { readonly do: "insert"; readonly into: Siblings; readonly index: number; readonly parts: readonly Part[] }
  /**
   * Moves parts of one kind and one block, in document order, before the sibling that stands at `index` now. A part that
   * stands under another moved part goes with it. Heads and groups left empty go away where the schema wants a child.
   */
  | { readonly do: "move"; readonly parts: readonly Place[]; readonly into: Siblings; readonly index: number }
  /** Removes parts with all under them, and what cells and checks said of them alone. */
  | { readonly do: "remove"; readonly parts: readonly Place[] }
  /** Puts adjacent sibling columns under a new head. */
  | {
      readonly do: "groupColumns";
      readonly block: string;
      readonly columns: readonly string[];
      readonly id: string;
      readonly label: string;
    }
  /** Takes a head away; its columns stand where it stood. */
  | { readonly do: "ungroupColumns"; readonly block: string; readonly column: string }
  /** The whole document, by JSON. */
  | { readonly do: "replace"; readonly template: Template }
  /** Several as one step: all or none. */
  | { readonly do: "together"; readonly commands: readonly Command[] };

/** What a command did, for the undo menu and the log: a key of `edit.json` under `step`, and what it names. */
export interface StepLabel {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}
