import type { Block, Check, Column, Field, Row, Template, Text } from "@/lib/template";
import { freshId } from "./freshId";
import type { Siblings } from "./place";

/** The words that new blocks start with, in the languages of the page; they come from the messages of the screen. */
export interface BlankWords {
  readonly heading: Text;
  readonly text: Text;
  readonly narrative: Text;
  readonly field: Text;
  readonly list: Text;
  readonly listColumn: Text;
  /** Heads of a new table's columns: STT, the label, the first value. */
  readonly numberColumn: Text;
  readonly labelColumn: Text;
  readonly valueColumn: Text;
  readonly row: Text;
  /** Position of a signer: NGƯỜI LẬP BIỂU. */
  readonly position: Text;
  /** First of the recipients: Như trên. */
  readonly recipient: Text;
}

const blockPrefixes: Readonly<Record<Block["kind"], string>> = {
  heading: "h",
  text: "x",
  narrative: "n",
  fields: "fs",
  table: "t",
  list: "l",
  signature: "sg",
  recipients: "rc",
  pageBreak: "pb",
};

/** A new block, ready to be inserted: it fits the schema and the checks of a template. `taken`: see `freshId`. */
export function blankBlock(template: Template, kind: Block["kind"], words: BlankWords, taken: Iterable<string> = []): Block {
  const id = freshId(template, { kind: "blocks" }, blockPrefixes[kind], taken);
  switch (kind) {
    case "heading":
      return { kind, id, text: words.heading, level: 1 };
    case "text":
      return { kind, id, text: words.text };
    case "narrative":
      return { kind, id, prompt: words.narrative };
    case "fields":
      return { kind, id, fields: [blankField(template, { kind: "fields", block: id }, "text", words.field)] };
    case "table":
      return {
        kind,
        id,
        columns: [
          { kind: "number", id: "c1", label: words.numberColumn },
          { kind: "label", id: "c2", label: words.labelColumn },
          { kind: "value", id: "c3", label: words.valueColumn },
        ],
        rows: [{ kind: "indicator", id: "r1", label: words.row }],
      };
    case "list":
      return { kind, id, title: words.list, columns: [{ id: "c1", label: words.listColumn, type: "text" }] };
    case "signature":
      return { kind, id, signers: [{ position: words.position }] };
    case "recipients":
      return { kind, id, items: [words.recipient] };
    case "pageBreak":
      return { kind, id };
  }
}

/** A new column; a new head comes with one column of values, since it cannot be without, called by the same words. */
export function blankColumn(template: Template, block: string, kind: Column["kind"], label: Text, taken: Iterable<string> = []): Column {
  const into: Siblings = { kind: "columns", block };
  if (kind !== "group") return { kind, id: freshId(template, into, "c", taken), label };
  return {
    kind,
    id: freshId(template, into, "g", taken),
    label,
    columns: [{ kind: "value", id: freshId(template, into, "c", taken), label }],
  };
}

/** A new row; one of words alone is a "Chia ra" until it is told otherwise. */
export function blankRow(template: Template, block: string, kind: Row["kind"], label: Text, taken: Iterable<string> = []): Row {
  const id = freshId(template, { kind: "rows", block }, "r", taken);
  return kind === "label" ? { kind, id, label, breakdown: "all" } : { kind, id, label };
}

/** A new field of a group, or a new column of a list. A choice comes with one choice to be renamed. */
export function blankField(
  template: Template,
  into: Extract<Siblings, { kind: "fields" }>,
  type: Field["type"],
  label: Text,
  taken: Iterable<string> = [],
): Field {
  const isList = template.blocks.some((block) => block.id === into.block && block.kind === "list");
  const id = freshId(template, into, isList ? "c" : "f", taken);
  return type === "choice" ? { id, label, type, choices: [{ value: "1", label }] } : { id, label, type };
}

/** A new check; its formula holds until it is written. */
export function blankCheck(template: Template, block: string, message: Text, taken: Iterable<string> = []): Check {
  return { id: freshId(template, { kind: "checks", block }, "k", taken), formula: "0 == 0", severity: "warning", message };
}
