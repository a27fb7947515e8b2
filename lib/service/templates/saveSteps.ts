import { and, eq, inArray, ne } from "drizzle-orm";
import { draftSteps, templates, templateVersions } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import type { Outcome, Refusal, ServiceContext } from "@/lib/service/context";
import type { DraftStep, SaveStepsInput } from "@/lib/service/designTypes";
import { refuse } from "@/lib/service/refusal";
import type { Template } from "@/lib/template";
import { applyPatch, inSchemaOrder } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { tooLargeProblem } from "./documentBytes";
import { draftOf, type StoredDraft } from "./draftOf";
import { isTaken } from "./isTaken";
import type { Transaction } from "./transaction";
import { designedTemplate, type VisibleTemplate } from "./visibleTemplate";
import { writeUses } from "./writeUses";

/**
 * Saves steps at the end of a draft's log and carries them out on its document: all of them or none. A step that was
 * saved before (its answer was lost, and it is sent again) is not carried out again.
 *
 * Refused: `library.notFound`, `library.notYours` (forbidden), `draft.none` (notFound); conflicts: `draft.stale` where
 * others saved since `input.revision`, `draft.replaced` where that is another draft's, `edit.conflict` where a patch does
 * not go on, `library.codeTaken`, `library.codeFrozen`; `draft.broken` (invalid) with what is wrong where the document
 * would not fit its schema any more, `draft.tooLarge` (invalid).
 *
 * @returns the revision after the last of these steps
 */
export async function saveSteps(
  context: ServiceContext,
  templateId: string,
  input: SaveStepsInput,
): Outcome<{ readonly revision: number }> {
  const { db, actor, now } = context;
  return db.transaction(async (tx) => {
    const visible = await designedTemplate(tx, context, templateId, { lock: "update" });
    if (!visible.ok) return visible;
    const draft = await draftOf(tx, templateId);
    if (!draft) return refuse("notFound", { code: "draft.none" });
    const waiting = await stepsToSave(tx, draft, input);
    if (!waiting.ok) return waiting;
    const steps = waiting.value;
    if (steps.length === 0) return ok({ revision: input.revision + input.steps.length });

    const changed = carryOut(draft.document, steps);
    if (!changed.ok) return changed;
    const document = changed.value;
    const coded = await keepCode(tx, visible.value, document);
    if (!coded.ok) return coded;

    const revision = draft.revision + steps.length;
    await tx.insert(draftSteps).values(
      steps.map(({ id, kind, continues, label, patch }, index) => ({
        versionId: draft.id,
        revision: draft.revision + index + 1,
        stepId: id,
        kind,
        continues,
        label,
        patch,
        accountId: actor.accountId,
        clientId: input.clientId,
        savedAt: now,
      })),
    );
    await tx
      .update(templateVersions)
      .set({ document, revision, updatedAt: now, updatedBy: actor.accountId })
      .where(eq(templateVersions.id, draft.id));
    await writeUses(tx, draft.id, { before: draft.document, after: document });
    return ok({ revision });
  });
}

/**
 * The steps of an input that are not saved yet. Those that are must stand right after the input's revision, and what is
 * new right after them: else somebody else saved in between.
 */
async function stepsToSave(
  tx: Transaction,
  draft: StoredDraft,
  { revision, steps }: SaveStepsInput,
): Promise<Result<readonly DraftStep[], Refusal>> {
  if (revision < draft.firstRevision || revision > draft.revision) return refuse("conflict", { code: "draft.replaced" });
  const saved = await tx
    .select({ id: draftSteps.stepId, revision: draftSteps.revision })
    .from(draftSteps)
    .where(
      and(
        eq(draftSteps.versionId, draft.id),
        inArray(
          draftSteps.stepId,
          steps.map(({ id }) => id),
        ),
      ),
    );
  const revisionOf = new Map(saved.map(({ id, revision }) => [id, revision]));
  let known = 0;
  while (known < steps.length && revisionOf.get(steps[known]?.id ?? "") === revision + known + 1) known++;
  const rest = steps.slice(known);
  const stale = () => refuse("conflict", { code: "draft.stale", params: { revision, current: draft.revision } });
  if (rest.length > 0 && (revision + known !== draft.revision || known < saved.length)) return stale();
  if (new Set(rest.map(({ id }) => id)).size < rest.length) return refuse("invalid", { code: "draft.repeatedStep", at: "/steps" });
  return ok(rest);
}

/** The document after the steps, which must fit the schema of templates; it may be imperfect otherwise. */
function carryOut(document: Template, steps: readonly DraftStep[]): Result<Template, Refusal> {
  let changed = inSchemaOrder(document);
  for (const { patch } of steps) {
    const applied = applyPatch(changed, patch);
    if (!applied.ok) return refuse(applied.error.code === "edit.conflict" ? "conflict" : "invalid", applied.error);
    changed = applied.value;
  }
  const parsed = parseTemplate(changed);
  if (!parsed.ok) return refuse("invalid", { code: "draft.broken", params: { count: parsed.error.length } }, parsed.error);
  const tooLarge = tooLargeProblem(parsed.value);
  return tooLarge ? refuse("invalid", tooLarge) : ok(parsed.value);
}

/** The template is found by its document's code: it follows a change of it, while nothing is published under it. */
async function keepCode(tx: Transaction, template: VisibleTemplate, { code }: Template): Promise<Result<undefined, Refusal>> {
  if (code === template.code) return ok(undefined);
  if (template.inForce) return refuse("conflict", { code: "library.codeFrozen", params: { code: template.code } });
  const taken = () => refuse("conflict", { code: "library.codeTaken", params: { code } });
  const [holder] = await tx
    .select({ id: templates.id })
    .from(templates)
    .where(and(eq(templates.ownerUnitId, template.owner.id), eq(templates.code, code), ne(templates.id, template.id)));
  if (holder) return taken();
  try {
    await tx.transaction((inner) => inner.update(templates).set({ code }).where(eq(templates.id, template.id)));
  } catch (error) {
    // Somebody took it since it was looked for.
    if (isTaken(error, "templates_owner_code")) return taken();
    throw error;
  }
  return ok(undefined);
}
