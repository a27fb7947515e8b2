import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import type { RichDoc } from "@/lib/form/content";
import narrativeSchema from "@/lib/form/narrative.schema.json";
import type { Problem } from "@/lib/problem";
import { problemFrom } from "@/lib/service/refusal";

let validator: ValidateFunction<RichDoc> | undefined;

/** Whether rich text holds the nodes and marks of `narrative.schema.json` and nothing else; told at the section, once. */
export function checkNarrative(doc: unknown, at: string): readonly Problem[] {
  validator ??= new Ajv2020({ discriminator: true }).compile<RichDoc>(narrativeSchema);
  if (validator(doc)) return [];
  return [problemFrom({ code: "report.badNarrative", params: { place: validator.errors?.[0]?.instancePath || "/" }, at })];
}
