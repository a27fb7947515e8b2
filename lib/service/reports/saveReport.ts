import { eq } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { reports } from "@/lib/db";
import { entryPlaces } from "@/lib/form";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import type { SaveInput, SaveOutput } from "@/lib/service/types";
import { isEditable } from "@/lib/workflow";
import { applySave } from "./applySave";
import { changesSince } from "./changesSince";
import { checkSave } from "./checkSave";
import { jsonBytes } from "./jsonBytes";
import { logChanges } from "./logChanges";
import { openStored } from "./openStored";
import { writeContent } from "./storedContent";
import { visibleReport } from "./visibleReport";

/**
 * Saves changes of a report in one transaction: all of them or none. What somebody else (another account, or another
 * window of this one) changed since `input.revision` is not overwritten but comes back as a conflict; everything
 * beside it is saved. The server computes anew, and its figures stand. Saving what stands already changes nothing, so
 * that a client may repeat a save whose answer was lost.
 *
 * Refused: `report.notFound` (also for a report that the actor may not see); `report.notYours` (forbidden);
 * `report.notEditable`, `report.futureRevision` (conflict); what `checkSave` and the form refuse (invalid), each at its
 * cell, section or list; `report.tooLarge` (invalid) where sections and entries are too large together.
 */
export const saveReport = (context: ServiceContext, reportId: string, input: SaveInput): Outcome<SaveOutput> =>
  save(context, reportId, input, { staleRevision: "merge" });

/** Most bytes of a report's sections and entries together, as JSON: every page and save of it reads them. */
const mostBytes = 5_000_000;

/**
 * The work of `saveReport`. With `staleRevision: "refuse"` a save from a revision that is not the report's own is
 * refused whole (`report.staleRevision`, conflict): for what replaces everything.
 */
export async function save(
  context: ServiceContext,
  reportId: string,
  input: SaveInput,
  { staleRevision }: { readonly staleRevision: "merge" | "refuse" },
): Outcome<SaveOutput> {
  const { db, actor, now } = context;
  return db.transaction(async (tx) => {
    const visible = await visibleReport(tx, context, reportId, { lock: "update" });
    if (!visible.ok) return visible;
    const { stored, subject, tree } = visible.value;
    if (!can(actor, "report.write", subject, tree)) return refuse("forbidden", { code: "report.notYours" });
    if (!isEditable(stored.state)) return refuse("conflict", { code: "report.notEditable", params: { state: stored.state } });
    if (input.revision > stored.revision) {
      return refuse("conflict", { code: "report.futureRevision", params: { revision: input.revision, current: stored.revision } });
    }

    if (staleRevision === "refuse" && input.revision !== stored.revision) {
      return refuse("conflict", { code: "report.staleRevision", params: { revision: input.revision, current: stored.revision } });
    }

    const { version, form, content, defaults } = await openStored(tx, stored);
    const [problem, ...more] = checkSave(version.template, input);
    if (problem) return refuse("invalid", problem, more);
    const since = await changesSince(tx, stored.id, input.revision);
    const self = { accountId: actor.accountId, clientId: input.clientId ?? null };
    const saved = applySave({ form, content, since, input, self, placeOf: entryPlaces(version.template) });
    if (!saved.ok) return saved;
    const { log, narrative, output } = saved.value;
    if (log.length === 0) return ok({ ...output, revision: stored.revision });
    const bytes = jsonBytes(narrative) + jsonBytes(form.content().entries);
    if (bytes > mostBytes) return refuse("invalid", { code: "report.tooLarge", params: { bytes, limit: mostBytes } });

    const revision = stored.revision + 1;
    const extras = await writeContent(tx, stored, form);
    await tx
      .update(reports)
      .set({ ...extras, narrative, revision, updatedAt: now })
      .where(eq(reports.id, stored.id));
    const given = defaults.map(([at, value]) => ({ at, old: null, new: value }));
    await logChanges(tx, [...given, ...log], { reportId: stored.id, revision, accountId: actor.accountId, clientId: input.clientId, now });
    return ok({ ...output, revision });
  });
}
