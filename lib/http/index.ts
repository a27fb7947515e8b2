export { type Answer, type FileBody, file, json, noContent } from "./answer";
export { defineRoute, type Method, type RouteDefinition, type RouteHandler, type RouteInput } from "./defineRoute";
export { foreignHandler } from "./foreignHandler";
export { formatsOf } from "./intl";
export { describeError, log } from "./log";
export { openApiDocument } from "./openApi";
export { currentActor, currentSession, requireActor, serviceContext } from "./page";
export type { ProblemDocument } from "./problemResponse";
export { localeCookie } from "./requestLocale";
export {
  boolean,
  id,
  integer,
  type JsonSchema,
  list,
  nullable,
  object,
  oneOf,
  optional,
  record,
  type Schema,
  type Static,
  schemaOf,
  tagged,
  text,
} from "./schema";
