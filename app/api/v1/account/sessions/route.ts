import { defineRoute, integer, json, list, object } from "@/lib/http";
import { endOtherSessions, listOwnSessions } from "@/lib/service/account";
import { sessionSchema } from "./sessionSchema";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/account/sessions",
    tag: "account",
    summary: "One's own sessions that stand, the latest seen first",
    answer: json(list(sessionSchema)),
  },
  (context) => listOwnSessions(context),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/v1/account/sessions",
    tag: "account",
    summary: "End all one's own sessions but this one",
    answer: json(object({ ended: integer() })),
  },
  (context) => endOtherSessions(context),
);
