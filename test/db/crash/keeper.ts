// Looks after a server until it is killed, as `npm start` does; says its address on the first line.
import { startEmbedded } from "@/lib/db/server";

const server = await startEmbedded({ dataFolder: process.argv[2] ?? "" });
process.stdout.write(`${server.url}\n`);
