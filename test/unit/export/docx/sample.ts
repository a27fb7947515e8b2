import { type ReportDocumentInput, reportDocument } from "@/lib/export/docx";
import type { RichDoc } from "@/lib/form/content";
import { cutoffOf, defaultCutoff, parsePeriod, textParams } from "@/lib/period";
import type { Template } from "@/lib/template";
import { type Filling, filled } from "@/test/unit/template/openSample";
import { type OpenDocx, openDocx } from "./openDocx";

/** What a report of a ward is printed with. */
export function documentOf(template: Template, filling: Filling, more: Partial<ReportDocumentInput> = {}): ReportDocumentInput {
  const period = parsePeriod(filling.period);
  if (!period.ok) throw new Error(filling.period);
  const unit = "Ủy ban nhân dân phường An Cư";
  return {
    template,
    form: filled(template, filling),
    unit,
    parentUnit: "Ủy ban nhân dân quận Ninh Kiều",
    documentNumber: "5/BC-UBND",
    place: "Ninh Kiều",
    documentDate: "2026-03-05",
    params: textParams(period.value, cutoffOf(period.value, defaultCutoff[period.value.frequency]), unit, "vi"),
    signers: ["Trần Thị Bình", "Nguyễn Văn An"],
    addressees: ["Ủy ban nhân dân quận Ninh Kiều"],
    locale: "vi",
    ...more,
  };
}

export async function printed(input: ReportDocumentInput): Promise<OpenDocx> {
  const file = await reportDocument(input);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  return openDocx(file.value);
}

/** A section of plain paragraphs. */
export const section = (...lines: readonly string[]): RichDoc => ({
  type: "doc",
  content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
});
