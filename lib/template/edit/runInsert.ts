import type { Problem } from "@/lib/problem";
import { normalise, type Table } from "@/lib/template";
import type { Command, Part } from "./command";
import { duplicateIdIn } from "./duplicateId";
import { canPlace } from "./placement";
import { refusal } from "./refusal";
import { definitionOf } from "./schema";
import { ordered } from "./schemaOrder";
import { tidyTable } from "./tidyTable";
import type { Workpiece } from "./workpiece";

const definitionIn = { blocks: "block", columns: "column", rows: "row", fields: "field", checks: "check" } as const;

/** New parts, written down as all others are: strings in NFC, keys in the order of the schema. */
export function insertParts(work: Workpiece, { into, index, parts }: Extract<Command, { do: "insert" }>): Problem | undefined {
  const read = normalise(parts);
  if (!read.ok) return refusal("unreadable", "");
  const clean = read.value as unknown as readonly Part[];
  const allowed = canPlace(work.template(), { parts: clean }, into, index);
  if (!allowed.ok) return allowed.error;
  for (const [offset, part] of clean.entries()) {
    const own = ordered(definitionOf(definitionIn[into.kind]), part);
    const tidy = into.kind === "blocks" && "kind" in own && own.kind === "table" ? tidyTable(own as Table) : own;
    const problem = (into.kind === "blocks" ? duplicateIdIn([tidy]) : undefined) ?? work.insert(into, index + offset, tidy);
    if (problem) return problem;
  }
  return undefined;
}
