import { sessionSchema } from "@/app/api/v1/account/sessions/sessionSchema";
import { defineRoute, id, integer, json, list, object } from "@/lib/http";
import { endAccountSessions, listAccountSessions } from "@/lib/service/accounts";

const params = object({ accountId: id() });

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/accounts/{accountId}/sessions",
    tag: "accounts",
    summary: "Sessions of an account that stand, the latest seen first",
    params,
    answer: json(list(sessionSchema)),
    refusals: ["forbidden", "notFound"],
  },
  (context, input) => listAccountSessions(context, input.params),
);

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/v1/accounts/{accountId}/sessions",
    tag: "accounts",
    summary: "End all sessions of an account",
    params,
    answer: json(object({ ended: integer() })),
    refusals: ["forbidden", "notFound"],
  },
  (context, input) => endAccountSessions(context, input.params),
);
