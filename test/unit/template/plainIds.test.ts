import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Template } from "@/lib/template";
import { plainIds } from "../../e2e/plainIds";

const read = (file: string) => readFileSync(`templates/${file}`, "utf8");

describe("comparing templates but for ids", () => {
  it("finds a sample with all its ids renamed the same", () => {
    const text = read("06-VPCP-KSTT.json");
    const renamed = text.replaceAll(/\b([crgkt])(\d+)\b(?=[^"]*")/g, "$1x$2");
    expect(renamed).not.toBe(text);
    expect(plainIds(JSON.parse(renamed) as Template)).toEqual(plainIds(JSON.parse(text) as Template));
  });

  it.each(readdirSync("templates"))("finds %s different where one formula, label or place differs", (file) => {
    const template = JSON.parse(read(file)) as Template;
    const plain = JSON.stringify(plainIds(template));
    const changed = [
      read(file).replace('"formula": "', '"formula": "1 + '),
      read(file).replace('"vi": "', '"vi": "x'),
      JSON.stringify({ ...template, blocks: [...template.blocks].reverse() }),
    ];
    for (const other of changed) expect(JSON.stringify(plainIds(JSON.parse(other) as Template))).not.toBe(plain);
  });
});
