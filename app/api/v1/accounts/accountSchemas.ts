import { roles } from "@/lib/auth/actor";
import { boolean, id, integer, list, nullable, object, oneOf, text } from "@/lib/http";

export const role = oneOf(roles);

/** Roles to hold, each at a unit. */
export const roleGrants = list(object({ role, unitId: id() }), { max: 100 });

export const displayName = text({ min: 1, max: 200, pattern: "\\S" });
export const position = text({ max: 200, description: "Title as printed at a signature" });

/** `AccountItem` of the services. */
export const accountSchema = object({
  id: id(),
  username: text(),
  displayName: text(),
  position: text(),
  roles: list(object({ role, unit: object({ id: id(), code: text(), name: text() }) })),
  mustChangePassword: boolean(),
  retiredAt: nullable(text({ format: "date-time" })),
  lastSeenAt: nullable(text({ format: "date-time" })),
  sessions: integer({ description: "Sessions that stand" }),
  administrable: boolean("Whether the account that asks may change this one"),
});
