import { describe, expect, it } from "vitest";
import { checkNewPassword } from "@/lib/auth/passwordPolicy";

const codeOf = (password: string, username = "nhaplieu.31117") => checkNewPassword(password, { username })[0]?.code;

describe("the policy of new passwords", () => {
  it("takes a short sentence in Vietnamese, without asking for kinds of characters", () => {
    expect(codeOf("mưa rơi trên bến ninh kiều")).toBeUndefined();
    expect(codeOf("kpqwzmtrbv")).toBeUndefined();
  });

  it("counts letters as people do, composed or decomposed", () => {
    const nine = "ấbcxzểmọt";
    expect([...nine.normalize("NFC")]).toHaveLength(9);
    expect(codeOf(nine.normalize("NFD"))).toBe("auth.password.tooShort");
    expect(codeOf(`${nine}w`.normalize("NFD"))).toBeUndefined();
  });

  it("refuses fewer than 10 characters and more than 128", () => {
    expect(codeOf("x7!kQz9@L")).toBe("auth.password.tooShort");
    expect(codeOf("a7b".repeat(43))).toBe("auth.password.tooLong");
  });

  it("refuses the account's name inside, whatever its case and marks", () => {
    expect(codeOf("NhapLieu.31117!!")).toBe("auth.password.hasName");
    expect(codeOf("xin chào Nguyễn", "nguyen")).toBe("auth.password.hasName");
  });

  it.each(["Matkhau@2024", "MẬT KHẨU 123", "P@ssw0rd!!", "Admin@123456", "Bieumau-CanTho-2024", "AnhYeuEm1234", "12matkhau34"])(
    "refuses %s, common words in a dress of digits and signs",
    (password) => expect(codeOf(password)).toBe("auth.password.common"),
  );

  it.each(["1234567890", "9876543210", "aaaaaaaaaaaa", "abababababab", "abcdefghijkl"])("refuses the pattern %s", (password) =>
    expect(codeOf(password)).toBe("auth.password.pattern"),
  );

  it("does not take a common word for the whole of a long secret", () => {
    expect(codeOf("admin 8374-6192-8374-xkcq")).toBeUndefined();
  });
});
