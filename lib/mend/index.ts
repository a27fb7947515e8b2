// The door of mends: what one click does about a problem of a template.
export type { Mend } from "./mend";
export { mendsFor } from "./mendsFor";
