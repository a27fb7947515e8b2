import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { inSchemaOrder } from "@/lib/template/edit";
import { type JsonPath, pathOfProperty } from "./rangeOfPath";

/** The document as a person reads it: keys in the order of the schema. */
export const writeJson = (template: Template): string => `${JSON.stringify(inSchemaOrder(template), null, 2)}\n`;

/** A text that is not (or not yet) the template's, and what it was made of. */
export interface JsonDraft {
  readonly text: string;
  /** The template that the text was last the same as. */
  readonly of: Template;
}

export type ReadJson =
  | { readonly kind: "read"; readonly document: unknown }
  /** Positions count from 0 in the text, lines and columns from 1. */
  | { readonly kind: "broken"; readonly at: number; readonly line: number; readonly column: number };

/** Reads a JSON text; a broken one tells where. `faultAt` finds the place, since engines tell it each in their own words or not at all. */
export function readJson(text: string, faultAt: (text: string) => number): ReadJson {
  try {
    return { kind: "read", document: JSON.parse(text) };
  } catch {
    const at = faultAt(text);
    const before = text.slice(0, at);
    return { kind: "broken", at, line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
  }
}

/** Where in the document a refused replacement is wrong. */
export const pathOfFault = ({ params }: Problem): JsonPath => pathOfProperty(typeof params.property === "string" ? params.property : "");
