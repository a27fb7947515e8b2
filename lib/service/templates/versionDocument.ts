import { and, eq, inArray } from "drizzle-orm";
import { type Database, templateVersions } from "@/lib/db";
import { ok, type Result } from "@/lib/result";
import type { Refusal } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import type { Template } from "@/lib/template";

/** A version by its number, or the draft. */
export type VersionName = number | "draft";

/** The document of a version that the actor may see. Refused: `library.versionNotFound` (notFound). */
export async function versionDocument(
  db: Pick<Database, "select">,
  { id, mayDesign }: { readonly id: string; readonly mayDesign: boolean },
  name: VersionName,
): Promise<Result<Template, Refusal>> {
  const notFound = () => refuse("notFound", { code: "library.versionNotFound" });
  if (name === "draft" && !mayDesign) return notFound();
  const named =
    name === "draft"
      ? eq(templateVersions.state, "draft")
      : and(eq(templateVersions.version, name), inArray(templateVersions.state, ["published", "retired"]));
  const [row] = await db
    .select({ document: templateVersions.document })
    .from(templateVersions)
    .where(and(eq(templateVersions.templateId, id), named));
  // Every document was read by `parseTemplate` before it was stored.
  return row ? ok(row.document as Template) : notFound();
}
