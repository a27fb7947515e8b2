import { defineRoute, id, integer, json, object } from "@/lib/http";
import { endAccountSessions } from "@/lib/service/accounts";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/v1/accounts/{accountId}/sessions/{sessionId}",
    tag: "accounts",
    summary: "End one session of an account",
    params: object({ accountId: id(), sessionId: id() }),
    answer: json(object({ ended: integer() })),
    refusals: ["forbidden", "notFound"],
  },
  (context, { params }) => endAccountSessions(context, params),
);
