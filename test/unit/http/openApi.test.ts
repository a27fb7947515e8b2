import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { everyRoute } from "@/app/api/v1/openapi.json/everyRoute";
import { openApiDocument } from "@/lib/http/openApi";

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { schema?: object }>> }>
  >;
}
interface Described {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: { readonly Problem: object } };
}

const document = openApiDocument(everyRoute(), { version: "0" }) as unknown as Described;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);

/** `METHOD /path` of each method that a route file under app/api/v1 exports. */
function handlersIn(folder: string, path: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return handlersIn(join(folder, entry.name), `${path}/${entry.name.replace(/^\[(\w+)\]$/, "{$1}")}`);
    if (entry.name !== "route.ts") return [];
    const source = readFileSync(join(folder, entry.name), "utf8");
    return [...source.matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map(
      ([, method]) => `${method} ${path}`,
    );
  });
}

describe("the OpenAPI document", () => {
  it("describes every method of every route under app/api/v1, and nothing else", () => {
    expect(operations.map(({ name }) => name).sort()).toEqual([...handlersIn("app/api/v1", "/api/v1")].sort());
  });

  it("is of version 3.1, with an id of its own for each operation and no tag without a name", () => {
    expect(document.openapi).toBe("3.1.0");
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const tags = new Set(document.tags.map(({ name }) => name));
    for (const { operation } of operations) for (const tag of operation.tags) expect(tags).toContain(tag);
  });

  it.each(operations)("names the parameters of the path: $name", ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const named = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
    expect(named.map(({ name }) => name).sort()).toEqual(inPath.sort());
    for (const { required } of named) expect(required).toBe(true);
  });

  it.each(operations)("gives one success, and problem+json for every error: $name", ({ operation }) => {
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
    expect(statuses).toEqual(expect.arrayContaining(["401", "403", "429", "500"]));
    if (operation.requestBody) expect(statuses).toEqual(expect.arrayContaining(["400", "413", "415", "422"]));
    for (const [status, { content }] of Object.entries(operation.responses)) {
      if (!status.startsWith("2")) expect(Object.keys(content ?? {})).toEqual(["application/problem+json"]);
    }
  });

  it.each(operations)("has schemas that are JSON Schema 2020-12: $name", ({ operation }) => {
    const ajv = addFormats(new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true }));
    const schemas = [
      ...(operation.parameters ?? []).map(({ schema }) => schema),
      ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.entries(operation.responses)
        .filter(([status]) => status.startsWith("2"))
        .flatMap(([, { content }]) => Object.values(content ?? {}).flatMap(({ schema }) => (schema ? [schema] : []))),
    ];
    for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
  });

  it("describes the errors", () => {
    const check = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(document.components.schemas.Problem);
    expect(
      check({
        type: "urn:bieumau:problem:report.notFound",
        title: "Không tìm thấy",
        status: 404,
        detail: "…",
        code: "report.notFound",
        problems: [{ code: "report.notFound", params: {}, at: "", severity: "error", message: "…" }],
      }),
    ).toBe(true);
    expect(check({ code: "report.notFound" })).toBe(false);
  });
});
