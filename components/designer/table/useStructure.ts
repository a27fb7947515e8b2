"use client";

import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { usePartActions } from "@/components/designer/parts";
import { useAnnounce, useDesignerStore, useRun } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import type { Problem } from "@/lib/problem";
import { blankColumn, blankRow, type Command, columnNumbers, type Part, type Place } from "@/lib/template/edit";
import type { Stop } from "./designGrid";
import { bodyGeometry } from "./geometry";
import type { ActId } from "./keys";
import { type Axis, removal, structureStep } from "./structure";
import { tableIn } from "./useTable";

export interface Structure {
  readonly act: (act: ActId, axis: Axis) => void;
  /** Removes the selected rows or columns; asks where something refers to them. */
  readonly remove: (axis: Axis) => void;
  /** Copies the selected rows or columns right after them. */
  readonly duplicate: (axis: Axis) => void;
  /** Tells why something was not done. */
  readonly refuse: (problem: Problem) => void;
  /** Counts the columns anew in the numbering row. */
  readonly numberColumns: () => void;
  /** Runs a command of the table's, and selects what it made. */
  readonly step: (command: Command, select: readonly Place[] | undefined, mark?: string) => boolean;
  /** Another row or column after the last of the table itself. */
  readonly append: (axis: Axis) => void;
  /** "Enter goes on": another row after the last, unless the last is still blank. */
  readonly goOn: () => void;
  /** Empties what stands in the selected cells; of rows and columns that is they themselves. */
  readonly clear: (stop: Stop) => void;
}

/** What a cell may say of its own by typing; Delete takes it back. */
const typedIntoCells = ["formula", "lock", "default"];

/** What is done to the structure of a table, by keys, menus and buttons alike. Reads the store when it is called. */
export function useStructure(block: string): Structure {
  const store = useDesignerStore();
  const run = useRun();
  const say = useSay();
  const announce = useAnnounce();
  const parts = usePartActions();
  const t = useTranslations("designerTable");
  return useMemo(() => {
    const step: Structure["step"] = (command, select, mark) => {
      if (!run(command, mark === undefined ? {} : { mark })) return false;
      const [first] = select ?? [];
      // What was moved stays selected as it was.
      if (select !== undefined && first !== undefined && mark === undefined && select !== store.snapshot().selection.places) {
        store.select({ places: select, anchor: first, focus: select.at(-1) });
      }
      return true;
    };
    const act: Structure["act"] = (id, axis) => {
      const { template, selection } = store.snapshot();
      const table = tableIn(template, block);
      if (table === undefined) return;
      const words = { row: t("new.row"), column: t("new.column"), head: t("new.head") };
      const made = structureStep({ template, table, selection, axis, act: id, words });
      if (!made.ok) announce(say(made.error));
      else if (step(made.value.command, made.value.select, made.value.mark)) announce(t(`done.${id}`, { count: selection.places.length }));
    };
    const remove: Structure["remove"] = (axis) => {
      const { template, selection } = store.snapshot();
      const table = tableIn(template, block);
      const going = table && removal(table, selection, axis);
      if (going === undefined) return;
      const { next } = going;
      parts.remove(going.parts, () => next && store.select({ places: [next], anchor: next, focus: next }));
    };
    return {
      act,
      remove,
      duplicate(axis) {
        const { template, selection } = store.snapshot();
        const table = tableIn(template, block);
        const chosen = table && removal(table, selection, axis);
        if (chosen) parts.duplicate(chosen.parts);
      },
      refuse(problem) {
        const message = say(problem);
        announce(message);
        notifications.show({ id: "designer-refused", color: "red", message });
      },
      numberColumns() {
        const table = tableIn(store.snapshot().template, block);
        if (table === undefined) return;
        const commands = [...columnNumbers(table)].map(
          ([column, number]): Command => ({ do: "set", at: [{ kind: "column", block, column }], values: { number } }),
        );
        if (step({ do: "together", commands }, undefined)) announce(t("done.numbered"));
      },
      step,
      append(axis) {
        const { template } = store.snapshot();
        const table = tableIn(template, block);
        if (table === undefined) return;
        const [part, kind, place]: readonly [Part, "rows" | "columns", (id: string) => Place] =
          axis === "row"
            ? [blankRow(template, block, "indicator", { vi: t("new.row") }), "rows", (row) => ({ kind: "row", block, row })]
            : [blankColumn(template, block, "value", { vi: t("new.column") }), "columns", (column) => ({ kind: "column", block, column })];
        const index = kind === "rows" ? table.rows.length : table.columns.length;
        if (step({ do: "insert", into: { kind, block }, index, parts: [part] }, [place(part.id)])) announce(t("done.addAfter"));
      },
      goOn: () => {
        const { template } = store.snapshot();
        const table = tableIn(template, block);
        const last = table && bodyGeometry(table.rows).lines.at(-1);
        if (table === undefined || last === undefined) return;
        if (last.row.label.vi === "" || last.row.label.vi === t("new.row")) return;
        const row = blankRow(template, block, "indicator", { vi: t("new.row") });
        const into = { kind: "rows", block, ...(last.under === undefined ? {} : { under: last.under }) } as const;
        if (step({ do: "insert", into, index: last.index + 1, parts: [row] }, [{ kind: "row", block, row: row.id }])) {
          announce(t("done.addAfter"));
        }
      },
      clear: (stop) => {
        const { selection } = store.snapshot();
        if (stop.kind === "cell") {
          const cells = selection.places.filter((place) => place.kind === "cell" && place.block === block);
          if (cells.length > 0) step({ do: "set", at: cells, values: {}, clear: typedIntoCells }, undefined);
        } else if (stop.kind === "number" && tableIn(store.snapshot().template, block)?.rowNumbering !== undefined) {
          // Rows that are numbered by themselves get their number back unless they say that they have none.
          step({ do: "set", at: selection.places, values: { number: "" } }, undefined);
        } else if (stop.kind === "columnNumber" || stop.kind === "number" || stop.kind === "unit") {
          const property = stop.kind === "unit" ? "unit" : "number";
          step({ do: "set", at: selection.places, values: {}, clear: [property] }, undefined);
        } else remove(stop.kind === "head" ? "column" : "row");
      },
    };
  }, [block, store, run, say, announce, parts, t]);
}
