"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import classes from "./bar.module.css";
import type { PanelState } from "./usePanel";

interface SidePanelProps {
  readonly panel: PanelState;
  readonly label: string;
  /** Of the panel's content, for the button that opens it. */
  readonly id: string;
  readonly children: ReactNode;
}

const step = 16;

/** A panel at a side of the page, made wider or narrower by dragging its edge or by arrow keys. */
export function SidePanel({ panel, label, id, children }: SidePanelProps) {
  const t = useTranslations("designer.panel");
  const { side, width, least, most, opened, resize } = panel;

  const onKeyDown = (event: KeyboardEvent) => {
    const outwards = side === "left" ? "ArrowRight" : "ArrowLeft";
    const inwards = side === "left" ? "ArrowLeft" : "ArrowRight";
    const widths: Readonly<Record<string, number>> = { [outwards]: width + step, [inwards]: width - step, Home: least, End: most };
    const wanted = widths[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget;
    const from = event.clientX;
    edge.setPointerCapture(event.pointerId);
    const move = (at: globalThis.PointerEvent) => resize(side === "left" ? width + at.clientX - from : width - at.clientX + from);
    const end = () => {
      edge.removeEventListener("pointermove", move);
      edge.removeEventListener("pointerup", end);
      edge.removeEventListener("pointercancel", end);
    };
    edge.addEventListener("pointermove", move);
    edge.addEventListener("pointerup", end);
    edge.addEventListener("pointercancel", end);
  };

  return (
    <aside className={classes.side} data-side={side} data-region={side} aria-label={label} id={id} hidden={!opened} style={{ width }}>
      <div className={classes.sideContent}>{children}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no rule between paragraphs */}
      <div
        role="separator"
        className={classes.edge}
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t("width", { label })}
        aria-controls={id}
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
      />
    </aside>
  );
}
