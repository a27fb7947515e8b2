import { homeOf } from "@/lib/form/compile";
import type { Template } from "@/lib/template";
import { type Place, partAt } from "@/lib/template/edit";

/** The part that a problem is about, by its id path; undefined where the template has none of that path. */
export function placeAt(template: Template, at: string): Place | undefined {
  const [first = "", second, third] = at.split(".");
  if (first === "n" && second !== undefined) return existing(template, { kind: "block", block: second });
  if (first !== "f" && second === undefined) return existing(template, { kind: "block", block: first });
  if (second === undefined) return undefined;
  if (third !== undefined) return { kind: "cell", block: first, row: second, column: third };
  // Heads over columns take no formula, but they are columns of the template.
  return (
    homeOf(template, at) ??
    existing(template, { kind: "column", block: first, column: second }) ??
    existing(template, { kind: "row", block: first, row: second })
  );
}

const existing = (template: Template, place: Place): Place | undefined => (partAt(template, place) === undefined ? undefined : place);
