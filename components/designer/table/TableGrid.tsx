// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
"use client";

import { useElementSize } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTextParams } from "@/components/designer/blocks/useTextParams";
import { useDragged } from "@/components/designer/dnd";
import { usePointing } from "@/components/designer/formula";
import { useAnnounce, useDesigner, useDesignerStore } from "@/components/designer/store";
import { useSay } from "@/components/ui/useSay";
import { fillText, type Table, type Text } from "@/lib/template";
import { type Place, samePlace } from "@/lib/template/edit";
import type { ActiveInput } from "./CellInput";
import { columnsInView, type Look } from "./columnWidths";
import { type Position, stopAt } from "./designGrid";
import { FormulaFrames } from "./FormulaFrames";
import { keyAct } from "./keys";
import { moved } from "./moves";
import { PasteDialog } from "./PasteDialog";
import { type RowDragStart, RowDrop } from "./RowDrop";
import { placesBetween } from "./ranges";
import type { CopiedBlock } from "./readHtmlTable";
import { stopDescription, stopName } from "./stopName";
import { TableContextMenu } from "./TableContextMenu";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { TableToolbar } from "./TableToolbar";
import classes from "./table.module.css";
import { useFailures } from "./useFailures";
import { useStable } from "./useStable";
import { useStanding } from "./useStanding";
import { useStructure } from "./useStructure";
import { useTableClipboard } from "./useTableClipboard";
import { useTableShape } from "./useTableShape";
import { useTyping } from "./useTyping";

interface TableGridProps {
  readonly table: Table;
  readonly label: string;
  readonly look: Look;
  readonly setLook: (look: Look) => void;
}

const onHandle = (target: EventTarget): boolean => target instanceof Element && target.closest("[data-handle]") !== null;

const rowHeight: Readonly<Record<Look, number>> = { print: 27, compact: 26 };
/** Columns drawn beside the window, in pixels, so that scrolling a little draws nothing anew. */
const beside = 240;

/**
 * The table of the document as a spreadsheet: its own DOM, rows and columns virtual, a real focused input in the active
 * cell. What is typed, moved and selected goes to the store; nothing of the document is kept here.
 */
