import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** All that a build is made of. */
const sources = [
  "app",
  "components",
  "lib",
  "templates",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];
const stampFile = ".next/sources.sha256";

/** Whether the last build is missing or was made of other sources. */
export function isBuildStale(): boolean {
  return !existsSync(".next/BUILD_ID") || !existsSync(stampFile) || readFileSync(stampFile, "utf8") !== sourcesHash();
}

/** Runs `next build`. @returns what it said when it failed, undefined when it succeeded */
export async function build(): Promise<string | undefined> {
  const hash = sourcesHash();
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (part: Buffer) => {
      output += part;
    });
  }
  const code = await new Promise((done) => child.on("close", done));
  if (code !== 0) return output;
  writeFileSync(stampFile, hash);
  return undefined;
}

function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const file of sources.filter((path) => existsSync(path)).flatMap(filesUnder)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (path.includes(".")) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
