"use client";

import { Menu } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  type Dragged,
  type DropTarget,
  listKindOf,
  type Point,
  partsName,
  placeKey,
  useDragged,
  useDropZone,
  useNames,
  usePickedUp,
} from "@/components/designer/dnd";
import { focusFrame } from "@/components/designer/page";
import { PartMenuItems, useClipboard, usePartActions } from "@/components/designer/parts";
import { noSelection, useDesigner, useDesignerStore, useRun } from "@/components/designer/store";
import type { Nudge, Place } from "@/lib/template/edit";
import { OutlineLine } from "./OutlineLine";
import classes from "./outline.module.css";
import { gapAt, gapOf, gapsOf } from "./outlineDrop";
import { keysOver, type OutlineNode, outlineNodes } from "./outlineNodes";
import { type ProblemCount, problemCounts } from "./problemCounts";
import { nameIn, renameCommand } from "./rename";
import { selectNode } from "./selectNodes";
import { useTypeAhead } from "./useTypeAhead";

const nudges: Readonly<Record<string, Nudge>> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

const noCounts: ReadonlyMap<string, ProblemCount> = new Map();

const lineHeight = 27;
const indent = 14;
const lineId = (node: OutlineNode): string => `outline-${node.key.replaceAll(" ", "-")}`;

