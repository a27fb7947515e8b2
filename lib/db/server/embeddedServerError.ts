/** Why the private server does not run. */
export type EmbeddedServerFault =
  /** No PostgreSQL for this machine in the package. */
  | "unsupported"
  /** The data is there, the file with its password is not. */
  | "passwordLost"
  /** A server runs on the data and does not answer. */
  | "leftServerSilent"
  /** Another process of ours looks after it. */
  | "inUse"
  /** A program of the server failed; the detail is what it said. */
  | "failed";

export class EmbeddedServerError extends Error {
  constructor(
    readonly fault: EmbeddedServerFault,
    readonly detail: string,
  ) {
    super(`${fault}: ${detail}`);
    this.name = "EmbeddedServerError";
  }
}
