import { eq } from "drizzle-orm";
import { auditEvents, templates } from "@/lib/db";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { LibraryItem } from "@/lib/service/designTypes";
import { libraryItem } from "./listLibrary";
import { knownSector } from "./sector";
import { designedTemplate } from "./visibleTemplate";

export interface TemplateChange {
  /** Code of the field of administration that it is sorted under; null for none. */
  readonly sectorCode: string | null;
}

/**
 * Sorts a template under a field of administration. Refused: `library.notFound`, `library.notYours` (forbidden),
 * `library.unknownSector` (invalid).
 */
export async function changeTemplate(context: ServiceContext, templateId: string, { sectorCode }: TemplateChange): Outcome<LibraryItem> {
  const { db, actor, now } = context;
  const changed = await db.transaction(async (tx) => {
    const template = await designedTemplate(tx, context, templateId, { lock: "update" });
    if (!template.ok) return template;
    // The one that stands may stay, though it was retired since.
    if (sectorCode === template.value.sectorCode) return ok(undefined);
    const sector = await knownSector(tx, sectorCode);
    if (!sector.ok) return sector;
    await tx.update(templates).set({ sectorCode }).where(eq(templates.id, templateId));
    await tx.insert(auditEvents).values({
      accountId: actor.accountId,
      action: "template.sort",
      subject: templateId,
      detail: { code: template.value.code, from: template.value.sectorCode, to: sectorCode },
      happenedAt: now,
    });
    return ok(undefined);
  });
  return changed.ok ? libraryItem(context, templateId) : changed;
}
