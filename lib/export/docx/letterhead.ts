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

const committee = /^Ủy ban nhân dân\s+/i;

/** The issuing agency in capitals; a People's Committee whose name is too long for a line has its place on the second. */
function agencyLines(name: string, width: number): readonly string[] {
  const capitals = name.toLocaleUpperCase("vi");
  if (textWidth(capitals, sizes.agency, "bold") <= width || !committee.test(name)) return [capitals];
  return capitals.replace(committee, "ỦY BAN NHÂN DÂN\n").split("\n");
}

/** The agency above in capitals, its common phrase shortened where a line does not hold it, as Annex I allows. */
function shortName(name: string, width: number): string {
  const capitals = name.toLocaleUpperCase("vi");
  return textWidth(capitals, sizes.agency) <= width ? capitals : capitals.replace(committee, "UBND ");
}

/** Cells 1 to 4 of Annex I: agencies and their rule at the left, nation and motto at the right; number beneath, place and date beside it. */
export function letterhead(input: ReportDocumentInput): Table {
  const { locale } = input;
  const [left, right] = headingTable.widths;
  const inner = (width: number): number => width - 2 * cellMargin.wide;
  const unit = agencyLines(input.unit, inner(left));
  const motto = phrase("document.motto", {}, locale);
  // The rule under the agency is a third to a half of its text, the one under the motto as long as it.
  const unitRule = Math.max(...unit.map((line) => Math.min(textWidth(line, sizes.agency, "bold"), inner(left)))) * 0.4;
  return frameTable({
    widths: headingTable.widths,
    indent: headingTable.indent,
    minHeight: headingTable.minHeight,
    rows: [
      [
        [
          ...(input.parentUnit ? [centred({ text: shortName(input.parentUnit, inner(left)), size: sizes.agency })] : []),
          ...unit.map((text) => centred({ text, size: sizes.agency, bold: true })),
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
