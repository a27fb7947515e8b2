import { eq } from "drizzle-orm";
import { type Database, templateVersions } from "@/lib/db";
import type { CompiledForm } from "@/lib/form/types";
import type { Template } from "@/lib/template";

/** A frozen version: what a report is read and filled by. */
export interface TemplateVersion {
  readonly id: string;
  readonly template: Template;
  readonly compiled: CompiledForm;
}

/** Versions are frozen once published, so a copy in memory never goes stale; the least used leave first. */
const kept = new Map<string, TemplateVersion>();
const mostKept = 24;

/**
 * A published or retired version by its id.
 * @throws when there is none: ids come from reports and assignments, whose references the database guards
 */
export async function templateVersion(db: Pick<Database, "select">, versionId: string): Promise<TemplateVersion> {
  const known = kept.get(versionId);
  if (known) {
    kept.delete(versionId);
    kept.set(versionId, known);
    return known;
  }
  const [row] = await db
    .select({ document: templateVersions.document, compiled: templateVersions.compiled })
    .from(templateVersions)
    .where(eq(templateVersions.id, versionId));
  if (!row?.compiled) throw new Error(`template version ${versionId} is not published`);
  // Documents and compiled forms were checked when the version was published.
  const version: TemplateVersion = { id: versionId, template: row.document as Template, compiled: row.compiled as CompiledForm };
  kept.set(versionId, version);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return version;
}
