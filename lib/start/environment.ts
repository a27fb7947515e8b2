import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { stop } from "./texts.mjs";

export interface Environment {
  readonly dev: boolean;
  readonly port: number;
  /** The given server; undefined for our own. */
  readonly givenDatabase: string | undefined;
  readonly dataFolder: string;
  /** undefined: made and kept in the data folder. */
  readonly givenSecret: string | undefined;
  /** Account to make with the role of administrator, then end. */
  readonly createAdmin: string | undefined;
  /** The same, made at the start of a database without accounts. */
  readonly firstAdmin: string | undefined;
}

const usernamePattern = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** Reads arguments and variables, and stops with a sentence on the first that cannot be. */
export function readEnvironment(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Environment {
  let dev = false;
  let createAdmin: string | undefined;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === "--dev") dev = true;
    else if (arg === "--create-admin") createAdmin = args[++index] ?? "";
    else
      stop(
        `Tham số ${arg} không hợp lệ. Chỉ nhận: --dev, --create-admin TÊN.`,
        `Unknown argument ${arg}. Known: --dev, --create-admin NAME.`,
      );
  }
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    stop(`PORT=${env.PORT} không phải là số hiệu cổng (1–65535).`, `PORT=${env.PORT} is no port number (1–65535).`);
  }
  for (const name of [createAdmin, env.BIEUMAU_ADMIN || undefined]) {
    if (name !== undefined && !usernamePattern.test(name)) {
      stop(
        `Tên tài khoản "${name}" không hợp lệ: dùng 2–64 chữ thường không dấu, chữ số, dấu chấm, dấu gạch.`,
        `"${name}" is no account name: 2–64 unaccented lower-case letters, digits, dots, hyphens or underscores.`,
      );
    }
  }
  if (!/^\d?$/.test(env.BIEUMAU_TRUSTED_PROXIES ?? "")) {
    stop(
      `BIEUMAU_TRUSTED_PROXIES=${env.BIEUMAU_TRUSTED_PROXIES} không phải là số lượng máy chủ trung gian (0–9).`,
      `BIEUMAU_TRUSTED_PROXIES=${env.BIEUMAU_TRUSTED_PROXIES} is no number of proxies (0–9).`,
    );
  }
  const givenDatabase = env.DATABASE_URL || undefined;
  const givenSecret = env.NEXTAUTH_SECRET || undefined;
  if (givenDatabase && !givenSecret && createAdmin === undefined) {
    stop(
      "Đã khai báo DATABASE_URL thì phải khai báo NEXTAUTH_SECRET: chuỗi bí mật để ký phiên đăng nhập (ví dụ: openssl rand -base64 32).",
      "With DATABASE_URL, NEXTAUTH_SECRET is required: the secret that signs sessions (for example: openssl rand -base64 32).",
    );
  }
  if (givenSecret && givenSecret.length < 32) {
    stop("NEXTAUTH_SECRET quá ngắn: cần ít nhất 32 ký tự.", "NEXTAUTH_SECRET is too short: 32 characters at least.");
  }
  return {
    dev,
    port,
    givenDatabase,
    dataFolder: env.BIEUMAU_DATA || "data",
    givenSecret,
    createAdmin,
    firstAdmin: env.BIEUMAU_ADMIN || undefined,
  };
}

/** The secret of the data folder, made at the first start. */
export function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, "secret");
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    // Renamed when complete, so that a kill leaves no empty secret.
    writeFileSync(`${file}.new`, randomBytes(32).toString("base64url"), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8");
}

/** Whether nobody listens on 127.0.0.1:port yet. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer().on("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}
