import type { Template } from "@/lib/template";
import { definitionOf, isRecord, type Schema, schemaFor } from "./schema";
import { tidyTable } from "./tidyTable";

/** A value with the keys of every object in it in the order of its schema; keys that the schema has not come last. */
export function ordered<T>(schema: Schema, value: T): T {
  return order(schema, value) as T;
}

function order(schema: Schema, value: unknown): unknown {
  const own = schemaFor(schema, value);
  if (own === undefined) return value;
  if (Array.isArray(value)) return own.items === undefined ? value : value.map((item) => order(own.items ?? {}, item));
  if (!isRecord(value) || own.properties === undefined) return value;
  const { properties } = own;
  const known = Object.entries(properties).flatMap(([key, inner]) =>
    Object.hasOwn(value, key) && value[key] !== undefined ? [[key, order(inner, value[key])] as const] : [],
  );
  const strange = Object.entries(value).filter(([key]) => !Object.hasOwn(properties, key));
  return Object.fromEntries([...known, ...strange]);
}

/**
 * The one way to write a template down, so that equal templates are equal bytes and undo gives back the same: keys in
 * the order of the schema (a database that keeps JSON loses them), declared cells in the order of the table, no empty
 * lists and declarations that say nothing, rows numbered in the style of their table. Editing begins from here.
 */
export function inSchemaOrder(template: Template): Template {
  const sorted = ordered(definitionOf("document"), template);
  return { ...sorted, blocks: sorted.blocks.map((block) => (block.kind === "table" ? tidyTable(block) : block)) };
}
