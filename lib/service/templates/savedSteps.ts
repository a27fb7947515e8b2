import { and, asc, desc, eq, gt, lte, sql } from "drizzle-orm";
import { accounts, type Database, draftSteps } from "@/lib/db";
import type { SavedStep } from "@/lib/service/designTypes";
import type { Patch, StepLabel } from "@/lib/template/edit";

/** Most characters of patches in one answer: a step that replaces a whole document is as large as two. */
const mostCharacters = 8_000_000;

const columns = {
  id: draftSteps.stepId,
  revision: draftSteps.revision,
  kind: draftSteps.kind,
  continues: draftSteps.continues,
  label: draftSteps.label,
  patch: draftSteps.patch,
  accountId: draftSteps.accountId,
  name: accounts.displayName,
  clientId: draftSteps.clientId,
  savedAt: draftSteps.savedAt,
};

/** The latest steps of a draft up to a revision, oldest first: at most 500, and no more than fit an answer. */
export async function latestSteps(db: Pick<Database, "select">, versionId: string, revision: number): Promise<readonly SavedStep[]> {
  const running = db
    .select({
      revision: draftSteps.revision,
      characters: sql<number>`sum(length(${draftSteps.patch}::text)) over (order by ${draftSteps.revision} desc)`.as("characters"),
    })
    .from(draftSteps)
    .where(and(eq(draftSteps.versionId, versionId), lte(draftSteps.revision, revision)))
    .orderBy(desc(draftSteps.revision))
    .limit(500)
    .as("running");
  const rows = await db
    .select(columns)
    .from(draftSteps)
    .innerJoin(running, eq(running.revision, draftSteps.revision))
    .innerJoin(accounts, eq(accounts.id, draftSteps.accountId))
    .where(and(eq(draftSteps.versionId, versionId), lte(running.characters, mostCharacters)))
    .orderBy(asc(draftSteps.revision));
  return rows.map(stepOf);
}

/**
 * The steps of a draft after a revision, oldest first: at most 500, and no more than fit an answer, but one always, so
 * that whoever asks again gets on.
 */
export async function stepsAfter(
  db: Pick<Database, "select">,
  versionId: string,
  { after, until }: { readonly after: number; readonly until: number },
): Promise<readonly SavedStep[]> {
  const within = and(eq(draftSteps.versionId, versionId), gt(draftSteps.revision, after), lte(draftSteps.revision, until));
  const running = db
    .select({
      revision: draftSteps.revision,
      // Of the steps before it.
      characters: sql<number>`coalesce(sum(length(${draftSteps.patch}::text)) over (
        order by ${draftSteps.revision} rows between unbounded preceding and 1 preceding), 0)`.as("characters"),
    })
    .from(draftSteps)
    .where(within)
    .orderBy(asc(draftSteps.revision))
    .limit(500)
    .as("running");
  const rows = await db
    .select(columns)
    .from(draftSteps)
    .innerJoin(running, eq(running.revision, draftSteps.revision))
    .innerJoin(accounts, eq(accounts.id, draftSteps.accountId))
    .where(and(within, lte(running.characters, mostCharacters)))
    .orderBy(asc(draftSteps.revision));
  return rows.map(stepOf);
}

const stepOf = ({
  label,
  patch,
  accountId,
  name,
  savedAt,
  ...step
}: {
  readonly id: string;
  readonly revision: number;
  readonly kind: SavedStep["kind"];
  readonly continues: boolean;
  readonly label: unknown;
  readonly patch: unknown;
  readonly accountId: string;
  readonly name: string;
  readonly clientId: string;
  readonly savedAt: Date;
}): SavedStep => ({
  ...step,
  // Both were checked at the door before they were stored.
  label: label as StepLabel,
  patch: patch as Patch,
  by: { accountId, name },
  at: savedAt.toISOString(),
});
