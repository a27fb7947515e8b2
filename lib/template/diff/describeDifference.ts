import { messageOf, phrase } from "@/lib/messages";
import {
  type Block,
  type Column,
  type Field,
  fieldsOf,
  flatRows,
  leafColumns,
  type Row,
  type Table,
  type Template,
  type Text,
  type TextLocale,
  textIn,
} from "@/lib/template";
import { type Place, partAt, placeIn, type Spot, type Value } from "@/lib/template/edit";
import type { Difference } from "./difference";

/** A formula as people read it, with codes in place of ids. `place` is the part that it is of. */
export type ShowFormula = (formula: string, place: Place) => string;

/** A sentence: a key of `difference.json` and what it names, in the language that was asked for. */
export interface DifferenceWords {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

interface Speaking {
  readonly before: Template;
  readonly after: Template;
  readonly locale: TextLocale;
  readonly show: ShowFormula;
}

/** A difference in words: "cột 5: công thức c3 + c4 → c3 + c4 + c6", "thêm hàng “Trồng trọt” sau hàng 2". */
export function describeDifference(
  difference: Difference,
  { before, after, locale }: { readonly before: Template; readonly after: Template; readonly locale: TextLocale },
  show: ShowFormula,
): DifferenceWords {
  const speaking: Speaking = { before, after, locale, show };
  switch (difference.kind) {
    case "set":
      return describeSet(difference, speaking);
    case "added": {
      const count = innerCount(difference.part);
      const subject = wholeSubject(after, difference.place, locale);
      const params = { subject, where: whereOf(after, difference.spot, locale) };
      return count === 0 ? { code: "difference.added", params } : { code: "difference.addedWithParts", params: { ...params, count } };
    }
    case "removed": {
      const count = innerCount(difference.part);
      const subject = wholeSubject(before, difference.place, locale);
      return count === 0
        ? { code: "difference.removed", params: { subject } }
        : { code: "difference.removedWithParts", params: { subject, count } };
    }
    case "moved":
      return {
        code: "difference.moved",
        params: { subject: wholeSubject(after, difference.place, locale), where: whereOf(after, difference.to, locale) },
      };
  }
}

function describeSet(difference: Extract<Difference, { kind: "set" }>, speaking: Speaking): DifferenceWords {
  const { place, property, before, after } = difference;
  const { locale } = speaking;
  // A cell of which nothing is said any more can only be told by the earlier template.
  const template = partAt(speaking.after, place) === undefined && place.kind !== "cell" ? speaking.before : speaking.after;
  const isEnglishAlone = isText(before) && isText(after) && before.vi === after.vi;
  const word = known(`difference.property.${property}`, locale) ?? property;
  const params = {
    subject: wholeSubject(template, place, locale),
    property: isEnglishAlone ? phrase("difference.inEnglish", { property: word }, locale) : word,
  };
  const say = (value: Value): string =>
    isEnglishAlone && isText(value) ? quoted(value.en ?? "", locale) : wordsOf(property, value, place, template, speaking);
  if (before === undefined && after !== undefined) return { code: "difference.given", params: { ...params, after: say(after) } };
  if (after === undefined && before !== undefined) return { code: "difference.cleared", params: { ...params, before: say(before) } };
  return {
    code: "difference.changed",
    params: { ...params, before: before === undefined ? "" : say(before), after: after === undefined ? "" : say(after) },
  };
}

const known = (code: string, locale: TextLocale): string | undefined =>
  messageOf(locale, code) === undefined ? undefined : phrase(code, {}, locale);

const isText = (value: unknown): value is { readonly vi: string; readonly en?: string } =>
  typeof value === "object" && value !== null && "vi" in value && typeof value.vi === "string";

function quoted(words: string, locale: TextLocale): string {
  if (words === "") return phrase("difference.nothing", {}, locale);
  const letters = [...words];
  return phrase("difference.quoted", { words: letters.length > 120 ? `${letters.slice(0, 119).join("")}…` : words }, locale);
}

/** A value of a property as people say it. */
function wordsOf(property: string, value: Value, place: Place, template: Template, speaking: Speaking): string {
  const { locale, show } = speaking;
  const one = (of: string, own: unknown): string => known(`difference.value.${of}.${String(own)}`, locale) ?? String(own);
  if (isText(value)) return quoted(textIn(value, locale), locale);
  if (typeof value === "boolean") return phrase(value ? "difference.yes" : "difference.no", {}, locale);
  if (typeof value === "number")
    return new Intl.NumberFormat(locale === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 6 }).format(value);
  if (typeof value === "string") {
    if (property === "formula") return show(value, place);
    const word = known(`difference.value.${property}.${value}`, locale);
    return word ?? (property === "code" || property === "indicator" || property === "number" ? value : quoted(value, locale));
  }
  if (Array.isArray(value)) return listWords(property, value as readonly Value[], place, template, speaking);
  const own = value as { readonly [key: string]: Value };
  switch (property) {
    case "aggregate": {
      const rule = one("rule", own.rule);
      return own.weight === undefined ? rule : phrase("difference.weighted", { rule, weight: show(String(own.weight), place) }, locale);
    }
    case "page":
      return `${one("size", own.size)} ${one("orientation", own.orientation)}`;
    case "repeat":
      return one("repeat", own.by);
    case "when":
      return [
        ...(Array.isArray(own.frequencies) ? [own.frequencies.map((frequency) => one("frequencies", frequency)).join(", ")] : []),
        ...(Array.isArray(own.ordinals) ? [phrase("difference.ordinals", { list: own.ordinals.join(", ") }, locale)] : []),
        ...(Array.isArray(own.exceptOrdinals)
          ? [phrase("difference.exceptOrdinals", { list: own.exceptOrdinals.join(", ") }, locale)]
          : []),
      ].join("; ");
    default:
      return phrase("difference.several", {}, locale);
  }
}

