import type { Problem } from "@/lib/problem";
import { checkAggregate } from "./checkAggregate";
import { checkNames } from "./checkNames";
import { checkTable } from "./checkTable";
import { checkTexts } from "./checkTexts";
import { checkValues } from "./checkValues";
import { errorAt, warningAt } from "./problemAt";
import { type References, referencesOf } from "./references";
import type { Block, Template } from "./template.types";

/**
 * What a template that fits the schema must mean besides: names unique and free, references that lead somewhere, shapes
 * that can be printed and counted. Errors keep it from being published, warnings are told. In document order.
 */
export function checkTemplate(template: Template): readonly Problem[] {
  const references = referencesOf(template);
  return [
    ...checkDocumentNames(template),
    ...checkOutline(template),
    ...template.blocks.flatMap((block) => checkBlock(block, template, references)),
    ...checkTexts(template, references),
  ];
}

function checkDocumentNames(template: Template): readonly Problem[] {
  const blocks = template.blocks.map((block) => ({
    id: block.id,
    code: block.kind === "table" ? block.code : undefined,
    at: block.kind === "narrative" ? `n.${block.id}` : block.id,
  }));
  const fields = template.blocks.flatMap((block) => (block.kind === "fields" ? block.fields : []));
  return [
    ...checkNames(blocks, "bare"),
    ...checkNames(
      fields.map(({ id, code }) => ({ id, code, at: `f.${id}` })),
      "prefixed",
    ),
  ];
}

/** Headings of Decree 30 go one level deeper at a time: no a) right under I. */
function checkOutline(template: Template): readonly Problem[] {
  const problems: Problem[] = [];
  let level = 0;
  for (const block of template.blocks) {
    if (block.kind !== "heading") continue;
    if (block.level > level + 1) problems.push(warningAt(block.id, "template.headingSkipsLevel", { level: block.level, after: level }));
    level = block.level;
  }
  return problems;
}

function checkBlock(block: Block, template: Template, references: References): readonly Problem[] {
  switch (block.kind) {
    case "table": {
      const index = references.tables.get(block.id);
      // Two tables of one id are told as such; one of them alone is looked into.
      return index?.table === block ? checkTable(index, template, references) : [];
    }
    case "narrative":
      return checkRange(block.minLength, block.maxLength, `n.${block.id}`);
    case "fields":
      return block.fields.flatMap((field) => {
        const at = `f.${field.id}`;
        return [...checkValues({ ...field, type: field.type }, at), ...checkAggregate(field.aggregate, at, references)];
      });
    case "list":
      return [
        ...checkRange(block.min, block.max, block.id),
        ...checkNames(
          block.columns.map(({ id, code }) => ({ id, code, at: `${block.id}.${id}` })),
          "prefixed",
        ),
        ...block.columns.flatMap((column) => checkValues(column, `${block.id}.${column.id}`)),
      ];
    case "heading":
    case "text":
    case "signature":
    case "recipients":
    case "pageBreak":
      return [];
  }
}

function checkRange(min: number | undefined, max: number | undefined, at: string): readonly Problem[] {
  return min !== undefined && max !== undefined && min > max ? [errorAt(at, "template.minAboveMax", { min, max })] : [];
}
