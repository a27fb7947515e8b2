import { isRecord, type Schema, schemaFor } from "./schema";

/** What keeps a value from fitting its schema: a message of the room `template`, with what it names. */
export interface SchemaFault {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * The first fault of a value. The browser cannot run ajv (its CSP forbids eval), and a keystroke checks one property:
 * so the schema is walked beside the value. The sentences are those of `lib/template/parse`.
 */
export function schemaFault(schema: Schema, value: unknown, property: string): SchemaFault | undefined {
  const own = schemaFor(schema, value);
  if (own === undefined) {
    const tag = schema.discriminator?.propertyName ?? "kind";
    return fault("template.unknownKind", { property: join(property, tag), value: show(isRecord(value) ? value[tag] : undefined) });
  }
  return (
    typeFault(own, value, property) ??
    choiceFault(own, value, property) ??
    (typeof value === "string" ? stringFault(own, value, property) : undefined) ??
    (typeof value === "number" ? numberFault(own, value, property) : undefined) ??
    (Array.isArray(value) ? listFault(own, value, property) : undefined) ??
    (isRecord(value) ? objectFault(own, value, property) : undefined)
  );
}

const fault = (code: string, params: SchemaFault["params"]): SchemaFault => ({ code, params });

const join = (property: string, key: string): string => (property === "" ? key : `${property}.${key}`);

/** A value short enough for a sentence. */
function show(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function typeFault(schema: Schema, value: unknown, property: string): SchemaFault | undefined {
  if (schema.type === undefined) return undefined;
  const types = [schema.type].flat();
  if (types.some((type) => isOfType(type, value))) return undefined;
  return fault("template.wrongType", { property, expected: typeof schema.type === "string" ? schema.type : "value" });
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isRecord(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function choiceFault(schema: Schema, value: unknown, property: string): SchemaFault | undefined {
  const allowed = schema.const === undefined ? schema.enum : [schema.const];
  if (allowed === undefined || allowed.includes(value)) return undefined;
  return fault("template.notOneOf", { property, value: show(value), allowed: allowed.join(", ") });
}

function stringFault(schema: Schema, value: string, property: string): SchemaFault | undefined {
  // The schema counts code points; the spread is made only where it could matter.
  if (schema.maxLength !== undefined && value.length > schema.maxLength && [...value].length > schema.maxLength) {
    return fault("template.tooLong", { property, limit: schema.maxLength });
  }
  if (schema.minLength !== undefined && value.length < schema.minLength) return fault("template.empty", { property });
  if (schema.pattern !== undefined && !patternOf(schema.pattern).test(value)) {
    const code = schema.pattern.startsWith("^[A-Z0-9]") ? "template.badTemplateCode" : "template.badId";
    return fault(code, { property, value: show(value) });
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, "u");
  patterns.set(source, known);
  return known;
}

function numberFault(schema: Schema, value: number, property: string): SchemaFault | undefined {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if (minimum !== undefined && value < minimum) return fault("template.tooSmall", { property, limit: minimum });
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) return fault("template.notAbove", { property, limit: exclusiveMinimum });
  if (maximum !== undefined && value > maximum) return fault("template.tooLarge", { property, limit: maximum });
  return undefined;
}

function listFault(schema: Schema, value: readonly unknown[], property: string): SchemaFault | undefined {
  const { minItems, maxItems, items } = schema;
  if (minItems !== undefined && value.length < minItems) return fault("template.tooFew", { property, limit: minItems });
  if (maxItems !== undefined && value.length > maxItems) return fault("template.tooMany", { property, limit: maxItems });
  if (schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
    return fault("template.repeatedItem", { property });
  }
  if (items === undefined) return undefined;
  for (const [index, item] of value.entries()) {
    const found = schemaFault(items, item, join(property, String(index)));
    if (found) return found;
  }
  return undefined;
}

function objectFault(schema: Schema, value: Readonly<Record<string, unknown>>, property: string): SchemaFault | undefined {
  const missing = schema.required?.find((key) => value[key] === undefined);
  if (missing !== undefined) return fault("template.missing", { property: join(property, missing) });
  for (const [key, inner] of Object.entries(value)) {
    const own = schema.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
    if (own === undefined) return fault("template.unknownProperty", { property: join(property, show(key)) });
    const found = schemaFault(own, inner, join(property, key));
    if (found) return found;
  }
  return undefined;
}
