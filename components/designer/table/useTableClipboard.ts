"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import type { ClipboardEvent } from "react";
import { clipboardText, partsType, readClipboard, usePartActions, writeClipboard } from "@/components/designer/parts";
import { useAnnounce, useDesigner, useDesignerStore } from "@/components/designer/store";
import { parseBlock } from "@/components/grid/clipboard";
import type { Problem } from "@/lib/problem";
import type { Result } from "@/lib/result";
import { textIn } from "@/lib/template";
import { type Command, looksLikeFragment } from "@/lib/template/edit";
import { htmlOf, linesOf, plainOf } from "./copied";
import type { DesignGrid, Position, Stop } from "./designGrid";
import { isPlain, pasteDown, pasteIntoCells } from "./pasteTexts";
import { type CopiedBlock, plainBlock, readHtmlTable, withPlainTexts } from "./readHtmlTable";
import type { Structure } from "./useStructure";

interface ClipboardOptions {
  readonly grid: DesignGrid;
  readonly stop: Stop | undefined;
  readonly position: Position;
  readonly structure: Structure;
  readonly isTyping: boolean;
  readonly commandOf: (stop: Stop, text: string) => Result<Command, Problem>;
  readonly textOf: (stop: Stop) => string;
  /** A single text goes into the active cell as if it were typed. */
  readonly onText: (text: string) => void;
  /** A block with a structure of its own: the person chooses what becomes of it. */
  readonly onBlock: (block: CopiedBlock) => void;
}

export interface TableClipboard {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly byMenu: (act: "copy" | "cut" | "paste") => void;
}

/** The clipboard of a table: its own parts whole, words and figures of other programs as texts or as a table. */
export function useTableClipboard(options: ClipboardOptions): TableClipboard {
  const { grid, stop, position, structure, isTyping, commandOf, textOf, onText, onBlock } = options;
  const t = useTranslations("designerTable");
  const store = useDesignerStore();
  const announce = useAnnounce();
  const parts = usePartActions();
  const locale = useDesigner((snapshot) => snapshot.textLocale);

  const take = (
    how: "copy" | "cut",
  ): { readonly parts: string | undefined; readonly lines: readonly (readonly string[])[] } | undefined => {
    const { places } = store.snapshot().selection;
    const [first] = places;
    if (first === undefined || stop === undefined) return undefined;
    const lines = linesOf(grid, places, {
      words: (text) => textIn(text, locale),
      cell: (row, column) => {
        const y = grid.headRows + (grid.body.lineOf.get(row.id) ?? 0);
        const place = { kind: "cell", block: grid.block, row: row.id, column } as const;
        const x = grid.head.leafOf.get(column) ?? 0;
        return textOf({ kind: "cell", place, top: y, bottom: y, left: x, right: x });
      },
    });
    if (first.kind === "cell") {
      if (how === "cut") structure.clear(stop);
      announce(t("copiedCells", { count: places.length }));
      return { parts: undefined, lines };
    }
    const text = parts.take(places, how);
    return text === undefined ? undefined : { parts: text, lines };
  };

  const fill = (event: ClipboardEvent, how: "copy" | "cut") => {
    if (isTyping) return;
    event.preventDefault();
    const taken = take(how);
    if (taken === undefined) return;
    event.clipboardData.setData("text/html", htmlOf(taken.lines));
    event.clipboardData.setData("text/plain", taken.parts ?? plainOf(taken.lines));
    if (taken.parts !== undefined) event.clipboardData.setData(partsType, taken.parts);
  };

  const put = (text: string, block: CopiedBlock) => {
    if (stop === undefined) return;
    if (looksLikeFragment(text)) {
      parts.put(text);
      return;
    }
    const width = Math.max(0, ...block.map((row) => row.length));
    if (block.length === 1 && width === 1) onText(block[0]?.[0]?.text ?? "");
    else if (stop.kind === "cell" && isPlain(block)) {
      const pasted = pasteIntoCells({ grid, from: position, block, commandOf });
      if (structure.step(pasted.command, undefined)) announce(t("pasted", { written: pasted.written, skipped: pasted.skipped }));
    } else if (stop.place.kind === "row" && width === 1 && isPlain(block)) {
      const words = block.map((row) => row[0]?.text ?? "");
      const pasted = pasteDown({ template: store.snapshot().template, grid, stop, words, locale });
      if (structure.step(pasted.command, undefined)) announce(t("pasted", { written: pasted.written, skipped: pasted.skipped }));
    } else onBlock(block);
  };

  return {
    onCopy: (event) => fill(event, "copy"),
    onCut: (event) => fill(event, "cut"),
    onPaste(event) {
      if (isTyping) return;
      event.preventDefault();
      const plain = event.clipboardData.getData("text/plain");
      const html = event.clipboardData.getData("text/html");
      const ours = clipboardText(event.nativeEvent);
      const lines = parseBlock(plain);
      // A document that is parsed apart runs nothing and loads nothing; only texts are taken from it.
      const block = html === "" ? undefined : readHtmlTable(new DOMParser().parseFromString(html, "text/html"));
      if (looksLikeFragment(ours)) put(ours, []);
      else if (plain !== "" || block !== undefined) put(plain, block ? withPlainTexts(block, lines) : plainBlock(lines));
    },
    byMenu(act) {
      if (act !== "paste") {
        const taken = take(act);
        if (taken !== undefined && !writeClipboard(taken.parts ?? plainOf(taken.lines))) {
          notifications.show({ color: "red", message: t("clipboardClosed") });
        }
        return;
      }
      readClipboard().then((text) => {
        if (text === undefined) notifications.show({ color: "blue", message: t("pasteByKeys") });
        else if (text !== "") put(text, plainBlock(parseBlock(text)));
      });
    },
  };
}
