import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cachedGet, forgetCached } from "@/components/catalogue/cachedGet";
import { fitOf, hasWords } from "@/components/catalogue/foldedWords";

describe("the words of a search", () => {
  it("are found without marks, in any case and order, and m² as m2", () => {
    expect(hasWords("Tỷ lệ hộ nghèo", "NGHEO ty")).toBe(true);
    expect(hasWords("Đồng Việt Nam", "dong")).toBe(true);
    expect(hasWords("m² Mét vuông", "m2")).toBe(true);
    expect(hasWords("Tỷ lệ hộ nghèo", "ty ha")).toBe(false);
    expect(hasWords("anything", "  ")).toBe(true);
  });

  it("fit best what they are, then what starts so, then a word that does", () => {
    expect(["tỷ đồng", "đồng", "Đồng Việt Nam", "hợp đồng hoặc công đồn"].map((name) => fitOf(name, "dong"))).toEqual([2, 0, 1, 2]);
    expect(fitOf("cộng đồng", "ong")).toBe(3);
  });
});

describe("answers of catalogues", () => {
  const asked: string[] = [];
  let status = 200;
  beforeEach(() => {
    asked.length = 0;
    status = 200;
    forgetCached("");
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      return new Response(JSON.stringify({ problems: [{ code: "shell.failed" }] }), { status });
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("are asked for once by all who want them, until they are old or forgotten", async () => {
    await Promise.all([cachedGet("/measure-units", 0), cachedGet("/measure-units", 1)]);
    await cachedGet("/measure-units", 299_999);
    expect(asked).toEqual(["/api/v1/measure-units"]);
    await cachedGet("/measure-units", 300_000);
    expect(asked).toHaveLength(2);
    forgetCached("/indicators");
    await cachedGet("/measure-units", 300_001);
    expect(asked).toHaveLength(2);
    forgetCached("/measure-units");
    await cachedGet("/measure-units", 300_002);
    expect(asked).toHaveLength(3);
  });

  it("are asked for again after a failure", async () => {
    status = 500;
    expect((await cachedGet("/sectors", 0)).ok).toBe(false);
    status = 200;
    expect((await cachedGet("/sectors", 1)).ok).toBe(true);
    expect(asked).toHaveLength(2);
  });
});
