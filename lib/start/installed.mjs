import { existsSync, readFileSync } from "node:fs";

/**
 * Whether node_modules holds what package-lock.json asks for: compares the lock with the one that npm keeps inside
 * node_modules, package by package. Packages for other machines are optional and may be missing.
 */
export function isInstalled() {
  const inside = "node_modules/.package-lock.json";
  if (!existsSync(inside)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const there = JSON.parse(readFileSync(inside, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || (there[path] ? there[path].version === version : optional === true),
  );
}
