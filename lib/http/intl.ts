import type { Messages as Catalogue, Locale } from "@/lib/messages";

/** The administration's clock. */
export const timeZone = "Asia/Ho_Chi_Minh";

/**
 * Formats of the screens by name: `day` 31/03/2026, `moment` 14:05 31/03/2026. In English the month is a word, since
 * 03/04 would be read in two ways.
 */
export const formatsOf = (locale: Locale) => {
  const day = { day: "2-digit", month: locale === "vi" ? "2-digit" : "short", year: "numeric" } as const;
  return {
    dateTime: {
      day,
      moment: { ...day, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
      time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    },
  } as const;
};

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    /** The Vietnamese catalogue: a key that it lacks does not compile. */
    Messages: Catalogue;
    Formats: ReturnType<typeof formatsOf>;
  }
}
