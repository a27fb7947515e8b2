import { isIP } from "node:net";

/** Proxies before this server whose word is taken: `BIEUMAU_TRUSTED_PROXIES`, 1 where it is not set. */
export const trustedProxies = (): number => Number(process.env.BIEUMAU_TRUSTED_PROXIES || 1);

/**
 * The client's address out of `X-Forwarded-For`, as the outermost of the trusted proxies saw it: counted from the right,
 * for each proxy appends there, and what stands further left the client wrote itself. Where no proxy stands before the
 * server, which listens on 127.0.0.1 alone, every client is of this machine.
 * @returns an IP address, `local` or `unknown`
 */
export function clientAddress(forwardedFor: string, proxies: number): string {
  if (proxies === 0) return "local";
  const seen = forwardedFor.split(",").map((one) => one.trim());
  const address = seen.at(-Math.min(proxies, seen.length)) ?? "";
  return isIP(address) === 0 ? "unknown" : address;
}
