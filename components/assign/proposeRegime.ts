import type { AssignChoices } from "@/lib/service/catalogueTypes";
import type { UnitRef } from "@/lib/service/types";
import type { Frequency } from "@/lib/template";

/** How the codes of regimes end in Vietnamese: KTXH-THANG, TTHC-QUY. */
const endings: Readonly<Record<Frequency, string>> = {
  week: "TUAN",
  halfMonth: "NUATHANG",
  month: "THANG",
  quarter: "QUY",
  halfYear: "6THANG",
  nineMonths: "9THANG",
  year: "NAM",
  schoolYear: "NAMHOC",
  onDemand: "YEUCAU",
};

const plain = (code: string): string =>
  code
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");

/**
 * A code for a new regime: the template's and the frequency's. That of a district or commune has its own code too: codes
 * are the whole city's, and those of others are not all known here.
 */
export function proposeCode(
  { template, regimes, units }: Pick<AssignChoices, "template" | "regimes" | "units">,
  frequency: Frequency,
  lead: UnitRef,
): string {
  const [code, ending] = [plain(template.code), endings[frequency]];
  const simple = code.endsWith(`-${ending}`) ? code : `${code}-${ending}`;
  const level = units.find(({ id }) => id === lead.id)?.level;
  const local = level === "district" || level === "commune" || regimes.some((regime) => regime.code === simple);
  return (local ? `${simple}-${plain(lead.code)}` : simple).slice(0, 60);
}

/** A name for a new regime: the template's title without what differs from period to period. */
export const proposeName = ({ template }: Pick<AssignChoices, "template">): string =>
  template.title.vi
    .replaceAll(/[\s,/-]*(?:tháng|quý|năm|kỳ|tuần|ngày)?\s*\{[^{}]*\}/giu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
