import type { ErrorObject } from "ajv";
import type { Problem } from "@/lib/problem";
import { placeOfPointer } from "./placeOfPointer";

type Params = Readonly<Record<string, string | number>>;

/**
 * One fault that ajv found, as a problem that a person can read. Every keyword that the schema uses has a case here;
 * a test walks the schema to see that none is missing.
 */
export function describeFault(fault: ErrorObject, document: unknown): Problem {
  const { at, property } = placeOfPointer(document, fault.instancePath);
  const value = show(valueAt(document, fault.instancePath));
  const say = (code: string, params: Params): Problem => ({ code, params, at, severity: "error" });
  const params: Readonly<Record<string, unknown>> = fault.params;
  const limit = Number(params.limit);

  switch (fault.keyword) {
    case "required":
      return say("template.missing", { property: join(property, String(params.missingProperty)) });
    case "additionalProperties":
      return say("template.unknownProperty", { property: join(property, show(params.additionalProperty)) });
    case "type":
      return property === ""
        ? say("template.wrongPart", { expected: expectedType(params.type) })
        : say("template.wrongType", { property, expected: expectedType(params.type) });
    case "discriminator":
      return params.error === "tag"
        ? say("template.missing", { property: join(property, String(params.tag)) })
        : say("template.unknownKind", { property: join(property, String(params.tag)), value: show(params.tagValue) });
    case "const":
      return say("template.notOneOf", { property, value, allowed: show(params.allowedValue) });
    case "enum":
      return say("template.notOneOf", { property, value, allowed: [params.allowedValues].flat().join(", ") });
    case "pattern":
      return say(property === "code" && at === "" ? "template.badTemplateCode" : "template.badId", { property, value });
    case "maxLength":
      return say("template.tooLong", { property, limit });
    case "minLength":
      return say("template.empty", { property });
    case "minItems":
      return say("template.tooFew", { property, limit });
    case "maxItems":
      return say("template.tooMany", { property, limit });
    case "uniqueItems":
      return say("template.repeatedItem", { property });
    case "minimum":
      return say("template.tooSmall", { property, limit });
    case "exclusiveMinimum":
      return say("template.notAbove", { property, limit });
    case "maximum":
      return say("template.tooLarge", { property, limit });
    default:
      return say("template.invalid", { property });
  }
}

/** The wanted type as the messages select it; a choice of types is a plain value. */
const expectedType = (type: unknown): string => (typeof type === "string" ? type : "value");

const join = (property: string, key: string): string => (property === "" ? key : `${property}.${key}`);

function valueAt(document: unknown, pointer: string): unknown {
  let node = document;
  for (const key of pointer.split("/").slice(1)) {
    if (typeof node !== "object" || node === null) return undefined;
    node = (node as Readonly<Record<string, unknown>>)[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return node;
}

/** A value of the document short enough for a sentence. */
function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
