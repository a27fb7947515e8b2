const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A new id for an entry, from 12 random bytes: unlike randomUUID it is there without HTTPS too. */
export const entryId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => alphabet[byte % alphabet.length]).join("");
