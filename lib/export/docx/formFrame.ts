import type { Paragraph, Table } from "docx";
import { phrase } from "@/lib/messages";
import { fillText } from "@/lib/template";
import { frameTable, type Lines } from "./frame";
import type { PageLayout } from "./layout";
import { type Para, toParagraph, type Words } from "./paragraph";
import type { ReportDocumentInput } from "./reportDocumentInput";

const line = (align: Para["align"], ...words: readonly Words[]): Paragraph => toParagraph({ words, align: align ?? "left" });

/** Width of a page from which number, title and units stand beside each other, as on forms printed across. */
const roomForThree = 12_000;

/**
 * The frame of a form of figures, which has no national heading: number of the form and legal basis at the left, title
 * in capitals and period in the middle, who reports to whom at the right; on an upright page the title comes beneath.
 */
export function formFrame(input: ReportDocumentInput, page: PageLayout): readonly (Paragraph | Table)[] {
  const { template, locale, params } = input;
  const left: Lines = [
    line("left", { text: template.formNumber ?? "", bold: true, size: 11 }),
    ...(template.legalBasis ? [line("left", { text: fillText(template.legalBasis, params, locale), size: 11, italic: true })] : []),
  ];
  const right: Lines = [
    line("left", { text: phrase("document.reportingUnit", { unit: input.unit }, locale), size: 11 }),
    ...input.addressees.map((unit) => line("left", { text: phrase("document.receivingUnit", { unit }, locale), size: 11 })),
  ];
  const title: Lines = [
    line("centre", { text: fillText(template.title, params, locale).toLocaleUpperCase(locale), bold: true, size: 13 }),
    ...(template.subtitle
      ? fillText(template.subtitle, params, locale)
          .split("\n")
          .map((text) => line("centre", { text, italic: true, size: 13 }))
      : []),
  ];
  const after = toParagraph({ words: [{ text: "", size: 6 }] });
  if (page.textWidth >= roomForThree) {
    const side = Math.round(page.textWidth * 0.25);
    return [frameTable({ widths: [side, page.textWidth - 2 * side, side], rows: [[left, title, right]] }), after];
  }
  const half = Math.round(page.textWidth / 2);
  return [
    frameTable({ widths: [half, page.textWidth - half], rows: [[left, right]] }),
    toParagraph({ words: [{ text: "" }] }),
    ...title,
    after,
  ];
}
