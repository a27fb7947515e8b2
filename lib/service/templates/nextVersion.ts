import { and, eq, max } from "drizzle-orm";
import { auditEvents, templateVersions } from "@/lib/db";
import type { ServiceContext } from "@/lib/service/context";
import type { Transaction } from "./transaction";

interface NextVersion {
  readonly templateId: string;
  readonly code: string;
}

/**
 * Makes room for the next version of a template whose row is locked: the one in force is retired, the publishing is
 * noted. @returns the number of the next version
 */
export async function nextVersion(
  tx: Transaction,
  { actor, now }: Pick<ServiceContext, "actor" | "now">,
  { templateId, code }: NextVersion,
): Promise<number> {
  const [last] = await tx
    .select({ version: max(templateVersions.version) })
    .from(templateVersions)
    .where(eq(templateVersions.templateId, templateId));
  const version = (last?.version ?? 0) + 1;
  await tx
    .update(templateVersions)
    .set({ state: "retired" })
    .where(and(eq(templateVersions.templateId, templateId), eq(templateVersions.state, "published")));
  await tx.insert(auditEvents).values({
    accountId: actor.accountId,
    action: "template.publish",
    subject: templateId,
    detail: { code, version },
    happenedAt: now,
  });
  return version;
}
