import document from "@/lib/template/template.schema.json";

/** The part of JSON Schema that the schema of templates is written in; a test sees that it uses no other keyword. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly discriminator?: { readonly propertyName: string };
  readonly oneOf?: readonly Schema[];
}

const root = document as Schema;
const definitions = document.$defs as Readonly<Record<string, Schema>>;
const refPrefix = "#/$defs/";

/** What a kind of part is by the schema; `document` is the template itself. */
export type Definition = "document" | "block" | "column" | "row" | "cell" | "check" | "field";

export const definitionOf = (name: Definition): Schema => (name === "document" ? root : (definitions[name] ?? {}));

/** The schema of a property of one kind of block. */
export const propertyOf = (block: string, property: string): Schema => definitions[block]?.properties?.[property] ?? {};

/** A schema with its reference followed, and of a union the branch that the value's tag names; undefined where none does. */
export function schemaFor(schema: Schema, value: unknown): Schema | undefined {
  const own = schema.$ref === undefined ? schema : definitions[schema.$ref.slice(refPrefix.length)];
  if (own?.$ref !== undefined) return schemaFor(own, value);
  if (own?.oneOf === undefined) return own;
  const tag = own.discriminator?.propertyName ?? "kind";
  const told = isRecord(value) ? value[tag] : undefined;
  return own.oneOf
    .map((branch) => schemaFor(branch, value))
    .find((branch) => {
      const allowed = branch?.properties?.[tag];
      return allowed !== undefined && (allowed.const === told || allowed.enum?.includes(told) === true);
    });
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
