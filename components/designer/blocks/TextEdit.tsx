"use client";

import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useSay } from "@/components/ui/useSay";
import { readText } from "@/lib/template";
import classes from "./blocks.module.css";
import { caretOfPoint } from "./caretOfPoint";
import { type InsertState, InsertTools } from "./InsertTools";
import { insertToken } from "./insertToken";
import { TextPieces } from "./TextPieces";
import { useTextInput } from "./useTextInput";
import type { TextSource } from "./useTextSource";
import type { WhenEmpty } from "./writeWords";

/** A key in a text, for who knows what it does there; `preventDefault` takes it from the input. */
export interface TextKey {
  readonly event: KeyboardEvent<HTMLTextAreaElement>;
  readonly words: string;
  /** What is selected; both the caret where nothing is. */
  readonly from: number;
  readonly to: number;
}

interface TextEditProps {
  readonly source: TextSource;
  /** Read by screen readers; the page itself has no labels. */
  readonly label: string;
  /** Told by screen readers after the label: keys that do something here. */
  readonly hint?: string;
  /** Shown where there are no words. */
  readonly placeholder?: string;
  /** printed: as on paper, without a frame; boxed: as an input of the properties. */
  readonly look?: "printed" | "boxed";
  /** How wide it is: as its words, so that something can stand behind them, or as the line. */
  readonly width?: "words" | "line";
  /** Lines of the text: one (Enter is for the block), or many (Enter breaks the line). */
  readonly lines?: "one" | "many";
  /** What becomes of a text without words. */
  readonly whenEmpty?: WhenEmpty;
  readonly className?: string | undefined;
  readonly onKey?: (key: TextKey) => void;
  /** The keyboard came in. */
  readonly onEnter?: () => void;
  /** What prints before the text, such as its number. */
  readonly before?: ReactNode;
}

/** Words as the template takes them: letters of one piece (some keyboards type accents of their own), no breaks in a line. */
const accepted = (typed: string, lines: "one" | "many"): string => {
  const whole = typed.normalize("NFC");
  return lines === "one" ? whole.replace(/\s*\r?\n\s*/g, " ") : whole;
};

/**
 * A text edited where it is printed: a plain input that grows with its words, so that Vietnamese typing programs and
 * screen readers find what they know. At rest its tokens are shown in words; while it is edited they are text.
 */
export function TextEdit(props: TextEditProps) {
  const {
    source,
    label,
    hint,
    placeholder,
    look = "printed",
    width = "line",
    lines = "one",
    whenEmpty = "keep",
    className,
    onKey,
    onEnter,
    before,
  } = props;
  const say = useSay();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [focused, setFocused] = useState(false);
  const [insert, setInsert] = useState<InsertState>("closed");
  const input = useTextInput(source, whenEmpty);
  const { words, problem } = input;
  const hasTokens = readText(words).some(({ kind }) => kind !== "words");
  const resting = hasTokens && !focused && insert === "closed" && !problem;
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const problemId = problem ? `${id}-problem` : undefined;

  /** Goes into the text at the character that was pressed, though what is drawn there is its words. */
  const goToPoint = (event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    const caret = caretOfPoint(event.currentTarget, event.clientX, event.clientY) ?? words.length;
    area.current?.focus();
    area.current?.setSelectionRange(caret, caret);
  };

  const putToken = (token: string): void => {
    const at = area.current;
    if (!at) return;
    const put = insertToken(at.value, at.selectionStart, at.selectionEnd, token);
    // A step of undo by itself.
    input.leave();
    flushSync(() => {
      input.type(put.text);
      setInsert("closed");
    });
    input.leave();
    at.focus();
    at.setSelectionRange(put.caret, put.caret);
  };

  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // A key that ends a composition belongs to the typing program.
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === "KeyC") {
      event.preventDefault();
      setInsert("menu");
      return;
    }
    const { selectionStart: from, selectionEnd: to, value } = event.currentTarget;
    onKey?.({ event, words: value, from, to });
    if (event.key === "Enter" && lines === "one") event.preventDefault();
  };

  return (
    <div className={[classes.text, className].filter(Boolean).join(" ")} data-look={look} data-width={width}>
      {before}
      <div className={classes.edit} data-resting={resting || undefined} data-invalid={problem ? true : undefined}>
        <div className={classes.mirror} aria-hidden onMouseDown={resting ? goToPoint : undefined}>
          {/* The blank of no width gives an empty last line its height. */}
          {resting ? <TextPieces words={words} /> : `${words === "" ? (input.fallback ?? placeholder ?? "") : words}\u200b`}
        </div>
        <textarea
          ref={area}
          className={classes.area}
          data-edit={source.address}
          rows={1}
          cols={1}
          value={words}
          placeholder={input.fallback ?? placeholder}
          aria-label={label}
          aria-describedby={[hintId, problemId].filter((one) => one !== undefined).join(" ") || undefined}
          aria-invalid={problem ? true : undefined}
          spellCheck={false}
          onChange={(event) => {
            const at = event.currentTarget;
            const before = accepted(at.value.slice(0, at.selectionStart), lines);
            const typed = accepted(at.value, lines);
            const isAsTyped = typed === at.value;
            flushSync(() => input.type(typed));
            // An input that is given other words than were typed loses its caret.
            if (!isAsTyped) at.setSelectionRange(before.length, before.length);
            if (typed.length > words.length && before.endsWith("{{")) setInsert("values");
          }}
          onFocus={() => {
            setFocused(true);
            onEnter?.();
          }}
          onBlur={() => {
            setFocused(false);
            input.leave();
          }}
          onKeyDown={press}
        />
        {focused || insert !== "closed" ? (
          <InsertTools
            state={insert}
            onState={setInsert}
            onInsert={putToken}
            onLeave={() => {
              setInsert("closed");
              area.current?.focus();
            }}
          />
        ) : null}
      </div>
      {hint === undefined ? null : (
        <span id={hintId} className={classes.hidden}>
          {hint}
        </span>
      )}
      {problem ? (
        <span id={problemId} className={classes.problem} role="alert">
          {say(problem)}
        </span>
      ) : null}
    </div>
  );
}
