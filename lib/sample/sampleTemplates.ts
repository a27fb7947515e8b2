import { compileForm } from "@/lib/form/compile";
import type { CompiledForm } from "@/lib/form/types";
import type { Template } from "@/lib/template";
import { parseTemplate } from "@/lib/template/parse";
import form06 from "@/templates/06-VPCP-KSTT.json";
import formAIII1 from "@/templates/A-III-1.json";
import form28 from "@/templates/BIEU-28-T.json";
import formII06a from "@/templates/II06a-VPCP-KSTT.json";
import formKtxh from "@/templates/KTXH-THANG.json";
import formSxkd from "@/templates/SXKD-THANG.json";
import { momentInVietnam } from "./momentInVietnam";
import { sampleId } from "./sampleId";

export interface SampleTemplate {
  readonly id: string;
  /** Of the version in force. */
  readonly versionId: string;
  readonly version: number;
  readonly publishedAt: Date;
  readonly document: Template;
  readonly compiled: CompiledForm;
}

/** Templates that are not in their first version any more, and since when. */
const laterVersions: Readonly<Record<string, { readonly version: number; readonly publishedAt: Date }>> = {
  "SXKD-THANG": { version: 2, publishedAt: momentInVietnam("2024-02-26T10:30") },
};
const firstVersion = { version: 1, publishedAt: momentInVietnam("2023-11-20T08:00") };

/** The templates of `templates/`, read, checked and compiled as at publishing. */
export function sampleTemplates(): readonly SampleTemplate[] {
  return [form06, formII06a, formKtxh, form28, formSxkd, formAIII1].map((document) => {
    const template = parseTemplate(document);
    if (!template.ok) throw new Error(`sample template ${document.code}: ${JSON.stringify(template.error)}`);
    const compiled = compileForm(template.value);
    if (!compiled.ok) throw new Error(`sample template ${document.code}: ${JSON.stringify(compiled.error)}`);
    const { version, publishedAt } = laterVersions[document.code] ?? firstVersion;
    return {
      id: sampleId("template", document.code),
      versionId: sampleId("template", document.code, String(version)),
      version,
      publishedAt,
      document: template.value,
      compiled: compiled.value.form,
    };
  });
}
