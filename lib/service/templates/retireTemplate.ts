import { eq } from "drizzle-orm";
import { auditEvents, templates } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { designedTemplate } from "./visibleTemplate";

/**
 * Retires a published template: no new version and no new duty from then on; what was assigned goes on, and everybody
 * who reads it still does. One that is retired stays so. Refused: `library.notFound`, `library.notYours` (forbidden),
 * `library.neverPublished` (conflict), whose draft is discarded instead.
 */
export const retireTemplate = (context: ServiceContext, templateId: string): Outcome<undefined> =>
  setRetired(context, templateId, { retired: true });

/** Takes a retired template into use again. Refused: as `retireTemplate`. */
export const restoreTemplate = (context: ServiceContext, templateId: string): Outcome<undefined> =>
  setRetired(context, templateId, { retired: false });

async function setRetired(context: ServiceContext, templateId: string, { retired }: { readonly retired: boolean }): Outcome<undefined> {
  const { db, actor, now } = context;
  return db.transaction(async (tx) => {
    const template = await designedTemplate(tx, context, templateId, { lock: "update" });
    if (!template.ok) return template;
    const { code, inForce, retiredAt } = template.value;
    if (!inForce) return refuse("conflict", { code: "library.neverPublished", params: { code } });
    if ((retiredAt !== null) === retired) return ok(undefined);
    await tx
      .update(templates)
      .set({ retiredAt: retired ? now : null })
      .where(eq(templates.id, templateId));
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: retired ? "template.retire" : "template.restore",
      subject: templateId,
      detail: { code },
      happenedAt: now,
    });
    return ok(undefined);
  });
}
