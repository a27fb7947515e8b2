import { defineRoute, noContent, object, text } from "@/lib/http";
import { changePassword } from "@/lib/service/account";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/v1/account/password",
    tag: "account",
    summary: "Change one's own password; ends all other sessions of the account",
    beforePasswordChange: true,
    body: object({ currentPassword: text({ min: 1, max: 500 }), newPassword: text({ min: 1, max: 500 }) }),
    answer: noContent(),
    refusals: ["invalid", "conflict", "throttled"],
  },
  (context, { body }) => changePassword(context, body),
);
