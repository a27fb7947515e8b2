import type { Problem } from "@/lib/problem";
import { errorAt } from "./problemAt";
import { reservedNames } from "./reservedNames";

/** A part that has an id and perhaps a code, with the path that shows it. */
export interface Named {
  readonly id: string;
  readonly code?: string | undefined;
  readonly at: string;
}

/** How formulas read the names of a scope: bare (`c3`, `t2.r01.c3`) or after a prefix (`f.dan_so`). */
export type NameUse = "bare" | "prefixed";

/**
 * Ids of a scope are unique; so are the names that formulas show (the code, else the id); and no bare one is reserved.
 * A code may equal the id of its own part, never another's.
 */
export function checkNames(parts: readonly Named[], use: NameUse): readonly Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  const names = new Map<string, Named>();
  for (const part of parts) {
    if (ids.has(part.id)) {
      problems.push(errorAt(part.at, "template.duplicateId", { id: part.id }));
      continue;
    }
    ids.add(part.id);
    for (const name of new Set([part.id, part.code ?? part.id])) {
      if (use === "bare" && reservedNames.has(name)) problems.push(errorAt(part.at, "template.reservedName", { name }));
    }
    names.set(part.id, part);
  }
  const codes = new Map<string, string>();
  for (const part of parts) {
    if (part.code === undefined || part.code === part.id) continue;
    const holder = names.has(part.code) ? part.code : codes.get(part.code);
    if (holder !== undefined) problems.push(errorAt(part.at, "template.duplicateCode", { code: part.code, holder }));
    else codes.set(part.code, part.id);
  }
  return problems;
}
