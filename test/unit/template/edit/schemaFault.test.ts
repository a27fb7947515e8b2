import fc from "fast-check";
import { expect, test } from "vitest";
import { run } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import schema from "@/lib/template/template.schema.json";
import { sample, samples } from "./anyTemplate";

const keywords = new Set([
  ...["$schema", "$id", "$ref", "$defs", "title", "description", "type", "const", "enum", "pattern", "minLength", "maxLength"],
  ...["minimum", "exclusiveMinimum", "maximum", "minItems", "maxItems", "uniqueItems", "items", "required", "properties"],
  ...["additionalProperties", "discriminator", "oneOf"],
]);

test("the schema uses no keyword that the browser's reading of it does not know, and closes every object", () => {
  const strange: string[] = [];
  const visit = (node: Readonly<Record<string, unknown>>, path: string): void => {
    for (const key of Object.keys(node)) if (!keywords.has(key)) strange.push(`${path}.${key}`);
    if (node.properties !== undefined && node.additionalProperties !== false) strange.push(`${path} is open`);
    const inner = [
      ...Object.entries((node.properties ?? {}) as Readonly<Record<string, unknown>>),
      ...Object.entries((node.$defs ?? {}) as Readonly<Record<string, unknown>>),
      ...(node.items ? [["items", node.items] as const] : []),
      ...((node.oneOf ?? []) as readonly unknown[]).map((one, i) => [String(i), one] as const),
    ];
    for (const [key, own] of inner) visit(own as Readonly<Record<string, unknown>>, `${path}/${key}`);
  };
  visit(schema, "");
  expect(strange).toEqual([]);
});

/** A document with one value in it replaced, taken away or doubled. */
function broken(document: unknown, die: number, value: unknown): unknown {
  const spots: { readonly holder: Record<string, unknown> | unknown[]; readonly key: string }[] = [];
  const copy: unknown = structuredClone(document);
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const key of Object.keys(node)) {
      spots.push({ holder: node as Record<string, unknown>, key });
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(copy);
  const spot = spots[die % spots.length];
  if (spot === undefined) return copy;
  if (value === undefined) {
    if (Array.isArray(spot.holder)) spot.holder.splice(Number(spot.key), 1);
    else delete spot.holder[spot.key];
  } else if (Array.isArray(spot.holder)) spot.holder[Number(spot.key)] = value;
  else spot.holder[spot.key] = value;
  return copy;
}

test("a document that the browser lets through is one that ajv lets through, and the other way round", () => {
  const values = fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    -1,
    0,
    1.5,
    1e9,
    "",
    "x",
    "total",
    "Ă",
    "a".repeat(6000),
    [],
    ["month", "month"],
    {},
    { vi: "x", fr: "y" },
    { rule: "sum" },
  );
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), values, (document, die, value) => {
      const next = broken(document, die, value);
      const parsed = parseTemplate(next);
      const done = run(sample("SXKD-THANG"), { do: "replace", template: next as never });
      const isDuplicate = !done.ok && done.error.code === "edit.duplicateId";
      expect(done.ok || isDuplicate).toBe(parsed.ok);
    }),
    { numRuns: 150 },
  );
}, 60_000);
