import { can } from "@/lib/auth/permission";
import { dayInVietnam } from "@/lib/period";
import type { Result } from "@/lib/result";
import type { Text } from "@/lib/template";
import type { Refusal, ServiceContext } from "./context";
import { refuse } from "./refusal";
import { unitTreeOn } from "./unitTreeOn";

/** Whether this actor changes the units of measure and fields that all units share. */
export async function administersCatalogue({ db, actor, now }: ServiceContext): Promise<boolean> {
  return can(actor, "catalogue.administer", "catalogue", await unitTreeOn(db, dayInVietnam(now)));
}

/**
 * Why the actor may not write a thing of this name into the common catalogues: `measure.notYours` (forbidden),
 * `measure.noName` (invalid, at `nameAt`); undefined where they may. A change that gives no name is asked of the first alone.
 */
export async function refuseCatalogue(
  context: ServiceContext,
  name: Text | undefined,
  nameAt = "/name/vi",
): Promise<Result<never, Refusal> | undefined> {
  if (!(await administersCatalogue(context))) return refuse("forbidden", { code: "measure.notYours" });
  return name !== undefined && name.vi.trim() === "" ? refuse("invalid", { code: "measure.noName", at: nameAt }) : undefined;
}
