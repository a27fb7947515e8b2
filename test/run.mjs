// `npm test`: installs what is missing, then runs every check and suite, and adds them up in the last line.
import { spawnSync } from "node:child_process";
import { accessSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isInstalled } from "../lib/start/installed.mjs";

process.chdir(fileURLToPath(new URL("../", import.meta.url)));

const node = process.execPath;
const results = "test-results";
const totals = { passed: 0, failed: 0 };
const failedSteps = [];

/** Runs a program with its output shown. @returns whether it ended well */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    shell: process.platform === "win32",
  });
  if (error) process.stderr.write(`${error.message}\n`);
  return status === 0;
}

/** Runs one step, prints its time, and adds what it counts. */
function step(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const start = Date.now();
  const { passed, failed } = work();
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failedSteps.push(name);
  process.stdout.write(
    `── ${name}: ${failed === 0 ? "ok" : "FAILED"} (${passed} passed, ${failed} failed, ${((Date.now() - start) / 1000).toFixed(1)} s)\n`,
  );
  return failed === 0;
}

/** A check without tests of its own counts as one. */
const check = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** What a suite reported; one that broke down, or ran nothing, has failed. */
function count(ok, read) {
  let counted = { passed: 0, failed: 0 };
  try {
    counted = read();
  } catch (error) {
    process.stderr.write(`no report: ${error.message}\n`);
  }
  const nothing = counted.passed + counted.failed === 0;
  return counted.failed === 0 && (!ok || nothing) ? { ...counted, failed: 1 } : counted;
}

function vitest(project) {
  const report = `${results}/${project}.json`;
  const ok = run(node, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return count(ok, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

function playwright() {
  const report = `${results}/e2e.json`;
  const ok = run(node, ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return count(ok, () => {
    const { stats } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
  });
}

function has(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).status === 0;
}

function findChromium() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM);
  return ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].some((path) => existsSync(path));
}

/** Debian's Chromium where this may install it; elsewhere Playwright's, or a sentence how. */
function ensureChromium() {
  if (findChromium()) return true;
  if (process.getuid?.() === 0 && has("apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    return (
      run("apt-get", ["update", "-q"], env) &&
      run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-dejavu-core", "fonts-liberation2"], env) &&
      findChromium()
    );
  }
  const playwrights = spawnSync(node, ["-e", "process.stdout.write(require('@playwright/test').chromium.executablePath())"], {
    encoding: "utf8",
  });
  try {
    accessSync(playwrights.stdout);
    return true;
  } catch {
    process.stderr.write(
      "Chromium is missing and cannot be installed from here. Install it (Debian: sudo apt-get install chromium; elsewhere: npx playwright install chromium), or name one by CHROMIUM=/path, and run npm test again.\n",
    );
    return false;
  }
}

function typesUpToDate() {
  const { status, stdout } = spawnSync(
    node,
    ["node_modules/json-schema-to-typescript/dist/src/cli.js", "--ignoreMinAndMaxItems", "lib/template/template.schema.json"],
    { encoding: "utf8" },
  );
  const same = status === 0 && stdout === readFileSync("lib/template/template.types.ts", "utf8");
  if (!same) process.stderr.write("lib/template/template.types.ts differs from its schema; run: npm run types\n");
  return same;
}

if (!isInstalled() && !run("npm", ["ci", "--include=dev"])) process.exit(1);
rmSync(results, { recursive: true, force: true });
mkdirSync(results);

const browser = step("Chromium is there", () => check(ensureChromium()));
step("types of the template are generated from its schema", () => check(typesUpToDate()));
// What an interrupted development server left half written is not of this tree.
rmSync(".next/dev", { recursive: true, force: true });
step("types", () =>
  check(run(node, ["node_modules/next/dist/bin/next", "typegen"]) && run(node, ["node_modules/typescript/bin/tsc", "--noEmit"])),
);
step("lint, format and layers", () => check(run(node, ["node_modules/@biomejs/biome/bin/biome", "ci", "."])));
step("dead code", () => check(run(node, ["node_modules/knip/bin/knip.js"])));
step("unit", () => vitest("unit"));
step("database", () => vitest("db"));
const built = step("build", () => check(run(node, ["--import", "tsx", "lib/start/buildOnce.ts"])));
if (built && browser) step("browser", playwright);
else step("browser", () => check(false));

if (failedSteps.length > 0) process.stdout.write(`\nfailed: ${failedSteps.join(", ")}\n`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
