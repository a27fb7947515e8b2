import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Binaries, findBinaries } from "./binaries";
import { EmbeddedServerError } from "./embeddedServerError";
import { isAlive, isPostgres, readPostmasterFile } from "./postmaster";
import { asServerUser, type ServerUser, serverUser } from "./serverUser";

export interface EmbeddedOptions {
  /** Everything of the server lies here: `postgres/` (its data), `server.json` (port and passwords), `postgres.log`. */
  readonly dataFolder: string;
  /** Wanted port; by default the one of the last time, else a free one. */
  readonly port?: number;
  /** `none` is for tests: faster, and a loss of power loses data. */
  readonly durability?: "full" | "none";
  /** Told when the server had died and runs again. */
  readonly onRestart?: () => void;
  /** Told when it died and cannot be started again. */
  readonly onLost?: (error: EmbeddedServerError) => void;
}

export interface EmbeddedServer {
  /** Database `bieumau` as its owner, who is no superuser. */
  readonly url: string;
  /** Database `postgres` as superuser. */
  readonly adminUrl: string;
  readonly pid: () => number;
  /** Whether the server had been left running by a process that was killed. */
  readonly takenOver: boolean;
  /** Ends the server cleanly: open statements are broken off, everything acknowledged is on disk. */
  stop(): Promise<void>;
}

/** Held by the process that looks after the server, so that a second one keeps off. */
const keeperLock = 8_510_413;
const startTimeout = 60_000;

interface Settings {
  readonly port: number;
  /** Of the superuser. */
  readonly password: string;
  /** Of `bieumau`, who owns the database: the application knows this one alone. */
  readonly ownerPassword: string;
}

/** Letters of base64url alone, which need no quoting in a statement or an address. */
const makePassword = (): string => randomBytes(24).toString("base64url");

interface Place {
  readonly folder: string;
  readonly pgdata: string;
  readonly binaries: Binaries;
  readonly user: ServerUser | undefined;
  readonly flags: readonly string[];
}

/**
 * Starts the private PostgreSQL of a data folder, making it at the first time, or takes over the one that a killed
 * process left running; from then on starts it again whenever it dies, until `stop`. Listens on 127.0.0.1 alone, with a
 * password of each user made at random and kept in the folder, readable by its owner alone.
 * @throws EmbeddedServerError
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await prepare(options);
  let settings = await readSettings(place, options.port);
  if (!existsSync(place.pgdata)) await initialise(place, settings, options.durability);

  const left = await findLeftServer(place, settings);
  let pid = left?.pid ?? 0;
  if (left) settings = { ...settings, port: left.port };
  else ({ pid, settings } = await launch(place, settings));

  let keeper = await keep(settings);
  await ensureDatabase(settings);
  let stopping = false;

  const watch = (async () => {
    while (!stopping) {
      await sleep(250);
      if (stopping || isAlive(pid)) continue;
      try {
        await keeper.end({ timeout: 0 });
        // The address was handed out: the port must stay.
        ({ pid } = await launch(place, settings, { samePort: true }));
        keeper = await keep(settings);
        options.onRestart?.();
      } catch (error) {
        stopping = true;
        options.onLost?.(error instanceof EmbeddedServerError ? error : new EmbeddedServerError("failed", String(error)));
      }
    }
  })();

  return {
    url: address(settings, { user: "bieumau", database: "bieumau" }),
    adminUrl: address(settings, { user: "postgres", database: "postgres" }),
    pid: () => pid,
    takenOver: left !== undefined,
    stop: async () => {
      stopping = true;
      await watch;
      await keeper.end({ timeout: 0 });
      await end(pid);
    },
  };
}

async function prepare({ dataFolder, durability = "full" }: EmbeddedOptions): Promise<Place> {
  const user = serverUser();
  const binaries = await findBinaries(user);
  if (!binaries) throw new EmbeddedServerError("unsupported", `${process.platform}-${process.arch}`);
  const folder = resolve(dataFolder);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o755 });
  const durable = durability === "full" ? "on" : "off";
  const flags = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    `fsync=${durable}`,
    `synchronous_commit=${durable}`,
    `full_page_writes=${durable}`,
  ].flatMap((setting) => ["-c", setting]);
  return { folder, pgdata: join(folder, "postgres"), binaries, user, flags };
}

async function readSettings({ folder, pgdata }: Place, port: number | undefined): Promise<Settings> {
  const file = join(folder, "server.json");
  if (existsSync(file)) {
    const kept: Omit<Settings, "ownerPassword"> & Partial<Settings> = JSON.parse(readFileSync(file, "utf8"));
    const settings = { ...kept, ownerPassword: kept.ownerPassword ?? makePassword() };
    // Folders of before had one password for both.
    if (!kept.ownerPassword) writeSettings(folder, settings);
    return port ? { ...settings, port } : settings;
  }
  if (existsSync(pgdata)) throw new EmbeddedServerError("passwordLost", file);
  const settings = { port: port ?? (await freePort()), password: makePassword(), ownerPassword: makePassword() };
  writeSettings(folder, settings);
  return settings;
}

function writeSettings(folder: string, settings: Settings): void {
  // Written beside and renamed: a kill in between leaves the old file or the new one.
  const file = join(folder, "server.json");
  writeFileSync(`${file}.new`, JSON.stringify(settings), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Makes the server's data beside its final place and renames it when complete, so that a kill leaves nothing half made. */
