export { type Answer, type FileBody, file, json, noContent } from "./answer";
export { defineRoute, type Method, type RouteDefinition, type RouteHandler, type RouteInput } from "./defineRoute";
export { statusOf } from "./httpRefusal";
export { formatsOf, timeZone } from "./intl";
export { describeError, log } from "./log";
export { openApiDocument } from "./openApi";
export { currentActor, currentSession, requireActor, serviceContext } from "./page";
export type { ProblemDocument } from "./problemResponse";
export { chooseLocale, localeCookie } from "./requestLocale";
export {
  boolean,
  id,
  integer,
  type JsonSchema,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  record,
  type Schema,
  type Static,
  schemaOf,
  text,
} from "./schema";
export { withinBytes } from "./withinBytes";
