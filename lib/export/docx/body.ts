import { tableView } from "@/lib/form";
import type { CellAddress, ReportContent } from "@/lib/form/content";
import type { TableView } from "@/lib/form/types";
import { type Block, type Fields, fillText, type Heading, type PageBreak, type Table as TableBlock, type TextBlock } from "@/lib/template";
import type { Flow, FlowItem } from "./flow";
import { listTable, richTable } from "./gridTable";
import { indicatorTable, unitLine } from "./indicatorTable";
import { type Orientation, sizes } from "./layout";
import { outlineCounter } from "./outline";
import { bodyPara, type Para } from "./paragraph";
import { embeddedValues, printCell } from "./printValue";
import type { ReportDocumentInput } from "./reportDocumentInput";
import { readRichText } from "./richText";

/** More columns than an upright page holds with figures in millions. */
const mostUprightColumns = 9;

/** What a block prints, on which kind of page. */
interface Printed {
  readonly items: readonly FlowItem[];
  readonly orientation: Orientation;
}

type ValueAt = (ref: string) => string | undefined;

/** Writes the blocks between the heading of a document and its end. */
export function writeBody(input: ReportDocumentInput, to: Flow): void {
  const count = outlineCounter();
  const valueAt = embeddedValues(input.form, input.locale);
  const { narrative } = input.form.content();
  let orientation: Orientation = input.template.page.orientation;
  for (const block of input.template.blocks) {
    if (block.kind === "pageBreak") {
      orientation = block.orientation ?? orientation;
      to.breakPage();
    } else {
      const number = block.kind === "heading" ? count(block) : "";
      const printed = printBlock(block, { input, to, orientation, valueAt, narrative, number });
      to.put(printed.items, printed.orientation);
    }
  }
}

interface BlockContext {
  readonly input: ReportDocumentInput;
  readonly to: Flow;
  readonly orientation: Orientation;
  readonly valueAt: ValueAt;
  readonly narrative: ReportContent["narrative"];
  /** Number of a heading. */
  readonly number: string;
}

function printBlock(block: Exclude<Block, PageBreak>, { input, to, orientation, valueAt, narrative, number }: BlockContext): Printed {
  const { textWidth } = to.page(orientation);
  switch (block.kind) {
    case "heading":
      return { items: [headingPara(block, number, input, valueAt)], orientation };
    case "text":
      return { items: [textPara(block, input, valueAt)], orientation };
    case "narrative":
      return { items: narrativeItems(block.id, narrative, valueAt, textWidth), orientation };
    case "fields":
      return { items: fieldParas(block, input), orientation };
    case "table": {
      const view = tableView(input.form, block.id);
      if (view === undefined || view.columns.length === 0) return { items: [], orientation };
      const laid = tableOrientation(block, view, orientation);
      return { items: tableItems(block, view, input, to.page(laid).textWidth), orientation: laid };
    }
    case "list": {
      const table = listTable(block, input.form.entries(block.id), { ...input, width: textWidth });
      return { items: [tableTitle(fillText(block.title, input.params, input.locale)), table], orientation };
    }
    // The end of the document, wherever they stand in the template.
    case "signature":
    case "recipients":
      return { items: [], orientation };
  }
}

function narrativeItems(id: string, narrative: ReportContent["narrative"], valueAt: ValueAt, width: number): readonly FlowItem[] {
  const doc = narrative[id];
  return (doc ? readRichText(doc, valueAt) : []).flatMap((piece): readonly FlowItem[] => {
    if (piece.kind === "para") return [piece.para];
    const table = richTable(piece.rows, width);
    return table ? [{ words: [{ text: "", size: 6 }] }, table] : [];
  });
}

/** Decree 30: parts I. in capitals and bold, clauses 1. bold where they have a title, points a) as the body. */
function headingPara(
  heading: Heading,
  number: string,
  { params, locale }: ReportDocumentInput,
  valueAt: (ref: string) => string | undefined,
): Para {
  const text = fillText(heading.text, params, locale, valueAt);
  const isBold = heading.level <= 2;
  return bodyPara(
    [{ text: `${number}${heading.level === 1 ? text.toLocaleUpperCase(locale) : text}`, ...(isBold ? { bold: true } : {}) }],
    {
      keepNext: true,
      outline: heading.level,
    },
  );
}

function textPara(block: TextBlock, { params, locale }: ReportDocumentInput, valueAt: ValueAt): Para {
  const text = fillText(block.text, params, locale, valueAt);
  switch (block.style ?? "body") {
    case "body":
      return bodyPara([{ text }]);
    case "bold":
      return bodyPara([{ text, bold: true }], { keepNext: true });
    case "note":
      return { words: [{ text, italic: true, size: sizes.note }], align: "both", before: 60 };
    case "centre":
      return { words: [{ text }], align: "centre", before: 60 };
    case "right":
      return { words: [{ text, italic: true, size: sizes.note }], align: "right", before: 60 };
  }
}

/** Each field on a line: its label, its value, its unit of measure; dots where it is blank. */
function fieldParas(block: Fields, { form, params, locale }: ReportDocumentInput): readonly Para[] {
  const title = block.title ? [bodyPara([{ text: fillText(block.title, params, locale), bold: true }], { keepNext: true })] : [];
  const lines = block.fields.map((field) => {
    const cell = form.index(`f.${field.id}` as CellAddress);
    const value = cell === undefined ? "" : printCell(form, cell, locale);
    const unit = value !== "" && field.unit ? (field.unit === "%" ? "%" : ` ${field.unit}`) : "";
    return bodyPara([{ text: `${fillText(field.label, params, locale)}: ${value === "" ? "………………" : value}${unit}` }]);
  });
  return [...title, ...lines];
}

function tableOrientation(block: TableBlock, view: TableView, present: Orientation): Orientation {
  if (block.orientation === "portrait" || block.orientation === "landscape") return block.orientation;
  return view.columns.length > mostUprightColumns ? "landscape" : present;
}

const tableTitle = (text: string): Para => ({
  words: [{ text, bold: true, size: 13 }],
  align: "centre",
  before: 120,
  after: 60,
  keepNext: true,
});

function tableItems(block: TableBlock, view: TableView, input: ReportDocumentInput, width: number): readonly FlowItem[] {
  const { params, locale, form } = input;
  const hasUnitColumn = view.columns.some((column) => column.kind === "unit");
  const above: readonly Para[] = [
    ...(view.title ? [tableTitle(fillText(view.title, params, locale))] : []),
    ...(view.unit && !hasUnitColumn ? [unitLine(view.unit, locale)] : []),
  ];
  return [
    // Word would join two tables that no paragraph parts.
    ...(above.length > 0 ? above : [{ words: [{ text: "", size: 6 }], keepNext: true }]),
    indicatorTable(view, { form, params, locale, width }),
    ...(block.note
      ? [{ words: [{ text: fillText(block.note, params, locale), italic: true, size: sizes.note }], align: "both" as const, before: 60 }]
      : []),
  ];
}
