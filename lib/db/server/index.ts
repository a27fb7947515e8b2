export { type EmbeddedServer, startEmbedded } from "./embedded";
export { EmbeddedServerError } from "./embeddedServerError";
export { migrate } from "./migrate";
