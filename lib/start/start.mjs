// `npm start` and `npm run dev`: from a fresh clone to a running Bieumau. This file is plain JavaScript without
// dependencies, since it may run before they are installed; all that follows the installation is serve.ts.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isInstalled } from "./installed.mjs";
import { say, stop } from "./texts.mjs";

process.chdir(fileURLToPath(new URL("../../", import.meta.url)));

const wanted = JSON.parse(readFileSync("package.json", "utf8")).engines.node.replace(">=", "");
const number = (version) => version.split(".").reduce((sum, part, index) => sum + Number(part) / 1000 ** index, 0);
if (number(process.versions.node) < number(wanted)) {
  stop(
    `Cần Node ${wanted} trở lên; máy này có ${process.versions.node}.`,
    `Node ${wanted} or newer is needed; this is ${process.versions.node}.`,
  );
}

if (!isInstalled()) {
  say("Đang cài các gói phần mềm (lần đầu mất vài phút)…", "Installing packages (the first time takes minutes)…");
  const npm = spawnSync("npm", ["ci", "--include=dev", "--no-progress", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    stop(
      "Không cài được các gói (npm ci). Hãy xem lỗi ở trên; máy cần nối mạng ở lần đầu.",
      "The packages could not be installed (npm ci). See above; the first time needs a network.",
    );
  }
}

const { register } = await import("tsx/esm/api");
register();
const { serve } = await import("./serve.ts");
await serve(process.argv.slice(2));
