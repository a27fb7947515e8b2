import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import type { RichDoc } from "@/lib/form/content";
import narrativeSchema from "@/lib/form/narrative.schema.json";
import type { Problem } from "@/lib/problem";
import { problemFrom } from "@/lib/service/refusal";
import { jsonBytes } from "./jsonBytes";

/** Most characters of one section: some eighty pages. */
const mostCharacters = 200_000;

/** Most bytes of one section as JSON. Every save of it keeps the old and the new text in the log. */
const mostBytes = 400_000;

let validator: ValidateFunction<RichDoc> | undefined;

/**
 * Whether rich text holds the nodes and marks of `narrative.schema.json` and nothing else (`report.badNarrative`), and
 * is not larger than a section may be (`report.longSection`, `report.heavySection`); told at the section, once.
 */
export function checkNarrative(doc: unknown, at: string): readonly Problem[] {
  const bytes = jsonBytes(doc);
  if (bytes > mostBytes) return [problemFrom({ code: "report.heavySection", params: { bytes, limit: mostBytes }, at })];
  // Items of lists begin with a paragraph and go on as they like: a tuple that is open on purpose.
  validator ??= new Ajv2020({ discriminator: true, strictTuples: false }).compile<RichDoc>(narrativeSchema);
  if (!validator(doc)) {
    return [problemFrom({ code: "report.badNarrative", params: { place: validator.errors?.[0]?.instancePath || "/" }, at })];
  }
  const length = characters(doc);
  return length > mostCharacters ? [problemFrom({ code: "report.longSection", params: { length, limit: mostCharacters }, at })] : [];
}

/** Characters of all texts; its depth is bounded by the schema. */
function characters(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const own = "text" in node && typeof node.text === "string" ? node.text.length : 0;
  const inner = "content" in node && Array.isArray(node.content) ? node.content : [];
  return inner.reduce<number>((sum, child) => sum + characters(child), own);
}
