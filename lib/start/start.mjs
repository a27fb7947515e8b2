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
    `Cần Node ${wanted} trở lên; máy này đang dùng ${process.versions.node}.`,
    `Node ${wanted} or newer is needed; this is ${process.versions.node}.`,
  );
}

if (!isInstalled()) {
  say("Đang cài đặt các gói phần mềm (lần đầu mất vài phút)…", "Installing packages (the first time takes a few minutes)…");
  const npm = spawnSync("npm", ["ci", "--include=dev", "--no-progress", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    stop(
      "Không cài đặt được các gói phần mềm (npm ci). Hãy xem lỗi ở trên; lần đầu cần có kết nối mạng.",
      "The packages could not be installed (npm ci). See the error above; a network is needed the first time.",
    );
  }
}

const { register } = await import("tsx/esm/api");
register();
const { serve } = await import("./serve.ts");
await serve(process.argv.slice(2));
