import type { RouteDefinition, RouteHandler } from "./defineRoute";
import { statusOf } from "./httpRefusal";
import type { JsonSchema } from "./schema";

type Definition = RouteDefinition<unknown, unknown, unknown, unknown>;

/** What the errors of HTTP mean here; each body is `Problem`. */
const meanings: Readonly<Record<number, string>> = {
  400: "The body cannot be read as JSON",
  401: "No session, or one that has ended",
  403: "Not permitted, or a change that does not come from our own pages",
  404: "It does not exist, or may not be seen",
  409: "It was changed meanwhile, or its state forbids this",
  413: "The body is too large",
  415: "The body is not application/json",
  422: "Something in the request is wrong; `problems` names each place",
  429: "Too many requests in this minute; see Retry-After",
  500: "A fault of the server, logged under `instance`",
};

const problem: JsonSchema = {
  type: "object",
  description: "Problem Details of RFC 9457; messages are in the language of the account, else of Accept-Language",
  required: ["type", "title", "status", "detail", "code", "problems"],
  additionalProperties: false,
  properties: {
    type: { type: "string", description: "urn:bieumau:problem:<code>" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "The first problem as a sentence" },
    code: { type: "string", description: "Code of the first problem, the same in every language" },
    instance: { type: "string", description: "urn:uuid of this request in the server's log, with status 500" },
    problems: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["code", "params", "at", "severity", "message"],
        additionalProperties: false,
        properties: {
          code: { type: "string" },
          params: { type: "object", additionalProperties: { type: ["string", "number"] } },
          at: { type: "string", description: "Id path (t1.r01.c3) or JSON pointer of the place" },
          severity: { enum: ["error", "warning"] },
          message: { type: "string" },
          span: {
            type: "object",
            required: ["from", "to"],
            additionalProperties: false,
            properties: { from: { type: "integer" }, to: { type: "integer" } },
          },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document of some routes, made of the definitions that their handlers run by. */
export function openApiDocument(routes: readonly RouteHandler[], { version }: { readonly version: string }): JsonSchema {
  const definitions = routes.map(({ definition }) => definition);
  const paths = new Map<string, Record<string, JsonSchema>>();
  for (const definition of definitions) {
    const methods = paths.get(definition.path) ?? {};
    methods[definition.method.toLowerCase()] = operation(definition);
    paths.set(definition.path, methods);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Bieumau",
      version,
      description:
        "Reports of an administration: templates, reports and their values, workflow, progress, aggregates. Every change needs a session cookie and an Origin of these pages.",
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [{ url: "/" }],
    security: [{ session: [] }],
    tags: [...new Set(definitions.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths: Object.fromEntries([...paths].sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: { Problem: problem },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "bieumau.session" } },
    },
  };
}

function operation(definition: Definition): JsonSchema {
  const { params, query, body, answer } = definition;
  const parameters = [...parametersOf("path", params?.json), ...parametersOf("query", query?.json)];
  return {
    operationId: operationId(definition),
    tags: [definition.tag],
    summary: definition.summary,
    ...(definition.description ? { description: definition.description } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body.json } } } } : {}),
    responses: {
      [answer.status]: {
        description: answer.status === 204 ? "Done" : definition.summary,
        ...(answer.mediaType === null ? {} : { content: { [answer.mediaType]: answer.schema ? { schema: answer.schema.json } : {} } }),
      },
      ...Object.fromEntries(errorsOf(definition).map((status) => [status, errorResponse(status)])),
    },
  };
}

function parametersOf(place: "path" | "query", schema: JsonSchema | undefined): readonly JsonSchema[] {
  const properties = (schema?.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema?.required ?? []) as readonly string[];
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    ...(place === "path" || required.includes(name) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema: rest,
  }));
}

/** Statuses that a route may answer besides its success: of its service, of reading the request, and those of every route. */
function errorsOf({ params, query, body, refusals = [] }: Definition): readonly number[] {
  return [
    ...new Set([
      ...[401, 403, 429, 500],
      ...refusals.map((kind) => statusOf[kind]),
      ...(params ? [404] : []),
      ...(query ? [422] : []),
      ...(body ? [400, 413, 415, 422] : []),
    ]),
  ].sort((a, b) => a - b);
}

const errorResponse = (status: number): JsonSchema => ({
  description: meanings[status] ?? "Error",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

/** `getReportsIdHistory` for GET /api/v1/reports/{id}/history. */
const operationId = ({ method, path }: Definition): string =>
  method.toLowerCase() +
  path
    .replace("/api/v1", "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
