import { and, eq, inArray } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { auditEvents, templates, templateVersions } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok, type Result } from "@/lib/result";
import type { Outcome, Refusal, ServiceContext } from "@/lib/service/context";
import { isUuid } from "@/lib/service/isUuid";
import { refuse } from "@/lib/service/refusal";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { Template, Text } from "@/lib/template";
import { inSchemaOrder } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import type { Unit, UnitTree } from "@/lib/unit";
import { tooLargeProblem } from "./documentBytes";
import { forkCodes } from "./forkCodes";
import { refuseUnfit } from "./refuseDocument";
import { knownSector } from "./sector";
import type { Transaction } from "./transaction";
import { writeUses } from "./writeUses";

export interface CreateDraftInput {
  /** The unit into whose library the template goes. */
  readonly ownerUnitId: string;
  readonly from:
    | { readonly kind: "blank"; readonly code: string; readonly title: Text }
    /** A document of the outside, unchecked; under another code than its own where one is given. */
    | { readonly kind: "document"; readonly document: unknown; readonly code?: string }
    /** A fork of a published or retired version, under a code made of its own where none is given. */
    | { readonly kind: "version"; readonly versionId: string; readonly code?: string };
  /** Code of the field of administration; of a fork, that of its origin where absent. */
  readonly sectorCode?: string;
}

export interface CreateDraftOutput {
  readonly templateId: string;
  readonly versionId: string;
  readonly code: string;
}

/** What a new draft begins with. */
interface Beginning {
  readonly document: Template;
  /** Codes to try, the first that is free. */
  readonly codes: readonly string[];
  readonly forkedFromVersionId: string | null;
  readonly sectorCode: string | null;
}

/**
 * Makes a template with a draft alone: an empty page, a document of the outside, or a fork that remembers its origin. The
 * document may be imperfect, but it fits the schema.
 *
 * Refused: `library.notYours` (forbidden), `library.versionNotFound` (notFound) also for a version of a library that the
 * actor does not see, `library.unfitDocument` (invalid) with what does not fit, `draft.tooLarge` (invalid),
 * `library.unknownSector` (invalid), `library.codeTaken` (conflict).
 */
export async function createDraft(context: ServiceContext, input: CreateDraftInput): Outcome<CreateDraftOutput> {
  const { db, actor, now } = context;
  const { ownerUnitId } = input;
  const tree = await unitTreeOn(db, dayInVietnam(now));
  const owner = tree.unit(ownerUnitId);
  if (!owner || !can(actor, "template.design", { ownerUnitId }, tree)) return refuse("forbidden", { code: "library.notYours" });
  const sector = await knownSector(db, input.sectorCode ?? null);
  if (!sector.ok) return sector;
  const begun = await beginning(context, input, { owner, tree });
  if (!begun.ok) return begun;
  const { codes, forkedFromVersionId } = begun.value;
  const sectorCode = sector.value ?? begun.value.sectorCode;

  return db.transaction(async (tx) => {
    const made = await makeTemplate(tx, { ownerUnitId, codes, forkedFromVersionId, sectorCode, createdAt: now });
    if (!made) return refuse("conflict", { code: "library.codeTaken", params: { code: codes[0] ?? "" }, at: "/from/code" });
    const document = { ...begun.value.document, code: made.code };
    const [draft] = await tx
      .insert(templateVersions)
      .values({ templateId: made.id, state: "draft", document, createdAt: now, updatedAt: now, updatedBy: actor.accountId })
      .returning({ id: templateVersions.id });
    if (!draft) throw new Error("a draft was not made");
    await writeUses(tx, draft.id, { after: document });
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: forkedFromVersionId === null ? "template.create" : "template.fork",
      subject: made.id,
      detail: { code: made.code, ...(forkedFromVersionId === null ? {} : { forkedFromVersionId }) },
      happenedAt: now,
    });
    return ok({ templateId: made.id, versionId: draft.id, code: made.code });
  });
}

async function beginning(
  { db, actor }: ServiceContext,
  { from }: CreateDraftInput,
  { owner, tree }: { readonly owner: Unit; readonly tree: UnitTree },
): Promise<Result<Beginning, Refusal>> {
  switch (from.kind) {
    case "blank":
      return begin(emptyPage(from), { codes: [from.code], forkedFromVersionId: null, sectorCode: null });
    case "document": {
      const parsed = parseTemplate(from.document);
      if (!parsed.ok) return refuseUnfit(parsed.error);
      return begin(parsed.value, { codes: [from.code ?? parsed.value.code], forkedFromVersionId: null, sectorCode: null });
    }
    case "version": {
      const [origin] = isUuid(from.versionId)
        ? await db
            .select({ document: templateVersions.document, ownerUnitId: templates.ownerUnitId, sectorCode: templates.sectorCode })
            .from(templateVersions)
            .innerJoin(templates, eq(templates.id, templateVersions.templateId))
            .where(and(eq(templateVersions.id, from.versionId), inArray(templateVersions.state, ["published", "retired"])))
        : [];
      if (!origin || !can(actor, "template.read", { ownerUnitId: origin.ownerUnitId }, tree)) {
        return refuse("notFound", { code: "library.versionNotFound" });
      }
      // It was read by `parseTemplate` when it was published.
      const document = origin.document as Template;
      const codes = from.code === undefined ? forkCodes(document.code, owner.code) : [from.code];
      return begin(document, { codes, forkedFromVersionId: from.versionId, sectorCode: origin.sectorCode });
    }
  }
}

/** Reads the document under its new code, so that what is stored fits the schema however it was begun, in the form that editing begins from. */
function begin(document: Template, rest: Omit<Beginning, "document">): Result<Beginning, Refusal> {
  const parsed = parseTemplate({ ...document, code: rest.codes[0] });
  if (!parsed.ok) return refuseUnfit(parsed.error);
  const tooLarge = tooLargeProblem(parsed.value);
  return tooLarge ? refuse("invalid", tooLarge) : ok({ document: inSchemaOrder(parsed.value), ...rest });
}

const emptyPage = ({ code, title }: { readonly code: string; readonly title: Text }): Template => ({
  format: 1,
  code,
  title,
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [],
});

/** Makes the row of a template under the first code that is free; undefined where none is. */
async function makeTemplate(
  tx: Transaction,
  { codes, ...values }: Omit<typeof templates.$inferInsert, "code"> & { readonly codes: readonly string[] },
): Promise<{ readonly id: string; readonly code: string } | undefined> {
  for (const code of codes) {
    const [made] = await tx
      .insert(templates)
      .values({ ...values, code })
      .onConflictDoNothing({ target: [templates.ownerUnitId, templates.code] })
      .returning({ id: templates.id, code: templates.code });
    if (made) return made;
  }
  return undefined;
}
