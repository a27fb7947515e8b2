import type { Paragraph, Table } from "docx";
import { phrase } from "@/lib/messages";
import { fillText } from "@/lib/template";
import { numberLine, placeAndDate } from "./documentDate";
import { frameTable } from "./frame";
import { cellMargin, headingTable, sizes } from "./layout";
import { textWidth } from "./measure";
import { type Para, toParagraph, type Words } from "./paragraph";
import type { ReportDocumentInput } from "./reportDocumentInput";
import { rule } from "./rule";

const centred = (words: Words, more: Omit<Para, "words"> = {}): Paragraph => toParagraph({ words: [words], align: "centre", ...more });

/** Cells 1 to 4 of Annex I: agencies and their rule at the left, nation and motto at the right; number beneath, place and date beside it. */
export function letterhead(input: ReportDocumentInput): Table {
  const { locale } = input;
  const [left, right] = headingTable.widths;
  const inner = (width: number): number => width - 2 * cellMargin.wide;
  const unit = input.unit.toLocaleUpperCase(locale);
  const motto = phrase("document.motto", {}, locale);
  // The rule under the agency is a third to a half of its text, the one under the motto as long as it.
  const unitRule = Math.min(textWidth(unit, sizes.agency, "bold"), inner(left)) * 0.4;
  return frameTable({
    widths: headingTable.widths,
    indent: headingTable.indent,
    minHeight: headingTable.minHeight,
    rows: [
      [
        [
          ...(input.parentUnit ? [centred({ text: input.parentUnit.toLocaleUpperCase(locale), size: sizes.agency })] : []),
          centred({ text: unit, size: sizes.agency, bold: true }),
          rule(unitRule, inner(left)),
        ],
        [
          centred({ text: phrase("document.nation", {}, locale).toLocaleUpperCase(locale), size: sizes.nation, bold: true }),
          centred({ text: motto, size: sizes.motto, bold: true }),
          rule(textWidth(motto, sizes.motto, "bold"), inner(right)),
        ],
      ],
      [
        [centred({ text: numberLine(input.documentNumber, locale), size: sizes.numberAndDate })],
        [centred({ text: placeAndDate(input.place, input.documentDate, locale), size: sizes.numberAndDate, italic: true })],
      ],
    ],
  });
}

/** BÁO CÁO and its summary, with the rule of a third to a half of the text beneath. */
export function reportTitle(input: ReportDocumentInput, column: number): readonly Paragraph[] {
  const { locale } = input;
  const summary = fillText(input.template.title, input.params, locale);
  const subtitle = input.template.subtitle && fillText(input.template.subtitle, input.params, locale);
  return [
    centred({ text: "" }),
    centred({ text: phrase("document.kind", {}, locale).toLocaleUpperCase(locale), bold: true, size: sizes.title }, { keepNext: true }),
    centred({ text: summary, bold: true, size: sizes.title }, { keepNext: true }),
    ...(subtitle ? [centred({ text: subtitle, italic: true, size: sizes.title }, { keepNext: true })] : []),
    rule(Math.min(textWidth(summary, sizes.title, "bold") * 0.4, column / 3), column),
    centred({ text: "" }),
  ];
}

/** "Kính gửi": one addressee on the same line, several each on a line of its own, their dashes under the colon. */
export function salutation(input: ReportDocumentInput): readonly Paragraph[] {
  const { addressees, locale } = input;
  const to = phrase("document.to", {}, locale);
  const [first, ...others] = addressees;
  if (first === undefined) return [];
  if (others.length === 0) return [centred({ text: `${to} ${first}.` }, { after: 120 })];
  const start = 1985;
  const dash = start + Math.round(textWidth(to, sizes.body)) - 80;
  return [
    toParagraph({ words: [{ text: to }], indent: start, keepNext: true }),
    ...addressees.map((name, i) => {
      const last = i === addressees.length - 1;
      return toParagraph({ words: [{ text: `- ${name}${last ? "." : ";"}` }], indent: dash, after: last ? 120 : 0, keepNext: !last });
    }),
  ];
}
