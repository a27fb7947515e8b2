import type { Problem } from "@/lib/problem";
import { fieldsOf, type Template } from "@/lib/template";
import type { Place } from "./place";

/** Why a command is refused: `code` is a key of `edit.json`. */
export const refusal = (code: string, at: string, params: Problem["params"] = {}): Problem => ({
  code: `edit.${code}`,
  params,
  at,
  severity: "error",
});

/** The id path of a place, as problems tell it. */
export function pathOf(template: Template, place: Place): string {
  switch (place.kind) {
    case "document":
      return "";
    case "block":
      return template.blocks.find((block) => block.id === place.block)?.kind === "narrative" ? `n.${place.block}` : place.block;
    case "column":
      return `${place.block}.${place.column}`;
    case "row":
      return `${place.block}.${place.row}`;
    case "cell":
      return `${place.block}.${place.row}.${place.column}`;
    case "check":
      return `${place.block}.${place.check}`;
    case "field":
      return fieldsOf(template).some((field) => field.id === place.field) &&
        template.blocks.find((block) => block.id === place.block)?.kind !== "list"
        ? `f.${place.field}`
        : `${place.block}.${place.field}`;
  }
}
