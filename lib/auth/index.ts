export { oneTimePassword } from "./oneTimePassword";
export { hashPassword, verifyPassword } from "./password";
export { checkNewPassword, passwordLength } from "./passwordPolicy";
export { checkSession, revokeSession, revokeSessions, type SignedIn, standing } from "./sessions";
export { type SessionToken, tokenOfCookies, tokenOfRequest } from "./sessionToken";
export { normaliseUsername, signIn } from "./signIn";
export { readSignInFault, type SignInFault } from "./signInFault";
export { admitAttempt, forgetFailures, unlockName } from "./throttle";
