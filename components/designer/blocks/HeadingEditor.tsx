"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import { outlineNumbers } from "@/components/report/outline";
import type { Block, Heading } from "@/lib/template";
import { freshId } from "@/lib/template/edit";
import classes from "./blocks.module.css";
import { HeadingTools } from "./HeadingTools";
import { levelByTab } from "./headingKeys";
import { TextEdit, type TextKey } from "./TextEdit";
import { useBlockFlow } from "./useBlockFlow";
import { usePropertyText } from "./useTextSource";

const numbersOf = new WeakMap<readonly Block[], ReadonlyMap<string, string>>();

/** The number that a heading prints; counted once for all headings of a document. */
function numberOf(blocks: readonly Block[], id: string): string {
  let numbers = numbersOf.get(blocks);
  if (!numbers) {
    numbers = outlineNumbers(blocks);
    numbersOf.set(blocks, numbers);
  }
  return numbers.get(id) ?? "";
}

/**
 * A heading, typed where it prints: Tab and Shift+Tab change its level, Enter makes the next heading, Ctrl+Enter a section
 * to write under it, Backspace removes an empty one. After Escape, Tab leaves it as everywhere.
 */
export function HeadingEditor({ block }: { readonly block: Heading }) {
  const t = useTranslations("designerBlocks.heading");
  const store = useDesignerStore();
  const run = useRun();
  const flow = useBlockFlow();
  const number = useDesigner(({ template }) => numberOf(template.blocks, block.id));
  const place = { kind: "block", block: block.id } as const;
  const source = usePropertyText(place, "text", block.text);
  const leaving = useRef(false);

  const addHeading = (): void =>
    flow.add(block.id, () => ({
      kind: "heading",
      id: freshId(store.snapshot().template, { kind: "blocks" }, "h"),
      text: { vi: "" },
      level: block.level,
      ...(block.numbering === undefined ? {} : { numbering: block.numbering }),
    }));
  const addNarrative = (): void =>
    flow.add(block.id, () => ({ kind: "narrative", id: freshId(store.snapshot().template, { kind: "blocks" }, "n"), prompt: { vi: "" } }));

  const press = ({ event, words }: TextKey): void => {
    if (event.key === "Escape") leaving.current = true;
    if (event.altKey || event.metaKey) return;
    if (event.key === "Tab" && !event.ctrlKey && !leaving.current) {
      const level = levelByTab(block, event.shiftKey ? "higher" : "deeper");
      if (level === undefined) return;
      event.preventDefault();
      run({ do: "set", at: [place], values: { level } });
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (event.ctrlKey) addNarrative();
      else addHeading();
    } else if (event.key === "Backspace" && words === "") {
      event.preventDefault();
      flow.remove(block.id);
    }
  };

  return (
    <div className={classes.headingBlock} data-level={block.level}>
      <TextEdit
        source={source}
        label={t("label", { level: block.level })}
        hint={t("hint")}
        placeholder={t("placeholder", { level: block.level })}
        className={classes.headingText}
        onKey={press}
        onEnter={() => {
          leaving.current = false;
        }}
        before={number === "" ? null : <span className={classes.headingNumber}>{number}</span>}
      />
      <HeadingTools block={block} onHeading={addHeading} onNarrative={addNarrative} />
    </div>
  );
}
