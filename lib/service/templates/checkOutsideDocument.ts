import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { PublishCheck } from "@/lib/service/designTypes";
import { parseTemplate } from "@/lib/template/parse";
import { checkDocument } from "./checkDocument";
import { mayPublish } from "./publishTemplate";

/**
 * What is wrong with a document of the outside, and what is most often a slip: reading it by the schema, then all checks
 * of publishing. Refused: `library.notYours` (forbidden) to who publishes nowhere.
 */
export async function checkOutsideDocument(context: ServiceContext, document: unknown): Outcome<PublishCheck> {
  const allowed = await mayPublish(context);
  if (!allowed.ok) return allowed;
  const parsed = parseTemplate(document);
  if (!parsed.ok) return ok({ problems: parsed.error });
  const checked = checkDocument(parsed.value);
  return ok({ problems: checked.ok ? checked.value.warnings : checked.error });
}