function listWords(property: string, items: readonly Value[], place: Place, template: Template, speaking: Speaking): string {
  const { locale } = speaking;
  const block = place.kind === "document" ? "" : place.block;
  return items
    .map((item): string => {
      if (isText(item)) return textIn(item, locale);
      if (typeof item === "string") {
        if (property === "rows") return subjectOf(template, { kind: "row", block, row: item }, locale);
        if (property === "columns") return subjectOf(template, { kind: "column", block, column: item }, locale);
        return known(`difference.value.${property}.${item}`, locale) ?? item;
      }
      const { label, position, name } = item as { readonly label?: Value; readonly position?: Value; readonly name?: Value };
      const words = [label, position].flatMap((text) => (isText(text) ? [textIn(text, locale)] : []));
      return [...words, ...(typeof name === "string" ? [name] : [])].join(" ");
    })
    .join(", ");
}

/** Parts that come or go with a part. */
function innerCount(part: Value): number {
  const { rows, columns, fields } = part as { readonly rows?: Value; readonly columns?: Value; readonly fields?: Value };
  return [rows, columns, fields].reduce<number>(
    (sum, list) =>
      sum + (Array.isArray(list) ? (list as readonly Value[]).reduce<number>((all, inner) => all + 1 + innerCount(inner), 0) : 0),
    0,
  );
}

/** What a part is called, with its table where there are several. */
function wholeSubject(template: Template, place: Place, locale: TextLocale): string {
  const subject = subjectOf(template, place, locale);
  const isInside = place.kind === "column" || place.kind === "row" || place.kind === "cell" || place.kind === "check";
  if (!isInside || template.blocks.filter(({ kind }) => kind === "table").length < 2) return subject;
  const table = subjectOf(template, { kind: "block", block: place.block }, locale);
  return phrase("difference.part.within", { subject, table }, locale);
}

