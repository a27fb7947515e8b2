import { AlignmentType, Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from "docx";
import { tableView } from "@/lib/form";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { fillText, listsOf, tablesOf } from "@/lib/template";
import { writeBody } from "./body";
import { coreProperties } from "./coreProperties";
import { formEnding, reportEnding } from "./ending";
import { flow } from "./flow";
import { formFrame } from "./formFrame";
import { type PageLayout, sizes } from "./layout";
import { letterhead, reportTitle, salutation } from "./letterhead";
import type { ReportDocumentInput } from "./reportDocumentInput";

/**
 * The Word file of a report or of a parent's aggregate. A narrative report is laid out as an administrative document by
 * Annex I of Decree 30/2020; a form of figures has the frame of its form. The same input gives the same text and layout. Refused where it has more than
 * `mostPrintedCells` (`document.tooBig`).
 *
 * Numbers of headings and lists are text, not Word's numbering: they survive copying into another document or a mail,
 * and Word has no numbering by the Vietnamese alphabet (a, b, c, d, đ, e).
 */
export async function reportDocument(input: ReportDocumentInput): Promise<Result<Uint8Array, Problem>> {
  const { template, locale, params } = input;
  const cells = printedCells(input);
  if (cells > mostPrintedCells) {
    return fail({ code: "document.tooBig", params: { cells, limit: mostPrintedCells }, at: "", severity: "error" });
  }
  const { orientation } = template.page;
  const run = flow(template.page.size);
  const page = run.page(orientation);

  if (template.kind === "narrative") {
    run.put([letterhead(input), ...reportTitle(input, page.textWidth), ...salutation(input)], orientation);
    writeBody(input, run);
    run.end();
    const ending = reportEnding(input);
    if (ending) run.put([{ words: [{ text: "" }], keepNext: true }, ending], orientation);
  } else {
    run.put(formFrame(input, page), orientation);
    writeBody(input, run);
    run.put(formEnding(input, page.textWidth), orientation);
  }

  // Word wants a paragraph after the last table; it is too small to begin a page.
  run.put([{ words: [{ text: "", size: 1 }] }], orientation);

  const title = fillText(template.title, params, locale);
  const file = new Document({
    title,
    creator: input.unit,
    styles: {
      default: {
        document: {
          run: {
            font: "Times New Roman",
            size: sizes.body * 2,
            language: { value: locale === "vi" ? "vi-VN" : "en-GB", eastAsia: "vi-VN" },
          },
          // Single lines by rule "auto": without it LibreOffice takes 240 for an exact 12 points, and diacritics collide.
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: run.sections().map(({ page: layout, children }, index) => ({
      // The number is hidden on the first page of the document alone.
      properties: { titlePage: index === 0, page: pageProperties(layout) },
      headers: { default: pageNumber() },
      children,
    })),
  });
  const core = { path: "docProps/core.xml", data: coreProperties({ title, creator: input.unit, date: input.documentDate }) };
  return ok(await Packer.pack(file, "uint8array", undefined, [core]));
}

/** Cells of tables and lists that a document may have: docx holds some 17 kB of memory for each while it writes. */
const mostPrintedCells = 40_000;

function printedCells({ template, form }: ReportDocumentInput): number {
  const tables = tablesOf(template).map(({ id }) => tableView(form, id));
  const lists = listsOf(template).map((list) => form.entries(list.id).length * list.columns.length);
  return [...tables.map((view) => (view ? view.rows.length * view.columns.length : 0)), ...lists].reduce((sum, cells) => sum + cells, 0);
}

function pageProperties({ orientation, width, height, margins }: PageLayout) {
  // docx turns the sides of a landscape page itself: it wants the paper upright.
  const isLandscape = orientation === "landscape";
  return {
    size: {
      width: isLandscape ? height : width,
      height: isLandscape ? width : height,
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { ...margins, footer: 567, gutter: 0 },
  };
}

/** Arabic, 13 pt, in the middle of the top margin. */
const pageNumber = (): Header =>
  new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })] })],
  });
