import { describe, expect, it } from "vitest";
import { file } from "@/lib/http/answer";
import { contentSecurityPolicy } from "@/lib/http/contentSecurityPolicy";
import { describeError } from "@/lib/http/log";
import { isFromOurPages } from "@/lib/http/origin";
import { chooseLocale } from "@/lib/http/requestLocale";

describe("where a change comes from", () => {
  const request = (method: string, headers: Record<string, string>) =>
    new Request("http://127.0.0.1:3000/api/v1/x", { method, headers: { host: "127.0.0.1:3000", ...headers } });

  it("lets reading pass from anywhere", () => {
    expect(isFromOurPages(request("GET", { origin: "https://evil.example" }), undefined)).toBe(true);
  });

  it.each([
    [{ origin: "http://127.0.0.1:3000" }, true],
    [{ origin: "http://127.0.0.1:3001" }, false],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: "http://127.0.0.1:3000.evil.example" }, false],
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{}, false],
  ])("judges %o as %s", (headers, expected) => {
    expect(isFromOurPages(request("POST", headers), undefined)).toBe(expected);
  });

  it("knows the public address behind a proxy that rewrites the host", () => {
    expect(isFromOurPages(request("POST", { origin: "https://baocao.example.vn" }), "https://baocao.example.vn/")).toBe(true);
    expect(isFromOurPages(request("POST", { origin: "http://baocao.example.vn" }), "https://baocao.example.vn/")).toBe(false);
  });

  it("knows with https the public address alone, without also the one that was asked", () => {
    const ownHost = request("POST", { origin: "http://127.0.0.1:3000" });
    expect(isFromOurPages(ownHost, "https://baocao.example.vn")).toBe(false);
    expect(isFromOurPages(ownHost, "http://baocao.example.vn")).toBe(true);
    expect(isFromOurPages(request("POST", { origin: "https://x.example", host: "x.example" }), "https://baocao.example.vn")).toBe(false);
  });
});

describe("the reader's language", () => {
  it.each([
    [{ account: "en", cookie: "vi", acceptLanguage: "vi" }, "en"],
    [{ account: undefined, cookie: "en", acceptLanguage: "vi" }, "en"],
    [{ account: undefined, cookie: "fr", acceptLanguage: "fr, en-GB;q=0.8, vi;q=0.9" }, "vi"],
    [{ account: undefined, cookie: undefined, acceptLanguage: "vi;q=0, en;q=0.1" }, "en"],
    [{ account: undefined, cookie: undefined, acceptLanguage: null }, "vi"],
    [{ account: undefined, cookie: undefined, acceptLanguage: "ja" }, "vi"],
  ])("of %o is %s", (sources, expected) => {
    expect(chooseLocale(sources)).toBe(expected);
  });
});

describe("the policy of pages", () => {
  const directive = (policy: string, name: string) => policy.split("; ").find((one) => one.startsWith(`${name} `));

  it("runs no script without the nonce, and never evaluates text in production", () => {
    const policy = contentSecurityPolicy({ nonce: "abc", secure: true, development: false });
    expect(directive(policy, "script-src")).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
    expect(directive(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(policy).toContain("upgrade-insecure-requests");
    expect(policy).not.toContain("unsafe-eval");
  });
});

describe("what is logged of an error", () => {
  it("keeps values of the database out, but names the constraint", () => {
    const cause = Object.assign(new Error('duplicate key: Key (username)=("bi mat")'), {
      code: "23505",
      severity: "ERROR",
      constraint_name: "u",
    });
    const error = new Error('Failed query: insert … params: "bi mat"', { cause });
    const described = JSON.stringify(describeError(error));
    expect(described).not.toContain("bi mat");
    expect(described).toContain("23505");
    expect(described).toContain('"constraint_name":"u"');
  });

  it("keeps the message of a defect of our own, and its frames", () => {
    expect(describeError(new Error("cell index out of range"))).toMatchObject({ message: "cell index out of range" });
    expect(describeError("text")).toEqual({ kind: "string" });
  });
});

describe("the name of a download", () => {
  it("stands in Vietnamese for new browsers and without marks for old ones", () => {
    const header = file("text/plain")
      .encode({ bytes: new Uint8Array(), name: 'Báo cáo "Đ" (quý 1).docx' })
      .headers.get("content-disposition");
    expect(header).toBe(
      `attachment; filename="Bao cao _D_ (quy 1).docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%22%C4%90%22%20%28qu%C3%BD%201%29.docx`,
    );
  });
});
