import { describe, expect, it } from "vitest";
import { isDay } from "@/lib/period";

describe("a day", () => {
  it.each(["1900-01-01", "2024-02-29", "2199-12-31"])("is %s", (text) => expect(isDay(text)).toBe(true));

  it.each(["2026-02-29", "2026-13-01", "2026-1-1", "0000-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2026-01-01\n", ""])(
    "is not %j",
    (text) => expect(isDay(text)).toBe(false),
  );
});
