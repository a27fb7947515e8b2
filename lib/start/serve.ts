import { join } from "node:path";
import { type Connection, connect } from "@/lib/db";
import { EmbeddedServerError, migrate, startEmbedded } from "@/lib/db/server";
import { isSampleLoaded, loadSampleCity, sampleAccounts, samplePassword } from "@/lib/sample";
import { build, isBuildStale } from "./build";
import { type Environment, isPortFree, keptSecret, readEnvironment } from "./environment";
import { createAdministrator, hasNoAccount } from "./firstAdministrator";
import { startNext } from "./next";
import { say, stop } from "./texts.mjs";

/** A database to serve from, and how it is let go. */
interface Source {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Everything after the installation: build, database, sample city, server; returns when it runs. */
export async function serve(args: readonly string[]): Promise<void> {
  const environment = readEnvironment(args, process.env);
  if (environment.createAdmin !== undefined) return createAdmin(environment, environment.createAdmin);

  if (!(await isPortFree(environment.port))) {
    stop(
      `Cổng ${environment.port} đang có chương trình khác sử dụng. Hãy chọn cổng khác: PORT=${environment.port + 1} npm start`,
      `Port ${environment.port} is in use by another program. Choose another: PORT=${environment.port + 1} npm start`,
    );
  }
  if (!environment.dev) await buildWhenStale();

  let end = (_code: number): void => undefined;
  const source = await openSource(environment, () => end(1));
  const sampleShown = await prepareDatabase(environment, source).catch(async (error: unknown) => {
    await source.stop();
    throw error;
  });

  const address = `http://127.0.0.1:${environment.port}`;
  const log = environment.dev || environment.givenDatabase ? undefined : join(environment.dataFolder, "bieumau.log");
  const next = startNext({
    log,
    dev: environment.dev,
    port: environment.port,
    env: {
      ...process.env,
      DATABASE_URL: source.url,
      NEXTAUTH_SECRET: environment.givenSecret ?? keptSecret(environment.dataFolder),
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || address,
    },
  });

  let ending = false;
  end = (code) => {
    if (ending) return;
    ending = true;
    next
      .stop()
      .then(() => source.stop())
      .finally(() => process.exit(code));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
  next.exited.then((code) => {
    if (!ending) process.stderr.write(`✗ Next ended by itself (code ${code}).\n`);
    end(code || 1);
  });

  if (await next.answers(address)) announce({ address, log, withSample: sampleShown });
}

async function buildWhenStale(): Promise<void> {
  if (!isBuildStale()) return;
  say("Đang dựng ứng dụng (lần đầu khoảng một phút)…", "Building the application (about a minute the first time)…");
  const failure = await build();
  if (failure === undefined) return;
  process.stderr.write(failure);
  stop("Không dựng được ứng dụng. Hãy xem lỗi ở trên.", "The application could not be built. See the error above.");
}

async function openSource({ givenDatabase, dataFolder }: Environment, onLost: () => void): Promise<Source> {
  if (givenDatabase) return { url: givenDatabase, stop: async () => undefined };
  try {
    return await startEmbedded({
      dataFolder,
      onRestart: () =>
        say("Máy chủ cơ sở dữ liệu đã dừng và vừa được khởi động lại.", "The database server had stopped and was started again."),
      onLost: (error) => {
        process.stderr.write(`${explain(error).join("\n")}\n`);
        onLost();
      },
    });
  } catch (error) {
    if (error instanceof EmbeddedServerError) return stop(...explain(error));
    throw error;
  }
}

/** Migrates, fills an empty database of our own with the sample city, makes a wanted first administrator. */
async function prepareDatabase(environment: Environment, source: Source): Promise<boolean> {
  await reach(source.url);
  await migrate(source.url);
  return withDatabase(source.url, async ({ db }) => {
    if (!environment.givenDatabase && (await hasNoAccount(db))) {
      say("Đang nạp thành phố mẫu…", "Loading the sample city…");
      await loadSampleCity(db);
    }
    if (environment.firstAdmin && (await hasNoAccount(db))) {
      await makeAdmin(db, environment.firstAdmin);
    } else if (await hasNoAccount(db)) {
      say(
        "Cơ sở dữ liệu chưa có tài khoản. Hãy tạo tài khoản quản trị hệ thống đầu tiên: npm start -- --create-admin TÊN",
        "The database has no accounts yet. Create the first administrator: npm start -- --create-admin NAME",
      );
    }
    return !environment.givenDatabase && isSampleLoaded(db);
  });
}

async function createAdmin(environment: Environment, username: string): Promise<void> {
  const source = await openSource(environment, () => process.exit(1));
  try {
    await reach(source.url);
    await migrate(source.url);
    await withDatabase(source.url, ({ db }) => makeAdmin(db, username));
  } finally {
    await source.stop();
  }
  process.exit();
}

async function makeAdmin(db: Connection["db"], username: string): Promise<void> {
  const password = await createAdministrator(db, { username, now: new Date() });
  if (password === undefined) {
    process.stderr.write(`✗ Đã có tài khoản ${username}.\n  The account ${username} exists already.\n`);
    process.exitCode = 1;
    return;
  }
  say(
    `Đã tạo tài khoản quản trị hệ thống ${username}. Mật khẩu dùng trong 72 giờ, phải đổi ở lần đăng nhập đầu tiên: ${password}`,
    `Administrator ${username} was created. The password is good for 72 hours and must be changed at the first sign-in: ${password}`,
  );
}

/** Stops with a sentence when the server cannot be reached; its address is shown without the password. */
async function reach(url: string): Promise<void> {
  try {
    await withDatabase(url, ({ sql }) => sql`select`);
  } catch (error) {
    const { host = "?", pathname = "" } = URL.canParse(url) ? new URL(url) : {};
    const reason = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
    stop(`Không kết nối được cơ sở dữ liệu ${host}${pathname}: ${reason}`, `The database ${host}${pathname} cannot be reached: ${reason}`);
  }
}

async function withDatabase<T>(url: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect(url, { max: 2 });
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

function explain({ fault, detail }: EmbeddedServerError): [vi: string, en: string] {
  switch (fault) {
    case "unsupported":
      return [
        `Không có PostgreSQL kèm theo cho máy này (${detail}). Hãy khai báo một máy chủ bằng DATABASE_URL.`,
        `No PostgreSQL is bundled for this machine (${detail}). Name a server with DATABASE_URL.`,
      ];
    case "passwordLost":
      return [
        `Có dữ liệu nhưng mất tệp ${detail} chứa mật khẩu của máy chủ cơ sở dữ liệu. Hãy khôi phục tệp, hoặc chọn thư mục khác bằng BIEUMAU_DATA.`,
        `The data is there but ${detail}, which holds the server's password, is not. Restore it, or choose another folder with BIEUMAU_DATA.`,
      ];
    case "leftServerSilent":
      return [
        `Máy chủ cơ sở dữ liệu còn chạy từ lần trước (tiến trình ${detail}) không trả lời. Hãy dừng tiến trình đó rồi chạy lại.`,
        `The database server left from the last time (process ${detail}) does not answer. End it and start again.`,
      ];
    case "inUse":
      return [
        `Một bản Bieumau khác đang sử dụng thư mục dữ liệu này (${detail}). Hãy dừng bản đó, hoặc chọn thư mục khác bằng BIEUMAU_DATA.`,
        `Another Bieumau is using this data folder (${detail}). Stop it first, or choose another folder with BIEUMAU_DATA.`,
      ];
    case "failed":
      return [`Máy chủ cơ sở dữ liệu không chạy được:\n${detail}`, "The database server failed; it said the above."];
  }
}

interface Announcement {
  readonly address: string;
  readonly log: string | undefined;
  readonly withSample: boolean;
}

function announce({ address, log, withSample }: Announcement): void {
  const lines = ["", `  Bieumau đang chạy tại · Bieumau is running at   ${address}`, ""];
  if (withSample) {
    lines.push(`  Tài khoản mẫu · Sample accounts   (mật khẩu · password: ${samplePassword})`, "");
    const width = Math.max(...sampleAccounts.map(({ username }) => username.length));
    for (const { username, vi, en } of sampleAccounts) lines.push(`    ${username.padEnd(width)}   ${vi} · ${en}`);
    lines.push("");
  }
  if (log) lines.push(`  Nhật ký · Log   ${log}`);
  lines.push("  Ctrl-C để dừng · Ctrl-C to stop", "");
  process.stdout.write(`${lines.join("\n")}\n`);
}
