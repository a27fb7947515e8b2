/** Languages of the screens and messages; the first is the default. */
export const locales = ["vi", "en"] as const;
export type Locale = (typeof locales)[number];

/** Whether a word of the outside (cookie, header, account) names a language that there is. */
export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);
