import type { Problem } from "@/lib/problem";
import type { Block, Template } from "@/lib/template";
import { siblingsAt } from "./lookUp";
import type { Siblings } from "./place";
import { refusal } from "./refusal";

/** Lists that must not be empty, and how many parts a list may have. */
export function sizeProblem(template: Template, siblings: Siblings): Problem | undefined {
  const list = siblingsAt(template, siblings);
  if (list === undefined) return undefined;
  const block = siblings.kind === "blocks" ? undefined : template.blocks.find(({ id }) => id === siblings.block);
  const at = block?.id ?? "";
  if (siblings.kind === "rows" && block?.kind === "table" && (block.cells?.length ?? 0) > 20_000) {
    return refusal("tooMany", at, { limit: 20_000 });
  }
  const limit = mostParts(siblings, block);
  if (list.length > limit) return refusal("tooMany", at, { limit });
  if (list.length > 0) return undefined;
  switch (siblings.kind) {
    case "columns":
      return refusal(
        siblings.under === undefined ? "lastColumn" : "emptyHead",
        siblings.under === undefined ? at : `${at}.${siblings.under}`,
      );
    case "rows":
      return siblings.under === undefined ? refusal("lastRow", at) : undefined;
    case "fields":
      return refusal(block?.kind === "list" ? "lastListColumn" : "lastField", at);
    case "blocks":
    case "checks":
      return undefined;
  }
}

function mostParts(siblings: Siblings, block: Block | undefined): number {
  switch (siblings.kind) {
    case "rows":
      return 20_000;
    case "fields":
      return block?.kind === "list" ? 60 : 200;
    case "blocks":
    case "columns":
    case "checks":
      return 500;
  }
}
