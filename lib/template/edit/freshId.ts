import { reservedNames, type Template } from "@/lib/template";
import { blockOf } from "./lookUp";
import type { Siblings } from "./place";
import { highestSpent, scopeIn } from "./spentIds";
import { innerOf } from "./tableShape";

/**
 * An id that a new part of a list can bear: the prefix and the number after the highest of its kind (c7, r12, t2), so
 * that the id of a part that was taken away in the middle does not come back as another's, nor one that was published
 * (`rememberSpentIds`). `taken` are ids that were given a moment ago and do not stand in the template yet.
 */
export function freshId(template: Template, into: Siblings, prefix: string, taken: Iterable<string> = []): string {
  const known = new Set([...namesIn(template, into), ...taken]);
  const numbered = new RegExp(`^${prefix}0*(\\d{1,9})$`);
  let highest = highestSpent(template, spentScope(template, into), prefix);
  for (const name of known) highest = Math.max(highest, Number(numbered.exec(name)?.[1] ?? 0));
  let id = `${prefix}${highest + 1}`;
  while (known.has(id) || reservedNames.has(id)) {
    highest += 1;
    id = `${prefix}${highest + 1}`;
  }
  return id;
}

interface Named {
  readonly id: string;
  readonly code?: string;
}

/** Ids and codes of the scope of a list: a code of one part is never the id of another. */
function namesIn(template: Template, into: Siblings): readonly string[] {
  const scope = scopeOf(template, into);
  return scope.flatMap(({ id, code }) => (code === undefined ? [id] : [id, code]));
}

function scopeOf(template: Template, into: Siblings): readonly Named[] {
  if (into.kind === "blocks") return template.blocks;
  const block = blockOf(template, into.block);
  switch (block?.kind) {
    case "table":
      return [...withInner(block.columns), ...withInner(block.rows), ...(block.checks ?? [])];
    case "list":
      return block.columns;
    default:
      return template.blocks.flatMap((own) => (own.kind === "fields" ? own.fields : []));
  }
}

/** The scope of a list among spent ids. */
export function spentScope(template: Template, into: Siblings): string {
  if (into.kind === "blocks") return "blocks";
  const kind = blockOf(template, into.block)?.kind;
  return kind === "table" || kind === "list" ? scopeIn(into.block) : "fields";
}

function withInner(parts: readonly (Named & Parameters<typeof innerOf>[0])[]): readonly Named[] {
  return parts.flatMap((part) => [part, ...withInner(innerOf(part) ?? [])]);
}
