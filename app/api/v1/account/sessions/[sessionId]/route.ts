import { defineRoute, id, noContent, object } from "@/lib/http";
import { endOwnSession } from "@/lib/service/account";

export const DELETE = defineRoute(
  {
    method: "DELETE",
    path: "/api/v1/account/sessions/{sessionId}",
    tag: "account",
    summary: "End one of one's own sessions",
    params: object({ sessionId: id() }),
    answer: noContent(),
    refusals: ["notFound"],
  },
  (context, { params }) => endOwnSession(context, params),
);
