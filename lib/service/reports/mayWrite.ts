import { can } from "@/lib/auth/permission";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { refuse } from "@/lib/service/refusal";
import { isEditable } from "@/lib/workflow";
import { visibleReport } from "./visibleReport";

/**
 * Whether the actor may write in a report now, before what is to be written is read. Refused as by `saveReport`:
 * `report.notFound`, `report.notYours` (forbidden), `report.notEditable` (conflict).
 */
export async function mayWrite(context: ServiceContext, reportId: string): Outcome<undefined> {
  const visible = await visibleReport(context.db, context, reportId, { lock: "none" });
  if (!visible.ok) return visible;
  const { stored, subject, tree } = visible.value;
  if (!can(context.actor, "report.write", subject, tree)) return refuse("forbidden", { code: "report.notYours" });
  if (!isEditable(stored.state)) return refuse("conflict", { code: "report.notEditable", params: { state: stored.state } });
  return ok(undefined);
}