/** What a part is called: by its words; where it has none, by its number among those of its kind. */
function subjectOf(template: Template, place: Place, locale: TextLocale): string {
  const say = (kind: string, params: Readonly<Record<string, string>> = {}): string => phrase(`difference.part.${kind}`, params, locale);
  const named = (kind: string, words: string, all: readonly { readonly id: string }[], id: string): string => {
    if (words !== "") return say(kind, { name: words });
    const index = all.findIndex((part) => part.id === id);
    return index < 0 ? say(kind, { name: id }) : say(`nth.${kind}`, { name: String(index + 1) });
  };
  switch (place.kind) {
    case "document":
      return say("document");
    case "block": {
      const block = partAt(template, place) as Block | undefined;
      if (block === undefined) return say("text", { name: place.block });
      const isNameless = block.kind === "signature" || block.kind === "recipients" || block.kind === "pageBreak";
      if (isNameless) return say(block.kind);
      const alike = template.blocks.filter(({ kind }) => kind === block.kind);
      return named(block.kind, blockWords(block, locale), alike, block.id);
    }
    case "column": {
      const column = partAt(template, place) as Column | undefined;
      if (column?.kind === "group") return named("head", wordsOfPart(column, locale), headsIn(template, place.block), column.id);
      return say("column", { name: columnName(template, place.block, place.column) });
    }
    case "row": {
      const row = partAt(template, place) as Row | undefined;
      return named("row", row ? wordsOfPart(row, locale) : "", rowsIn(template, place.block), place.row);
    }
    case "cell":
      return say("cell", {
        row: subjectOf(template, { kind: "row", block: place.block, row: place.row }, locale),
        column: columnName(template, place.block, place.column),
      });
    case "check": {
      const check = partAt(template, place) as { readonly message: Text } | undefined;
      const checks = tableIn(template, place.block)?.checks ?? [];
      return named("check", check ? short(textIn(check.message, locale).trim()) : "", checks, place.check);
    }
    case "field": {
      const field = partAt(template, place) as Field | undefined;
      const list = template.blocks.find((block) => block.id === place.block && block.kind === "list");
      const all = list?.kind === "list" ? list.columns : fieldsOf(template);
      return named(list ? "item" : "field", field ? wordsOfPart(field, locale) : "", all, place.field);
    }
  }
}

function blockWords(block: Block, locale: TextLocale): string {
  const text = "text" in block ? block.text : "prompt" in block ? block.prompt : "title" in block ? block.title : undefined;
  return text ? short(textIn(text, locale).trim()) : "";
}

const wordsOfPart = (part: { readonly label: Text }, locale: TextLocale): string => short(textIn(part.label, locale).trim());

const tableIn = (template: Template, id: string): Table | undefined =>
  template.blocks.find((block): block is Table => block.id === id && block.kind === "table");

function rowsIn(template: Template, block: string): readonly Row[] {
  const table = tableIn(template, block);
  return table ? flatRows(table).map(({ row }) => row) : [];
}

/** Heads in the order of the document. */
function headsIn(template: Template, block: string): readonly Column[] {
  const heads = (columns: readonly Column[]): readonly Column[] =>
    columns.flatMap((column) => (column.kind === "group" ? [column, ...heads(column.columns)] : []));
  return heads(tableIn(template, block)?.columns ?? []);
}

function short(words: string): string {
  const letters = [...words];
  return letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : words;
}

/** A column by the number that is printed under it, else by where it stands from the left. */
function columnName(template: Template, block: string, id: string): string {
  const table = tableIn(template, block);
  const leaves = table ? leafColumns(table).map(({ column }) => column) : [];
  const index = leaves.findIndex((column) => column.id === id);
  const column = leaves[index];
  if (column === undefined) return id;
  return /^\(?([A-Za-z0-9]{1,4})\)?(?:\s*=|$)/.exec(column.number ?? "")?.[1] ?? String(index + 1);
}

/** Where a part stands now: after whom, and in what where that is not the whole table or document. */
function whereOf(template: Template, spot: Spot, locale: TextLocale): string {
  const { in: list, after } = spot;
  const under = "under" in list ? list.under : undefined;
  const name = (id: string): string => {
    const own = placeIn(list, id);
    return own.kind === "row" ? rowName(template, own, locale) : subjectOf(template, own, locale);
  };
  if (under === undefined) {
    return after === null ? phrase("difference.where.first", {}, locale) : phrase("difference.where.after", { other: name(after) }, locale);
  }
  return after === null
    ? phrase("difference.where.firstIn", { over: name(under) }, locale)
    : phrase("difference.where.afterIn", { over: name(under), other: name(after) }, locale);
}

/** A row by its printed number where no other row of the table has it, else by its words. */
function rowName(template: Template, place: Extract<Place, { kind: "row" }>, locale: TextLocale): string {
  const row = partAt(template, place) as Row | undefined;
  const table = tableIn(template, place.block);
  const number = row?.number?.trim();
  if (row === undefined || table === undefined || !number || !/^[\p{L}\p{N}]/u.test(number) || countNumber(table.rows, number) > 1) {
    return subjectOf(template, place, locale);
  }
  return phrase("difference.part.rowNumbered", { name: number }, locale);
}

const countNumber = (rows: readonly Row[], number: string): number =>
  rows.reduce((sum, row) => sum + (row.number?.trim() === number ? 1 : 0) + countNumber(row.rows ?? [], number), 0);
