"use client";

import { useLocale } from "next-intl";
import { useRef, useState } from "react";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import { formulaScope } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Column, Row, Table } from "@/lib/template";
import type { Command } from "@/lib/template/edit";
import type { Typing } from "./CellInput";
import type { CellFace, FaceOf } from "./cellFace";
import type { DesignGrid, Stop } from "./designGrid";
import { cellCommand, cellText, columnNumberCommand, labelCommand, oneLine, rowNumberCommand, unitCommand, wordsOf } from "./typed";

interface Entry extends Typing {
  /** The cell that is typed into: where the keyboard has gone elsewhere meanwhile, typing is over. */
  readonly of: string;
  /** Names the visit of the cell: letters of one visit are one step of undo. */
  readonly mark: string;
  readonly problem: Problem | undefined;
  /** Whether the template was changed by this visit. */
  readonly changed: boolean;
}

export interface TypingState {
  readonly typing: Entry | undefined;
  /** What stands in the active cell's input. */
  readonly text: string;
  /** The Vietnamese, where the language being typed has no words yet. */
  readonly placeholder: string | undefined;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  /** What is typed in a cell of the grid as it stands. */
  readonly textOf: (stop: Stop) => string;
  /** What a text means that goes into a cell of figures. */
  readonly commandOf: (stop: Stop, text: string) => Result<Command, Problem>;
  /** Ends typing and keeps what was typed; false where it cannot be read, and typing goes on. */
  readonly settle: () => boolean;
  /** Ends typing; the cell is as before. */
  readonly cancel: () => void;
}

/** Names a cell of the grid by what it belongs to. */
const keyOf = ({ kind, place }: Stop): string => `${kind} ${JSON.stringify(place)}`;

const rowOf = (grid: DesignGrid, stop: Stop): Row | undefined => grid.body.lines[stop.top - grid.headRows]?.row;
const columnOf = (grid: DesignGrid, stop: Stop): Column | undefined =>
  stop.kind === "head" && stop.place.kind === "column"
    ? grid.head.boxOf.get(stop.place.column)?.column
    : grid.head.leaves[stop.left]?.column;

/**
 * Typing into the active cell. Words go into the template with every letter; a cell of figures, which holds a formula
 * or a value that must be read whole, when typing ends.
 */
export function useTyping(options: {
  readonly table: Table;
  readonly grid: DesignGrid;
  readonly stop: Stop | undefined;
  readonly faceOf: FaceOf;
}): TypingState {
  const { table, grid, stop, faceOf } = options;
  const store = useDesignerStore();
  const words = useDesigner((snapshot) => snapshot.textLocale);
  const locale = useLocale();
  const [entry, setTyping] = useState<Entry | undefined>(undefined);
  const visits = useRef(0);

  const here = stop && keyOf(stop);
  const typing = entry?.of === here ? entry : undefined;

  const face = (at: Stop): CellFace | undefined => {
    const row = rowOf(grid, at);
    const column = columnOf(grid, at);
    return row && column?.kind === "value" ? faceOf(row, column) : undefined;
  };

  const scopeOf = (at: Stop) => (at.place.kind === "cell" ? formulaScope(store.snapshot().template, at.place) : undefined);
  const readFormula = (at: Stop, text: string): Result<string, Problem> => {
    const read = scopeOf(at)?.read(text);
    if (read?.stored !== undefined) return ok(read.stored);
    return fail(read?.problems[0] ?? { code: "designerTable.noFormula", params: {}, at: "", severity: "error" });
  };

  const written = (at: Stop): string => {
    switch (at.kind) {
      case "head":
        return wordsOf(columnOf(grid, at)?.label, words);
      case "columnNumber": {
        const column = columnOf(grid, at);
        return column === undefined || column.kind === "group" ? "" : (column.number ?? "");
      }
      case "number":
        return rowOf(grid, at)?.number ?? "";
      case "label":
        return wordsOf(rowOf(grid, at)?.label, words);
      case "unit": {
        const row = rowOf(grid, at);
        return row === undefined || row.kind === "label" ? "" : (row.unit ?? "");
      }
      case "cell": {
        const own = face(at);
        return own === undefined ? "" : cellText(own, locale, (stored) => scopeOf(at)?.show(stored) ?? stored);
      }
    }
  };

  /** What a typed text means for the template at once; undefined for a cell of figures. */
  const wordsCommand = (at: Stop, text: string): Command | undefined => {
    switch (at.kind) {
      case "head": {
        const column = columnOf(grid, at);
        return column && labelCommand(at.place, column, words, text);
      }
      case "label": {
        const row = rowOf(grid, at);
        return row && labelCommand(at.place, row, words, text);
      }
      case "columnNumber":
        return columnNumberCommand(at.place, text);
      case "number":
        return rowNumberCommand(at.place, text, table.rowNumbering !== undefined);
      case "unit":
        return unitCommand(at.place, text);
      case "cell":
        return undefined;
    }
  };

  const figureCommand = (at: Stop, text: string): Result<Command, Problem> => {
    const own = face(at);
    if (own === undefined) return fail({ code: "designerTable.noCell", params: {}, at: "", severity: "error" });
    return cellCommand({ place: at.place, typed: text, face: own, locale, readFormula: (formula) => readFormula(at, formula) });
  };

  const begun = (mode: Typing["mode"], text: string): Entry => {
    visits.current += 1;
    return { of: here ?? "", text, mode, mark: `${table.id}.type.${visits.current}`, problem: undefined, changed: false };
  };

  const label = stop?.kind === "head" ? columnOf(grid, stop)?.label : stop?.kind === "label" ? rowOf(grid, stop)?.label : undefined;

  return {
    typing,
    placeholder: words === "en" ? label?.vi : undefined,
    text: typing?.text ?? (stop === undefined ? "" : written(stop)),
    textOf: written,
    commandOf: figureCommand,
    begin: () => {
      if (stop !== undefined && typing === undefined) setTyping(begun("edit", written(stop)));
    },
    type: (raw) => {
      if (stop === undefined) return;
      const text = oneLine(raw);
      const now = typing ?? begun("replace", text);
      const command = wordsCommand(stop, text);
      const done = command && store.run(command, { mark: now.mark });
      setTyping({
        ...now,
        text,
        problem: done?.ok === false ? done.error : undefined,
        changed: now.changed || done?.ok === true,
      });
    },
    settle: () => {
      if (typing === undefined || stop === undefined) return true;
      if (stop.kind === "cell" && typing.text !== written(stop)) {
        const command = figureCommand(stop, typing.text);
        const done = command.ok ? store.run(command.value) : command;
        if (done?.ok === false) {
          setTyping({ ...typing, problem: done.error });
          return false;
        }
      }
      store.endMark();
      setTyping(undefined);
      return true;
    },
    cancel: () => {
      if (typing?.changed) store.undo();
      setTyping(undefined);
    },
  };
}
