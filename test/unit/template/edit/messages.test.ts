import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locales, messageOf } from "@/lib/messages";

test("every refusal of the room has its sentence in both languages", () => {
  const codes = readdirSync("lib/template/edit").flatMap((file) =>
    [...readFileSync(`lib/template/edit/${file}`, "utf8").matchAll(/refusal\(\s*"(\w+)"/g)].map((match) => match[1] ?? ""),
  );
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.flatMap((code) => locales.filter((locale) => messageOf(locale, `edit.${code}`) === undefined).map(() => code))).toEqual([]);
});
