import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { faultsBySchema } from "@/lib/faultsBySchema";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { JsonSchema, Schema } from "./schema";

/** Query strings are all text: "3" stands for 3 there, and only there. */
type Kind = "strict" | "coercing";

/** One ajv for each kind, stopping at the first fault and gathering all. */
const makeAjv = (kind: Kind, allErrors: boolean): Ajv2020 => {
  const ajv = new Ajv2020({ allErrors, allowUnionTypes: true, discriminator: true, useDefaults: true, coerceTypes: kind === "coercing" });
  addFormats(ajv);
  return ajv;
};
const ajvs = {
  strict: { first: makeAjv("strict", false), every: makeAjv("strict", true) },
  coercing: { first: makeAjv("coercing", false), every: makeAjv("coercing", true) },
};

/** More problems than this help nobody. */
const shownProblems = 50;

type Check = ReturnType<typeof faultsBySchema>;
const checks = { strict: new WeakMap<JsonSchema, Check>(), coercing: new WeakMap<JsonSchema, Check>() };

function checkOf(schema: JsonSchema, kind: Kind): Check {
  const known = checks[kind].get(schema);
  if (known) return known;
  const { first, every } = ajvs[kind];
  const made = faultsBySchema((allErrors) => (allErrors ? every : first).compile(schema));
  checks[kind].set(schema, made);
  return made;
}

/**
 * Checks a value of the outside by its schema; defaults of the schema are filled in. With `coerce` numbers and
 * booleans may come as text. Each fault is one problem of `api`, at its JSON pointer; 50 at most, and of a large value
 * (some 64 KiB) the first alone.
 */
export function validate<T>(
  schema: Schema<T>,
  value: unknown,
  { coerce = false }: { readonly coerce?: boolean } = {},
): Result<T, readonly [Problem, ...Problem[]]> {
  const faults = checkOf(schema.json, coerce ? "coercing" : "strict")(value);
  if (faults.length === 0) return ok(value as T);
  const [first, ...rest] = problemsOfErrors(faults);
  return fail(first ? [first, ...rest] : [problem("api.invalid", {}, "")]);
}

const problem = (code: string, params: Problem["params"], at: string): Problem => ({ code, params, at, severity: "error" });

/** One problem a fault: what a branch of a union says is dropped where the union itself speaks. */
function problemsOfErrors(errors: readonly ErrorObject[]): readonly Problem[] {
  const unions = [
    ...new Set(errors.filter(({ keyword }) => keyword === "anyOf" || keyword === "oneOf").map(({ schemaPath }) => schemaPath)),
  ];
  const found = new Map<string, Problem>();
  for (const error of errors) {
    if (unions.some((path) => error.schemaPath !== path && error.schemaPath.startsWith(`${path}/`))) continue;
    if (error.keyword === "propertyNames") continue;
    const one = problemOfError(error);
    const key = `${one.at} ${one.code}`;
    if (!found.has(key)) found.set(key, one);
    if (found.size === shownProblems) break;
  }
  return [...found.values()];
}

function problemOfError({ keyword, params, instancePath: at, propertyName }: ErrorObject): Problem {
  const limit = Number(params.limit);
  if (propertyName !== undefined) return problem("api.unknownProperty", { name: propertyName }, `${at}/${escapePointer(propertyName)}`);
  switch (keyword) {
    case "required":
      return problem("api.required", { name: params.missingProperty }, `${at}/${escapePointer(params.missingProperty)}`);
    case "additionalProperties":
    case "unevaluatedProperties": {
      const name: string = params.additionalProperty ?? params.unevaluatedProperty;
      return problem("api.unknownProperty", { name }, `${at}/${escapePointer(name)}`);
    }
    case "type":
      return problem("api.wrongType", { type: [params.type].flat().find((type) => type !== "null") ?? "null" }, at);
    case "minLength":
      return limit === 1 ? problem("api.empty", {}, at) : problem("api.tooShort", { limit }, at);
    case "maxLength":
      return problem("api.tooLong", { limit }, at);
    case "minimum":
      return problem("api.tooSmall", { limit }, at);
    case "maximum":
      return problem("api.tooGreat", { limit }, at);
    case "minItems":
      return problem("api.tooFewItems", { limit }, at);
    case "maxItems":
    case "maxProperties":
      return problem("api.tooManyItems", { limit }, at);
    case "enum":
      return problem("api.notAmong", { allowed: params.allowedValues.filter((word: unknown) => word !== null).join(", ") }, at);
    case "const":
      return problem("api.notAmong", { allowed: String(params.allowedValue) }, at);
    case "format":
      return problem("api.format", { format: params.format === "date-time" ? "dateTime" : params.format }, at);
    case "pattern":
      return problem("api.pattern", {}, at);
    default:
      return problem("api.invalid", {}, at);
  }
}

const escapePointer = (segment: string): string => segment.replaceAll("~", "~0").replaceAll("/", "~1");
