import { and, eq, sql } from "drizzle-orm";
import { type Database, draftSteps, templateVersions } from "@/lib/db";
import type { Template } from "@/lib/template";

/** The draft of a template as it is stored. */
export interface StoredDraft {
  readonly id: string;
  readonly revision: number;
  /** The revision that it was made with: steps before it belong to an earlier draft. */
  readonly firstRevision: number;
  readonly document: Template;
}

/** The draft that stands for a template, if any. There is one at most: the database sees to it. */
export async function draftOf(db: Pick<Database, "select">, templateId: string): Promise<StoredDraft | undefined> {
  const [row] = await db
    .select({
      id: templateVersions.id,
      revision: templateVersions.revision,
      // Each step is one revision.
      firstRevision: sql<number>`${templateVersions.revision} - (
        select count(*) from ${draftSteps} where ${draftSteps.versionId} = ${templateVersions.id})`.mapWith(Number),
      document: templateVersions.document,
    })
    .from(templateVersions)
    .where(and(eq(templateVersions.templateId, templateId), eq(templateVersions.state, "draft")));
  // Every document was read by `parseTemplate` before it was stored.
  return row && { ...row, document: row.document as Template };
}
