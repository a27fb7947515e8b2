import { displayName, position, roleGrants } from "@/app/api/v1/accounts/accountSchemas";
import { boolean, defineRoute, id, noContent, object, optional } from "@/lib/http";
import { changeAccount } from "@/lib/service/accounts";

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/accounts/{accountId}",
    tag: "accounts",
    summary: "Change an account: its name, title, roles; retire or restore it",
    params: object({ accountId: id() }),
    body: object({
      displayName: optional(displayName),
      position: optional(position),
      roles: optional(roleGrants),
      retired: optional(boolean("A retired account cannot sign in; nothing of it is deleted")),
    }),
    answer: noContent(),
    refusals: ["forbidden", "notFound", "invalid", "conflict"],
  },
  (context, { params, body }) => changeAccount(context, { ...body, ...params }),
);
