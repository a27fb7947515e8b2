"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useMemo, useRef, useState } from "react";
import { type Box, type DropTarget, indexByMiddles, type Point, useDropZone } from "@/components/designer/dnd";
import { useClipboard } from "@/components/designer/parts";
import { noSelection, useDesigner, useDesignerStore } from "@/components/designer/store";
import type { Block } from "@/lib/template";
import type { Place } from "@/lib/template/edit";
import { BlockFrame } from "./BlockFrame";
import { DropLine } from "./DropLine";
import { focusFrame, frameOf, framesIn } from "./frames";
import { InsertMenu } from "./InsertMenu";
import { PaperHead } from "./PaperHead";
import classes from "./page.module.css";
import { paperOf } from "./paper";
import { sheetPlaces } from "./sheets";
import { useZoom } from "./useZoom";
import { ZoomBar } from "./ZoomBar";

/** As many blocks are drawn when a document is opened; the others as they come near. */
const drawnAtFirst = 30;

const pageBlocks = { kind: "blocks" } as const;

/** The document as it will print, every block edited in its place. */
export function PageCanvas() {
  const t = useTranslations("designerPage");
  const store = useDesignerStore();
  const blocks = useDesigner(({ template }) => template.blocks);
  const page = useDesigner(({ template }) => template.page);
  const laid = useMemo(() => sheetPlaces(page, blocks), [page, blocks]);
  const nths = useMemo(() => countKinds(blocks), [blocks]);
  const first = laid[0]?.orientation ?? page.orientation;
  const last = laid.at(-1)?.orientation ?? page.orientation;
  const widest = paperOf(
    page.size,
    [first, ...laid.map(({ orientation }) => orientation)].includes("landscape") ? "landscape" : "portrait",
  );
  const { ref: zoomRef, ...zoom } = useZoom(widest.width);
  const [far] = useState(() => new Set(blocks.slice(drawnAtFirst).map(({ id }) => id)));
  const scroller = useRef<HTMLElement | null>(null);
  useClipboard(scroller, focusFirst);
  const sheets = useRef<HTMLDivElement>(null);

  const zone = useDropZone({
    id: "page",
    into: pageBlocks,
    axis: "y",
    indexAt: (point: Point) => indexByMiddles(boxesIn(sheets.current), "y", point),
    reveal: ({ index }: DropTarget) => {
      const { template } = store.snapshot();
      const beside = template.blocks[index] ?? template.blocks.at(-1);
      if (beside) frameOf(beside.id)?.scrollIntoView({ block: "nearest" });
    },
  });

  // What is selected elsewhere (in the outline, by inserting, by an undo) comes into view.
  const focus = useDesigner(({ selection }) =>
    selection.focus && selection.focus.kind !== "document" ? selection.focus.block : undefined,
  );
  useEffect(() => {
    if (focus === undefined) return;
    const frame = frameOf(focus);
    if (frame && !frame.contains(document.activeElement)) frame.scrollIntoView({ block: "nearest" });
  }, [focus]);

  return (
    <section
      ref={(node) => {
        scroller.current = node;
        zoomRef(node);
        zone.ref(node);
      }}
      className={classes.canvas}
      data-canvas
      aria-label={t("page.label")}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: beside the paper, as a press beside a window; the keyboard has Escape */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        className={classes.board}
        onClick={(event) => {
          if (event.target === event.currentTarget) store.select(noSelection);
        }}
      >
        <div
          ref={sheets}
          className={classes.sheets}
          style={
            {
              zoom: zoom.zoom,
              "--zoom": zoom.zoom,
              "--page-zoom": zoom.zoom,
              "--paper-height": `${paperOf(page.size, last).height}px`,
            } as CSSProperties
          }
        >
          <PaperHead paper={paperOf(page.size, first)} />
          {blocks.length === 0 ? (
            <div className={classes.invite} data-invite style={{ width: paperOf(page.size, first).width }}>
              <div className={classes.inviteBox}>
                <p>{t("page.empty")}</p>
                <InsertMenu index={() => 0}>
                  <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />}>
                    {t("frame.insert")}
                  </Button>
                </InsertMenu>
              </div>
            </div>
          ) : null}
          {blocks.map((block, i) => {
            const place = laid[i];
            return (
              <BlockFrame
                key={block.id}
                block={block}
                nth={nths[i] ?? 1}
                size={page.size}
                orientation={place?.orientation ?? page.orientation}
                starts={i > 0 && (place?.starts ?? false)}
                ends={place?.ends ?? true}
                isFirst={i === 0}
                startsFar={far.has(block.id)}
              />
            );
          })}
          <div className={classes.foot} style={{ width: paperOf(page.size, last).width, height: paperOf(page.size, last).bottom }} />
        </div>
        {zone.mark === undefined ? null : <DropLine mark={zone.mark} isRefused={zone.refused !== undefined} sheets={sheets} />}
      </div>
      <ZoomBar {...zoom} />
    </section>
  );
}

/** Puts the keyboard on the first of some blocks. */
const focusFirst = ([first]: readonly Place[]): void => {
  if (first?.kind === "block") focusFrame(first.block);
};

const boxesIn = (root: HTMLElement | null): readonly Box[] => (root ? framesIn(root).map((frame) => frame.getBoundingClientRect()) : []);

/** Which of its kind each block is. */
function countKinds(blocks: readonly Block[]): readonly number[] {
  const counts = new Map<Block["kind"], number>();
  return blocks.map(({ kind }) => {
    const nth = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, nth);
    return nth;
  });
}
