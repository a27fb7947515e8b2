import { eq, max } from "drizzle-orm";
import { auditEvents, templateVersions } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { templateVersion } from "@/lib/service/templateVersion";
import { inSchemaOrder } from "@/lib/template/edit";
import { draftOf } from "./draftOf";
import { designedTemplate } from "./visibleTemplate";
import { writeUses } from "./writeUses";

/**
 * Begins the next version of a template, out of the one in force. A draft that stands already is given instead. Its
 * revision goes on from earlier drafts of the template, so that a window left open on one of those is told apart.
 *
 * Refused: `library.notFound`, `library.notYours` (forbidden), `library.retired` (conflict).
 */
export async function startDraft(
  context: ServiceContext,
  templateId: string,
): Outcome<{ readonly versionId: string; readonly revision: number }> {
  const { db, actor, now } = context;
  return db.transaction(async (tx) => {
    const visible = await designedTemplate(tx, context, templateId, { lock: "update" });
    if (!visible.ok) return visible;
    const standing = await draftOf(tx, templateId);
    if (standing) return ok({ versionId: standing.id, revision: standing.revision });
    const { inForce, retiredAt, code } = visible.value;
    // Without a draft it is seen by its published version alone.
    if (!inForce) return refuse("notFound", { code: "library.notFound" });
    if (retiredAt !== null) return refuse("conflict", { code: "library.retired", params: { code } });
    const document = inSchemaOrder((await templateVersion(tx, inForce.id)).template);
    const [last] = await tx
      .select({ revision: max(templateVersions.revision) })
      .from(templateVersions)
      .where(eq(templateVersions.templateId, templateId));
    const revision = (last?.revision ?? 0) + 1;
    const [draft] = await tx
      .insert(templateVersions)
      .values({ templateId, state: "draft", revision, document, createdAt: now, updatedAt: now, updatedBy: actor.accountId })
      .returning({ id: templateVersions.id });
    if (!draft) throw new Error("a draft was not made");
    await writeUses(tx, draft.id, { after: document });
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "template.startDraft",
      subject: templateId,
      detail: { code, from: inForce.version },
      happenedAt: now,
    });
    return ok({ versionId: draft.id, revision });
  });
}
