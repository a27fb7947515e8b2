import type { Problem } from "@/lib/problem";
import { errorAt, warningAt } from "./problemAt";
import { checkReference, type References } from "./references";
import type { Block, Column, Row, Template, Text } from "./template.types";
import { isTextParam, readText } from "./text";

/** A text with the path of the part that it belongs to. */
interface TextAt {
  readonly text: Text | undefined;
  readonly at: string;
}

/** Every text of a template: its parameters are known, the values that it embeds exist. HTML is words like any other. */
export function checkTexts(template: Template, references: References): readonly Problem[] {
  const all = [
    { text: template.title, at: "" },
    { text: template.subtitle, at: "" },
    { text: template.legalBasis, at: "" },
    ...template.blocks.flatMap(textsOfBlock),
  ];
  return all.flatMap(({ text, at }) => (text === undefined ? [] : checkText(text, at, template, references)));
}

function checkText(text: Text, at: string, template: Template, references: References): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const piece of [text.vi, text.en ?? ""].flatMap(readText)) {
    const problem =
      piece.kind === "value"
        ? checkReference(piece.ref, at, references)
        : piece.kind === "param"
          ? checkParam(piece, at, template)
          : undefined;
    // The same slip in both languages is one slip.
    if (problem) problems.set(`${problem.code} ${piece.kind === "words" ? "" : piece.source}`, problem);
  }
  return [...problems.values()];
}

function checkParam(
  piece: { readonly name: string; readonly offset: number; readonly source: string },
  at: string,
  template: Template,
): Problem | undefined {
  const param = piece.source;
  if (!isTextParam(piece.name) || (piece.offset !== 0 && piece.name !== "year")) return errorAt(at, "template.unknownParam", { param });
  if (piece.name === "month" && !template.frequencies.some((frequency) => frequency === "month" || frequency === "halfMonth")) {
    return warningAt(at, "template.paramWithoutPeriod", { param });
  }
  if (piece.name === "quarter" && !template.frequencies.includes("quarter")) return warningAt(at, "template.paramWithoutPeriod", { param });
  return undefined;
}

function textsOfBlock(block: Block): readonly TextAt[] {
  const at = block.id;
  switch (block.kind) {
    case "heading":
    case "text":
      return [{ text: block.text, at }];
    case "narrative":
      return [block.prompt, block.guidance, block.starter].map((text) => ({ text, at: `n.${block.id}` }));
    case "fields":
      return [
        { text: block.title, at },
        ...block.fields.flatMap((field) =>
          [field.label, field.guidance, ...choiceLabels(field)].map((text) => ({ text, at: `f.${field.id}` })),
        ),
      ];
    case "table":
      return [
        { text: block.title, at },
        { text: block.note, at },
        ...block.columns.flatMap((column) => textsOfColumn(column, at)),
        ...block.rows.flatMap((row) => textsOfRow(row, at)),
        ...(block.checks ?? []).map((check) => ({ text: check.message, at: `${at}.${check.id}` })),
      ];
    case "list":
      return [
        { text: block.title, at },
        ...block.columns.flatMap((column) =>
          [column.label, column.guidance, ...choiceLabels(column)].map((text) => ({ text, at: `${at}.${column.id}` })),
        ),
      ];
    case "signature":
      return block.signers.flatMap((signer) => [signer.authority, signer.position].map((text) => ({ text, at })));
    case "recipients":
      return block.items.map((text) => ({ text, at }));
    case "pageBreak":
      return [];
  }
}

function textsOfColumn(column: Column, table: string): readonly TextAt[] {
  const own = [column.label, column.note, ...(column.kind === "value" ? choiceLabels(column) : [])].map((text) => ({
    text,
    at: `${table}.${column.id}`,
  }));
  return column.kind === "group" ? [...own, ...column.columns.flatMap((inner) => textsOfColumn(inner, table))] : own;
}

function textsOfRow(row: Row, table: string): readonly TextAt[] {
  const texts =
    row.kind === "label"
      ? [row.label]
      : [row.label, row.note, row.repeat?.by === "entries" ? row.repeat.prompt : undefined, ...choiceLabels(row)];
  return [...texts.map((text) => ({ text, at: `${table}.${row.id}` })), ...(row.rows ?? []).flatMap((inner) => textsOfRow(inner, table))];
}

const choiceLabels = ({ choices }: { readonly choices?: readonly { readonly label: Text }[] }): readonly Text[] =>
  (choices ?? []).map((choice) => choice.label);
