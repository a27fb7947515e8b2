import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { designedTemplate } from "./visibleTemplate";

/**
 * Whether the actor designs in the library of a template, before what it sends is read. Refused: `library.notFound`,
 * `library.notYours` (forbidden).
 */
export async function mayDesign(context: ServiceContext, templateId: string): Outcome<undefined> {
  const template = await designedTemplate(context.db, context, templateId, { lock: "none" });
  return template.ok ? ok(undefined) : template;
}
