import { AlignmentType, type IParagraphOptions, Paragraph, Tab, TextRun } from "docx";
import { body } from "./layout";
import { printable } from "./printable";

/** Words in one style. A line feed in them breaks the line. */
export interface Words {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** In points; the body's size where absent. */
  readonly size?: number;
}

/** A paragraph before it becomes Word's: so that the end of a report can still be added to its last words. */
export interface Para {
  readonly words: readonly Words[];
  readonly align?: "left" | "centre" | "right" | "both";
  /** Twips. */
  readonly firstLine?: number;
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  /** Level of a heading, from 1: the navigation pane of Word shows the outline. */
  readonly outline?: number;
}

const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.JUSTIFIED,
} as const;

/** A paragraph of the body: justified, first line 1 cm, 6 pt before. */
export const bodyPara = (words: readonly Words[], more: Omit<Para, "words"> = {}): Para => ({
  words,
  align: "both",
  firstLine: body.firstLine,
  before: body.before,
  ...more,
});

export function toParagraph(para: Para): Paragraph {
  const options: IParagraphOptions = {
    alignment: alignments[para.align ?? "left"],
    spacing: { before: para.before ?? 0, after: para.after ?? 0 },
    indent: { left: para.indent ?? 0, firstLine: para.firstLine ?? 0 },
    ...(para.keepNext ? { keepNext: true } : {}),
    ...(para.outline === undefined ? {} : { outlineLevel: para.outline - 1 }),
    // The mark of the paragraph has the size of its words: an empty line is as high as one with words.
    ...(para.words[0]?.size === undefined ? {} : { run: { size: para.words[0].size * 2 } }),
    children: para.words.flatMap(toRuns),
  };
  return new Paragraph(options);
}

/** One run for each line of the words; tabs become Word's. */
export function toRuns(words: Words): readonly TextRun[] {
  const style = {
    ...(words.bold ? { bold: true } : {}),
    ...(words.italic ? { italics: true } : {}),
    ...(words.underline ? { underline: {} } : {}),
    ...(words.strike ? { strike: true } : {}),
    ...(words.size === undefined ? {} : { size: words.size * 2 }),
  };
  return printable(words.text)
    .split("\n")
    .map((line, index) => {
      const parts = line.split("\t").flatMap((part, i) => (i === 0 ? [part] : [new Tab(), part]));
      return new TextRun({ ...style, ...(index > 0 ? { break: 1 } : {}), children: parts });
    });
}
