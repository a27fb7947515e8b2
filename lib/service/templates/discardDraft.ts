import { eq } from "drizzle-orm";
import { auditEvents, templates, templateVersions } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { draftOf } from "./draftOf";
import { designedTemplate } from "./visibleTemplate";
import { writeUses } from "./writeUses";

/**
 * Discards the draft of a template: it is kept, and never opened again. A template that has no published version leaves
 * the library, and its code is free. Refused: `library.notFound`, `library.notYours` (forbidden), `draft.none` (notFound).
 */
export async function discardDraft(context: ServiceContext, templateId: string): Outcome<undefined> {
  const { db, actor, now } = context;
  return db.transaction(async (tx) => {
    const visible = await designedTemplate(tx, context, templateId, { lock: "update" });
    if (!visible.ok) return visible;
    const draft = await draftOf(tx, templateId);
    if (!draft) return refuse("notFound", { code: "draft.none" });
    const { code, inForce } = visible.value;
    await tx
      .update(templateVersions)
      .set({ state: "discarded", updatedAt: now, updatedBy: actor.accountId })
      .where(eq(templateVersions.id, draft.id));
    // What is discarded uses nothing any more: an indicator would seem to be in use.
    await writeUses(tx, draft.id, { before: draft.document, after: { ...draft.document, blocks: [] } });
    // No code of a template has this sign.
    if (!inForce)
      await tx
        .update(templates)
        .set({ code: `${code}#${templateId}` })
        .where(eq(templates.id, templateId));
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "template.discardDraft",
      subject: templateId,
      detail: { code, revision: draft.revision },
      happenedAt: now,
    });
    return ok(undefined);
  });
}
