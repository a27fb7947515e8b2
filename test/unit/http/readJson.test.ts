import { describe, expect, it } from "vitest";
import { readJson } from "@/lib/http/readJson";

const post = (body: BodyInit | null, type = "application/json") =>
  new Request("http://localhost/api/v1/x", { method: "POST", body, headers: { "content-type": type }, duplex: "half" } as RequestInit);
const read = (body: BodyInit | null, type?: string) => readJson(post(body, type), { maxBytes: 1000 });
const refusedWith = async (body: BodyInit | null, type?: string) => {
  const outcome = await read(body, type);
  return outcome.ok ? "accepted" : `${outcome.error.status} ${outcome.error.problems[0].code} ${outcome.error.problems[0].at}`.trim();
};

describe("reading a body", () => {
  it("gives the value with its texts in NFC, keys too", async () => {
    const outcome = await read(JSON.stringify({ ["xã".normalize("NFD")]: ["Cái Khế".normalize("NFD"), 1.5, null, true] }));
    expect(outcome).toEqual({ ok: true, value: { ["xã".normalize("NFC")]: ["Cái Khế".normalize("NFC"), 1.5, null, true] } });
  });

  it("refuses what is no JSON and no UTF-8", async () => {
    expect(await refusedWith("{")).toBe("400 api.notJson");
    expect(await refusedWith(null)).toBe("400 api.notJson");
    expect(await refusedWith(new Uint8Array([0x22, 0xff, 0x22]))).toBe("400 api.notJson");
  });

  it("refuses other media types, so that a form of another site cannot pass for JSON", async () => {
    expect(await refusedWith("{}", "text/plain")).toBe("415 api.notJsonType");
    expect(await refusedWith("{}", "application/json; charset=utf-8")).toBe("accepted");
  });

  it("refuses characters that the database cannot keep, at their place", async () => {
    expect(await refusedWith(String.raw`{"edits":["a","b\u0000c"]}`)).toBe("422 api.badCharacter /edits/1");
    expect(await refusedWith(String.raw`{"a":"\ud800"}`)).toBe("422 api.badCharacter /a");
    expect(await refusedWith(String.raw`{"a":"\ud83d\ude00"}`)).toBe("accepted");
  });

  it("refuses a tower of brackets instead of exhausting the stack", async () => {
    expect(await refusedWith(`${"[".repeat(400)}${"]".repeat(400)}`)).toBe("400 api.tooDeep");
  });

  it("refuses more values than any report has, and asks before it takes the text apart", async () => {
    const many = `[${"0,".repeat(1_000_000)}0]`;
    const outcome = await readJson(post(many), { maxBytes: 3_000_000 });
    expect(outcome).toMatchObject({ ok: false, error: { status: 413, problems: [{ code: "api.tooManyValues" }] } });
    const busy = { status: 429, problems: [{ code: "api.throttled", params: { seconds: 9 }, at: "", severity: "error" }] } as const;
    const sizes: number[] = [];
    const admit = async (bytes: number) => {
      sizes.push(bytes);
      return busy;
    };
    expect(await readJson(post("{ no JSON"), { maxBytes: 1000, admit })).toEqual({ ok: false, error: busy });
    expect(sizes).toEqual([9]);
  });

  it("stops reading a stream that passes the limit, whatever length it claimed", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new TextEncoder().encode(" ".repeat(300)));
      },
    });
    expect(await refusedWith(endless)).toBe("413 api.bodyTooLarge");
    expect(sent).toBeLessThan(10);
  });
});
