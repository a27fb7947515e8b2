import { and, eq } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { templateVersions } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { PublishCheck } from "@/lib/service/designTypes";
import { refuse } from "@/lib/service/refusal";
import { templateVersion } from "@/lib/service/templateVersion";
import type { Template } from "@/lib/template";
import { inSchemaOrder } from "@/lib/template/edit";
import { checkDocument } from "./checkDocument";
import { draftOf } from "./draftOf";
import { nextVersion } from "./nextVersion";
import { idsOfOthers } from "./publishedVersions";
import type { PublishOutput } from "./publishTemplate";
import { refuseDocument } from "./refuseDocument";
import { designedTemplate } from "./visibleTemplate";

/**
 * What publishing the draft of a template would meet: errors block, warnings are told. Refused: `library.notFound`,
 * `library.notYours` (forbidden), `draft.none` (notFound).
 */
export async function checkDraft(context: ServiceContext, templateId: string): Outcome<PublishCheck & { readonly revision: number }> {
  const visible = await designedTemplate(context.db, context, templateId, { lock: "none" });
  if (!visible.ok) return visible;
  const draft = await draftOf(context.db, templateId);
  if (!draft) return refuse("notFound", { code: "draft.none" });
  const checked = checkDocument(draft.document);
  const strange = await idsOfOthers(context.db, templateId, draft.document);
  return ok({ revision: draft.revision, problems: [...(checked.ok ? checked.value.warnings : checked.error), ...strange] });
}

/**
 * Publishes the draft of a template, as it stands at a revision, as its next version: frozen, in force from now on.
 * Refused: `library.notFound`, `library.notYours` (forbidden), `draft.none` (notFound), `draft.stale` (conflict),
 * `library.retired` (conflict), `draft.unchanged` (conflict) where it says what the version in force says; everything
 * that is wrong with it, at its place (invalid).
 */
export async function publishDraft(
  context: ServiceContext,
  templateId: string,
  { revision }: { readonly revision: number },
): Outcome<PublishOutput> {
  const { db, actor, now } = context;
  const visible = await designedTemplate(db, context, templateId, { lock: "none" });
  if (!visible.ok) return visible;
  const { code, owner, tree } = visible.value;
  if (!can(actor, "template.publish", { ownerUnitId: owner.id }, tree)) return refuse("forbidden", { code: "library.notYours" });
  const draft = await draftOf(db, templateId);
  if (!draft) return refuse("notFound", { code: "draft.none" });
  const stale = (current: number) => refuse("conflict", { code: "draft.stale", params: { revision, current } });
  if (draft.revision !== revision) return stale(draft.revision);
  // Before the lock: designers who save meanwhile do not wait for the compiler.
  const checked = checkDocument(draft.document);
  if (!checked.ok) return refuseDocument(checked.error);
  const { form } = checked.value;
  const warnings = [...checked.value.warnings, ...(await idsOfOthers(db, templateId, draft.document))];

  return db.transaction(async (tx) => {
    const locked = await designedTemplate(tx, context, templateId, { lock: "update" });
    if (!locked.ok) return locked;
    if (locked.value.retiredAt !== null) return refuse("conflict", { code: "library.retired", params: { code } });
    const [current] = await tx
      .select({ id: templateVersions.id, revision: templateVersions.revision })
      .from(templateVersions)
      .where(and(eq(templateVersions.templateId, templateId), eq(templateVersions.state, "draft")));
    if (!current) return refuse("notFound", { code: "draft.none" });
    if (current.id !== draft.id || current.revision !== revision) return stale(current.revision);
    const { inForce } = locked.value;
    if (inForce && isSame((await templateVersion(tx, inForce.id)).template, draft.document)) {
      return refuse("conflict", { code: "draft.unchanged", params: { version: inForce.version } });
    }
    const version = await nextVersion(tx, context, { templateId, code });
    await tx
      .update(templateVersions)
      .set({
        state: "published",
        version,
        compiled: form,
        publishedAt: now,
        publishedBy: actor.accountId,
        updatedAt: now,
        updatedBy: actor.accountId,
      })
      .where(eq(templateVersions.id, draft.id));
    return ok({ id: templateId, versionId: draft.id, version, warnings });
  });
}

/** Whether two documents say the same, however they were written down. */
const isSame = (a: Template, b: Template): boolean => JSON.stringify(inSchemaOrder(a)) === JSON.stringify(inSchemaOrder(b));
