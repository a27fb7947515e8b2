// biome-ignore-all lint/a11y/useSemanticElements: a spreadsheet is a grid of ARIA; a table cannot keep its rows virtual
// biome-ignore-all lint/a11y/useFocusableInteractive: the input of the active cell has the keyboard
"use client";

import { useElementSize } from "@mantine/hooks";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useLocale, useTranslations } from "next-intl";
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { CellIndex } from "@/lib/form/content";
import type { RowView, TableView } from "@/lib/form/types";
import type { Text } from "@/lib/template";
import { editableText } from "./cellText";
import { certainText, conventionOf, decimalSeparatorOf, isAmbiguous, parseBlock, planPaste, type Target, writeBlock } from "./clipboard";
import { columnLayout, placeHead } from "./columnLayout";
import { FormulaBar } from "./FormulaBar";
import { GridHead } from "./GridHead";
import { GridRow } from "./GridRow";
import classes from "./grid.module.css";
import { keyAct } from "./keys";
import { PasteQuestion } from "./PasteQuestion";
import { placeIn } from "./placeIn";
import { StatusBar } from "./StatusBar";
import {
  clamped,
  type Ground,
  inside,
  type Move,
  moved,
  type Position,
  rectangleOf,
  type Selection,
  samePosition,
  single,
} from "./selection";
import type { GridEditor, GridSource, TextChange } from "./source";

/** Lets the page go to a cell of the grid. */
export interface GridHandle {
  /** Selects the cell of an address (see `placeIn`), scrolls to it and gives it the keyboard; false when this grid has none. */
  reveal(at: string): boolean;
}

interface GridProps {
  readonly view: TableView;
  /** Name of the table for those who hear it. */
  readonly label: string;
  readonly source: GridSource;
  /** A text of the template in the reader's language, period and values filled in. */
  readonly words: (text: Text) => string;
  /** Changes whenever a value, an invalid text or a finding of `source` did. */
  readonly version: number;
  /** Absent: the table is read only. */
  readonly editor?: GridEditor;
  readonly formulaInWords: (cell: CellIndex) => string | undefined;
  /** Opens a figure (an aggregate's contributions): a click or Enter on a cell. */
  readonly onOpen?: (cell: CellIndex, row: RowView) => void;
  /** Buttons of a row (remove an entry). */
  readonly rowAction?: (row: RowView) => ReactNode;
  readonly handle?: React.Ref<GridHandle>;
}

interface Typing {
  readonly text: string;
  /** `replace`: began by typing, arrows end it. `edit`: began by F2 or a double click, arrows move the caret. */
  readonly mode: "replace" | "edit";
}

const rowHeight = 31;

/** Where the keyboard begins: the first cell to fill, else the first of all. */
const firstPlace = (view: TableView, source: GridSource): Position => {
  for (const [row, { cells }] of view.rows.entries()) {
    const column = cells.findIndex((cell) => cell !== undefined && source.info(cell).role === "input");
    if (column !== -1) return { row, column };
  }
  return { row: 0, column: 0 };
};

/**
 * The figures of a table as a spreadsheet: its own DOM, rows virtual, a real focused input in the active cell, so that
 * Vietnamese typing (Telex by backspace and reinsertion, or by composition) works as in any field.
 */
