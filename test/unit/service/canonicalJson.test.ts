import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/service/reports/canonicalJson";

/** The same value with the members of its objects in another order. */
const reordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reordered(member)]),
  );
};

describe("canonical JSON", () => {
  it("sorts members by UTF-16 code units at every depth, and leaves arrays in order", () => {
    expect(canonicalJson({ b: [2, 1], a: { đ: 1, z: null, A: "x" } })).toBe('{"a":{"A":"x","z":null,"đ":1},"b":[2,1]}');
  });

  it("writes numbers as ECMAScript does (RFC 8785), and leaves out what is undefined", () => {
    expect(canonicalJson({ a: 1e21, b: 0.1, c: -0, d: undefined, e: [undefined] })).toBe('{"a":1e+21,"b":0.1,"c":0,"e":[null]}');
  });

  it("is one text for one value, whatever the order of its members, and reads back as the value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reordered(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
