import { submissionSchema } from "@/lib/form/compile";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { TemplateDetail } from "@/lib/service/designTypes";
import { refuse } from "@/lib/service/refusal";
import { templateVersion } from "@/lib/service/templateVersion";
import { libraryItem } from "./listLibrary";

/**
 * A template in its published version. Refused: `library.notFound`, also for one of a library that the actor does not
 * see; `library.notPublished` (notFound) for a draft that the actor designs.
 */
export async function getTemplate(context: ServiceContext, templateId: string): Outcome<TemplateDetail> {
  const found = await libraryItem(context, templateId);
  if (!found.ok) return found;
  const { versionId, ...item } = found.value;
  if (versionId === null) return refuse("notFound", { code: "library.notPublished" });
  const { template, compiled } = await templateVersion(context.db, versionId);
  return ok({ ...item, versionId, document: template, compiled });
}

/** The JSON Schema (2020-12) of the reports of a template. Refused: as `getTemplate`. */
export async function templateSubmissionSchema(context: ServiceContext, templateId: string): Outcome<Readonly<Record<string, unknown>>> {
  const found = await getTemplate(context, templateId);
  return found.ok ? ok(submissionSchema(found.value.document)) : found;
}
