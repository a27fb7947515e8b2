import { type Locale, phrase } from "@/lib/messages";

/** Place and date as Decree 30 writes them: days below 10 and months 1 and 2 with a zero, months 3 to 9 without. */
export function placeAndDate(place: string, date: string | undefined, locale: Locale): string {
  const [year = "", month = "", day = ""] = date?.split("-") ?? [];
  const blank = "      ";
  return phrase(
    "document.dateLine",
    {
      place,
      day: day === "" ? blank : day.padStart(2, "0"),
      month: month === "" ? blank : Number(month) < 3 ? month.padStart(2, "0") : String(Number(month)),
      year: year === "" ? blank : year,
    },
    locale,
  );
}

/** Number and symbol with the zero that numbers below 10 have: `5/BC-UBND` as `05/BC-UBND`; room for both where none was given yet. */
export function numberLine(number: string | undefined, locale: Locale): string {
  const written = number?.trim() ? number.trim().replace(/^(\d)(?!\d)/, "0$1") : phrase("document.noNumber", {}, locale);
  return phrase("document.numberLine", { number: written }, locale);
}
