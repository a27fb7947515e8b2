import { describe, expect, it } from "vitest";
import { openedHere } from "@/app/(rooms)/openedHere";

describe("a page", () => {
  it.each([
    ["by its address", { "sec-fetch-site": "none" }, true],
    ["from our own pages", { "sec-fetch-site": "same-origin" }, true],
    ["by a browser that says nothing", {}, true],
    ["from another site", { "sec-fetch-site": "cross-site" }, false],
    ["ahead of a click, by the browser", { "sec-fetch-site": "same-origin", "sec-purpose": "prefetch;prerender" }, false],
    ["ahead of a click, by an older browser", { purpose: "prefetch" }, false],
    ["ahead of a click, by our own router", { "next-router-prefetch": "1" }, false],
  ])("that is opened %s", (_, headers, here) => {
    expect(openedHere(new Headers(headers as Record<string, string>))).toBe(here);
  });
});
