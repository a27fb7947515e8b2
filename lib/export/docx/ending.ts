import type { Paragraph, Table } from "docx";
import { phrase } from "@/lib/messages";
import { fillText, type Recipients, type Signature } from "@/lib/template";
import { placeAndDate } from "./documentDate";
import { frameTable, type Lines } from "./frame";
import { endingTable, sizes } from "./layout";
import { type Para, toParagraph, type Words } from "./paragraph";
import type { ReportDocumentInput } from "./reportDocumentInput";

type Signer = Signature["signers"][number];

const centred = (words: Words, more: Omit<Para, "words"> = {}): Paragraph => toParagraph({ words: [words], align: "centre", ...more });

/** Lines left for the signature, image or hand. */
const signatureLines = 4;

/** The end of an administrative report: recipients at the left, authority, office, signature and name at the right. */
export function reportEnding(input: ReportDocumentInput): Table | undefined {
  const { signers, recipients } = endingOf(input);
  if (signers.length === 0 && recipients.length === 0) return undefined;
  const [left, right] = endingTable.widths;
  const each = Math.floor(right / Math.max(1, signers.length));
  const blocks = signers.map(({ signer, name }) => signatureBlock(input, signer, name, "report"));
  return frameTable({
    widths: [left, ...(blocks.length > 0 ? blocks.map(() => each) : [right])],
    rows: [[recipientLines(input, recipients), ...(blocks.length > 0 ? blocks : [[toParagraph({ words: [] })]])]],
  });
}

/** The end of a form of figures: its signers beside each other, place and date over the last; recipients beneath. */
export function formEnding(input: ReportDocumentInput, width: number): readonly (Paragraph | Table)[] {
  const { signers, recipients } = endingOf(input);
  const date = centred(
    { text: placeAndDate(input.place, input.documentDate, input.locale), italic: true, size: sizes.numberAndDate },
    { keepNext: true },
  );
  const blank = centred({ text: "", size: sizes.numberAndDate }, { keepNext: true });
  // A single signer stands at the right half.
  const blocks: readonly Lines[] = signers.map(({ signer, name }, i) => [
    i === signers.length - 1 ? date : blank,
    ...signatureBlock(input, signer, name, "form"),
  ]);
  const columns = Math.max(2, blocks.length);
  const cells: readonly Lines[] = blocks.length === 1 ? [[blank], ...blocks] : blocks;
  const each = Math.floor(width / columns);
  return [
    toParagraph({ words: [{ text: "", size: 6 }], keepNext: true }),
    ...(blocks.length > 0 ? [frameTable({ widths: cells.map(() => each), rows: [cells] })] : []),
    ...(recipients.length > 0 ? [toParagraph({ words: [{ text: "", size: 6 }] }), ...recipientLines(input, recipients)] : []),
  ];
}

function endingOf({ template, signers: names = [] }: ReportDocumentInput) {
  const signers = template.blocks
    .filter((block): block is Signature => block.kind === "signature")
    .flatMap((block) => block.signers)
    .map((signer, i) => ({ signer, name: names[i] ?? signer.name }));
  const recipients = template.blocks.filter((block): block is Recipients => block.kind === "recipients").flatMap((block) => block.items);
  return { signers, recipients };
}

function signatureBlock(
  input: ReportDocumentInput,
  signer: Signer,
  name: string | undefined,
  kind: "report" | "form",
): readonly Paragraph[] {
  const { locale, params } = input;
  const isReport = kind === "report";
  const size = isReport ? sizes.body : 13;
  const write = (text: Signer["position"]): string => {
    const filled = fillText(text, params, locale);
    return isReport ? filled.toLocaleUpperCase(locale) : filled;
  };
  return [
    ...(signer.authority ? [centred({ text: write(signer.authority), bold: true, size }, { keepNext: true })] : []),
    centred({ text: write(signer.position), bold: true, size }, { keepNext: true }),
    ...(isReport ? [] : [centred({ text: phrase("document.signHere", {}, locale), italic: true, size: 12 }, { keepNext: true })]),
    ...Array.from({ length: signatureLines }, () => centred({ text: "", size }, { keepNext: true })),
    centred({ text: name ?? "", bold: true, size }),
  ];
}

/** "Nơi nhận:" and its list: semicolons, the last with a full stop. */
function recipientLines(input: ReportDocumentInput, items: Recipients["items"]): readonly Paragraph[] {
  if (items.length === 0) return [toParagraph({ words: [] })];
  const { locale, params } = input;
  return [
    toParagraph({
      words: [{ text: phrase("document.recipients", {}, locale), bold: true, italic: true, size: sizes.recipientsHead }],
      keepNext: true,
    }),
    ...items.map((item, i) =>
      toParagraph({
        words: [{ text: `- ${fillText(item, params, locale)}${i === items.length - 1 ? "." : ";"}`, size: sizes.recipients }],
      }),
    ),
  ];
}
