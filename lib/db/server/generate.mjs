// `npm run db:generate -- <name>`: writes the next migration from what changed in lib/db/schema.ts. Migrations only go
// forward; hand-written statements (triggers, data) are added to the new file before it is committed, never to an old one.
import { execFileSync } from "node:child_process";

const name = process.argv[2];
if (!name) {
  process.stderr.write("usage: npm run db:generate -- <name>\n");
  process.exit(2);
}
execFileSync(process.execPath, ["node_modules/drizzle-kit/bin.cjs", "generate", "--name", name], { stdio: "inherit" });
