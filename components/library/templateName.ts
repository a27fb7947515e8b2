import type { LibraryItem } from "@/lib/service/designTypes";
import { fillText, type TextLocale } from "@/lib/template";

/** The name of a template in a list, where no period fills its parameters. */
export const templateName = ({ title }: Pick<LibraryItem, "title">, locale: TextLocale): string => fillText(title, {}, locale);
