import Ajv2020 from "ajv/dist/2020";
import { faultsBySchema } from "@/lib/faultsBySchema";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { normalise } from "./normalise";
import { placeOfPointer } from "./placeOfPointer";
import { describeFault } from "./schemaFault";
import schema from "./template.schema.json";
import type { Template } from "./template.types";

const faultsOf = faultsBySchema((allErrors) =>
  new Ajv2020({ allErrors, discriminator: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile<Template>(schema),
);

/** Faults told at once; more would hide the first. */
const mostFaults = 200;

/**
 * Reads a template of the outside (file, API, database upgrade): all strings to NFC, size and depth bounded, then the
 * JSON Schema. Each fault (of a large document the first alone) becomes one problem at the innermost block, row, column,
 * cell or field that can be named.
 * What the schema cannot say is `checkTemplate`'s.
 */
export function parseTemplate(input: unknown): Result<Template, readonly Problem[]> {
  const copied = normalise(input);
  if (!copied.ok) {
    const { reason, pointer } = copied.error;
    const at = reason === "controlCharacter" || reason === "notJson" ? placeOfPointer(input, pointer) : { at: "", property: "" };
    return fail([{ code: unreadableCodes[reason], params: { property: at.property || pointer }, at: at.at, severity: "error" }]);
  }
  const document: unknown = copied.value;
  const faults = faultsOf(document);
  if (faults.length === 0) return ok(document as Template);
  // ajv tells a missing tag twice, by `required` and by `discriminator`.
  const told = new Map<string, Problem>();
  for (const fault of faults) {
    const problem = describeFault(fault, document);
    told.set(JSON.stringify([problem.at, problem.code, problem.params]), problem);
    if (told.size >= mostFaults) break;
  }
  return fail([...told.values()]);
}

const unreadableCodes = {
  tooDeep: "template.tooDeep",
  tooBig: "template.tooBig",
  notJson: "template.notJson",
  controlCharacter: "template.controlCharacter",
} as const;
