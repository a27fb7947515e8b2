import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: "var(--bm-info)" },
  { tag: tags.string, color: "var(--bm-success)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--bm-violet)" },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: "var(--bm-quiet)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "0.8125rem", backgroundColor: "var(--bm-surface)", color: "var(--mantine-color-text)" },
  ".cm-scroller": { fontFamily: "var(--mantine-font-family-monospace)", lineHeight: "1.5" },
  ".cm-gutters": { backgroundColor: "var(--bm-canvas)", color: "var(--bm-quiet)", borderRight: "1px solid var(--bm-line)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--bm-group)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--bm-selected) !important" },
  ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
  ".cm-panels": { backgroundColor: "var(--bm-canvas)", color: "var(--mantine-color-text)" },
  ".cm-tooltip": { backgroundColor: "var(--bm-surface)", border: "1px solid var(--bm-line-strong)" },
});

export interface JsonEditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  /** Words of the search panel, by their English. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly onChange: (text: string) => void;
  readonly onApply: () => void;
}

/** An editor of JSON with numbers of lines, folding, search and undo of its own. */
export const createJsonEditor = ({ parent, text, label, readOnly, phrases, onChange, onApply }: JsonEditorOptions): EditorView => {
  const apply = {
    key: "Mod-Enter",
    run: () => {
      onApply();
      return true;
    },
  };
  const extensions: Extension = [
    lineNumbers(),
    foldGutter(),
    codeFolding(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    json(),
    lintGutter(),
    syntaxHighlighting(colours),
    look,
    EditorView.lineWrapping,
    EditorState.phrases.of(phrases),
    EditorState.readOnly.of(readOnly),
    // Said aloud for who checks the page: what scrolls here is reached by the keyboard.
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    // Escape, then Tab leaves the editor, as CodeMirror has it.
    keymap.of([
      apply,
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...foldKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
  return new EditorView({ parent, state: EditorState.create({ doc: text, extensions }) });
};
