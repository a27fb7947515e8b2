"use client";

import { useMemo } from "react";
import { flushSync } from "react-dom";
import { selectionOf, useDesignerStore, useRun } from "@/components/designer/store";
import type { Block } from "@/lib/template";
import type { Command } from "@/lib/template/edit";
import { focusText, textOfBlock } from "./focusText";

export interface BlockFlow {
  /** Puts a block after another (with what else belongs to the step), and the keyboard into it. */
  readonly add: (after: string, make: (blocks: readonly Block[]) => Block, also?: readonly Command[]) => void;
  /** Takes a block out; the keyboard goes to the text before it, else to the one after. */
  readonly remove: (id: string) => void;
}

/** Writing from block to block as from paragraph to paragraph. */
export function useBlockFlow(): BlockFlow {
  const store = useDesignerStore();
  const run = useRun();
  return useMemo(() => {
    const goTo = (block: Block | undefined, caret: "start" | "end"): boolean => {
      if (!block) return false;
      const gone = focusText(textOfBlock(block), caret);
      if (gone) store.select(selectionOf({ kind: "block", block: block.id }));
      return gone;
    };
    return {
      add: (after, make, also = []) => {
        const { blocks } = store.snapshot().template;
        const index = blocks.findIndex(({ id }) => id === after) + 1;
        const block = make(blocks);
        const insert: Command = { do: "insert", into: { kind: "blocks" }, index, parts: [block] };
        let went = false;
        // The new input must be there before the keyboard can go to it.
        flushSync(() => {
          went = run(also.length === 0 ? insert : { do: "together", commands: [...also, insert] });
        });
        if (went) goTo(block, "start");
      },
      remove: (id) => {
        const { blocks } = store.snapshot().template;
        const index = blocks.findIndex((block) => block.id === id);
        let went = false;
        flushSync(() => {
          went = run({ do: "remove", parts: [{ kind: "block", block: id }] });
        });
        if (went && !goTo(blocks[index - 1], "end")) goTo(blocks[index + 1], "start");
      },
    };
  }, [store, run]);
}
