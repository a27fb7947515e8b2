/** Why signing in failed. */
export type SignInFault =
  /** A wrong name or password (which of them is not told). */
  | { readonly kind: "wrongPassword" }
  /** A right one-time password that was handed over too long ago. */
  | { readonly kind: "passwordExpired" }
  /** Too many wrong ones. `until`: ISO 8601; when one more attempt is free. */
  | { readonly kind: "locked"; readonly until: string }
  /** The server could not look; its log says why. */
  | { readonly kind: "unavailable" };

/** As next-auth carries it: the message of an error, which it hands to the page in the query string. */
export const writeSignInFault = (fault: SignInFault): string => (fault.kind === "locked" ? `locked ${fault.until}` : fault.kind);

/** The fault that a message of next-auth stands for; undefined for one that is not ours. */
export function readSignInFault(message: string): SignInFault | undefined {
  const [kind, until] = message.split(" ");
  if (kind === "wrongPassword" || kind === "passwordExpired" || kind === "unavailable") return { kind };
  return kind === "locked" && until && !Number.isNaN(Date.parse(until)) ? { kind, until } : undefined;
}
