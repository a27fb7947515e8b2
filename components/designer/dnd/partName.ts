import type { useTranslations } from "next-intl";
import { type Block, type Column, type Field, fillText, type Row, type Template, type TextLocale } from "@/lib/template";
import type { Place } from "@/lib/template/edit";

/** The texts of the page, outline and palette. */
export type PageWords = ReturnType<typeof useTranslations<"designerPage">>;

/** What names of parts are told with. */
export interface NameContext {
  readonly template: Template;
  readonly locale: TextLocale;
  readonly t: PageWords;
}

const longest = 60;

/** A text on one line, cut where it is long. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).trimEnd()}…`;
}

const titles: Readonly<Record<TextLocale, WeakMap<Block, string>>> = { vi: new WeakMap(), en: new WeakMap() };

/** The words that a block has of its own, what is filled into them left out; "" where it has none. A block never changes, so they are made once for each. */
export function blockTitle(block: Block, locale: TextLocale): string {
  const known = titles[locale].get(block);
  if (known !== undefined) return known;
  const title = titleOf(block, locale);
  titles[locale].set(block, title);
  return title;
}

function titleOf(block: Block, locale: TextLocale): string {
  switch (block.kind) {
    case "heading":
    case "text":
      return shortened(fillText(block.text, {}, locale));
    case "narrative":
      return shortened(fillText(block.prompt, {}, locale));
    case "fields":
    case "table":
    case "list":
      return block.title ? shortened(fillText(block.title, {}, locale)) : "";
    case "signature":
      return shortened(block.signers.map(({ position }) => fillText(position, {}, locale)).join(", "));
    case "recipients":
    case "pageBreak":
      return "";
  }
}

/** "Bảng 2": its kind, and which of its kind it is. */
export function blockOrdinal({ template, t }: NameContext, id: string): string {
  const block = template.blocks.find((each) => each.id === id);
  if (block === undefined) return "";
  const peers = template.blocks.filter(({ kind }) => kind === block.kind);
  return t(`ordinal.${block.kind}`, { nth: peers.indexOf(block) + 1 });
}

/** The name of a part for a person, without ids: `Bảng 2 “Sản xuất”`, `hàng “Trồng trọt”`. */
export function partName(context: NameContext, place: Place): string {
  const { template, locale, t } = context;
  if (place.kind === "document") return t("part.document");
  const block = template.blocks.find(({ id }) => id === place.block);
  if (block === undefined) return t("part.gone");
  switch (place.kind) {
    case "block": {
      const title = blockTitle(block, locale);
      const ordinal = blockOrdinal(context, place.block);
      return title === "" ? ordinal : t("part.titled", { part: ordinal, title });
    }
    case "column": {
      const column = block.kind === "table" ? findIn(block.columns, place.column, columnsOf) : undefined;
      return named(context, "column", column && fillText(column.label, {}, locale));
    }
    case "row": {
      const row = block.kind === "table" ? findIn(block.rows, place.row, (each) => each.rows ?? []) : undefined;
      return named(context, "row", row && rowTitle(row, locale));
    }
    case "cell":
      return t("part.cell", {
        row: partName(context, { kind: "row", block: place.block, row: place.row }),
        column: partName(context, { kind: "column", block: place.block, column: place.column }),
      });
    case "field": {
      const fields: readonly Field[] = block.kind === "fields" ? block.fields : block.kind === "list" ? block.columns : [];
      const field = fields.find(({ id }) => id === place.field);
      return named(context, block.kind === "list" ? "column" : "field", field && fillText(field.label, {}, locale));
    }
    case "check": {
      const check = block.kind === "table" ? block.checks?.find(({ id }) => id === place.check) : undefined;
      return named(context, "check", check && fillText(check.message, {}, locale));
    }
  }
}

/** "3 phần" or the name of the one. */
export function partsName(context: NameContext, places: readonly Place[]): string {
  const [only] = places;
  if (only === undefined) return "";
  return places.length === 1 ? partName(context, only) : context.t(`several.${only.kind}`, { count: places.length });
}

const named = ({ t }: NameContext, kind: "column" | "row" | "field" | "check", title: string | undefined): string => {
  const words = shortened(title ?? "");
  return words === "" ? t(`part.unnamed.${kind}`) : t(`part.${kind}`, { title: words });
};

const columnsOf = (column: Column): readonly Column[] => (column.kind === "group" ? column.columns : []);

const rowTitle = (row: Row, locale: TextLocale): string => [row.number, fillText(row.label, {}, locale)].filter(Boolean).join(" ");

function findIn<T extends { readonly id: string }>(parts: readonly T[], id: string, below: (part: T) => readonly T[]): T | undefined {
  for (const part of parts) {
    if (part.id === id) return part;
    const found = findIn(below(part), id, below);
    if (found) return found;
  }
  return undefined;
}
