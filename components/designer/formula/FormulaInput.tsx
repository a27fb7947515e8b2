"use client";

import { Button, VisuallyHidden } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { type Ref, useCallback, useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from "react";
import { useDesigner, useDesignerStore } from "@/components/designer/store";
import type { FormulaHome, FormulaReading, FormulaScope, TrialPlace } from "@/lib/form/compile";
import { tidyFormula } from "@/lib/formula";
import type { Problem } from "@/lib/problem";
import type { Place } from "@/lib/template/edit";
import { type EditorContent, FormulaEditor, type FormulaEditorHandle } from "./FormulaEditor";
import { FormulaResult } from "./FormulaResult";
import { fixesFor } from "./fixes";
import classes from "./formula.module.css";
import { type FormulaWriter, formulaSessionOf } from "./formulaSession";
import { homeKey } from "./homeOf";
import { pointingStart, pointingStep } from "./keyboardPointing";
import { Mends } from "./Mends";
import { type Told, toldAt } from "./toldAt";
import { useFormulaWords } from "./useFormulaWords";

export interface FormulaInputHandle {
  focus(): void;
}

/** Milliseconds without a letter. */
const restsAfter = 700;

interface FormulaInputProps {
  readonly ref?: Ref<FormulaInputHandle>;
  readonly scope: FormulaScope;
  /** As it is kept: by ids. */
  readonly value: string | undefined;
  /** Keeps a formula, or takes it away; the problem where that is refused. */
  readonly onCommit: (stored: string | undefined) => Problem | undefined;
  readonly label: string;
  readonly placeholder: string;
  readonly place?: TrialPlace;
  /** Enter or Escape ended the writing. */
  readonly onDone?: () => void;
}

/**
 * A formula being read and written at one place: errors under it with what would do instead, what it computes in words,
 * what it gives on sample values. Enter and leaving keep it, Escape takes the change back. What cannot be kept stays in
 * the editor, and the template has the formula that was there before.
 */
export function FormulaInput({ ref, scope, value, onCommit, label, placeholder, place, onDone }: FormulaInputProps) {
  const t = useTranslations("designerFormula");
  const store = useDesignerStore();
  const locale = useLocale();
  const words = useFormulaWords();
  const session = formulaSessionOf(store);
  const id = useId();
  const key = homeKey(scope.home);
  const shown = value === undefined ? "" : scope.show(value);
  const editor = useRef<FormulaEditorHandle>(null);
  const pointer = useRef<Extract<Place, { kind: "cell" }>>(undefined);
  const [draft, setDraft] = useState(() => session.unfinished.get(key));
  const [isWriting, setWriting] = useState(false);
  const [note, setNote] = useState<string>();
  const [refusal, setRefusal] = useState<Problem>();
  const told = useTold(scope, value);
  const text = draft ?? shown;
  const reading = useMemo(() => scope.read(text), [scope, text]);
  const around = useMemo(() => ({ scope, words, told: told.map(({ shown: one }) => one) }), [scope, words, told]);
  useImperativeHandle(ref, () => ({ focus: () => editor.current?.focus() }));

  const writer = useMemo<FormulaWriter>(() => ({ putName: (name) => editor.current?.putName(name) }), []);
  useEffect(() => () => session.leave(writer), [session, writer]);

  const write = useCallback(
    (content: EditorContent) => session.write(writer, { home: scope.home, reads: content.reading.reads, takesName: content.takesName }),
    [session, writer, scope],
  );
  const keep = (stored: string | undefined, written: string, said: string | undefined): boolean => {
    const problem = stored === value ? undefined : onCommit(stored);
    setRefusal(problem);
    if (problem) return false;
    session.unfinished.delete(key);
    setDraft(undefined);
    setNote(said);
    // The kept text is shown as it is read back: names by their codes.
    editor.current?.setText(stored === undefined ? "" : scope.show(stored));
    if (said !== undefined && written === "") setNote(undefined);
    return true;
  };
  /** Whether what is typed could be kept; a formula written as in Excel is mended first, and it is said. */
  const commit = (typed: string): boolean => {
    if (typed.trim() === "") return keep(undefined, "", undefined);
    const { stored } = scope.read(typed);
    if (stored !== undefined) return keep(stored, typed, undefined);
    const tidy = tidyFormula(typed);
    const mended = scope.read(tidy).stored;
    if (mended !== undefined) return keep(mended, tidy, t("tidied", { formula: scope.show(mended) }));
    session.unfinished.set(key, typed);
    setDraft(typed);
    return false;
  };
  const back = () => {
    session.unfinished.delete(key);
    setDraft(undefined);
    setNote(undefined);
    setRefusal(undefined);
    editor.current?.setText(shown);
  };

  const errors = text.trim() === "" ? [] : [...reading.problems, ...(refusal ? [refusal] : [])];
  const fixes = useMemo(() => (errors.length === 0 ? [] : fixesFor(text, reading, scope)), [errors.length, text, reading, scope]);
  const [spoken] = useDebouncedValue(errors[0] && isWriting ? words.say(errors[0]) : "", restsAfter);
  const isUnfinished = draft !== undefined && errors.length > 0 && !isWriting;
  return (
    <div className={classes.input} data-formula-home={key}>
      {/* Told once typing rests: at each letter of a name it would be another. */}
      <VisuallyHidden role="status">{note ?? spoken}</VisuallyHidden>
      <FormulaEditor
        ref={editor}
        text={text}
        around={around}
        label={label}
        describedBy={`${id}-notes`}
        invalid={errors.length > 0}
        placeholder={placeholder}
        readOnly={false}
        onChange={(content) => {
          if (content.text !== text) {
            setDraft(content.text === shown ? undefined : content.text);
            setNote(undefined);
            setRefusal(undefined);
          }
          if (isWriting) write(content);
        }}
        onFocus={(content) => {
          setWriting(true);
          write(content);
        }}
        onBlur={(typed) => {
          setWriting(false);
          session.leave(writer);
          if (draft !== undefined) commit(typed);
        }}
        onEnter={(typed) => {
          if (commit(typed)) onDone?.();
        }}
        onEscape={() => {
          back();
          onDone?.();
        }}
        onArrow={(step, isFirst) => {
          const { template, selection } = store.snapshot();
          const from = isFirst ? pointingStart(template, scope.home, selection.focus) : pointer.current;
          const cell = from && pointingStep(template, from, step);
          const name = cell && scope.nameOf(cell);
          if (cell === undefined) return false;
          pointer.current = cell;
          // Its own place has no name: the next arrow goes on from there.
          if (name !== undefined) editor.current?.putName(name);
          return true;
        }}
      />
      <div id={`${id}-notes`} className={classes.notes}>
        {errors[0] ? (
          <p className={classes.error} data-formula-error>
            <IconAlertTriangle size={14} aria-hidden /> {words.say(errors[0])}
            {errors.length > 1 ? ` ${t("moreErrors", { count: errors.length - 1 })}` : ""}
            {isUnfinished ? ` ${value === undefined ? t("notKept") : t("lastKept", { formula: shown })}` : ""}
          </p>
        ) : null}
        {note ? <p className={classes.note}>{note}</p> : null}
        {fixes.length > 0 ? (
          <div className={classes.fixes}>
            {fixes.map((fix) => (
              <Button
                key={fix.text}
                size="compact-xs"
                variant="light"
                // The editor keeps the focus: leaving it would keep or lose what is typed.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setDraft(fix.text);
                  editor.current?.setText(fix.text);
                  commit(fix.text);
                }}
              >
                {t("useInstead", { formula: fix.text })}
              </Button>
            ))}
          </div>
        ) : null}
        {errors.length === 0 && draft === undefined
          ? told.map(({ problem, shown: one }) => (
              <div key={`${problem.code} ${problem.span?.from}`}>
                <p className={problem.severity === "error" ? classes.error : classes.warning}>
                  <IconAlertTriangle size={14} aria-hidden /> {words.say(one)}
                </p>
                <Mends problem={problem} />
              </div>
            ))
          : null}
        {errors.length === 0 && reading.stored !== undefined && reading.expr ? (
          <FormulaResult scope={scope} expr={reading.expr} stored={reading.stored} place={place ?? {}} words={words} locale={locale} />
        ) : null}
      </div>
    </div>
  );
}

/** What the checks of the whole template said of the formula as it is kept, with spans of it as it is shown. */
function useTold(scope: FormulaScope, value: string | undefined): readonly Told[] {
  const problems = useDesigner((snapshot) => snapshot.problems);
  return useMemo(() => (value === undefined ? [] : toldAt(problems, scope, value)), [problems, scope, value]);
}

export type { FormulaHome, FormulaReading };
