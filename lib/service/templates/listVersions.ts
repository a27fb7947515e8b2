import { and, count, desc, eq, inArray, ne } from "drizzle-orm";
import { accounts, reports, templateVersions } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { VersionItem } from "@/lib/service/designTypes";
import { visibleTemplate } from "./visibleTemplate";

/** The versions of a template, the newest first; the draft before them, for its designers. Refused: `library.notFound`. */
export async function listVersions(context: ServiceContext, templateId: string): Outcome<readonly VersionItem[]> {
  const { db } = context;
  const template = await visibleTemplate(db, context, templateId, { lock: "none" });
  if (!template.ok) return template;
  const rows = await db
    .select({
      id: templateVersions.id,
      version: templateVersions.version,
      state: templateVersions.state,
      publishedAt: templateVersions.publishedAt,
      publishedBy: accounts.displayName,
    })
    .from(templateVersions)
    .leftJoin(accounts, eq(accounts.id, templateVersions.publishedBy))
    .where(and(eq(templateVersions.templateId, templateId), ne(templateVersions.state, "discarded")))
    // The draft has no number: Postgres puts it first.
    .orderBy(desc(templateVersions.version));
  const made = await db
    .select({ versionId: reports.templateVersionId, count: count() })
    .from(reports)
    .where(
      inArray(
        reports.templateVersionId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(reports.templateVersionId);
  const reportsOf = new Map(made.map(({ versionId, count }) => [versionId, count]));
  return ok(
    rows.flatMap(({ state, publishedAt, ...row }): readonly VersionItem[] =>
      state === "discarded" || (state === "draft" && !template.value.mayDesign)
        ? []
        : [{ ...row, state, publishedAt: publishedAt?.toISOString() ?? null, reports: reportsOf.get(row.id) ?? 0 }],
    ),
  );
}
