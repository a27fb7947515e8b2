// `npm run db:generate`: writes drizzle/0000_tables.sql anew from lib/db/schema.ts and appends the hand-written part.
// Right while no version is released; from the first release on, changes become migrations of their own.
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, rmSync } from "node:fs";

rmSync("drizzle", { recursive: true, force: true });
execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", "--name", "tables"], { stdio: "inherit" });
appendFileSync("drizzle/0000_tables.sql", `--> statement-breakpoint\n${readFileSync("lib/db/server/appendOnly.sql", "utf8")}`);
