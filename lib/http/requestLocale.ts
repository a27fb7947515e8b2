import type { Actor } from "@/lib/auth/actor";
import { isLocale, type Locale } from "@/lib/messages";

/** Cookie with the language that was chosen before signing in. */
export const localeCookie = "locale";

interface LocaleSources {
  readonly account: unknown;
  readonly cookie: unknown;
  readonly acceptLanguage: string | null;
}

/**
 * The reader's language: the account's, else the one chosen on this device, else the first of `Accept-Language` that
 * there is, else Vietnamese.
 */
export function chooseLocale({ account, cookie, acceptLanguage }: LocaleSources): Locale {
  if (isLocale(account)) return account;
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part, order) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=(\d(?:\.\d{1,3})?)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality), order };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return "vi";
}

export const localeOfRequest = (request: Request, actor: Pick<Actor, "locale"> | undefined): Locale =>
  chooseLocale({
    account: actor?.locale,
    cookie: /(?:^|;\s*)locale=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1],
    acceptLanguage: request.headers.get("accept-language"),
  });
