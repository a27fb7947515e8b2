import { object, oneOf, optional } from "@/lib/http";
import { locales } from "@/lib/messages";

/** Media type of a Word file. */
export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Language of a document's own words. */
export const documentLocale = optional(oneOf(locales, "Language of the document's own words; vi where absent"));
export const documentQuery = object({ locale: documentLocale });
