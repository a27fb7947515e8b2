import { spawn } from "node:child_process";
import { existsSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

export interface NextProcess {
  /** Code of its end. */
  readonly exited: Promise<number>;
  /** Waits until it answers requests; false when it ended before. */
  answers(address: string): Promise<boolean>;
  /** Lets it finish open requests (10 s at most). */
  stop(): Promise<void>;
}

export interface NextOptions {
  readonly dev: boolean;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  /** File that its log is appended to; undefined: the terminal. */
  readonly log: string | undefined;
}

/** Runs Next on 127.0.0.1 as a child that dies with this process. */
export function startNext({ dev, port, env, log }: NextOptions): NextProcess {
  const follow = pathToFileURL(join(process.cwd(), "lib/start/followParent.mjs")).href;
  const args = ["node_modules/next/dist/bin/next", dev ? "dev" : "start", "--hostname", "127.0.0.1", "--port", `${port}`];
  const child = spawn(process.execPath, ["--import", follow, ...args], {
    env: { ...env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", log ? openLog(log) : "inherit", "inherit"],
  });
  let alive = true;
  const exited = new Promise<number>((done) => {
    child.on("exit", (code) => {
      alive = false;
      done(code ?? 1);
    });
  });
  return {
    exited,
    answers: async (address) => {
      while (alive) {
        const answered = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(60_000) }).then(
          () => true,
          () => false,
        );
        if (answered) return true;
        await sleep(100);
      }
      return false;
    },
    stop: async () => {
      if (!alive) return;
      child.kill("SIGTERM");
      await Promise.race([exited, sleep(10_000)]);
      child.kill("SIGKILL");
    },
  };
}

/** The log to append to; one of more than 10 MB is put aside first. */
function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}
