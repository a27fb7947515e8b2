"use client";

import { ActionIcon, SegmentedControl, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconGripVertical, IconPlus, IconSearch } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useCached, wordsIn } from "@/components/catalogue";
import { type Dragged, useDragSource, useMoveTo } from "@/components/designer/dnd";
import { useAnnounce, useDesignerStore } from "@/components/designer/store";
import { ProblemList } from "@/components/ui/ProblemList";
import type { IndicatorItem } from "@/lib/service/catalogueTypes";
import type { Page } from "@/lib/service/types";
import classes from "./designerCatalogue.module.css";
import { type IndicatorList, indicatorLists, indicatorPart } from "./indicatorPart";
import { insertionTarget } from "./insertionTarget";

/** Shown at once; words narrow what is more. */
const pageSize = 200;
const rowHeight = 58;

/** The catalogue of indicators beside the page: found by words, dragged into a table or added by a button. */
export function IndicatorPalette() {
  const t = useTranslations("indicators.palette");
  const [typed, setTyped] = useState("");
  const [list, setList] = useState<IndicatorList>("rows");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const answer = useCached<Page<IndicatorItem>>(`/indicators?pageSize=${pageSize}&search=${encodeURIComponent(search)}`);
  // What was found last stays until there is an answer, so that the list does not flicker at each letter.
  const [found, setFound] = useState<Page<IndicatorItem>>();
  if (answer?.ok && answer.value !== found) setFound(answer.value);
  const items = found?.items ?? [];
  const rest = (found?.total ?? 0) - items.length;
  return (
    <section className={classes.palette} aria-label={t("label")}>
      <TextInput
        size="xs"
        type="search"
        label={t("search")}
        placeholder={t("placeholder")}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t("as")}
        value={list}
        onChange={(value) => setList(value as IndicatorList)}
        data={indicatorLists.map((value) => ({ value, label: t(`lists.${value}`) }))}
      />
      <p className={classes.hint}>{t("hint")}</p>
      <p className={classes.count} role="status">
        {answer === undefined ? t("loading") : answer.ok ? t("results", { count: answer.value.total }) : null}
      </p>
      {answer?.ok === false ? <ProblemList title={t("failed")} problems={answer.error.problems} /> : null}
      {answer?.ok && items.length === 0 ? <p className={classes.hint}>{t("none")}</p> : null}
      <Results key={items[0]?.id} items={items} list={list} />
      {rest > 0 ? <p className={classes.hint}>{t("more", { count: rest })}</p> : null}
    </section>
  );
}

function Results({ items, list }: { readonly items: readonly IndicatorItem[]; readonly list: IndicatorList }) {
  const t = useTranslations("indicators.palette");
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    getItemKey: (index) => items[index]?.id ?? index,
  });

  /** Arrows go from one result to the next, those that are not drawn yet included. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    if (step === undefined || from === null || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const next = Number(from.dataset.index) + step;
    if (next < 0 || next >= items.length) return;
    event.preventDefault();
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus());
  };

  if (items.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys go from result to result; each holds buttons of its own
    <div ref={scroller} className={classes.results} onKeyDown={onKeyDown}>
      <ul className={classes.list} style={{ height: virtual.getTotalSize() }} aria-label={t("label")}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const indicator = items[index];
          if (!indicator) return null;
          return (
            <li
              key={key}
              data-index={index}
              className={classes.item}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              aria-setsize={items.length}
              aria-posinset={index + 1}
            >
              <Result indicator={indicator} list={list} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Result({ indicator, list }: { readonly indicator: IndicatorItem; readonly list: IndicatorList }) {
  const t = useTranslations("indicators");
  const locale = useLocale();
  const store = useDesignerStore();
  const announce = useAnnounce();
  const moveTo = useMoveTo();
  const name = wordsIn(indicator.name, locale);
  const dragged = useMemo(
    (): Dragged => ({
      kind: "new",
      label: name,
      of: list,
      make: (template, into) => [indicatorPart(indicator, template, into)].filter((part) => part !== undefined),
    }),
    [indicator, list, name],
  );
  const source = useDragSource({ id: `indicator ${indicator.id}`, dragged });
  const { ref: handleRef, ...handle } = source.handle;

  const add = (): void => {
    const { template, selection } = store.snapshot();
    const target = insertionTarget(template, selection, list);
    if (target) moveTo(dragged, target);
    else {
      setRefused(true);
      announce(t(`palette.noTarget.${list}`));
    }
  };
  const [refused, setRefused] = useState(false);

  return (
    <div className={classes.result} data-dragging={source.isDragging || undefined}>
      <button
        type="button"
        ref={(node) => {
          source.ref(node);
          handleRef(node);
        }}
        {...handle}
        className={classes.handle}
        aria-label={t("palette.drag", { name })}
      >
        <IconGripVertical size={14} aria-hidden className={classes.grip} />
        <span className={classes.words}>
          <span className={classes.name}>{name}</span>
          <span className={classes.meta}>
            {[indicator.code, indicator.measureUnit?.symbol].filter((word) => word !== undefined).join(" · ")}
          </span>
        </span>
      </button>
      <Tooltip
        label={refused ? t(`palette.noTarget.${list}`) : t("palette.add")}
        opened={refused ? true : undefined}
        position="right"
        multiline
        maw={240}
      >
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label={t("palette.addOf", { name })}
          onClick={add}
          onBlur={() => setRefused(false)}
          onPointerLeave={() => setRefused(false)}
        >
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
