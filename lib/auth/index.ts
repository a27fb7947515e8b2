export { isKnownAt, type KnownDevice, knownDevice, rememberDevice } from "./knownDevice";
export { oneTimePassword, oneTimePasswordExpiry } from "./oneTimePassword";
export { hashPassword, verifyPassword } from "./password";
export { checkNewPassword } from "./passwordPolicy";
export { checkSession, revokeSession, revokeSessions, type SignedIn, standing } from "./sessions";
export { type SessionToken, tokenOfCookies, tokenOfRequest } from "./sessionToken";
export { signIn } from "./signIn";
export { admitAttempt, forgetFailures, unlockName } from "./throttle";
