import { encode } from "next-auth/jwt";
import { beforeEach, describe, expect, it } from "vitest";
import { isKnownAt, knownDevice, rememberDevice, tokenOfRequest } from "@/lib/auth";

const secret = "a secret of thirty-two letters or more";
beforeEach(() => {
  process.env.NEXTAUTH_SECRET = secret;
  delete process.env.NEXTAUTH_URL;
});
const withCookie = (cookie: string) => new Request("http://127.0.0.1:3000/api/auth/callback/credentials", { headers: { cookie } });
const sent = (setCookie: string) => withCookie(setCookie.split(";")[0] ?? "");

describe("a known device", () => {
  it("is nobody's before a right password, and known for that name afterwards", async () => {
    expect(await knownDevice(withCookie(""))).toBeUndefined();
    const device = await knownDevice(sent(await rememberDevice(undefined, " Nguyen.A ")));
    expect(isKnownAt(device, "nguyen.a")).toBe(true);
    expect(isKnownAt(device, "NGUYEN.A")).toBe(true);
    expect(isKnownAt(device, "nguyen.b")).toBe(false);
  });

  it("stays the same device for eight people, the latest first", async () => {
    let device = await knownDevice(sent(await rememberDevice(undefined, "u0")));
    const { id } = device ?? {};
    for (let n = 1; n <= 8; n++) device = await knownDevice(sent(await rememberDevice(device, `u${n}`)));
    expect(device).toEqual({ id, usernames: ["u8", "u7", "u6", "u5", "u4", "u3", "u2", "u1"] });
  });

  it("is read out of no cookie that we did not make for a device, and opens no session", async () => {
    const token = { sub: crypto.randomUUID(), sid: crypto.randomUUID(), usernames: ["nguyen.a"] };
    expect(await knownDevice(withCookie(`bieumau.device=${await encode({ token, secret })}`))).toBeUndefined();
    const foreign = await encode({ token, secret: "another secret of thirty-two letters", salt: "bieumau.device" });
    expect(await knownDevice(withCookie(`bieumau.device=${foreign}`))).toBeUndefined();
    const ours = await encode({ token, secret, salt: "bieumau.device" });
    expect(await tokenOfRequest(withCookie(`bieumau.session=${ours}`))).toBeUndefined();
  });

  it("is kept from scripts, and with https from other hosts", async () => {
    expect(await rememberDevice(undefined, "a")).toMatch(/^bieumau\.device=\S+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    process.env.NEXTAUTH_URL = "https://baocao.example.vn";
    expect(await rememberDevice(undefined, "a")).toMatch(/^__Host-bieumau\.device=\S+; Path=\/; .*; Secure$/);
  });
});
