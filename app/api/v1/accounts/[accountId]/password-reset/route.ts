import { defineRoute, id, json, object, text } from "@/lib/http";
import { resetPassword } from "@/lib/service/accounts";

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/accounts/{accountId}/password-reset",
    tag: "accounts",
    summary: "Give an account a one-time password, which is shown this once, and end its sessions",
    params: object({ accountId: id() }),
    answer: json(object({ password: text() })),
    refusals: ["forbidden", "notFound", "conflict"],
  },
  (context, { params }) => resetPassword(context, params),
);
