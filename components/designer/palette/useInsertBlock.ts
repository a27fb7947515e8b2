"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { type Dragged, useMoveTo } from "@/components/designer/dnd";
import { useDesignerStore } from "@/components/designer/store";
import type { Place } from "@/lib/template/edit";
import type { BlockKind } from "./blockKinds";
import { insertionIndex } from "./insertionIndex";
import { newBlock } from "./newBlock";

/** A new block of a kind, to be dragged or put somewhere. */
export function useNewBlock(): (kind: BlockKind) => Dragged {
  const t = useTranslations("designerPage");
  return useCallback(
    (kind) => ({ kind: "new", of: "blocks", label: t(`palette.kind.${kind}`), make: (template) => [newBlock(template, kind)] }),
    [t],
  );
}

/** Inserts a new block: at an index, else after the selection. The places of what was inserted. */
export function useInsertBlock(): (kind: BlockKind, index?: number) => readonly Place[] | undefined {
  const store = useDesignerStore();
  const moveTo = useMoveTo();
  const made = useNewBlock();
  return useCallback(
    (kind, index) => {
      const { template, selection } = store.snapshot();
      return moveTo(made(kind), { into: { kind: "blocks" }, index: index ?? insertionIndex(template, selection, kind) });
    },
    [store, moveTo, made],
  );
}
