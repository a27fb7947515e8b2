import type { Problem } from "@/lib/problem";
import type { Block, Template } from "@/lib/template";
import type { Part } from "./command";
import { refusal } from "./refusal";
import { idsIn } from "./tableShape";

/** Two parts of one scope with one id: a place would lead to two parts. */
export function duplicateIdIn(blocks: readonly Part[]): Problem | undefined {
  for (const block of blocks as readonly Block[]) {
    const ids = scopeOf(block);
    const twice = firstTwice(ids);
    if (twice !== undefined) return refusal("duplicateId", `${block.id}.${twice}`, { id: twice });
  }
  return undefined;
}

/** The same for a whole template: blocks, and fields of all groups, are scopes too. */
export function duplicateIdOf(template: Template): Problem | undefined {
  const block = firstTwice(template.blocks.map(({ id }) => id));
  if (block !== undefined) return refusal("duplicateId", block, { id: block });
  const field = firstTwice(template.blocks.flatMap((own) => (own.kind === "fields" ? own.fields.map(({ id }) => id) : [])));
  if (field !== undefined) return refusal("duplicateId", `f.${field}`, { id: field });
  return duplicateIdIn(template.blocks);
}

function scopeOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "table":
      return [...block.columns.flatMap(idsIn), ...block.rows.flatMap(idsIn), ...(block.checks ?? []).map(({ id }) => id)];
    case "fields":
      return block.fields.map(({ id }) => id);
    case "list":
      return block.columns.map(({ id }) => id);
    default:
      return [];
  }
}

function firstTwice(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => {
    const isTwice = seen.has(id);
    seen.add(id);
    return isTwice;
  });
}
