import type { Template, Text, TextLocale } from "@/lib/template";
import { type Command, type Place, partAt, putText } from "@/lib/template/edit";

type Named = "text" | "prompt" | "title" | "label";

/** The property that holds the name of a part; undefined where it has none of its own. */
function nameProperty(template: Template, place: Place): Named | undefined {
  if (place.kind === "column" || place.kind === "row" || place.kind === "field") return "label";
  if (place.kind !== "block") return undefined;
  const block = template.blocks.find(({ id }) => id === place.block);
  switch (block?.kind) {
    case "heading":
    case "text":
      return "text";
    case "narrative":
      return "prompt";
    case "fields":
    case "table":
    case "list":
      return "title";
    default:
      return undefined;
  }
}

function nameTextOf(template: Template, place: Place, property: Named): Text | undefined {
  const part = partAt(template, place);
  return part === undefined ? undefined : (part as Partial<Record<Named, Text>>)[property];
}

/** The words of a part's name, whole; undefined where it cannot be renamed. */
export function nameIn(template: Template, place: Place, locale: TextLocale): string | undefined {
  const property = nameProperty(template, place);
  if (property === undefined) return undefined;
  const text = nameTextOf(template, place, property);
  return (locale === "en" ? text?.en : text?.vi) ?? "";
}

/** The command that gives a part other words for its name. */
export function renameCommand(template: Template, place: Place, locale: TextLocale, words: string): Command | undefined {
  const property = nameProperty(template, place);
  if (property === undefined) return undefined;
  const text = putText(nameTextOf(template, place, property), locale, words);
  // Only titles may be without words at all.
  if (text === undefined && property === "title" && isOptional(template, place))
    return { do: "set", at: [place], values: {}, clear: [property] };
  const { vi, en } = text ?? { vi: "" };
  return { do: "set", at: [place], values: { [property]: en === undefined ? { vi } : { vi, en } } };
}

const isOptional = (template: Template, place: Place): boolean =>
  place.kind === "block" && template.blocks.some(({ id, kind }) => id === place.block && kind !== "list");