export function TableGrid({ table, label, look, setLook }: TableGridProps) {
  const t = useTranslations("designerTable");
  const say = useSay();
  const store = useDesignerStore();
  const announce = useAnnounce();
  const locale = useDesigner((snapshot) => snapshot.textLocale);
  const params = useTextParams();
  const print = useCallback((words: Text) => fillText(words, params, locale), [params, locale]);
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const holdsKeyboard = useRef(false);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | undefined>(undefined);
  const { ref: sizer, width: room } = useElementSize();
  const [headHeight, setHeadHeight] = useState(0);
  const [view, setView] = useState({ from: 0, to: 12 });

  const { grid, layout, bodyLeaves, faceOf } = useTableShape(table, room, look);
  const { position, stop, owns, lost, selection, marks, go } = useStanding(grid);
  const failures = useFailures(table.id);
  const { typing, text, placeholder, begin, type, settle, cancel, textOf, commandOf } = useTyping({ table, grid, stop, faceOf });
  const structure = useStructure(table.id);
  const pointing = usePointing();
  const [pasting, setPasting] = useState<CopiedBlock | undefined>(undefined);
  const clipboard = useTableClipboard({
    grid,
    stop,
    position,
    structure,
    isTyping: typing !== undefined,
    commandOf,
    textOf,
    onText: type,
    onBlock: setPasting,
  });
  const activeLine = stop !== undefined && stop.place.kind !== "column" ? stop.top - grid.headRows : -1;

  const dragStart = useRef<RowDragStart | undefined>(undefined);
  const dragged = useDragged();

  const virtual = useVirtualizer({
    count: grid.body.lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight[look],
    overscan: 6,
    getItemKey: (index) => grid.body.lines[index]?.row.id ?? index,
    scrollPaddingStart: headHeight,
    // The row with the keyboard stays mounted while it is out of sight: its input would lose the focus and the text.
    rangeExtractor: (range: Range) => {
      const lines = defaultRangeExtractor(range);
      if (activeLine >= 0 && activeLine < grid.body.lines.length && !lines.includes(activeLine)) lines.push(activeLine);
      return lines.sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    const element = head.current;
    if (!element) return undefined;
    const measure = () => setHeadHeight(element.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Other column widths wrap other words: the rows on the screen are measured again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the widths are the reason
  useLayoutEffect(() => {
    for (const row of scroller.current?.querySelectorAll<HTMLElement>("[data-index]") ?? []) {
      virtual.resizeItem(Number(row.dataset.index), row.offsetHeight);
    }
  }, [layout.template, look, virtual]);

  const watchColumns = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    box.style.setProperty("--scrolled", `${box.scrollLeft}px`);
    const now = columnsInView(layout, box.scrollLeft, box.clientWidth, beside);
    setView((before) => (before.from === now.from && before.to === now.to ? before : now));
  }, [layout]);
  useLayoutEffect(watchColumns, [watchColumns]);

  /** Scrolls a cell into the part of the window that the head and the frozen columns leave. */
  const show = useCallback(
    (at: Position) => {
      if (at.y >= grid.headRows) virtual.scrollToIndex(at.y - grid.headRows, { align: "auto" });
      else if (at.y === 0 && at.x === 0) virtual.scrollToOffset(0);
      const box = scroller.current;
      const left = layout.lefts[at.x] ?? 0;
      const right = left + (layout.widths[at.x] ?? 0);
      if (!box || at.x < layout.frozen) return;
      if (left < box.scrollLeft + layout.frozenWidth) box.scrollLeft = left - layout.frozenWidth;
      else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
    },
    [virtual, layout, grid.headRows],
  );

  // What was selected elsewhere (the outline, a problem, an undo) comes into view without taking the keyboard.
  const place = stop?.place;
  const shown = useRef(place);
  useEffect(() => {
    if (!owns || samePlace(shown.current, place)) return;
    shown.current = place;
    show(position);
  }, [owns, place, position, show]);

  const focusInput = () => {
    const input = scroller.current?.querySelector<HTMLTextAreaElement>("[data-keyboard]");
    input?.focus({ preventScroll: true });
    if (typing === undefined) input?.select();
  };

  const takeKeyboard = useStable(focusInput);

  // What the keyboard stood on is gone (an undo, another designer): it stands at what is there now.
  useEffect(() => {
    if (lost) go(position, "alone");
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows the active cell, and its input when typing begins
  useLayoutEffect(() => {
    if (!holdsKeyboard.current) return;
    const input = scroller.current?.querySelector<HTMLTextAreaElement>("[data-keyboard]");
    if (!input) return;
    if (document.activeElement !== input) input.focus({ preventScroll: true });
    if (typing === undefined) input.select();
    else if (typing.mode === "edit") input.setSelectionRange(input.value.length, input.value.length);
  }, [owns, place?.kind, position.y, position.x, typing?.mode, table]);

  const goTo = (to: Position, join: "alone" | "extend" | "toggle") => {
    holdsKeyboard.current = true;
    go(to, join);
    show(to);
  };

  const page = (): number => Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - headHeight) / rowHeight[look]) - 1);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229 || stop === undefined) return;
    const on = stop.kind === "cell" ? undefined : stop.place.kind === "column" ? "column" : "row";
    const act = keyAct(event, typing?.mode, on);
    if (act === undefined) return;
    switch (act.kind) {
      case "move": {
        const to = moved(grid, position, act.move, page());
        if (to === undefined) {
          // Past the last cell: somebody who was typing goes on in a new row; else Tab leaves the table.
          if (typing === undefined || act.move !== "next") return;
          event.preventDefault();
          if (settle()) structure.goOn();
          return;
        }
        event.preventDefault();
        if (settle()) goTo(to, act.extend ? "extend" : "alone");
        return;
      }
      case "enter": {
        event.preventDefault();
        const isLast = stop.bottom === grid.rows - 1;
        if (!settle()) return;
        if (act.move === "down" && isLast) structure.goOn();
        else {
          const to = moved(grid, position, act.move, 1);
          if (to !== undefined) goTo(to, "alone");
        }
        return;
      }
      case "open":
        event.preventDefault();
        begin();
        return;
      case "escape":
        if (typing !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          cancel();
        } else if (selection.places.length > 1) {
          event.preventDefault();
          go(position, "alone");
        }
        return;
      case "clear":
        event.preventDefault();
        structure.clear(stop);
        return;
      case "undo":
      case "redo":
        event.preventDefault();
        event.stopPropagation();
        if (!settle()) cancel();
        if (act.kind === "undo") store.undo();
        else store.redo();
        return;
      case "selectAll": {
        event.preventDefault();
        const from: Position = { y: stop.place.kind === "column" ? 0 : grid.headRows, x: 0 };
        const first = stop.kind === "cell" ? { y: from.y, x: grid.head.leaves.findIndex(({ column }) => column.kind === "value") } : from;
        const places = placesBetween(grid, first, { y: stop.place.kind === "column" ? 0 : grid.rows - 1, x: grid.columns - 1 });
        store.select({ places, anchor: places[0], focus: stop.place });
        announce(t("selected", { count: places.length }));
        return;
      }
      case "menu": {
        event.preventDefault();
        const box = scroller.current?.querySelector("[data-active]")?.getBoundingClientRect();
        openMenu(box?.left ?? 0, box?.bottom ?? 0);
        return;
      }
      case "remove":
      case "duplicate":
        // On cells of figures Ctrl+D fills down, which is the formula bar's.
        if (act.kind === "duplicate" && on === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        if (!settle()) return;
        if (act.kind === "remove") structure.remove(on ?? "row");
        else structure.duplicate(on ?? "row");
        return;
      case "act":
        event.preventDefault();
        event.stopPropagation();
        if (settle()) structure.act(act.act, act.act === "group" || act.act === "ungroup" ? "column" : (on ?? "row"));
        return;
    }
  };

  const positionIn = (target: EventTarget): Position | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-y]") : null;
    return element ? { y: Number(element.dataset.y), x: Number(element.dataset.x) } : undefined;
  };

  const axes =
    stop === undefined
      ? []
      : stop.kind === "cell"
        ? (["row", "column"] as const)
        : ([stop.place.kind === "column" ? "column" : "row"] as const);
  const openMenu = (clientX: number, clientY: number) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    // The page may be zoomed: pixels of the window are not those of the frame.
    const scale = box.width / Math.max(1, frame.current?.offsetWidth ?? box.width);
    setMenu({ x: (clientX - box.left) / scale, y: (clientY - box.top) / scale });
  };
  const closeMenu = () => {
    setMenu(undefined);
    focusInput();
  };

  const onContextMenu = (event: MouseEvent<HTMLDivElement>) => {
    const at = positionIn(event.target);
    if (!at || typing !== undefined) return;
    event.preventDefault();
    const under = stopAt(grid, at);
    if (!selection.places.some((each) => samePlace(each, under?.place))) goTo(at, "alone");
    openMenu(event.clientX, event.clientY);
  };

  /** While a formula is written, a press on a figure, row or column puts its name in, and a drag the name of a range. */
  const pointedFrom = useRef<Place | undefined>(undefined);
  const pointAt = (event: PointerEvent<HTMLDivElement> | MouseEvent<HTMLDivElement>): boolean => {
    if (!pointing.active) return false;
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
    const at = handle ? handlePosition(handle) : positionIn(event.target);
    const under = at && stopAt(grid, at)?.place;
    if (under === undefined) return false;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "pointerdown") {
      pointedFrom.current = under;
      pointing.point(under);
    }
    return true;
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button === 0 && pointAt(event)) return;
    const at = onHandle(event.target) ? undefined : positionIn(event.target);
    if (!at || event.button !== 0) return;
    const isHere = owns && stop !== undefined && samePlace(stopAt(grid, at)?.place, stop.place) && stopAt(grid, at)?.kind === stop.kind;
    // The second click into the cell that is typed into moves the caret.
    if (isHere && typing !== undefined) return;
    if (event.pointerType === "mouse") event.preventDefault();
    if (!settle()) cancel();
    const join = event.shiftKey ? "extend" : event.ctrlKey || event.metaKey ? "toggle" : "alone";
    goTo(at, join);
    // The same cell again: no effect will run, so the keyboard is taken here.
    if (isHere) focusInput();
  };

  /** A press on a row's code or a head's grip selects it; what is selected already stays, since it may be about to be dragged. */
  const onMouseDown = (event: MouseEvent<HTMLDivElement>) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
    if (event.button === 0 && pointAt(event)) return;
    if (!handle || event.button !== 0) return;
    if (!settle()) cancel();
    const at = handlePosition(handle);
    if (at === undefined) return;
    if (handle.dataset.handle === "row") {
      const line = grid.body.lines[at.y - grid.headRows];
      dragStart.current = line && { row: line.row.id, x: event.clientX, depth: line.depth };
    }
    const chosen = stopAt(grid, at)?.place;
    if (event.shiftKey) goTo(at, "extend");
    else if (event.ctrlKey || event.metaKey) goTo(at, "toggle");
    else if (!selection.places.some((each) => samePlace(each, chosen))) goTo(at, "alone");
  };
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-handle]") : null;
    const at = handle ? handlePosition(handle) : undefined;
    pointedFrom.current = undefined;
    if (at === undefined || pointing.active) return;
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) goTo(at, "alone");
    if (at.y === position.y && at.x === position.x) focusInput();
  };
  const handlePosition = (handle: HTMLElement): Position | undefined => {
    if (handle.dataset.handle === "row") return { y: Number(handle.dataset.handleY), x: grid.labelLeaf };
    const box = grid.head.boxOf.get(handle.dataset.handleColumn ?? "");
    return box && { y: box.level, x: box.from };
  };

  const onPointerOver = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 1 && pointing.active && pointedFrom.current !== undefined) {
      const to = positionIn(event.target);
      const under = to && stopAt(grid, to)?.place;
      if (under !== undefined && under.kind === pointedFrom.current.kind) pointing.point(pointedFrom.current, under);
      return;
    }
    if (event.buttons !== 1 || event.pointerType !== "mouse" || typing !== undefined || !holdsKeyboard.current) return;
    const at = onHandle(event.target) || dragged !== undefined ? undefined : positionIn(event.target);
    if (at && (at.y !== position.y || at.x !== position.x)) go(at, "extend");
  };

  const onFocus = () => {
    holdsKeyboard.current = true;
    // The keyboard came in by Tab; a press has selected its cell already.
    const { focus } = store.snapshot().selection;
    const isIn = focus !== undefined && focus.kind !== "document" && focus.kind !== "block" && focus.block === table.id;
    if (!isIn) go(position, "alone");
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    // An input that leaves the page with its cell gives no reason to end; one that the person left does.
    if (event.relatedTarget !== null) holdsKeyboard.current = false;
    if (!settle() && typing?.problem) announce(say(typing.problem));
  };

  const input: ActiveInput | undefined = stop && {
    text,
    typing: typing?.mode,
    label: stopName(t, grid, stop, locale),
    description: stopDescription(t, grid, stop, faceOf),
    placeholder,
    wrong: typing?.problem && say(typing.problem),
    owns,
    onType: type,
  };
  // As it prints: the more columns share the paper, the smaller the letters.
  const perColumn = room / Math.max(1, grid.columns);
  const letters = perColumn > 113 ? "large" : perColumn > 67 ? "medium" : "small";
  const failureOf = (id: string): string | undefined => failures.columns.get(id);

  return (
    <div ref={frame} className={classes.frame} data-designer-table={table.id}>
      <TableToolbar
        block={table.id}
        structure={structure}
        look={look}
        setLook={setLook}
        axis={owns && stop ? (stop.place.kind === "column" ? "column" : "row") : undefined}
        onDone={takeKeyboard}
      />
      <div ref={sizer} className={classes.sizer}>
        <div
          ref={scroller}
          role="grid"
          aria-label={label}
          aria-rowcount={grid.rows + 1}
          aria-colcount={grid.columns + 1}
          aria-multiselectable
          className={classes.scroller}
          data-look={look}
          data-letters={letters}
          data-owns={owns || undefined}
          data-pointing={pointing.active || undefined}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerOver={onPointerOver}
          onCopy={clipboard.onCopy}
          onCut={clipboard.onCut}
          onPaste={clipboard.onPaste}
          onDoubleClick={begin}
          onMouseDown={onMouseDown}
          onClick={onClick}
          onContextMenu={onContextMenu}
          onFocus={onFocus}
          onBlur={onBlur}
          onScroll={watchColumns}
        >
          <TableHead
            ref={head}
            scroller={scroller}
            grid={grid}
            layout={layout}
            locale={locale}
            print={print}
            marks={marks}
            active={stop?.place.kind === "column" ? stop : undefined}
            input={input}
            failureOf={failureOf}
          />
          <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize(), width: layout.width }}>
            {virtual.getVirtualItems().map((item) => {
              const line = grid.body.lines[item.index];
              if (!line) return null;
              const isActive = item.index === activeLine;
              return (
                <TableRow
                  key={item.key}
                  measure={virtual.measureElement}
                  block={grid.block}
                  row={line.row}
                  line={item.index}
                  depth={line.depth}
                  y={grid.headRows + item.index}
                  top={item.start}
                  layout={layout}
                  leaves={bodyLeaves}
                  labelLeaf={grid.labelLeaf}
                  from={view.from}
                  to={view.to}
                  hasCells={grid.hasCells(item.index)}
                  faceOf={faceOf}
                  locale={locale}
                  print={print}
                  selected={marks.rows.has(line.row.id)}
                  selectedCells={marks.cells.get(line.row.id)}
                  activeLeaf={isActive && stop ? stop.left : -1}
                  input={isActive ? input : undefined}
                  failures={failures.rows.get(line.row.id)}
                />
              );
            })}
            <FormulaFrames grid={grid} layout={layout} virtual={virtual} />
            <RowDrop grid={grid} layout={layout} virtual={virtual} started={dragStart} />
          </div>
        </div>
      </div>
      <button
        type="button"
        className={classes.addRow}
        aria-label={t("act.rowLast")}
        title={t("act.rowLast")}
        onClick={() => structure.append("row")}
      >
        <IconPlus size={12} aria-hidden />
      </button>
      <button
        type="button"
        className={classes.addColumn}
        aria-label={t("act.columnLast")}
        title={t("act.columnLast")}
        onClick={() => structure.append("column")}
      >
        <IconPlus size={12} aria-hidden />
      </button>
      <TableContextMenu
        block={table.id}
        structure={structure}
        point={menu && { ...menu, axes }}
        onClose={closeMenu}
        onClipboard={clipboard.byMenu}
      />
      <PasteDialog
        table={table}
        block={pasting}
        at={stop?.place}
        structure={structure}
        onClose={() => {
          setPasting(undefined);
          holdsKeyboard.current = true;
        }}
      />
    </div>
  );
}
