"use client";

import { CloseButton, Portal, TextInput } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useDesignerStore } from "@/components/designer/store";
import classes from "./blocks.module.css";
import { type Offer, offersOf, searchOffers, valuesOfRow } from "./pickableValues";
import { usePickOnPage } from "./usePickOnPage";
import { useSpeech } from "./useSpeech";

interface ValuePickerProps {
  readonly onPick: (ref: string) => void;
  readonly onLeave: () => void;
}

const pathOf = (offer: Offer | undefined): string | undefined => offer?.names.slice(0, -1).join(" › ");

/** Lines that are drawn at once; more are found by words. */
const shownAtOnce = 100;

/**
 * Chooses a value of the report: by a click on its cell of the page, or by keyboard from the list of tables, rows and
 * columns. Escape leaves.
 */
export function ValuePicker(props: ValuePickerProps) {
  return (
    <Portal>
      <Picker {...props} />
    </Portal>
  );
}

function Picker({ onPick, onLeave }: ValuePickerProps) {
  const t = useTranslations("designerBlocks.picker");
  const store = useDesignerStore();
  const speech = useSpeech();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [looked, setLooked] = useState("");
  const [row, setRow] = useState<Offer>();
  const [at, setAt] = useState(0);
  const refused = usePickOnPage(onPick);

  const offers = useMemo(() => {
    const { template } = store.snapshot();
    return row ? valuesOfRow(template, row.ref, speech) : offersOf(template, speech);
  }, [store, row, speech]);
  const found = useMemo(() => searchOffers(offers, looked), [offers, looked]);
  const shown = found.slice(0, shownAtOnce);
  const active = Math.min(at, shown.length - 1);

  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: "nearest" });
  }, [active]);
  // Escape leaves wherever the keyboard is: on the page, too.
  useEffect(() => {
    const leave = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    };
    document.addEventListener("keydown", leave, true);
    return () => document.removeEventListener("keydown", leave, true);
  }, [onLeave]);

  const choose = (offer: Offer | undefined): void => {
    if (offer?.kind === "value") onPick(offer.ref);
    else if (offer) goTo(offer);
  };
  const goTo = (next: Offer | undefined): void => {
    setRow(next);
    setLooked("");
    setAt(0);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt(Math.max(0, Math.min(shown.length - 1, active + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(shown[active]);
    } else if (event.key === "Backspace" && looked === "" && row) {
      event.preventDefault();
      goTo(undefined);
    }
  };

  return (
    <div role="dialog" aria-label={t("title")} className={classes.picker} data-picker>
      <div className={classes.pickerHead}>
        <strong>{t("title")}</strong>
        <CloseButton size="sm" aria-label={t("leave")} onClick={onLeave} />
      </div>
      <p className={classes.pickerHint}>{t("hint")}</p>
      {row ? (
        <button type="button" className={classes.pickerBack} onClick={() => goTo(undefined)}>
          {t("back")} <span>{row.names.join(" › ")}</span>
        </button>
      ) : null}
      <TextInput
        ref={input}
        size="xs"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-label={t(row ? "searchColumn" : "searchRow")}
        placeholder={t(row ? "searchColumn" : "searchRow")}
        value={looked}
        onChange={(event) => {
          setLooked(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <p className={classes.pickerRefused} role="status">
        {refused
          ? t(refused)
          : found.length === 0
            ? t("none")
            : found.length > shownAtOnce
              ? t("more", { count: found.length - shownAtOnce })
              : ""}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t("list")} className={classes.pickerList}>
        {shown.map((offer, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard is in the input, which names the active line
          <div
            key={offer.ref}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            data-index={i}
            className={classes.pickerItem}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(offer)}
          >
            <span className={classes.pickerName}>
              {offer.names.length > 1 ? (
                // What leads to a line is shown once for the lines that follow each other.
                <small className={pathOf(shown[i - 1]) === pathOf(offer) ? classes.hidden : undefined}>{pathOf(offer)}</small>
              ) : null}
              <span>{offer.names.at(-1)}</span>
            </span>
            {offer.kind === "row" ? <IconChevronRight size={14} aria-hidden /> : null}
            {offer.sample ? (
              <span className={classes.pickerSample}>
                {offer.sample}
                {offer.unit ? <small> {offer.unit}</small> : null}
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}
