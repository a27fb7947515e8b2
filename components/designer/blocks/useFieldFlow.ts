"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { flushSync } from "react-dom";
import { partName, useMoveTo, useNames } from "@/components/designer/dnd";
import { selectionOf, useDesignerStore, useRun } from "@/components/designer/store";
import type { Field } from "@/lib/template";
import { blankField, freshId, type Place } from "@/lib/template/edit";
import { fieldsOfBlock } from "./fieldsOfBlock";
import { focusText } from "./focusText";

export interface FieldFlow {
  /** Puts a new field after another (at the end without), and the keyboard into its label. */
  readonly add: (type: Field["type"], after?: string) => void;
  readonly duplicate: (id: string) => void;
  readonly move: (id: string, direction: "back" | "on") => void;
  readonly remove: (id: string) => void;
}

/** What is done with the fields of a group, or the columns of a list. */
export function useFieldFlow(block: string): FieldFlow {
  const t = useTranslations("designerBlocks.field");
  const store = useDesignerStore();
  const run = useRun();
  const moveTo = useMoveTo();
  const names = useNames();
  return useMemo(() => {
    const into = { kind: "fields", block } as const;
    const placeOf = (field: string): Place => ({ kind: "field", block, field });
    const fields = (): readonly Field[] => fieldsOfBlock(store.snapshot().template.blocks.find(({ id }) => id === block));
    const indexOf = (id: string): number => fields().findIndex((field) => field.id === id);
    const goTo = (field: string | undefined, caret: "start" | "end" = "end"): void => {
      if (field === undefined) return;
      store.select(selectionOf(placeOf(field)));
      focusText(`${block}.${field}.label`, caret);
    };
    const insert = (field: Field, index: number): void => {
      let went = false;
      // The new input must be there before the keyboard can go to it.
      flushSync(() => {
        went = run({ do: "insert", into, index, parts: [field] });
      });
      if (went) goTo(field.id);
    };
    return {
      add: (type, after) => {
        const field = blankField(store.snapshot().template, into, type, { vi: "" });
        insert(
          type === "choice" ? { ...field, choices: [{ value: "1", label: { vi: t("firstChoice") } }] } : field,
          after === undefined ? fields().length : indexOf(after) + 1,
        );
      },
      duplicate: (id) => {
        const index = indexOf(id);
        const field = fields()[index];
        if (!field) return;
        const { template } = store.snapshot();
        const isList = template.blocks.some((each) => each.id === block && each.kind === "list");
        // The code is the other's name in formulas, and the indicator belongs to one figure.
        const { code: _code, indicator: _indicator, ...copied } = field;
        insert({ ...copied, id: freshId(template, into, isList ? "c" : "f") }, index + 1);
      },
      move: (id, direction) => {
        const index = indexOf(id);
        const to = direction === "back" ? index - 1 : index + 2;
        if (index === -1 || to < 0 || to > fields().length) return;
        const place = placeOf(id);
        flushSync(() => {
          moveTo({ kind: "parts", label: partName(names(), place), places: [place] }, { into, index: to });
        });
        focusText(`${block}.${id}.label`);
      },
      remove: (id) => {
        const index = indexOf(id);
        const next = fields()[index - 1] ?? fields()[index + 1];
        let went = false;
        flushSync(() => {
          went = run({ do: "remove", parts: [placeOf(id)] });
        });
        if (went) goTo(next?.id);
      },
    };
  }, [block, store, run, moveTo, names, t]);
}
