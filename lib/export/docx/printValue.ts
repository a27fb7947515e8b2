import { formatNumber } from "@/lib/form";
import type { CellAddress, CellIndex, CellValue } from "@/lib/form/content";
import type { CellInfo, Form } from "@/lib/form/types";
import { type Locale, phrase } from "@/lib/messages";
import { textIn } from "@/lib/template";

/** What of a cell its printed form depends on. */
export type PrintedAs = Pick<CellInfo, "type" | "decimals" | "choices">;

/** A value as it is printed: figures in the language's way with their decimals, marks as they are, days 05/01/2026, blank "". */
export function printValue(value: CellValue, as: PrintedAs, locale: Locale): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return formatNumber(value, as.decimals, locale);
  if (typeof value === "boolean") return phrase(value ? "document.yes" : "document.no", {}, locale);
  if (as.type === "date") return value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1");
  const choice = as.choices?.find((one) => one.value === value);
  return choice ? textIn(choice.label, locale) : value;
}

export const printCell = (form: Form, cell: CellIndex, locale: Locale): string => printValue(form.read(cell), form.info(cell), locale);

/** Finds what texts embed: `t1.r01.c3`, `f.dan_so`, `ind.KTXH_01` as printed; undefined where it is blank or not there. */
export function embeddedValues(form: Form, locale: Locale): (ref: string) => string | undefined {
  let byIndicator: Map<string, CellIndex> | undefined;
  const cellOfIndicator = (code: string): CellIndex | undefined => {
    if (byIndicator === undefined) {
      byIndicator = new Map();
      for (let i = 0; i < form.cellCount; i++) {
        const { indicator } = form.info(i as CellIndex);
        if (indicator !== undefined && !byIndicator.has(indicator)) byIndicator.set(indicator, i as CellIndex);
      }
    }
    return byIndicator.get(code);
  };
  return (ref) => {
    const cell = ref.startsWith("ind.") ? cellOfIndicator(ref.slice(4)) : form.index(ref as CellAddress);
    const printed = cell === undefined ? "" : printCell(form, cell, locale);
    return printed === "" ? undefined : printed;
  };
}
