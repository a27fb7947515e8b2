import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "@/lib/db";
import { type EmbeddedServer, startEmbedded } from "@/lib/db/server";

let folder: string;
let server: EmbeddedServer | undefined;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bieumau-crash-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function start(script: string, argument: string): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", `test/db/crash/${script}`, argument], { stdio: ["ignore", "pipe", "ignore"] });
  children.push(child);
  return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("no output");
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error("ended without a line");
}

/** Starts a writer and counts what it was told is safe. */
function write(url: string): { readonly child: ChildProcess; readonly acknowledged: () => number } {
  const child = start("writer.ts", url);
  let acknowledged = 0;
  if (child.stdout) createInterface({ input: child.stdout }).on("line", (line) => (acknowledged = Number(line)));
  return { child, acknowledged: () => acknowledged };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(10);
}

async function writtenRows(url: string): Promise<number[]> {
  const { sql, close } = connect(url);
  try {
    return (await sql<{ number: number }[]>`select number from acknowledged order by number`).map(({ number }) => number);
  } finally {
    await close();
  }
}

async function prepareTable(url: string): Promise<void> {
  const { sql, close } = connect(url);
  await sql`create table acknowledged (number int primary key)`;
  await close();
}

const killed = async (child: ChildProcess) => {
  const gone = new Promise((done) => child.once("close", done));
  child.kill("SIGKILL");
  await gone;
};

/** All that was acknowledged is there, without a gap; one more may have been written and not been told of. */
function expectNothingLost(rows: readonly number[], acknowledged: number): void {
  expect(acknowledged).toBeGreaterThanOrEqual(100);
  expect(rows).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1));
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
  expect(rows.length).toBeLessThanOrEqual(acknowledged + 1);
}

it("takes over the server of a killed process with every acknowledged row", async () => {
  const keeper = start("keeper.ts", folder);
  const url = await firstLine(keeper);
  const postmaster = Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  await prepareTable(url);
  const writer = write(url);
  await until(() => writer.acknowledged() >= 100);
  await killed(keeper);
  await killed(writer.child);

  server = await startEmbedded({ dataFolder: folder });
  expect(server).toMatchObject({ takenOver: true, url });
  expect(server.pid()).toBe(postmaster);
  expectNothingLost(await writtenRows(server.url), writer.acknowledged());
});

it("starts on the data of a killed process and a killed server with every acknowledged row", async () => {
  const keeper = start("keeper.ts", folder);
  const url = await firstLine(keeper);
  const postmaster = Number(readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  await prepareTable(url);
  const writer = write(url);
  await until(() => writer.acknowledged() >= 100);
  await killed(keeper);
  process.kill(postmaster, "SIGKILL");
  await killed(writer.child);

  server = await startEmbedded({ dataFolder: folder });
  expect(server.takenOver).toBe(false);
  expectNothingLost(await writtenRows(server.url), writer.acknowledged());
});

it("starts a server again that dies while it is looked after, at the same address", async () => {
  let restarts = 0;
  server = await startEmbedded({ dataFolder: folder, onRestart: () => restarts++ });
  const { url } = server;
  await prepareTable(url);
  const writer = write(url);
  await until(() => writer.acknowledged() >= 100);
  const died = server.pid();
  process.kill(died, "SIGKILL");
  await until(() => restarts === 1);
  writer.child.kill("SIGKILL");
  expect(server.pid()).not.toBe(died);
  expectNothingLost(await writtenRows(url), writer.acknowledged());
});

it("refuses data that another process looks after", async () => {
  server = await startEmbedded({ dataFolder: folder });
  await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({ fault: "inUse" });
});

it("refuses data whose password file is lost, and leaves them alone", async () => {
  await (await startEmbedded({ dataFolder: folder })).stop();
  rmSync(join(folder, "server.json"));
  await expect(startEmbedded({ dataFolder: folder })).rejects.toMatchObject({ fault: "passwordLost" });
  expect(readFileSync(join(folder, "postgres/PG_VERSION"), "utf8")).toBe("18\n");
});

it("asks for its password", async () => {
  server = await startEmbedded({ dataFolder: folder });
  const { sql, close } = connect(Object.assign(new URL(server.url), { password: "guess" }).href);
  await expect(sql`select`).rejects.toThrow("password authentication failed");
  await close();
});
