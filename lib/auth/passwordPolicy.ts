import type { Problem } from "@/lib/problem";

/** Characters of a new password; NIST SP 800-63B asks for length and a blocklist, not for kinds of characters. */
export const passwordLength = { min: 10, max: 128 } as const;

/** Words that passwords are made of first; compared without marks, case, digits and signs. */
const common = new Set(
  (
    "password passwd matkhau matkhaumoi admin administrator quantri qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx abc abcd abcdef " +
    "iloveyou anhyeuem emyeuanh yeuem welcome letmein monkey dragon master login dangnhap hethong baocao bieumau " +
    "cantho tpcantho vietnam hanoi saigon chinhphu ubnd uyban vanphong khongco khongbiet test demo user guest changeme doimatkhau"
  ).split(" "),
);

/** Lower case without marks; đ as d. */
const plain = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");

/** Digits and signs put around a common word do not save it; more of them than this may be a secret of their own. */
const mostDressing = 8;
const mostWords = 3;

/** Whether letters are nothing but up to three common words in a row: `bieumaucantho`. */
const isMadeOfCommon = (letters: string, words = mostWords): boolean =>
  common.has(letters) ||
  (words > 1 && [...common].some((word) => letters.startsWith(word) && isMadeOfCommon(letters.slice(word.length), words - 1)));

const isCommon = (password: string): boolean => {
  const word = plain(password);
  const letters = word.replaceAll(/[^a-z]/g, "");
  const swapped = word
    .replaceAll("@", "a")
    .replaceAll("0", "o")
    .replaceAll("1", "i")
    .replaceAll("3", "e")
    .replaceAll("$", "s")
    .replaceAll(/[^a-z]/g, "");
  return word.length - letters.length <= mostDressing && (isMadeOfCommon(letters) || isMadeOfCommon(swapped));
};

/** 1234567890, aaaaaaaaaa, abababab, 9876543210: each character follows from the one before. */
const isPattern = (password: string): boolean => {
  const codes = [...plain(password)].map((letter) => letter.codePointAt(0) ?? 0);
  if (new Set(codes).size <= 3) return true;
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.filter((step) => Math.abs(step) <= 1 || Math.abs(step) === 9).length >= steps.length * 0.8;
};

export interface PasswordCircumstances {
  readonly username: string;
}

/**
 * What is wrong with a new password, worst first: too short or long, has the account's name, made of
 * common words (the sample accounts' password is), a mere pattern. Problems are `auth.password.*` at `/newPassword`.
 */
export function checkNewPassword(password: string, { username }: PasswordCircumstances): readonly Problem[] {
  const spelled = password.normalize("NFC");
  const length = [...spelled].length;
  const problem = (key: string, params: Problem["params"] = {}): readonly Problem[] => [
    { code: `auth.password.${key}`, params, at: "/newPassword", severity: "error" },
  ];
  if (length < passwordLength.min) return problem("tooShort", { limit: passwordLength.min });
  if (length > passwordLength.max) return problem("tooLong", { limit: passwordLength.max });
  if (plain(spelled).includes(plain(username))) return problem("hasName");
  if (isCommon(spelled)) return problem("common");
  return isPattern(spelled) ? problem("pattern") : [];
}
