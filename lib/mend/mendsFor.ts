import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { formulaMends } from "./formulaMends";
import type { Mend } from "./mend";
import { placeAt } from "./placeAt";
import { propertyMends } from "./propertyMends";
import { ratioMends } from "./ratioMends";
import { sumMends } from "./sumMends";
import { unitMends } from "./unitMends";

/**
 * What one click can do about a problem that the checks found: the likeliest first, none where a person must think. A
 * mend is done by its command like any other change, so it can be undone.
 */
export function mendsFor(template: Template, problem: Problem): readonly Mend[] {
  const place = placeAt(template, problem.at);
  if (place === undefined) return [];
  return [formulaMends, sumMends, ratioMends, unitMends, propertyMends].flatMap((mends) => mends(template, problem, place));
}
