import type { FunctionSpec } from "@/lib/formula";

/** A function as it is written: `percent(a, b)`, `round(a[, b])`, `sum(a, …)`. The letters are those of its description. */
export function signature({ name, parameters, least, open }: FunctionSpec): string {
  const letters = parameters.map((_, i) => letter(i));
  const needed = letters.slice(0, least).join(", ");
  const spare = letters.slice(least).map((one) => `[, ${one}]`);
  return `${name}(${needed}${spare.join("")}${open ? ", …" : ""})`;
}

/** The letter that stands for a parameter, 0-based. */
export const letter = (index: number): string => String.fromCharCode("a".charCodeAt(0) + index);
