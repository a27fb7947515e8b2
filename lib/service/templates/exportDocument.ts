import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { inSchemaOrder } from "@/lib/template/edit";
import { type VersionName, versionDocument } from "./versionDocument";
import { visibleTemplate } from "./visibleTemplate";

/** A document to download. */
export interface ExportedDocument {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The document of a template as a JSON file, its keys in the order of the schema: the version asked for, else the one in
 * force, else the draft. Refused: `library.notFound`, `library.versionNotFound` (notFound).
 */
export async function exportDocument(context: ServiceContext, templateId: string, asked?: VersionName): Outcome<ExportedDocument> {
  const template = await visibleTemplate(context.db, context, templateId, { lock: "none" });
  if (!template.ok) return template;
  const version = asked ?? template.value.inForce?.version ?? "draft";
  const document = await versionDocument(context.db, template.value, version);
  if (!document.ok) return document;
  const text = `${JSON.stringify(inSchemaOrder(document.value), undefined, 2)}\n`;
  return ok({
    name: `${document.value.code}-${version === "draft" ? "draft" : `v${version}`}.json`,
    bytes: new TextEncoder().encode(text),
  });
}
