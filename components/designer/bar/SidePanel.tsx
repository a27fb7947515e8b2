"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLayoutSidebarRightCollapse,
  IconLayoutSidebarRightExpand,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useState } from "react";
import classes from "./bar.module.css";

interface SidePanelProps {
  readonly side: "left" | "right";
  readonly label: string;
  /** Widths in pixels. */
  readonly initial: number;
  readonly least: number;
  readonly most: number;
  readonly children: ReactNode;
}

const step = 16;
const keyOf = (side: string): string => `bieumau.designer.panel.${side}`;

/** How a panel was left on this device: its width, 0 when it was closed. */
const readWidth = (side: string): number | undefined => {
  try {
    const kept = window.localStorage.getItem(keyOf(side));
    const width = kept === null ? Number.NaN : Number(kept);
    return Number.isFinite(width) ? width : undefined;
  } catch {
    return undefined;
  }
};
const keepWidth = (side: string, width: number) => {
  try {
    window.localStorage.setItem(keyOf(side), String(width));
  } catch {
    // A browser without storage opens the panels as they are by default.
  }
};

/** A panel at a side of the page, closed by its button and made wider or narrower by dragging its edge or by arrow keys. */
export function SidePanel({ side, label, initial, least, most, children }: SidePanelProps) {
  const t = useTranslations("designer.panel");
  const id = useId();
  const [width, setWidth] = useState(initial);
  const [opened, setOpened] = useState(true);

  useEffect(() => {
    const kept = readWidth(side);
    if (kept === undefined) return;
    setOpened(kept !== 0);
    if (kept !== 0) setWidth(Math.min(most, Math.max(least, kept)));
  }, [side, least, most]);

  const resize = (next: number) => {
    const bounded = Math.round(Math.min(most, Math.max(least, next)));
    setWidth(bounded);
    keepWidth(side, bounded);
  };
  const toggle = () => {
    keepWidth(side, opened ? 0 : width);
    setOpened(!opened);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const outwards = side === "left" ? "ArrowRight" : "ArrowLeft";
    const inwards = side === "left" ? "ArrowLeft" : "ArrowRight";
    const next: Readonly<Record<string, number>> = { [outwards]: width + step, [inwards]: width - step, Home: least, End: most };
    const wanted = next[event.key];
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

  const Collapse = side === "left" ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarRightCollapse;
  const Expand = side === "left" ? IconLayoutSidebarLeftExpand : IconLayoutSidebarRightExpand;
  const Icon = opened ? Collapse : Expand;
  const name = t(opened ? "close" : "open", { label });
  return (
    <aside className={classes.side} data-side={side} data-opened={opened} aria-label={label} style={opened ? { width } : undefined}>
      <Tooltip label={name} position={side === "left" ? "right" : "left"}>
        <ActionIcon
          className={classes.sideToggle}
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={name}
          aria-expanded={opened}
          aria-controls={id}
          onClick={toggle}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <div id={id} className={classes.sideContent} hidden={!opened}>
        {children}
      </div>
      {opened ? (
        // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no rule between paragraphs
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
      ) : null}
    </aside>
  );
}
