export type * from "./template.types";
