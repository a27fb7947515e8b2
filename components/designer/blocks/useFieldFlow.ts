"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { flushSync } from "react-dom";
import { usePartActions } from "@/components/designer/parts";
import { selectionOf, useDesignerStore, useRun } from "@/components/designer/store";
import type { Field } from "@/lib/template";
import { blankField, type Place } from "@/lib/template/edit";
import { fieldsOfBlock } from "./fieldsOfBlock";
import { focusText } from "./focusText";

export interface FieldFlow {
  /** Puts a new field after another (at the end without), and the keyboard into its label. */
  readonly add: (type: Field["type"], after?: string) => void;
  readonly duplicate: (id: string) => void;
  readonly move: (id: string, direction: "back" | "on") => void;
  /** Asks first where something refers to the field. */
  readonly remove: (id: string) => void;
}

/** What is done with the fields of a group, or the columns of a list. */
export function useFieldFlow(block: string): FieldFlow {
  const t = useTranslations("designerBlocks.field");
  const store = useDesignerStore();
  const run = useRun();
  const actions = usePartActions();
  return useMemo(() => {
    const into = { kind: "fields", block } as const;
    const placeOf = (field: string): Place => ({ kind: "field", block, field });
    const fields = (): readonly Field[] => fieldsOfBlock(store.snapshot().template.blocks.find(({ id }) => id === block));
    const indexOf = (id: string): number => fields().findIndex((field) => field.id === id);
    const goTo = (field: string): void => {
      store.select(selectionOf(placeOf(field)));
      focusText(`${block}.${field}.label`);
    };
    return {
      add: (type, after) => {
        const label = type === "choice" ? { vi: t("firstChoice") } : { vi: "" };
        const field = { ...blankField(store.snapshot().template, into, type, label), label: { vi: "" } };
        const index = after === undefined ? fields().length : indexOf(after) + 1;
        let went = false;
        // The new input must be there before the keyboard can go to it.
        flushSync(() => {
          went = run({ do: "insert", into, index, parts: [field] });
        });
        if (went) goTo(field.id);
      },
      duplicate: (id) => {
        let made: readonly Place[] | undefined;
        flushSync(() => {
          made = actions.duplicate([placeOf(id)]);
        });
        const [copy] = made ?? [];
        if (copy?.kind === "field") goTo(copy.field);
      },
      move: (id, direction) => {
        flushSync(() => {
          actions.nudge([placeOf(id)], direction === "back" ? "up" : "down");
        });
        focusText(`${block}.${id}.label`);
      },
      remove: (id) => {
        const index = indexOf(id);
        const next = fields()[index - 1] ?? fields()[index + 1];
        flushSync(() => {
          actions.remove([placeOf(id)], () => {
            // Where a question was asked, the input comes when its window has gone.
            if (next) queueMicrotask(() => goTo(next.id));
          });
        });
      },
    };
  }, [block, store, run, actions, t]);
}
