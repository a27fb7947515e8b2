import { describe, expect, it } from "vitest";
import { one } from "@/app/(rooms)/addressQuery";

describe("a parameter of a page's address", () => {
  it("is the first of several, and empty where there is none", () => {
    expect([one("a"), one(["b", "c"]), one([]), one(undefined)]).toEqual(["a", "b", "", ""]);
  });

  it("has no characters that Postgres refuses", () => {
    expect(one("Cái\0 Khế\u0007 \ud800 😀")).toBe("Cái Khế  😀");
  });
});
