import type { Database } from "@/lib/db";
import { openForm } from "@/lib/form";
import type { CellAddress, CellValue, ReportContent } from "@/lib/form/content";
import type { Form, FormContext } from "@/lib/form/types";
import { type TemplateVersion, templateVersion } from "@/lib/service/templateVersion";
import { formContext } from "./formContext";
import { storedContent } from "./storedContent";
import type { StoredReport } from "./storedReport";

/** A report opened for reading and computing. */
export interface OpenedReport {
  readonly version: TemplateVersion;
  readonly context: FormContext;
  readonly form: Form;
  /** As the database holds it. */
  readonly content: ReportContent;
  /** Values that the template gives to a report that was never saved; they go to the database with its first save. */
  readonly defaults: readonly (readonly [CellAddress, CellValue])[];
}

/** Opens a report in its template version, with everything computed anew. */
export async function openStored(db: Pick<Database, "select">, stored: StoredReport): Promise<OpenedReport> {
  const version = await templateVersion(db, stored.templateVersionId);
  const context = await formContext(db, stored, version);
  const content = await storedContent(db, stored);
  if (stored.revision > 0) return { version, context, content, defaults: [], form: openForm(version.compiled, context, content) };
  const form = openForm(version.compiled, context);
  const defaults = Object.entries<CellValue>(form.content().cells)
    .map(([at, value]) => [at as CellAddress, value] as const)
    .filter(([at]) => {
      const cell = form.index(at);
      return cell !== undefined && form.info(cell).role === "input";
    });
  return { version, context, content, defaults, form };
}