/** The whole document as a tree: what it is made of, what is selected, where something is wrong. */
export function Outline() {
  const t = useTranslations("designerPage.outline");
  const store = useDesignerStore();
  const run = useRun();
  const names = useNames();
  const actions = usePartActions();
  const { pickUp } = usePickedUp();
  const template = useDesigner((snapshot) => snapshot.template);
  const textLocale = useDesigner((snapshot) => snapshot.textLocale);
  const selection = useDesigner((snapshot) => snapshot.selection);
  const problems = useDesigner((snapshot) => snapshot.problems);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<string>();
  const [renaming, setRenaming] = useState<string>();
  const [menu, setMenu] = useState<Point>();
  const nodes = useMemo(() => outlineNodes(template, textLocale, open), [template, textLocale, open]);
  const checked = useDesigner((snapshot) => snapshot.checkedTemplate);
  // Of the template that was checked: it changes with the problems, not with every letter.
  const counts = useMemo(() => (checked ? problemCounts(checked, problems) : noCounts), [checked, problems]);
  const selected = useMemo(() => new Set(selection.places.map(placeKey)), [selection]);
  const tree = useRef<HTMLDivElement | null>(null);
  useClipboard(tree);
  const found = nodes.findIndex(({ key }) => key === cursor);
  const at = found === -1 && nodes.length > 0 ? 0 : found;
  const current = nodes[at];

  const virtual = useVirtualizer({
    count: nodes.length,
    getScrollElement: () => tree.current,
    estimateSize: () => lineHeight,
    overscan: 12,
    getItemKey: (index) => nodes[index]?.key ?? index,
  });

  // The cursor follows what is selected elsewhere; a cell is shown by its row, what is closed by its block.
  const nodesNow = useRef(nodes);
  nodesNow.current = nodes;
  const cursorNow = useRef(cursor);
  cursorNow.current = cursor;
  const { focus } = selection;
  const followed = useRef<{ readonly focus: Place | undefined; readonly isFound: boolean }>({ focus: undefined, isFound: true });
  useEffect(() => {
    if (focus === followed.current.focus && followed.current.isFound) return;
    followed.current = { focus, isFound: true };
    if (focus === undefined || focus.kind === "document") return;
    // The columns or rows of a table together stand for the table: the cursor stays on them.
    const now = nodes.find(({ key }) => key === cursorNow.current);
    if (now?.isSection && placeKey(now.place) === placeKey(focus)) return;
    const own = focus.kind === "cell" ? ({ kind: "row", block: focus.block, row: focus.row } as const) : focus;
    const index = nodes.findIndex((node) => !node.isSection && node.key === placeKey(own));
    // What was moved by the keyboard of the outline into something closed is not lost from sight.
    if (index === -1 && document.activeElement === tree.current) {
      const over = keysOver(store.snapshot().template, own);
      if (over.some((key) => !open.has(key))) {
        followed.current = { focus, isFound: false };
        setOpen(new Set([...open, ...over]));
        return;
      }
    }
    const shown = index === -1 ? nodes.findIndex((node) => node.key === placeKey({ kind: "block", block: focus.block })) : index;
    const node = nodes[shown];
    if (node === undefined) return;
    setCursor(node.key);
    virtual.scrollToIndex(shown);
  }, [focus, nodes, open, virtual, store]);

  const toggle = useCallback((node: OutlineNode, to?: boolean) => {
    if (!node.hasChildren) return;
    setOpen((now) => {
      const next = new Set(now);
      if (to ?? !now.has(node.key)) next.add(node.key);
      else next.delete(node.key);
      return next;
    });
  }, []);

  const chosen = useCallback(
    (node: OutlineNode): readonly Place[] => {
      const { places } = store.snapshot().selection;
      return places.some((place) => placeKey(place) === placeKey(node.place)) ? places : [node.place];
    },
    [store],
  );
  const dragged = useCallback(
    (node: OutlineNode): Dragged => {
      const places = chosen(node);
      return { kind: "parts", label: partsName(names(), places), places };
    },
    [chosen, names],
  );

  const choose = useCallback(
    (node: OutlineNode, how: "alone" | "range" | "toggle") => {
      setCursor(node.key);
      store.select(selectNode(nodesNow.current, store.snapshot().selection, node, how));
    },
    [store],
  );

  const press = useCallback(
    (node: OutlineNode, event: MouseEvent, moment: "down" | "click") => {
      const isChosen = !node.isSection && store.snapshot().selection.places.some((place) => placeKey(place) === node.key);
      const how = event.shiftKey ? "range" : event.ctrlKey || event.metaKey ? "toggle" : "alone";
      // What is selected already may be about to be dragged together; it is taken alone when it was only clicked.
      if (moment === "down" ? event.button === 0 && !(isChosen && how === "alone") : how === "alone" && isChosen) choose(node, how);
    },
    [store, choose],
  );

  const openMenu = useCallback(
    (node: OutlineNode, point: Point) => {
      const isChosen = store.snapshot().selection.places.some((place) => placeKey(place) === node.key);
      if (!isChosen) choose(node, "alone");
      setMenu(point);
    },
    [store, choose],
  );
  const onMenu = useCallback(
    (node: OutlineNode, event: MouseEvent) => {
      event.preventDefault();
      openMenu(node, { x: event.clientX, y: event.clientY });
    },
    [openMenu],
  );

  const rename = useCallback(
    (node: OutlineNode) => {
      const now = store.snapshot();
      if (!node.isSection && nameIn(now.template, node.place, now.textLocale) !== undefined) setRenaming(node.key);
    },
    [store],
  );
  const onRename = useCallback(
    (node: OutlineNode, words: string | undefined) => {
      setRenaming(undefined);
      tree.current?.focus();
      const now = store.snapshot();
      if (words === undefined || words === nameIn(now.template, node.place, now.textLocale)) return;
      const command = renameCommand(now.template, node.place, now.textLocale, words);
      if (command) run(command);
    },
    [store, run],
  );

  // What is dragged decides which gaps there are.
  const carried = useDragged();
  const kind = carried && (carried.kind === "new" ? carried.of : carried.places[0] && listKindOf(carried.places[0]));
  const gaps = useMemo(() => (kind === undefined ? [] : gapsOf(nodes, kind)), [nodes, kind]);
  const zone = useDropZone({
    id: "outline",
    of: kind ?? "blocks",
    hit: (point) => {
      const box = tree.current?.getBoundingClientRect();
      if (box === undefined || tree.current === null) return undefined;
      const line = Math.round((point.y - box.top + tree.current.scrollTop) / lineHeight);
      const level = Math.round((point.x - box.left - 28) / indent) + 1;
      const gap = gapAt(gaps, line, level);
      return gap && { target: gap.target, mark: gap.line };
    },
    markOf: (target) => gapOf(gaps, target)?.line,
    reveal: (target: DropTarget) => {
      const gap = gapOf(gaps, target);
      if (gap) virtual.scrollToIndex(Math.min(gap.line, nodes.length - 1));
    },
  });
  const mark = zone.target && gapOf(gaps, zone.target);

  const goTo = (index: number, event: KeyboardEvent): void => {
    const node = nodes[Math.min(Math.max(index, 0), nodes.length - 1)];
    if (node === undefined) return;
    if (event.ctrlKey || event.metaKey) setCursor(node.key);
    else choose(node, event.shiftKey ? "range" : "alone");
    virtual.scrollToIndex(nodes.indexOf(node));
  };
  const typeAhead = useTypeAhead(nodes, at, (index) => {
    const node = nodes[index];
    if (node) choose(node, "alone");
    virtual.scrollToIndex(index);
  });

  const act = (event: KeyboardEvent, node: OutlineNode): boolean => {
    if (event.altKey && !event.ctrlKey && !event.metaKey) {
      const step = nudges[event.key];
      if (step === undefined || node.isSection) return false;
      actions.nudge(chosen(node), step);
      return true;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") {
      if (!node.isSection) actions.duplicate(chosen(node));
      return true;
    }
    switch (event.key) {
      case "ArrowDown":
        goTo(at + 1, event);
        return true;
      case "ArrowUp":
        goTo(at - 1, event);
        return true;
      case "Home":
        goTo(0, event);
        return true;
      case "End":
        goTo(nodes.length - 1, event);
        return true;
      case "PageDown":
        goTo(at + 10, event);
        return true;
      case "PageUp":
        goTo(at - 10, event);
        return true;
      case "ArrowRight":
        if (node.hasChildren && !node.isOpen) toggle(node, true);
        else if (node.hasChildren) goTo(at + 1, event);
        return true;
      case "ArrowLeft":
        if (node.isOpen) toggle(node, false);
        else if (node.parent !== -1) goTo(node.parent, event);
        return true;
      case " ":
        choose(node, "toggle");
        return true;
      case "Enter":
        if (event.ctrlKey || event.metaKey) {
          if (!node.isSection) pickUp(dragged(node), `outline ${node.key}`);
        } else if (node.place.kind !== "document") focusFrame(node.place.block);
        return true;
      case "F2":
        rename(node);
        return true;
      case "Delete":
        if (!node.isSection) actions.remove(chosen(node), () => tree.current?.focus());
        return true;
      case "Escape":
        store.select(noSelection);
        return true;
      case "ContextMenu":
      case "F10": {
        if (event.key === "F10" && !event.shiftKey) return false;
        const box = document.getElementById(lineId(node))?.getBoundingClientRect();
        if (box) openMenu(node, { x: box.left + 40, y: box.bottom });
        return true;
      }
      default:
        return typeAhead(event);
    }
  };

  return (
    <section className={classes.outline} aria-label={t("label")}>
      {nodes.length === 0 ? <p className={classes.empty}>{t("empty")}</p> : null}
      <div
        ref={(element) => {
          tree.current = element;
          zone.ref(element);
        }}
        role="tree"
        aria-label={t("label")}
        aria-multiselectable
        // A line that is scrolled away is not drawn, and is nobody's to point at.
        aria-activedescendant={current && virtual.getVirtualItems().some(({ index }) => index === at) ? lineId(current) : undefined}
        tabIndex={0}
        className={classes.tree}
        hidden={nodes.length === 0}
        onKeyDown={(event) => {
          if (current === undefined || event.nativeEvent.isComposing || renaming !== undefined) return;
          if (act(event, current)) event.preventDefault();
        }}
      >
        <div role="none" className={classes.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const node = nodes[index];
            if (node === undefined) return null;
            return (
              <OutlineLine
                key={node.key}
                id={lineId(node)}
                node={node}
                top={start}
                isSelected={!node.isSection && selected.has(node.key)}
                isCursor={index === at}
                isRenaming={renaming === node.key}
                problems={counts.get(node.key)}
                dragged={dragged}
                onPress={press}
                onToggle={toggle}
                onMenu={onMenu}
                onRename={onRename}
              />
            );
          })}
          {mark ? (
            <div
              role="none"
              className={classes.mark}
              data-refused={zone.refused ? true : undefined}
              style={{ top: mark.line * lineHeight, left: 10 + mark.level * indent }}
            />
          ) : null}
        </div>
      </div>
      <Menu
        opened={menu !== undefined}
        onChange={(isOpen) => {
          if (!isOpen) setMenu(undefined);
        }}
        position="bottom-start"
        shadow="md"
        width={240}
        withinPortal
        returnFocus={false}
        onClose={() => tree.current?.focus()}
      >
        <Menu.Target>
          <button type="button" tabIndex={-1} aria-hidden className={classes.menuAt} style={{ left: menu?.x ?? 0, top: menu?.y ?? 0 }} />
        </Menu.Target>
        <Menu.Dropdown>
          {current ? (
            <PartMenuItems
              places={() => chosen(current)}
              onPickUp={current.isSection ? undefined : () => pickUp(dragged(current), `outline ${current.key}`)}
              isNested={current.place.kind === "row" || current.place.kind === "column"}
              onRename={nameIn(template, current.place, textLocale) === undefined ? undefined : () => rename(current)}
            />
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </section>
  );
}
