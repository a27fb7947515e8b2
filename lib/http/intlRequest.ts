import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { messagesOf } from "@/lib/messages";
import { formatsOf, timeZone } from "./intl";
import { currentActor } from "./page";
import { chooseLocale, localeCookie } from "./requestLocale";

/**
 * Language, messages and formats of the page that is being rendered. Pages are Vietnamese until somebody chooses
 * otherwise: most office computers here ask for English without their users' meaning it.
 */
export default getRequestConfig(async () => {
  const locale = chooseLocale({
    account: (await currentActor())?.locale,
    cookie: (await cookies()).get(localeCookie)?.value,
    acceptLanguage: null,
  });
  return {
    locale,
    messages: messagesOf(locale),
    timeZone,
    formats: formatsOf(locale),
    onError: (error) => {
      // A message that is missing is a defect: it stops tests and development, and in production shows its key.
      if (process.env.NODE_ENV !== "production") throw error;
    },
  };
});