async function initialise(place: Place, { password }: Settings, durability: EmbeddedOptions["durability"]): Promise<void> {
  const { folder, pgdata, binaries, user } = place;
  const fresh = `${pgdata}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const passwordFile = join(folder, "initdb.password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) for (const path of [fresh, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    const args = [
      `--pgdata=${fresh}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // Of the server itself, not of the machine's C library: the same order of letters everywhere.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durability === "none" ? ["--no-sync"] : []),
    ];
    const { child, output } = run(place, binaries.initdb, args, [fresh]);
    const code = await new Promise<number | null>((done) => {
      child.on("error", () => done(null));
      child.on("close", done);
    });
    if (code !== 0) throw new EmbeddedServerError("failed", output());
    renameSync(fresh, pgdata);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The running server that a killed process left behind, once it answers; a pid file without one is removed. */
async function findLeftServer({ pgdata }: Place, settings: Settings): Promise<{ pid: number; port: number } | undefined> {
  const deadline = Date.now() + startTimeout;
  for (;;) {
    const left = readPostmasterFile(pgdata);
    if (!left || !isAlive(left.pid)) return undefined;
    if (!isPostgres(left.pid)) {
      rmSync(join(pgdata, "postmaster.pid"), { force: true });
      return undefined;
    }
    if (await answers({ ...settings, port: left.port })) return left;
    if (Date.now() > deadline) throw new EmbeddedServerError("leftServerSilent", `${left.pid}`);
    await sleep(100);
  }
}

async function launch(
  place: Place,
  wanted: Settings,
  { samePort = false }: { readonly samePort?: boolean } = {},
): Promise<{ pid: number; settings: Settings }> {
  const deadline = Date.now() + startTimeout;
  let settings = wanted;
  for (;;) {
    const { child, output } = run(
      place,
      place.binaries.postgres,
      ["-D", place.pgdata, "-p", `${settings.port}`, ...place.flags],
      [place.pgdata],
    );
    let gone = false;
    child.on("error", () => {
      gone = true;
    });
    child.on("exit", () => {
      gone = true;
    });
    child.unref();
    while (!gone && Date.now() < deadline) {
      if (child.pid && readPostmasterFile(place.pgdata)?.pid === child.pid && (await answers(settings))) {
        writeSettings(place.folder, settings);
        return { pid: child.pid, settings };
      }
      await sleep(50);
    }
    const said = output();
    if (Date.now() >= deadline) {
      child.kill("SIGQUIT");
      throw new EmbeddedServerError("failed", said);
    }
    if (said.includes("could not bind") && !samePort) settings = { ...settings, port: await freePort() };
    // Backends of a server that died need a moment to leave, and so may its port.
    else if (/could not bind|shared memory block .* is still in use|lock file "postmaster.pid" already exists/.test(said)) await sleep(250);
    else throw new EmbeddedServerError("failed", said);
  }
}

/** Runs a program of the server detached, its output in the log, so that it neither hears Ctrl-C nor dies of a closed pipe. */
function run(
  place: Place,
  program: string,
  args: readonly string[],
  reaching: readonly string[],
): { child: ChildProcess; output: () => string } {
  const log = join(place.folder, "postgres.log");
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
  const file = openSync(log, "a", 0o600);
  chmodSync(log, 0o600);
  const from = statSync(log).size;
  const how = asServerUser(program, args, { user: place.user, reaching });
  const child = spawn(how.command, how.args, {
    ...how.options,
    cwd: "/",
    detached: true,
    stdio: ["ignore", file, file],
    env: { ...process.env, LC_ALL: "C" },
  });
  return { child, output: () => readFileSync(log).subarray(from).toString("utf8").trim().split("\n").slice(-12).join("\n") };
}

async function keep(settings: Settings): Promise<postgres.Sql> {
  const sql = postgres(address(settings, { user: "postgres", database: "postgres" }), {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
  });
  // A killed keeper's session takes a moment to be noticed.
  for (let attempt = 0; attempt < 30; attempt++) {
    const [row] = await sql<{ held: boolean }[]>`select pg_try_advisory_lock(${keeperLock}) as held`;
    if (row?.held) return sql;
    await sleep(100);
  }
  await sql.end({ timeout: 1 });
  throw new EmbeddedServerError("inUse", `127.0.0.1:${settings.port}`);
}

async function ensureDatabase(settings: Settings): Promise<void> {
  const sql = postgres(address(settings, { user: "postgres", database: "postgres" }), { max: 1, onnotice: () => undefined });
  try {
    if ((await sql`select from pg_roles where rolname = 'bieumau'`).length === 0) await sql.unsafe("create role bieumau login");
    await sql.unsafe(`alter role bieumau password '${settings.ownerPassword}'`);
    if ((await sql`select from pg_database where datname = 'bieumau'`).length === 0)
      await sql.unsafe("create database bieumau owner bieumau");
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** Whether a server answers to our password. */
async function answers(settings: Settings): Promise<boolean> {
  const sql = postgres(address(settings, { user: "postgres", database: "postgres" }), {
    max: 1,
    connect_timeout: 5,
    onnotice: () => undefined,
  });
  try {
    await sql`select`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function end(pid: number): Promise<void> {
  // SIGINT is PostgreSQL's "fast" shutdown; SIGQUIT ends at once and is recovered from at the next start.
  for (const [signal, patience] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    for (const limit = Date.now() + patience; isAlive(pid) && Date.now() < limit; ) await sleep(25);
  }
}

const address = (
  { port, password, ownerPassword }: Settings,
  { user, database }: { readonly user: "postgres" | "bieumau"; readonly database: string },
) => `postgres://${user}:${user === "postgres" ? password : ownerPassword}@127.0.0.1:${port}/${database}`;

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const place = server.address();
      server.close(() => done(typeof place === "object" && place ? place.port : 0));
    });
  });
}
