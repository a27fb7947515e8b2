import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyPatch, type Change, type Patch } from "@/lib/template/edit";
import { parseTemplate } from "@/lib/template/parse";
import { sample, samples } from "./anyTemplate";

const form = sample("06-VPCP-KSTT");
const before = JSON.stringify(form);
const apply = (...changes: readonly unknown[]) => applyPatch(form, changes as Patch);
const prototypeNames = Object.getOwnPropertyNames(Object.prototype);

/** What the door of the API lets through and no screen makes: names of parts and properties are any. */
const anyName = fc.oneof(fc.constantFrom(...prototypeNames, "t1", "r11", "c4", "k1", "kind", "id", "rows", "cells", "label"), fc.string());
const anyPlace = fc.oneof(
  fc.constant({ kind: "document" }),
  fc.record({ kind: fc.constant("block"), block: anyName }),
  fc.record({ kind: fc.constant("row"), block: anyName, row: anyName }),
  fc.record({ kind: fc.constant("column"), block: anyName, column: anyName }),
  fc.record({ kind: fc.constant("cell"), block: anyName, row: anyName, column: anyName }),
  fc.record({ kind: fc.constant("check"), block: anyName, check: anyName }),
  fc.record({ kind: fc.constant("field"), block: anyName, field: anyName }),
);
const anyList = fc.oneof(
  fc.constant({ kind: "blocks" }),
  fc.record(
    { kind: fc.constantFrom("rows", "columns", "fields", "checks"), block: anyName, under: anyName },
    { requiredKeys: ["kind", "block"] },
  ),
);
const anySpot = fc.record({ in: anyList, index: fc.nat(20_000), after: fc.option(anyName) });
const anyObject = fc.dictionary(anyName, fc.jsonValue(), { maxKeys: 6 });
const anyChange = fc.oneof(
  fc.record(
    { kind: fc.constant("set"), at: anyPlace, property: anyName, before: fc.jsonValue(), after: fc.jsonValue() },
    { requiredKeys: ["kind", "at", "property"] },
  ),
  fc.record({ kind: fc.constantFrom("insert", "remove"), spot: anySpot, part: anyObject }),
  fc.record({ kind: fc.constant("move"), part: anyPlace, from: anySpot, to: anySpot }),
  fc.record({ kind: fc.constant("replace"), before: anyObject, after: anyObject }),
  fc.record({ kind: fc.constant("replace"), before: fc.constantFrom(...samples), after: anyObject }),
);

describe("a patch of the outside", () => {
  test("whatever it is, ends in a template that fits the schema or in a refusal, and touches neither the template nor any prototype", () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), fc.array(anyChange, { maxLength: 4 }), (template, changes) => {
        const was = JSON.stringify(template);
        const applied = applyPatch(template, JSON.parse(JSON.stringify(changes)) as Patch);
        expect(JSON.stringify(template)).toBe(was);
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames);
        if (applied.ok) expect(parseTemplate(applied.value).ok).toBe(true);
      }),
      { numRuns: 1500 },
    );
  }, 30_000);

  test("finds no property that every object has", () => {
    for (const property of prototypeNames) {
      const set = { kind: "set", at: { kind: "row", block: "t1", row: "r11" }, property, after: "x" };
      expect(apply(set).ok, property).toBe(false);
      expect(apply({ ...set, at: { kind: "document" } }).ok, property).toBe(false);
    }
  });

  test("brings in no part by an id that another has", () => {
    const spot = { in: { kind: "rows", block: "t1" }, index: 0, after: null };
    const row = (id: string) => ({ kind: "group", id, label: { vi: "Nhóm" } });
    expect(apply({ kind: "insert", spot, part: row("r11") })).toMatchObject({ error: { code: "edit.duplicateId" } });
    expect(JSON.stringify(form)).toBe(before);
  });

  test("makes no kind of a part that drops what it holds", () => {
    const change: Change = { kind: "set", at: { kind: "block", block: "t1" }, property: "kind", before: "table", after: "pageBreak" };
    expect(apply(change)).toMatchObject({ ok: false, error: { code: "edit.conflict", at: "t1" } });
  });
});
