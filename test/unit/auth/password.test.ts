import { describe, expect, it } from "vitest";
import { hashPassword, isHashOutdated, verifyPassword } from "@/lib/auth/password";

describe("hashing of passwords", () => {
  it("makes argon2id hashes with OWASP's parameters and a salt of their own", async () => {
    const [one, two] = await Promise.all([hashPassword("mưa rơi trên bến"), hashPassword("mưa rơi trên bến")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(isHashOutdated(one)).toBe(false);
    expect(isHashOutdated(one.replace("t=2", "t=1"))).toBe(true);
  });

  it("knows the same Vietnamese typed composed and decomposed", async () => {
    const hash = await hashPassword("đường về".normalize("NFD"));
    expect(await verifyPassword(hash, "đường về".normalize("NFC"))).toBe(true);
    expect(await verifyPassword(hash, "đương về")).toBe(false);
  });

  it("says no to whoever does not exist, whatever was typed", async () => {
    expect(await verifyPassword(undefined, "mưa rơi trên bến")).toBe(false);
  });
});
