import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a running server writes of itself into its folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** Reads `postmaster.pid`; undefined when no server runs there, or none that has come far enough to say its port. */
export function readPostmasterFile(folder: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    const port = Number.parseInt(lines[3] ?? "", 10);
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process with this number runs. A zombie does not: in containers nobody may collect it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  // In /proc/PID/stat the state follows the name, which stands in parentheses and may hold anything.
  const stat = readProc(pid, "stat");
  return stat === undefined || stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) !== "Z";
}

/** Whether the process is a PostgreSQL: numbers are given anew, in a restarted container almost surely the same ones. */
export function isPostgres(pid: number): boolean {
  const name = readProc(pid, "comm") ?? nameByPs(pid);
  return name?.trim().includes("postgres") ?? false;
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return undefined;
  }
}

function nameByPs(pid: number): string | undefined {
  if (process.platform !== "darwin") return undefined;
  try {
    return execFileSync("ps", ["-p", `${pid}`, "-o", "comm="], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return undefined;
  }
}
