import type { useTranslations } from "next-intl";
import type { TextLocale } from "@/lib/template";
import type { FaceOf } from "./cellFace";
import type { DesignGrid, Stop } from "./designGrid";
import { wordsOf } from "./typed";

type Translate = ReturnType<typeof useTranslations<"designerTable">>;

const rowAt = (grid: DesignGrid, stop: Stop) => grid.body.lines[stop.top - grid.headRows];
const columnAt = (grid: DesignGrid, stop: Stop) =>
  stop.kind === "head" && stop.place.kind === "column"
    ? grid.head.boxOf.get(stop.place.column)?.column
    : grid.head.leaves[stop.left]?.column;

/** What a cell of the grid is called for those who hear it. */
export function stopName(t: Translate, grid: DesignGrid, stop: Stop, locale: TextLocale): string {
  const row = rowAt(grid, stop)?.row;
  const column = columnAt(grid, stop);
  const words = (text: { readonly vi: string; readonly en?: string } | undefined): string =>
    wordsOf(text, locale) || text?.vi || t("noLabel");
  const rowWords = [row?.number, words(row?.label)].filter((part) => part !== undefined && part !== "").join(" ");
  switch (stop.kind) {
    case "head":
      return t(column?.kind === "group" ? "name.group" : "name.column", { column: words(column?.label) });
    case "columnNumber":
      return t("name.columnNumber", { column: words(column?.label) });
    case "number":
      return t("name.number", { row: rowWords });
    case "label":
      return t("name.label", {
        row: rowWords,
        kind: t(`kind.${row === undefined ? "indicator" : row.kind === "label" ? row.breakdown : row.kind}`),
      });
    case "unit":
      return t("name.unit", { row: rowWords });
    case "cell":
      return t("name.cell", { row: rowWords, column: words(column?.label) });
  }
}

/** What stands there besides its words. */
export function stopDescription(t: Translate, grid: DesignGrid, stop: Stop, faceOf: FaceOf): string {
  const line = rowAt(grid, stop);
  if (stop.kind === "label" && line) return t("depth", { depth: line.depth + 1 });
  const column = columnAt(grid, stop);
  if (stop.kind !== "cell" || line === undefined || column?.kind !== "value") return "";
  const face = faceOf(line.row, column);
  return t(`role.${face.role}`, { formula: face.formula ?? "" });
}
