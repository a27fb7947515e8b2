/** A JSON Schema (2020-12) as plain JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

declare const valueType: unique symbol;
declare const mayBeAbsent: unique symbol;

/** A JSON Schema that knows, for TypeScript alone, the type of the values that pass it. */
export interface Schema<T> {
  readonly json: JsonSchema;
  readonly [valueType]?: T;
}

/** A property that may be left out of its object. */
export interface OptionalSchema<T> extends Schema<T> {
  readonly [mayBeAbsent]: true;
}

/** Type of the values that pass a schema. */
export type Static<S> = S extends Schema<infer T> ? T : never;

type Properties = Readonly<Record<string, Schema<unknown>>>;
type OptionalKeys<P extends Properties> = { [K in keyof P]: P[K] extends OptionalSchema<unknown> ? K : never }[keyof P];
type Flat<T> = { readonly [K in keyof T]: T[K] };
type ObjectOf<P extends Properties> = Flat<
  { [K in Exclude<keyof P, OptionalKeys<P>>]: Static<P[K]> } & { [K in OptionalKeys<P>]?: Static<P[K]> }
>;

const optionals = new WeakSet<object>();
const make = <T>(json: JsonSchema): Schema<T> => ({ json });

/** Drops keywords that were not given. */
const given = (json: Record<string, unknown>): JsonSchema =>
  Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));

export interface TextRules {
  readonly min?: number;
  readonly max?: number;
  /** Regular expression, anchored by its writer. */
  readonly pattern?: string;
  readonly format?: "uuid" | "date" | "date-time";
  readonly description?: string;
}

/** A string; lengths in characters. 10,000 at most unless said otherwise. */
export const text = ({ min, max = 10_000, pattern, format, description }: TextRules = {}): Schema<string> =>
  make(given({ type: "string", minLength: min, maxLength: max, pattern, format, description }));

/** An id of ours. */
export const id = (description?: string): Schema<string> => text({ format: "uuid", max: 36, description });

export interface NumberRules {
  readonly min?: number;
  readonly max?: number;
  readonly default?: number;
  readonly description?: string;
}

export const integer = ({ min, max, description, default: byDefault }: NumberRules = {}): Schema<number> =>
  make(given({ type: "integer", minimum: min, maximum: max, default: byDefault, description }));

export const boolean = (description?: string): Schema<boolean> => make(given({ type: "boolean", description }));

/** One of these words. */
export const oneOf = <const W extends readonly string[]>(words: W, description?: string): Schema<W[number]> =>
  make(given({ type: "string", enum: words, description }));

/** An array; 1,000 items at most unless said otherwise. */
export const list = <T>(
  items: Schema<T>,
  { min, max = 1000 }: { readonly min?: number; readonly max?: number } = {},
): Schema<readonly T[]> => make(given({ type: "array", items: items.json, minItems: min, maxItems: max }));

/** An object with these properties and no others. */
export function object<P extends Properties>(properties: P, description?: string): Schema<ObjectOf<P>> {
  const entries = Object.entries(properties);
  return make(
    given({
      type: "object",
      properties: Object.fromEntries(entries.map(([name, schema]) => [name, schema.json])),
      required: entries.filter(([, schema]) => !optionals.has(schema)).map(([name]) => name),
      additionalProperties: false,
      description,
    }),
  );
}

/** One of several objects, told apart by a property that holds a word of its own in each (`oneOf` of one word). */
export const tagged = <T>(tag: string, branches: readonly Schema<T>[]): Schema<T> =>
  make({ type: "object", discriminator: { propertyName: tag }, oneOf: branches.map(({ json }) => json) });

/** An object used as a map. @param keyPattern regular expression that every key matches, anchored by its writer */
export const record = <T>(
  values: Schema<T>,
  { keyPattern, max }: { readonly keyPattern: string; readonly max?: number },
): Schema<Readonly<Record<string, T>>> =>
  make(
    given({
      type: "object",
      propertyNames: { type: "string", pattern: keyPattern },
      additionalProperties: values.json,
      maxProperties: max,
    }),
  );

/** The value or null. */
export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  const { type, enum: words } = schema.json;
  if (typeof type !== "string") return make({ anyOf: [schema.json, { type: "null" }] });
  return make(given({ ...schema.json, type: [type, "null"], enum: Array.isArray(words) ? [...words, null] : undefined }));
}

/** Marks a property as one that may be left out. */
export function optional<T>(schema: Schema<T>): OptionalSchema<T> {
  const copy = { json: schema.json } as OptionalSchema<T>;
  optionals.add(copy);
  return copy;
}

/** A schema written elsewhere (templates, submissions), or a loose one for a value that our own code made. */
export const schemaOf = <T>(json: JsonSchema): Schema<T> => make(json);
