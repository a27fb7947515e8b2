"use client";

import { useTranslations } from "next-intl";
import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo, useMemo, useRef, useState } from "react";
import { BlockEditor } from "@/components/designer/blocks/BlockEditor";
import { blockTitle } from "@/components/designer/dnd";
import { type Selection, selectionOf, useDesigner, useDesignerStore } from "@/components/designer/store";
import type { Block } from "@/lib/template";
import { BlockChrome } from "./BlockChrome";
import { firstStop } from "./frames";
import classes from "./page.module.css";
import { paperOf } from "./paper";
import type { SheetPlace } from "./sheets";
import { useDrawn } from "./useDrawn";
import { useFrameKeys } from "./useFrameKeys";

interface BlockFrameProps {
  readonly block: Block;
  /** Which of its kind it is, from 1. */
  readonly nth: number;
  readonly size: "A4" | "A3";
  readonly orientation: SheetPlace["orientation"];
  readonly starts: boolean;
  readonly ends: boolean;
  readonly isFirst: boolean;
  /** Far down in a long document when that was opened. */
  readonly startsFar: boolean;
}

const isSelected = ({ places }: Selection, id: string): boolean => places.some((place) => place.kind === "block" && place.block === id);

const isFocused = ({ focus }: Selection, id: string): boolean => focus !== undefined && focus.kind !== "document" && focus.block === id;

/** A slice of the paper with one block on it: its frame, what it is taken hold of by, and the block itself. */
export const BlockFrame = memo(function BlockFrame({ block, nth, size, orientation, starts, ends, isFirst, startsFar }: BlockFrameProps) {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const { id } = block;
  const selected = useDesigner(({ selection }) => isSelected(selection, id));
  const focused = useDesigner(({ selection }) => isFocused(selection, id));
  // One block of the page is a stop of the Tab key: where the selection is, else the first.
  const isStop = useDesigner(({ selection }) =>
    selection.focus === undefined || selection.focus.kind === "document" ? isFirst : isFocused(selection, id),
  );
  const locale = useDesigner(({ textLocale }) => textLocale);
  const title = useMemo(() => blockTitle(block, locale), [block, locale]);
  const [hovered, setHovered] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const isDrawn = useDrawn(frame, { startsFar, isWanted: focused || selected });
  const pressedAt = useRef<Selection | undefined>(undefined);
  const enter = (): void => {
    if (content.current) firstStop(content.current)?.focus();
  };
  const onKeys = useFrameKeys(id, enter);
  const ordinal = t(`ordinal.${block.kind}`, { nth });
  const name = title === "" ? ordinal : t("part.titled", { part: ordinal, title });
  const paper = paperOf(size, orientation);

  /** A press that nothing within the block took as its own selects the block. */
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const { selection } = store.snapshot();
    if (selection !== pressedAt.current || event.defaultPrevented || isToolOf(event, content.current)) return;
    const isPart = event.target instanceof Element && event.target.closest("[data-address]") !== null;
    if (isPart && focused) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      event.preventDefault();
      store.select(extended(store.snapshot().template.blocks, selection, id, event.shiftKey ? "range" : "toggle"));
    } else if (!selected || selection.places.length > 1) store.select(selectionOf({ kind: "block", block: id }));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    // A menu of the block stands elsewhere in the page: the Escape that closes it is its own.
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return;
    if (event.target === event.currentTarget) onKeys(event);
    else if (event.key === "Escape" && !event.defaultPrevented && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // From a part of the block to the block itself, in the properties too.
      store.select(selectionOf({ kind: "block", block: id }));
      event.currentTarget.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs, and has a frame of its own
    <div
      ref={frame}
      className={classes.frame}
      role="group"
      aria-label={name}
      aria-current={selected || undefined}
      tabIndex={isStop ? 0 : -1}
      data-frame={id}
      data-kind={block.kind}
      data-selected={selected || undefined}
      data-focused={focused || undefined}
      data-starts={starts || undefined}
      data-ends={ends || undefined}
      data-hovered={hovered || undefined}
      style={
        {
          width: paper.width,
          "--paper-top": `${paper.top}px`,
          "--paper-bottom": `${paper.bottom}px`,
          "--paper-left": `${paper.left}px`,
          paddingLeft: paper.left,
          paddingRight: paper.right,
        } as CSSProperties
      }
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onMouseDownCapture={() => {
        pressedAt.current = store.snapshot().selection;
        // The click comes after it, wherever the mouse is let go.
        const forget = () =>
          setTimeout(() => {
            pressedAt.current = undefined;
          });
        window.addEventListener("mouseup", forget, { capture: true, once: true });
      }}
      onClick={onClick}
      onFocus={() => {
        const { selection } = store.snapshot();
        // By Tab or by the keyboard; a press is judged when it is over.
        if (!isFocused(selection, id) && pressedAt.current === undefined) store.select(selectionOf({ kind: "block", block: id }));
      }}
      onKeyDown={onKeyDown}
    >
      {hovered || focused || selected ? (
        <BlockChrome block={block} name={name} ordinal={ordinal} isSelected={selected} isFocused={focused} />
      ) : null}
      <div ref={content} className={classes.content}>
        {isDrawn ? <BlockEditor block={block} /> : <p className={classes.undrawn}>{title}</p>}
      </div>
    </div>
  );
});

/** A press on a tool of what is within the block, or in a menu that it opened elsewhere, is for what is selected now. */
function isToolOf({ target, currentTarget }: MouseEvent<HTMLElement>, content: HTMLElement | null): boolean {
  if (!(target instanceof Element)) return false;
  return !currentTarget.contains(target) || (content?.contains(target) === true && target.closest("[role=toolbar]") !== null);
}

function extended(blocks: readonly Block[], selection: Selection, id: string, how: "range" | "toggle"): Selection {
  const place = { kind: "block", block: id } as const;
  const { anchor } = selection;
  if (how === "range" && anchor?.kind === "block") {
    const from = blocks.findIndex((block) => block.id === anchor.block);
    const to = blocks.findIndex((block) => block.id === id);
    if (from === -1) return selectionOf(place);
    const between = blocks.slice(Math.min(from, to), Math.max(from, to) + 1);
    return { places: between.map((block) => ({ kind: "block", block: block.id })), anchor, focus: place };
  }
  const chosen = selection.places.filter((each) => each.kind === "block");
  const others = chosen.filter((each) => each.block !== id);
  const places = others.length === chosen.length ? [...others, place] : others;
  return { places, anchor: places.includes(place) ? place : places.at(-1), focus: places.includes(place) ? place : places.at(-1) };
}
