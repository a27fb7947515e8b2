import { defineRoute, id, integer, json, list, object, oneOf, optional, text } from "@/lib/http";
import { listAccounts } from "@/lib/service/accountList";
import { createAccount } from "@/lib/service/accounts";
import { accountSchema, displayName, position, role, roleGrants } from "./accountSchemas";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/accounts",
    tag: "accounts",
    summary: "The accounts that one administers, by user name, fifty a page",
    query: object({
      search: optional(text({ max: 200, description: "Words of the name, the user name or a unit; marks and case do not matter" })),
      role: optional(role),
      unitId: optional(id("Accounts with a role at this unit or below it")),
      state: optional(oneOf(["working", "retired"])),
      page: optional(integer({ min: 1, max: 100_000, default: 1 })),
    }),
    answer: json(object({ items: list(accountSchema), total: integer(), page: integer(), pageSize: integer() })),
    refusals: ["forbidden"],
  },
  (context, { query }) => listAccounts(context, query),
);

export const POST = defineRoute(
  {
    method: "POST",
    path: "/api/v1/accounts",
    tag: "accounts",
    summary: "Make an account; answers with its one-time password, which is shown this once",
    body: object({
      username: text({ min: 2, max: 64, pattern: "^[a-z0-9][a-z0-9._-]{1,63}$", description: "Lower-case letters, digits, dots, dashes" }),
      displayName,
      position: optional(position),
      roles: roleGrants,
    }),
    answer: json(object({ id: id(), password: text() }), 201),
    refusals: ["forbidden", "invalid", "conflict"],
  },
  (context, { body }) => createAccount(context, body),
);
