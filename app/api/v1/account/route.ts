import { roles } from "@/lib/auth/actor";
import { defineRoute, id, json, list, noContent, object, oneOf, text } from "@/lib/http";
import { chooseLanguage, readOwnAccount } from "@/lib/service/account";

const locale = oneOf(["vi", "en"], "Language of screens and messages");

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/account",
    tag: "account",
    summary: "The account that is signed in",
    beforePasswordChange: true,
    answer: json(
      object({
        username: text(),
        displayName: text(),
        position: text(),
        locale,
        roles: list(object({ role: oneOf(roles), unit: object({ id: id(), code: text(), name: text() }) })),
      }),
    ),
  },
  (context) => readOwnAccount(context),
);

export const PATCH = defineRoute(
  {
    method: "PATCH",
    path: "/api/v1/account",
    tag: "account",
    summary: "Choose the language of one's own account",
    beforePasswordChange: true,
    body: object({ locale }),
    answer: noContent(),
  },
  (context, { body }) => chooseLanguage(context, body),
);
