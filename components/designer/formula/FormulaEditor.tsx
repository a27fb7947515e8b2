"use client";

import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView, placeholder as placeholderOf } from "@codemirror/view";
import { type Ref, useEffect, useImperativeHandle, useRef } from "react";
import type { FormulaReading } from "@/lib/form/compile";
import { type EditorSurroundings, editorExtensions, readingField, surroundings } from "./editorExtensions";
import classes from "./formula.module.css";
import { takesNameAt, takesRangeAt } from "./formulaTokens";
import type { Step } from "./keyboardPointing";

/** The text was put there, not typed: nobody need be told. */
const isPut = Annotation.define<boolean>();

/** What the editor holds now. */
export interface EditorContent {
  readonly text: string;
  readonly reading: FormulaReading;
  readonly takesName: boolean;
}

export interface FormulaEditorHandle {
  focus(): void;
  /** Replaces the text; the caret goes to its end. */
  setText(text: string): void;
  /** Puts a name at the caret, or instead of the one that was put there last. */
  putName(name: string): void;
}

interface FormulaEditorProps {
  readonly ref: Ref<FormulaEditorHandle>;
  /** As it is kept, by codes: shown whenever it changes. */
  readonly text: string;
  readonly around: EditorSurroundings;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly placeholder: string;
  readonly readOnly: boolean;
  readonly onChange: (state: EditorContent) => void;
  readonly onFocus: (state: EditorContent) => void;
  readonly onBlur: (text: string) => void;
  readonly onEnter: (text: string) => void;
  readonly onEscape: () => void;
  /** An arrow where a name may go, at the end of the text or after one that was pointed at: whether it pointed. */
  readonly onArrow: (step: Step, isFirst: boolean) => boolean;
}

/** CodeMirror with the language of formulas; what it holds is told at each change. */
export function FormulaEditor(props: FormulaEditorProps) {
  const { ref, text, around, label, describedBy, invalid, placeholder, readOnly } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const pointed = useRef<{ readonly from: number; readonly to: number } | undefined>(undefined);
  const compartments = useRef({ around: new Compartment(), attributes: new Compartment() });

  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const { around: aroundPart, attributes } = compartments.current;
    const stateOf = (editor: EditorView): EditorContent => {
      const { state } = editor;
      const all = state.doc.toString();
      const caret = state.selection.main.head;
      const last = pointed.current;
      return {
        text: all,
        reading: state.field(readingField),
        takesName: takesNameAt(all, caret) || (last !== undefined && last.to === caret),
      };
    };
    const editor = new EditorView({
      parent,
      state: EditorState.create({
        doc: latest.current.text,
        extensions: [
          aroundPart.of(surroundings.of(latest.current.around)),
          attributes.of([]),
          editorExtensions({
            enter: () => {
              latest.current.onEnter(editor.state.doc.toString());
              return true;
            },
            escape: () => {
              latest.current.onEscape();
              return true;
            },
            arrow: (step) => {
              const { state } = editor;
              const all = state.doc.toString();
              const isPointing = pointed.current !== undefined;
              const { head, empty } = state.selection.main;
              const begins = empty && head === all.length && all.trim() !== "" && takesNameAt(all, head);
              return (isPointing || begins) && latest.current.onArrow(step, !isPointing);
            },
          }),
          EditorView.updateListener.of((update) => {
            const wasPut = update.transactions.some((change) => change.annotation(isPut));
            if (!wasPut && (update.docChanged || update.selectionSet)) {
              const isPointing = update.transactions.some((change) => change.isUserEvent("input.point"));
              if (!isPointing) pointed.current = undefined;
              latest.current.onChange(stateOf(editor));
            }
            if (!update.focusChanged) return;
            if (editor.hasFocus) latest.current.onFocus(stateOf(editor));
            else latest.current.onBlur(editor.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      view.current = undefined;
      editor.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      selection: { anchor: text.length },
      annotations: isPut.of(true),
    });
  }, [text]);

  useEffect(() => {
    view.current?.dispatch({ effects: compartments.current.around.reconfigure(surroundings.of(around)) });
  }, [around]);

  useEffect(() => {
    const attributes = {
      "aria-label": label,
      "aria-multiline": "false",
      "aria-invalid": invalid ? "true" : "false",
      spellcheck: "false",
      autocapitalize: "off",
      ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
    };
    view.current?.dispatch({
      effects: compartments.current.attributes.reconfigure([
        EditorView.contentAttributes.of(attributes),
        EditorState.readOnly.of(readOnly),
        EditorView.editable.of(!readOnly),
        placeholderOf(placeholder),
      ]),
    });
  }, [label, describedBy, invalid, placeholder, readOnly]);

  useImperativeHandle(ref, () => ({
    focus: () => view.current?.focus(),
    setText: (next) => {
      const editor = view.current;
      editor?.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: next },
        selection: { anchor: next.length },
        annotations: isPut.of(true),
      });
    },
    putName: (name) => {
      const editor = view.current;
      if (!editor) return;
      const { main } = editor.state.selection;
      const { from, to } = pointed.current ?? main;
      const all = editor.state.doc.toString();
      // Many figures go into a function of many.
      const isBareRange = name.includes(":") && !takesRangeAt(all, from);
      const insert = isBareRange ? `sum(${name})` : name;
      pointed.current = { from, to: from + insert.length };
      editor.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.point" });
      editor.focus();
    },
  }));

  return <div ref={host} className={classes.editor} data-invalid={invalid || undefined} data-formula-editor />;
}
