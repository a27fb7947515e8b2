import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const packages: Readonly<Record<string, LockedPackage>> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;

/** Licences that ask for no more than to be named (fonts: OFL; data of caniuse: CC-BY). */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "PostgreSQL",
  "Python-2.0",
  "Unlicense",
]);

/** Reads an expression of SPDX: of alternatives one must be permissive, of what holds together all. */
const isPermissive = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((alternative) => alternative.split(" AND ").every((part) => permissive.has(part)));

describe("licences", () => {
  it("of all that is shipped are permissive", () => {
    const shipped = Object.entries(packages).filter(([path, { dev, link }]) => path !== "" && !dev && !link);
    expect(shipped.length).toBeGreaterThan(50);
    expect(
      shipped.filter(([, { license }]) => !isPermissive(license ?? "none")).map(([path, { license }]) => `${path}: ${license}`),
    ).toEqual([]);
  });

  it("leave HyperFormula (GPL) to the benchmark", () => {
    expect(packages["node_modules/hyperformula"]?.dev).toBe(true);
  });
});
