import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceName } from "@/components/account/deviceName";
import { safeNext } from "@/components/account/safeNext";
import { readSignInFault, writeSignInFault } from "@/lib/auth/signInFault";

describe("where signing in leads", () => {
  it.each(["/", "/reports", "/reports/7b1c?tab=review#t1", "/collect?q=c%C3%A1i%20kh%E1%BA%BF"])("goes back to %s", (path) =>
    expect(safeNext(path)).toBe(path),
  );

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/./\\evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "reports",
    "",
    undefined,
    ["/reports"],
    "/sign-in?next=/",
    "/api/auth/signout",
  ])("goes home instead of to %o", (wanted) => expect(safeNext(wanted)).toBe("/"));

  it("never leaves our own address, whatever is asked", () => {
    const pieces = fc.array(fc.constantFrom("/", "\\", ".", "..", "@", ":", "\t", "\n", "evil.example", "http", "%2f", "?", "#", " "));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((parts) => parts.join("")),
        ),
        (wanted) => {
          const path = safeNext(wanted);
          expect(new URL(path, "http://127.0.0.1:3000").origin).toBe("http://127.0.0.1:3000");
          expect(path).toMatch(/^\/(?![/\\])/);
        },
      ),
    );
  });
});

describe("a fault of signing in", () => {
  it("travels through next-auth's message and back; foreign messages are not ours", () => {
    for (const fault of [{ kind: "wrongPassword" }, { kind: "locked", until: "2026-03-02T05:15:00.000Z" }] as const) {
      expect(readSignInFault(writeSignInFault(fault))).toEqual(fault);
    }
    expect(readSignInFault("CredentialsSignin")).toBeUndefined();
    expect(readSignInFault("locked soon")).toBeUndefined();
  });
});

describe("the name of a device", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  it.each([
    [chrome, { browser: "Chrome", system: "Windows" }],
    [`${chrome} Edg/140.0.0.0`, { browser: "Edge", system: "Windows" }],
    [chrome.replace("Chrome/", "coc_coc_browser/150 Chrome/"), { browser: "Cốc Cốc", system: "Windows" }],
    ["Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", { browser: "Chrome", system: "Android" }],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1",
      { browser: "Safari", system: "iOS" },
    ],
    ["curl/8.5.0", undefined],
    ["", undefined],
  ])("of %s is told as people do", (userAgent, expected) => expect(deviceName(userAgent)).toEqual(expected));
});
