import { boolean, id, object, text } from "@/lib/http";

/** `SessionItem` of the services. */
export const sessionSchema = object({
  id: id(),
  createdAt: text({ format: "date-time" }),
  lastSeenAt: text({ format: "date-time" }),
  userAgent: text({ description: "What the browser called itself" }),
  current: boolean("Whether it is the session of this request"),
});