export function Grid({ view, label, source, words, version, editor, formulaInWords, onOpen, rowAction, handle }: GridProps) {
  const t = useTranslations("grid");
  const locale = useLocale();
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: sizer, width: room } = useElementSize();
  const head = useRef<HTMLDivElement>(null);
  const holdsKeyboard = useRef(false);
  const [headHeight, setHeadHeight] = useState(0);
  const [typing, setTyping] = useState<Typing | undefined>(undefined);
  const [message, setMessage] = useState("");
  const [asking, setAsking] = useState<{ readonly text: string } | undefined>(undefined);

  const layout = useMemo(() => columnLayout(view, room), [view, room]);
  const placed = useMemo(() => placeHead(view.head, view.columns.length), [view]);
  const valueColumns = useMemo(() => view.columns.filter((column) => column.kind === "value"), [view]);

  const ground = useMemo<Ground>(
    () => ({
      rows: view.rows.length,
      columns: valueColumns.length,
      stops: (row) => view.rows[row]?.cells.some((cell) => cell !== undefined) ?? false,
    }),
    [view, valueColumns],
  );
  const [wanted, setSelection] = useState<Selection>(() => clamped(ground, single(firstPlace(view, source))));
  const selection = useMemo(() => clamped(ground, wanted), [ground, wanted]);
  const { active } = selection;
  const area = rectangleOf(selection);
  const cellAt = useCallback((row: number, column: number): CellIndex | undefined => view.rows[row]?.cells[column], [view]);
  const activeCell = cellAt(active.row, active.column);

  const virtual = useVirtualizer({
    count: view.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => view.rows[index]?.key ?? index,
    scrollPaddingStart: headHeight,
    // The row with the keyboard stays mounted while it is out of sight: its input would lose the focus and the text.
    rangeExtractor: (range: Range) => {
      const rows = defaultRangeExtractor(range);
      if (active.row < view.rows.length && !rows.includes(active.row)) rows.push(active.row);
      return rows.sort((a, b) => a - b);
    },
  });

  useLayoutEffect(() => {
    const element = head.current;
    if (!element) return;
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
  }, [layout.template, virtual]);

  /** Scrolls a cell into the part of the window that the head and the frozen columns leave. */
  const show = useCallback(
    (at: Position) => {
      virtual.scrollToIndex(at.row, { align: "auto" });
      const box = scroller.current;
      const element = head.current?.querySelector<HTMLElement>(`[data-value-column="${at.column}"]`);
      if (!box || !element) return;
      const left = element.offsetLeft;
      const right = left + element.offsetWidth;
      if (left < box.scrollLeft + layout.frozen) box.scrollLeft = left - layout.frozen;
      else if (right > box.scrollLeft + box.clientWidth) box.scrollLeft = right - box.clientWidth;
    },
    [virtual, layout.frozen],
  );

  const typable = (cell: CellIndex | undefined): boolean =>
    editor !== undefined && cell !== undefined && source.info(cell).role === "input";

  const textOf = useCallback(
    (cell: CellIndex): string => {
      const info = source.info(cell);
      return source.invalid(info.address)?.text ?? editableText(info, source.read(cell), locale);
    },
    [source, locale],
  );

  /** Ends typing, keeping what was typed. */
  const settle = () => {
    if (typing === undefined || activeCell === undefined || !editor) return;
    setTyping(undefined);
    editor.commit([{ at: source.info(activeCell).address, text: typing.text }]);
  };

  const select = (next: Selection) => {
    setSelection(next);
    holdsKeyboard.current = true;
    show(next.active);
  };

  const go = (move: Move, options: { readonly extend: boolean }): boolean => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 300) - headHeight) / rowHeight) - 1);
    const to = moved(ground, active, move, page);
    if (to === undefined) return false;
    settle();
    setMessage("");
    select(options.extend ? { anchor: selection.anchor, active: to } : single(to));
    return true;
  };

  const targetAt = (row: number, column: number): Target => {
    if (row >= view.rows.length || column >= valueColumns.length) return "outside";
    const cell = cellAt(row, column);
    if (cell === undefined) return "none";
    const { role } = source.info(cell);
    return role === "absent" ? "none" : role;
  };

  const changesAt = (places: readonly { readonly row: number; readonly column: number; readonly text: string }[]): TextChange[] =>
    places.flatMap(({ row, column, text }) => {
      const cell = cellAt(row, column);
      return cell === undefined ? [] : [{ at: source.info(cell).address, text }];
    });

  const blockOf = (): string =>
    writeBlock(
      view.rows.slice(area.top, area.bottom + 1).flatMap((row) => {
        if (!row.cells.some((cell) => cell !== undefined)) return [];
        const cells = row.cells.slice(area.left, area.right + 1);
        return [cells.map((cell) => (cell === undefined ? "" : textOf(cell)))];
      }),
    );

  const paste = (text: string, written: "comma" | "point" | undefined) => {
    if (!editor) return;
    const block = parseBlock(text);
    const plan = planPaste({ block, area, targetAt, rows: view.rows.length, stops: ground.stops });
    const own = locale === "vi" ? "comma" : "point";
    const convert = written !== undefined && written !== own;
    const swap = (value: string) =>
      /^[\s+-]?[\d.,\s ]+%?$/.test(value.trim()) ? value.replace(/[.,]/g, (sign) => (sign === "," ? "." : ",")) : value;
    const read = (value: string) => (written === undefined ? value : certainText(convert ? swap(value) : value, own));
    editor.commit(changesAt(plan.writes.map((write) => ({ ...write, text: read(write.text) }))));
    const skipped = plan.computed + plan.locked + plan.outside;
    setMessage(
      skipped === 0
        ? t("pasted", { count: plan.writes.length })
        : t("pastedSkipping", {
            count: plan.writes.length,
            computed: plan.computed,
            locked: plan.locked,
            outside: plan.outside,
          }),
    );
    select({
      anchor: { row: plan.area.top, column: plan.area.left },
      active: { row: plan.area.bottom, column: plan.area.right },
    });
  };

  const clear = () => {
    if (!editor) return;
    const places: { row: number; column: number; text: string }[] = [];
    let skipped = 0;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const target = targetAt(row, column);
        if (target === "input") places.push({ row, column, text: "" });
        else if (target === "computed" || target === "locked") skipped += 1;
      }
    }
    editor.commit(changesAt(places));
    setMessage(skipped > 0 ? t("clearedSkipping", { count: places.length, skipped }) : "");
  };

  const fillDown = () => {
    if (!editor || area.bottom === area.top) return;
    const source_ = view.rows[area.top]?.cells.slice(area.left, area.right + 1) ?? [];
    const line = source_.map((cell) => (cell === undefined ? "" : textOf(cell)));
    const plan = planPaste({ block: [line], area: { ...area, top: area.top + 1 }, targetAt, rows: view.rows.length, stops: ground.stops });
    editor.commit(changesAt(plan.writes));
    const skipped = plan.computed + plan.locked;
    setMessage(
      skipped === 0
        ? t("filled", { count: plan.writes.length })
        : t("filledSkipping", { count: plan.writes.length, computed: plan.computed, locked: plan.locked }),
    );
  };

  const reveal = useCallback(
    (at: string): boolean => {
      const place = placeIn(view, at, source.info);
      if (place === undefined) return false;
      setSelection(single(place));
      holdsKeyboard.current = true;
      show(place);
      // The same cell again: no effect will run, so the keyboard is taken here.
      scroller.current?.querySelector<HTMLElement>("[data-keyboard]")?.focus({ preventScroll: true });
      scroller.current?.scrollIntoView({ block: "nearest" });
      return true;
    },
    [view, source, show],
  );
  useImperativeHandle(handle, () => ({ reveal }), [reveal]);

  const travel = (direction: "undo" | "redo") => {
    if (!editor) return;
    const at = direction === "undo" ? editor.undo() : editor.redo();
    if (at === undefined) setMessage(t(direction === "undo" ? "nothingToUndo" : "nothingToRedo"));
    else {
      setMessage("");
      reveal(at);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // While an input method composes, every key is its own.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const act = keyAct(event, typing?.mode);
    if (act === undefined) return;
    switch (act.kind) {
      case "move":
        if (go(act.move, { extend: act.extend })) event.preventDefault();
        else settle();
        return;
      case "open":
        event.preventDefault();
        if (onOpen && activeCell !== undefined && view.rows[active.row]) onOpen(activeCell, view.rows[active.row] as RowView);
        else if (typable(activeCell) && activeCell !== undefined) setTyping({ text: textOf(activeCell), mode: "edit" });
        return;
      case "enter":
        event.preventDefault();
        if (typing === undefined && onOpen && activeCell !== undefined) {
          const row = view.rows[active.row];
          if (row) onOpen(activeCell, row);
          return;
        }
        if (!go(act.move, { extend: false })) settle();
        return;
      case "escape":
        if (typing !== undefined) {
          event.preventDefault();
          event.stopPropagation();
          setTyping(undefined);
          editor?.cancel();
        } else if (!samePosition(selection.anchor, active)) {
          event.preventDefault();
          setSelection(single(active));
        }
        return;
      case "clear":
        event.preventDefault();
        clear();
        return;
      case "fillDown":
        event.preventDefault();
        fillDown();
        return;
      case "undo":
      case "redo":
        event.preventDefault();
        settle();
        travel(act.kind);
        return;
      case "selectAll":
        event.preventDefault();
        setSelection({ anchor: { row: 0, column: 0 }, active: { row: view.rows.length - 1, column: valueColumns.length - 1 } });
        return;
      case "toggle":
        if (activeCell !== undefined && typable(activeCell) && source.info(activeCell).type === "boolean") {
          event.preventDefault();
          editor?.commit([{ at: source.info(activeCell).address, text: source.read(activeCell) === true ? t("no") : t("yes") }]);
        }
        return;
    }
  };

  const placeOf = (target: EventTarget): Position | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    if (!element) return undefined;
    return { row: Number(element.dataset.row), column: Number(element.dataset.column) };
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const at = placeOf(event.target);
    if (!at || event.button !== 0) return;
    if (samePosition(at, active) && event.target instanceof HTMLElement && event.target.matches("input, select")) {
      if (typing !== undefined || event.target.matches("select")) return;
    }
    if (event.pointerType === "mouse") event.preventDefault();
    settle();
    setMessage("");
    select(event.shiftKey ? { anchor: selection.anchor, active: at } : single(at));
    // The same cell again: no effect will run, so the keyboard is taken here.
    scroller.current?.querySelector<HTMLElement>("[data-keyboard]")?.focus({ preventScroll: true });
  };

  const onPointerOver = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons !== 1 || event.pointerType !== "mouse" || typing !== undefined) return;
    const at = placeOf(event.target);
    if (at && !samePosition(at, active)) setSelection({ anchor: selection.anchor, active: at });
  };

  const onDoubleClick = () => {
    if (typing === undefined && typable(activeCell) && activeCell !== undefined) setTyping({ text: textOf(activeCell), mode: "edit" });
  };

  const onClick = (event: React.MouseEvent<HTMLDivElement>) => {
    const at = placeOf(event.target);
    const row = at && view.rows[at.row];
    const cell = at && cellAt(at.row, at.column);
    if (onOpen && row && cell !== undefined && !event.shiftKey && samePosition(selection.anchor, active)) onOpen(cell, row);
  };

  const onCopy = (event: ClipboardEvent<HTMLDivElement>) => {
    if (typing !== undefined) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", blockOf());
    setMessage(t("copied", { rows: area.bottom - area.top + 1, columns: area.right - area.left + 1 }));
  };

  const onCut = (event: ClipboardEvent<HTMLDivElement>) => {
    if (typing !== undefined) return;
    onCopy(event);
    clear();
  };

  const onPaste = (event: ClipboardEvent<HTMLDivElement>) => {
    if (typing !== undefined || !editor) return;
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain");
    if (text === "") return;
    const named = decimalSeparatorOf(event.clipboardData.getData("text/html"));
    const own = locale === "vi" ? "comma" : "point";
    const block = parseBlock(text);
    const seen = conventionOf(block);
    if (named) paste(text, named === "," ? "comma" : "point");
    else if (seen === own) paste(text, own);
    else if (seen === "unknown" && !isAmbiguous(block, own)) paste(text, undefined);
    else setAsking({ text });
  };

  const onFocus = () => {
    holdsKeyboard.current = true;
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    // An input that leaves the page with its cell gives no reason to end; one that the person left does.
    if (event.relatedTarget !== null) holdsKeyboard.current = false;
    settle();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows the active cell, and its input when typing begins
  useLayoutEffect(() => {
    if (!holdsKeyboard.current) return;
    const input = scroller.current?.querySelector<HTMLInputElement | HTMLSelectElement>("[data-keyboard]");
    if (!input) return;
    if (document.activeElement !== input) input.focus({ preventScroll: true });
    if (input instanceof HTMLInputElement) {
      if (typing === undefined) input.select();
      else if (typing.mode === "edit") input.setSelectionRange(input.value.length, input.value.length);
    }
  }, [active.row, active.column, typing?.mode, version]);

  useEffect(() => {
    if (active.row !== wanted.active.row || active.column !== wanted.active.column) setSelection(selection);
  }, [active, wanted, selection]);

  const type = (text: string) => {
    if (activeCell === undefined || !editor || !typable(activeCell)) return;
    setTyping({ text, mode: typing?.mode ?? "replace" });
    setMessage("");
    editor.preview({ at: source.info(activeCell).address, text });
  };

  const headRows = view.head.length + (view.numberingRow ? 1 : 0);
  const activeRow = view.rows[active.row];
  const activeColumn = valueColumns[active.column];
  // What fails in the whole row, column or table is told at each of their cells.
  const activeFindings = [
    ...(activeCell === undefined ? [] : source.findings(source.info(activeCell).address)),
    ...(activeRow ? source.findings(`${view.id}.${activeRow.key}`) : []),
    ...(activeColumn ? source.findings(`${view.id}.${activeColumn.key}`) : []),
    ...source.findings(view.id),
  ];
  const rowName = (row: RowView) => [row.number, words(row.label)].filter((part) => part !== "").join(" ");

  return (
    <section className={classes.frame} aria-label={label}>
      <FormulaBar
        place={activeRow && activeColumn ? `${rowName(activeRow)} · ${words(activeColumn.label)}` : ""}
        info={activeCell === undefined ? undefined : source.info(activeCell)}
        value={typing?.text ?? (activeCell === undefined ? "" : textOf(activeCell))}
        formula={activeCell === undefined ? undefined : formulaInWords(activeCell)}
        invalid={activeCell === undefined ? undefined : source.invalid(source.info(activeCell).address)}
        findings={activeFindings}
        editing={editor !== undefined}
      />
      <div ref={sizer} className={classes.sizer}>
        <div
          ref={scroller}
          id={gridId}
          role="grid"
          aria-label={label}
          aria-rowcount={view.rows.length + headRows}
          aria-colcount={view.columns.length}
          aria-readonly={editor === undefined}
          aria-multiselectable
          className={classes.scroller}
          onKeyDown={onKeyDown}
          onPointerDown={onPointerDown}
          onPointerOver={onPointerOver}
          onDoubleClick={onDoubleClick}
          onClick={onClick}
          onCopy={onCopy}
          onCut={onCut}
          onPaste={onPaste}
          onFocus={onFocus}
          onBlur={onBlur}
        >
          <GridHead ref={head} view={view} placed={placed} layout={layout} words={words} selectedFrom={area.left} selectedTo={area.right} />
          <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize(), minWidth: layout.width }}>
            {virtual.getVirtualItems().map((item) => {
              const row = view.rows[item.index];
              if (!row) return null;
              const isActive = item.index === active.row;
              return (
                <GridRow
                  key={item.key}
                  measure={virtual.measureElement}
                  row={row}
                  place={`${view.id}.${row.key}`}
                  index={item.index}
                  ariaRow={item.index + headRows + 1}
                  top={item.start}
                  layout={layout}
                  source={source}
                  version={version}
                  words={words}
                  locale={locale}
                  editing={editor !== undefined}
                  opens={onOpen !== undefined}
                  selectedFrom={inside(area, item.index, area.left) ? area.left : -1}
                  selectedTo={inside(area, item.index, area.left) ? area.right : -2}
                  activeColumn={isActive ? active.column : -1}
                  typed={isActive ? typing?.text : undefined}
                  onType={isActive ? type : undefined}
                  action={rowAction?.(row)}
                />
              );
            })}
          </div>
        </div>
      </div>
      <StatusBar
        view={view}
        area={area}
        source={source}
        version={version}
        locale={locale}
        message={message}
        editing={editor !== undefined}
      />
      <PasteQuestion
        opened={asking !== undefined}
        onChoose={(written) => {
          const text = asking?.text;
          setAsking(undefined);
          if (text !== undefined && written !== undefined) paste(text, written);
        }}
      />
    </section>
  );
}
