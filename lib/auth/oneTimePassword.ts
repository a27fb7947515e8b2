import { randomInt } from "node:crypto";

/** Without those that are read wrongly from paper: 0 o 1 l i. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to hand over and change at once: three groups of five, 74 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("")).join("-");

const lifetimeMs = 72 * 3_600_000;

/** Until when a one-time password that is made now is good: three days to hand it over and change it. */
export const oneTimePasswordExpiry = (now: Date): Date => new Date(now.getTime() + lifetimeMs);
