import { describe, expect, it } from "vitest";
import { integer, list, nullable, object, oneOf, optional, record, type Static, schemaOf, text } from "@/lib/http/schema";
import { validate } from "@/lib/http/validate";

const change = object({
  revision: integer({ min: 0 }),
  action: oneOf(["submit", "send"]),
  reason: optional(text({ min: 1, max: 5 })),
  on: optional(nullable(text({ format: "date" }))),
  edits: list(object({ at: text({ pattern: "^t\\d" }) }), { min: 1, max: 2 }),
});

const problemsOf = (value: unknown) => {
  const outcome = validate(change, value);
  return outcome.ok ? [] : outcome.error.map(({ code, at, params }) => [code, at, params]);
};
const good: Static<typeof change> = { revision: 3, action: "send", edits: [{ at: "t1.r01.c3" }] };

describe("checking a body by its schema", () => {
  it("takes what fits, optional and null included", () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf({ ...good, reason: "x", on: null })).toEqual([]);
    expect(problemsOf({ ...good, on: "2026-02-28" })).toEqual([]);
  });

  it("tells each fault once, at its pointer, all of them together", () => {
    expect(problemsOf({ revision: -1, action: "sign", edits: [{ at: "x" }, { to: 1 }], extra: 1 })).toEqual(
      expect.arrayContaining([
        ["api.tooSmall", "/revision", { limit: 0 }],
        ["api.notAmong", "/action", { allowed: "submit, send" }],
        ["api.pattern", "/edits/0/at", {}],
        ["api.required", "/edits/1/at", { name: "at" }],
        ["api.unknownProperty", "/edits/1/to", { name: "to" }],
        ["api.unknownProperty", "/extra", { name: "extra" }],
      ]),
    );
    expect(problemsOf({ revision: -1, action: "sign", edits: [{ at: "x" }, { to: 1 }], extra: 1 })).toHaveLength(6);
  });

  it("tells a wrong type by the one that was wanted, not by null", () => {
    expect(problemsOf({ ...good, revision: "3", on: 5 })).toEqual([
      ["api.wrongType", "/revision", { type: "integer" }],
      ["api.wrongType", "/on", { type: "string" }],
    ]);
  });

  it("tells lengths in characters, empty text by itself, dates that do not exist", () => {
    expect(problemsOf({ ...good, reason: "" })).toEqual([["api.empty", "/reason", {}]]);
    expect(problemsOf({ ...good, reason: "sáu chữ" })).toEqual([["api.tooLong", "/reason", { limit: 5 }]]);
    expect(problemsOf({ ...good, on: "2026-02-30" })).toEqual([["api.format", "/on", { format: "date" }]]);
    expect(problemsOf({ ...good, edits: [] })).toEqual([["api.tooFewItems", "/edits", { limit: 1 }]]);
  });

  it("reads numbers from text only where it is told to, and fills in defaults", () => {
    const page = object({ page: optional(integer({ min: 1, default: 1 })) });
    expect(validate(page, { page: "3" }, { coerce: true })).toEqual({ ok: true, value: { page: 3 } });
    expect(validate(page, {}, { coerce: true })).toEqual({ ok: true, value: { page: 1 } });
    expect(validate(page, { page: "3" }).ok).toBe(false);
    expect(validate(page, { page: "x" }, { coerce: true }).ok).toBe(false);
  });

  it("refuses the name __proto__ and keys of a map that do not match", () => {
    expect(problemsOf(JSON.parse('{"revision":1,"action":"send","edits":[{"at":"t1"}],"__proto__":{"x":1}}'))).toEqual([
      ["api.unknownProperty", "/__proto__", { name: "__proto__" }],
    ]);
    const map = record(text(), { keyPattern: "^n\\d+$" });
    expect(validate(map, { n1: "a" }).ok).toBe(true);
    expect(validate(map, { "n/1": "a" })).toMatchObject({ ok: false, error: [{ code: "api.unknownProperty", at: "/n~11" }] });
  });

  it("speaks once for a union", () => {
    const either = object({ to: schemaOf<string | number | null>({ anyOf: [text().json, integer().json, { type: "null" }] }) });
    expect(validate(either, { to: null }).ok).toBe(true);
    expect(validate(either, { to: [] })).toMatchObject({ ok: false, error: [{ code: "api.invalid", at: "/to" }] });
  });

  it("names at most fifty problems", () => {
    const outcome = validate(
      list(integer()),
      Array.from({ length: 200 }, () => "x"),
    );
    expect(!outcome.ok && outcome.error).toHaveLength(50);
  });

  it("stops at the first fault of a large body: a list that is too long is not walked", () => {
    let visited = 0;
    const edits = Array.from({ length: 200_000 }, () => ({}));
    Object.defineProperty(edits, 2, { enumerable: true, get: () => ++visited });
    expect(problemsOf({ ...good, edits })).toEqual([["api.tooManyItems", "/edits", { limit: 2 }]]);
    expect(visited).toBe(0);
  });

  it("names one problem of a large body whose items are all wrong", () => {
    const outcome = validate(
      list(object({ at: text() }), { max: 500_000 }),
      Array.from({ length: 200_000 }, () => ({})),
    );
    expect(!outcome.ok && outcome.error.map(({ code, at }) => [code, at])).toEqual([["api.required", "/0/at"]]);
  });
});
