"use client";

import { Modal, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type CSSProperties, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { useDesignerStore } from "@/components/designer/store";
import { foldVietnamese } from "@/lib/unit";
import { describeTarget } from "./describeTarget";
import classes from "./dnd.module.css";
import { dropTargets, type NestedTarget, staysPut } from "./dropTargets";
import { placeCommand } from "./placeCommand";
import type { Dragged } from "./types";
import { useMoveTo } from "./useMoveTo";
import { useNames } from "./useNames";

interface MoveToDialogProps {
  /** What is to be moved; closed where there is nothing. */
  readonly dragged: Dragged | undefined;
  readonly onClose: () => void;
}

/** "Chuyển tới…": the places where a part can go, found by typing. */
export function MoveToDialog({ dragged, onClose }: MoveToDialogProps) {
  const t = useTranslations("designerPage.moveTo");
  return (
    <Modal
      opened={dragged !== undefined}
      onClose={onClose}
      title={t("title", { part: dragged?.label ?? "" })}
      closeButtonProps={{ "aria-label": t("close") }}
      size="lg"
    >
      {dragged ? <Places dragged={dragged} onDone={onClose} /> : null}
    </Modal>
  );
}

const lineHeight = 32;

function Places({ dragged, onDone }: { readonly dragged: Dragged; readonly onDone: () => void }) {
  const t = useTranslations("designerPage.moveTo");
  const store = useDesignerStore();
  const names = useNames();
  const moveTo = useMoveTo();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const places = useMemo(() => {
    const { template } = store.snapshot();
    const context = names();
    return dropTargets(template, dragged)
      .filter((target) => !staysPut(template, dragged, target) && placeCommand(template, dragged, target).ok)
      .map((target) => {
        const words = describeTarget(context, dragged, target);
        return { target, words, folded: foldVietnamese(words) };
      });
  }, [store, names, dragged]);
  const shown = useMemo(() => {
    const wanted = foldVietnamese(search).split(/\s+/);
    return places.filter(({ folded }) => wanted.every((word) => folded.includes(word)));
  }, [places, search]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
  });
  const choose = (target: NestedTarget | undefined): void => {
    if (target === undefined) return;
    onDone();
    moveTo(dragged, { into: target.into, index: target.index });
  };
  const goTo = (index: number): void => {
    const next = Math.min(Math.max(index, 0), shown.length - 1);
    setAt(next);
    virtual.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 };
    const step = steps[event.key];
    if (step !== undefined) goTo(step);
    else if (event.key === "Enter") choose(shown[at]?.target);
    else return;
    event.preventDefault();
  };
  const optionId = (index: number): string => `${listId}-${index}`;
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? optionId(at) : undefined}
        label={t("search")}
        description={t("hint")}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value);
          setAt(0);
          virtual.scrollToIndex(0);
        }}
        onKeyDown={onKeyDown}
      />
      {shown.length === 0 ? <p className={classes.noPlaces}>{t(places.length === 0 ? "nowhere" : "notFound")}</p> : null}
      <div ref={scroller} className={classes.places} hidden={shown.length === 0}>
        <div id={listId} role="listbox" aria-label={t("places")} className={classes.placeList} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const place = shown[index];
            if (place === undefined) return null;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input of the search has the keyboard
              <div
                key={index}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
                tabIndex={-1}
                className={classes.placeOption}
                style={{ transform: `translateY(${start}px)`, "--depth": place.target.depth } as CSSProperties}
                onClick={() => choose(place.target)}
              >
                {place.words}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
