import type { Problem } from "@/lib/problem";
import { normalise, type Template } from "@/lib/template";
import { duplicateIdOf } from "./duplicateId";
import { refusal } from "./refusal";
import { same } from "./sameValue";
import { definitionOf } from "./schema";
import { schemaFault } from "./schemaFault";
import { inSchemaOrder } from "./schemaOrder";
import type { Workpiece } from "./workpiece";

/** Another document in place of this one, by JSON. */
export function replaceTemplate(work: Workpiece, template: Template): Problem | undefined {
  const read = normalise(template);
  if (!read.ok) return refusal("unreadable", "");
  const fault = schemaFault(definitionOf("document"), read.value, "");
  if (fault) return { ...fault, at: "", severity: "error" };
  const next = inSchemaOrder(read.value as unknown as Template);
  const twice = duplicateIdOf(next);
  if (twice) return twice;
  if (!same(work.template(), next)) work.replace(next);
  return undefined;
}
