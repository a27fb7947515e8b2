import { and, asc, eq, inArray } from "drizzle-orm";
import { type Database, templateVersions } from "@/lib/db";
import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { addMeanings, type Meanings, otherMeanings } from "@/lib/template/diff";
import { type SpentIds, spentIdsOf } from "@/lib/template/edit";

/** A version that was published once, in force or not. */
export interface PublishedVersion {
  readonly version: number;
  readonly document: Template;
}

/** The published versions of a template, the oldest first, one at a time: together they may be large. */
export async function* publishedVersions(db: Pick<Database, "select">, templateId: string): AsyncGenerator<PublishedVersion> {
  const versions = await db
    .select({ id: templateVersions.id, version: templateVersions.version })
    .from(templateVersions)
    .where(and(eq(templateVersions.templateId, templateId), inArray(templateVersions.state, ["published", "retired"])))
    .orderBy(asc(templateVersions.version));
  for (const { id, version } of versions) {
    const [row] = await db.select({ document: templateVersions.document }).from(templateVersions).where(eq(templateVersions.id, id));
    // Every document was read by `parseTemplate` before it was stored, and what is published has a number.
    if (row && version !== null) yield { version, document: row.document as Template };
  }
}

/** Ids that parts of published versions of a template bear or bore, which no new part may bear. */
export async function spentIds(db: Pick<Database, "select">, templateId: string): Promise<SpentIds> {
  let spent: SpentIds = {};
  for await (const { document } of publishedVersions(db, templateId)) spent = spentIdsOf([document], spent);
  return spent;
}

/** Ids by which a document would call another thing than a published version of the template did, as warnings. */
export async function idsOfOthers(db: Pick<Database, "select">, templateId: string, document: Template): Promise<readonly Problem[]> {
  let meanings: Meanings = new Map();
  let inForce = 0;
  for await (const { version, document: published } of publishedVersions(db, templateId)) {
    meanings = addMeanings(meanings, published, version);
    inForce = version;
  }
  return otherMeanings(meanings, document, inForce);
}
