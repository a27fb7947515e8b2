import { can } from "@/lib/auth/permission";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { DraftDetail, StepsSince } from "@/lib/service/designTypes";
import { refuse } from "@/lib/service/refusal";
import { inSchemaOrder } from "@/lib/template/edit";
import { draftOf } from "./draftOf";
import { spentIds } from "./publishedVersions";
import { latestSteps, stepsAfter } from "./savedSteps";
import { designedTemplate } from "./visibleTemplate";

/**
 * The draft of a template, opened for designing. Refused: `library.notFound`, `library.notYours` (forbidden),
 * `draft.none` (notFound).
 */
export async function openDraft(context: ServiceContext, templateId: string): Outcome<DraftDetail> {
  const { db, actor } = context;
  const template = await designedTemplate(db, context, templateId, { lock: "none" });
  if (!template.ok) return template;
  const draft = await draftOf(db, templateId);
  if (!draft) return refuse("notFound", { code: "draft.none" });
  const { owner, inForce, retiredAt, tree } = template.value;
  return ok({
    templateId,
    versionId: draft.id,
    revision: draft.revision,
    document: inSchemaOrder(draft.document),
    steps: await latestSteps(db, draft.id, draft.revision),
    owner,
    publishedVersion: inForce?.version ?? null,
    spentIds: await spentIds(db, templateId),
    mayPublish: retiredAt === null && can(actor, "template.publish", { ownerUnitId: owner.id }, tree),
  });
}

/**
 * What was saved after a revision, at most 500 steps: `revision` is that of the last of them, so that whoever is not at
 * the end yet asks again. Refused: as `openDraft`, and `draft.replaced` (conflict) where the revision belongs to another
 * draft than the one that stands.
 */
export async function stepsSince(context: ServiceContext, templateId: string, after: number): Outcome<StepsSince> {
  const { db } = context;
  const template = await designedTemplate(db, context, templateId, { lock: "none" });
  if (!template.ok) return template;
  const draft = await draftOf(db, templateId);
  if (!draft) return refuse("notFound", { code: "draft.none" });
  if (after < draft.firstRevision || after > draft.revision) return refuse("conflict", { code: "draft.replaced" });
  const steps = await stepsAfter(db, draft.id, { after, until: draft.revision });
  return ok({ revision: steps.at(-1)?.revision ?? draft.revision, steps });
}
