import { execFileSync, type SpawnOptions } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The operating system's user that the server runs as; PostgreSQL refuses root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user for the server: nobody special for an ordinary user (undefined: the process's own), and for root the user
 * `postgres`, made when it is missing, else `nobody`.
 */
export function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return (
    lookUp("postgres") ??
    (attempt("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"])
      ? lookUp("postgres")
      : undefined) ??
    lookUp("nobody")
  );
}

/** How to spawn a program, which the server's user can reach, as that user so that it can reach the given paths too. */
export function asServerUser(
  program: string,
  args: readonly string[],
  { user, reaching }: { readonly user: ServerUser | undefined; readonly reaching: readonly string[] },
): { readonly command: string; readonly args: readonly string[]; readonly options: SpawnOptions } {
  if (!user) return { command: program, args, options: {} };
  if (reaching.every((path) => canReach(user, path))) {
    return { command: program, args, options: { uid: user.uid, gid: user.gid } };
  }
  // Under a folder closed to others (/root, a folder of mktemp) the server's user keeps the one right to pass through it.
  const drop = ["--reuid", `${user.uid}`, "--regid", `${user.gid}`, "--clear-groups"];
  const keep = ["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"];
  return { command: "setpriv", args: [...drop, ...keep, "--", program, ...args], options: {} };
}

/** Whether the modes of all folders above a path let the user pass. */
export function canReach(user: ServerUser, path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function lookUp(name: string): ServerUser | undefined {
  const id = (flag: string) => Number.parseInt(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }), 10);
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function attempt(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
