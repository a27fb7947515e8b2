import { type Algorithm, hash, type Options, verify } from "@node-rs/argon2";

/** argon2id as OWASP's Password Storage Cheat Sheet asks: 19 MiB, 2 passes, 1 lane. */
const parameters: Options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const wantedPrefix = "$argon2id$v=19$m=19456,t=2,p=1$";

/** One spelling of what was typed: keyboards give the same Vietnamese letter composed or decomposed. */
const spelled = (password: string): string => password.normalize("NFC");

/** The hash to store: argon2id in PHC form, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(spelled(password), parameters);

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed. Without a hash (no such account) it takes as long as with one and
 * says no, so that time tells nobody which names exist.
 */
export async function verifyPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword(crypto.randomUUID());
  const isRight = await verify(passwordHash ?? (await hashOfNobody), spelled(password));
  return isRight && passwordHash !== undefined;
}

/** Whether a hash was made with other parameters than today's, and should be made anew at the next sign-in. */
export const isHashOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(wantedPrefix);
