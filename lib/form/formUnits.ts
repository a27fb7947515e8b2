import type { FormContext } from "./types";
import { unitKey } from "./unitKey";

/** The units over which a form repeats its rows and columns, out of a unit's direct subordinates: agencies report for themselves. */
export const formUnits = (
  subordinates: readonly { readonly code: string; readonly name: string; readonly level: string }[],
): FormContext["units"] => subordinates.filter(({ level }) => level !== "agency").map(({ code, name }) => ({ key: unitKey(code), name }));
