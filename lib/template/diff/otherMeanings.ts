import type { Problem } from "@/lib/problem";
import type { Template } from "@/lib/template";
import { type FlatPart, flatten } from "./flatten";

/** What ids stood for in the published versions of a template, each as it was published last. */
export type Meanings = ReadonlyMap<string, Meaning>;

interface Meaning {
  readonly version: number;
  /** A row, a column, a field …; of a block its kind. */
  readonly sort: string;
  readonly words: string;
  readonly unit: string | undefined;
  readonly indicator: string | undefined;
}

/** What ids stand for once one more version is read; the oldest is read first. */
export function addMeanings(known: Meanings, template: Template, version: number): Meanings {
  const meanings = new Map(known);
  for (const part of flatten(template).values()) {
    const id = idOf(part);
    if (id !== undefined) meanings.set(id, meaningOf(part, version));
  }
  return meanings;
}

/** Problems told at once; more would hide the first. */
const mostTold = 200;

/**
 * Ids by which a template would call another thing than a published version did: reports of then, and the functions
 * that read other periods, would compare figures that have nothing to do with each other, or are of other units. A name
 * that was put better is no other thing; an id that comes back after a version without it is looked at more closely.
 * @param inForce the latest of the versions that `meanings` were made of
 */
export function otherMeanings(meanings: Meanings, template: Template, inForce: number): readonly Problem[] {
  const found: Problem[] = [];
  for (const part of flatten(template).values()) {
    const id = idOf(part);
    const was = id === undefined ? undefined : meanings.get(id);
    if (was === undefined) continue;
    const is = meaningOf(part, inForce);
    const told = otherWords(was, is, inForce);
    if (told) found.push({ ...told, params: { version: was.version, ...told.params }, at: pathOf(part), severity: "warning" });
    if (found.length === mostTold) break;
  }
  return found;
}

/** How what an id stands for is another thing than it was, if it is. */
function otherWords(was: Meaning, is: Meaning, inForce: number): Pick<Problem, "code" | "params"> | undefined {
  const isRenamed = folded(was.words) !== folded(is.words);
  const isMeasuredOtherwise = differ(was.unit, is.unit);
  if (was.sort !== is.sort && !isRenamed) return { code: "draft.otherSort", params: {} };
  if (was.sort !== is.sort || (isRenamed && (was.version < inForce || isMeasuredOtherwise || differ(was.indicator, is.indicator)))) {
    return { code: "draft.otherMeaning", params: { before: short(was.words), after: short(is.words) } };
  }
  return isMeasuredOtherwise ? { code: "draft.otherUnit", params: { before: was.unit ?? "", after: is.unit ?? "" } } : undefined;
}

const folded = (words: string): string => words.toLocaleLowerCase("vi");

/** Whether both are said, and are not the same. */
const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && folded(a) !== folded(b);

/** What a part is found by in all versions: its scope and id, whatever sort it is of. Checks and cells hold no figures of their own. */
function idOf({ place, key }: FlatPart): string | undefined {
  switch (place.kind) {
    case "block":
      return `block ${place.block}`;
    case "row":
      return `in ${place.block} ${place.row}`;
    case "column":
      return `in ${place.block} ${place.column}`;
    case "field":
      return key.startsWith("item ") ? `in ${place.block} ${place.field}` : `field ${place.field}`;
    default:
      return undefined;
  }
}

function meaningOf({ place, own }: FlatPart, version: number): Meaning {
  const text = own.label ?? own.title ?? own.text ?? own.prompt;
  const isText = typeof text === "object" && text !== null && "vi" in text && typeof text.vi === "string";
  return {
    version,
    sort: place.kind === "block" ? String(own.kind) : place.kind,
    words: isText ? String(text.vi).trim().replaceAll(/\s+/g, " ") : "",
    unit: typeof own.unit === "string" ? own.unit : undefined,
    indicator: typeof own.indicator === "string" ? own.indicator : undefined,
  };
}

function pathOf({ place, key, own }: FlatPart): string {
  switch (place.kind) {
    case "block":
      return own.kind === "narrative" ? `n.${place.block}` : place.block;
    case "row":
      return `${place.block}.${place.row}`;
    case "column":
      return `${place.block}.${place.column}`;
    case "field":
      return key.startsWith("item ") ? `${place.block}.${place.field}` : `f.${place.field}`;
    default:
      return "";
  }
}

function short(words: string): string {
  const letters = [...words];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : words;
}
