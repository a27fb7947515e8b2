import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openForm, sampleContent } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellIndex } from "@/lib/form/content";
import type { FormContext } from "@/lib/form/types";
import type { Template } from "@/lib/template";
import { everyFeature } from "./everyFeature";

const samples = readdirSync("templates").map((file) => [file, JSON.parse(readFileSync(`templates/${file}`, "utf8")) as Template] as const);
const context: FormContext = { period: "2026-03", units: [{ key: "31117", name: "Phường Cái Khế" }], history: {} };
const compile = (template: Template) => {
  const compiled = compileForm(template);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value.form;
};

describe("sample content", () => {
  it.each([...samples, ["every feature", everyFeature] as const])(
    "fills every input of %s with a value that the form takes",
    (_, template) => {
      const compiled = compile(template);
      const form = openForm(compiled, context, sampleContent(compiled, context, { seed: 1, text: "Mẫu" }));
      const inputs = Array.from({ length: form.cellCount }, (_, cell) => cell as CellIndex).filter(
        (cell) => form.info(cell).role === "input",
      );
      expect(inputs.filter((cell) => form.read(cell) === null).map((cell) => form.info(cell).address)).toEqual([]);
      const again = form.apply(inputs.map((cell) => ({ at: form.info(cell).address, value: form.read(cell) })));
      expect(again.refused).toEqual([]);
    },
  );

  it("gives the same values for the same seed, and others for another", () => {
    const compiled = compile(everyFeature);
    const of = (seed: number) => sampleContent(compiled, context, { seed, text: "Mẫu" });
    expect(of(1)).toEqual(of(1));
    expect(of(2).cells).not.toEqual(of(1).cells);
  });

  it("keeps to the bounds and decimals of a cell", () => {
    const compiled = compile({
      format: 1,
      code: "BIEN",
      title: { vi: "Biên" },
      kind: "figures",
      frequencies: ["month"],
      page: { size: "A4", orientation: "portrait" },
      blocks: [
        {
          kind: "fields",
          id: "fs",
          fields: Array.from({ length: 40 }, (_, i) => ({
            id: `a${i}`,
            label: { vi: "Số" },
            type: "number" as const,
            min: -2,
            max: 1.5,
            decimals: 1,
          })),
        },
      ],
    });
    const values = Object.values(sampleContent(compiled, context, { seed: 3, text: "" }).cells).map(Number);
    expect(values).toHaveLength(40);
    expect(new Set(values).size).toBeGreaterThan(5);
    for (const value of values) {
      expect(value).toBeGreaterThanOrEqual(-2);
      expect(value).toBeLessThanOrEqual(1.5);
      expect(Number(value.toFixed(1))).toBe(value);
    }
  });
});
