import { BorderStyle, LineRuleType, Paragraph } from "docx";

/** A thin solid line of so many twips, centred in a column of so many: the line under the agency, the motto, the title. */
export function rule(length: number, column: number): Paragraph {
  const side = Math.max(0, Math.round((column - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    // The line is the top border of an empty paragraph of 3 points: it stands where a drawn line would, and copies with the text.
    spacing: { before: 50, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    run: { size: 2 },
  });
}
