import { decode, encode } from "next-auth/jwt";
import { cookiesOf, isSecure, isUuid, sessionSecret } from "./sessionToken";
import { normaliseUsername } from "./signIn";

/** A browser in which somebody has signed in before: what its cookie says, signed and encrypted by us. */
export interface KnownDevice {
  readonly id: string;
  /** Names that signed in there, the latest first. */
  readonly usernames: readonly string[];
}

const lifetimeSeconds = 180 * 24 * 3600;
/** People who share one computer, beyond whom the first is forgotten. */
const mostNames = 8;
/** Keys of its own, so that no cookie of a device passes for one of a session. */
const salt = "bieumau.device";

export const deviceCookie = (): string => (isSecure() ? "__Host-bieumau.device" : "bieumau.device");

/** The device that a request comes from; undefined where nobody has signed in there, or its cookie is not of our making. */
export async function knownDevice(request: Request): Promise<KnownDevice | undefined> {
  const token = cookiesOf(request).find(({ name }) => name === deviceCookie())?.value;
  if (!token) return undefined;
  try {
    const claims = await decode({ token, secret: sessionSecret(), salt });
    const { sub, usernames } = claims ?? {};
    if (!isUuid(sub) || !Array.isArray(usernames)) return undefined;
    return { id: sub, usernames: usernames.filter((one): one is string => typeof one === "string") };
  } catch {
    return undefined;
  }
}

/** Whether a name has signed in at a device before. */
export const isKnownAt = (device: KnownDevice | undefined, username: string): device is KnownDevice =>
  device?.usernames.includes(normaliseUsername(username)) === true;

/** The `Set-Cookie` by which a device is known from now on, after a right password for a name. */
export async function rememberDevice(device: KnownDevice | undefined, username: string): Promise<string> {
  const name = normaliseUsername(username);
  const token = {
    sub: device?.id ?? crypto.randomUUID(),
    usernames: [name, ...(device?.usernames ?? []).filter((one) => one !== name)].slice(0, mostNames),
  };
  const value = await encode({ token, secret: sessionSecret(), salt, maxAge: lifetimeSeconds });
  return `${deviceCookie()}=${value}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
}
