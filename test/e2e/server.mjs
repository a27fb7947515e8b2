// The application for the browser tests: as `npm start` gives it, on data of its own that are made anew.
import { existsSync, rmSync } from "node:fs";
import { register } from "tsx/esm/api";

const folder = process.env.BIEUMAU_DATA ?? "data/e2e";
const unregister = register();
if (existsSync(`${folder}/server.json`)) {
  // A run that was killed may have left its database server behind.
  const { startEmbedded } = await import("../../lib/db/server/index.ts");
  await (await startEmbedded({ dataFolder: folder })).stop();
}
rmSync(folder, { recursive: true, force: true });
await unregister();
await import("../../lib/start/start.mjs");
