import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
  selectedCompletion,
  selectedCompletionIndex,
  startCompletion,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { type Diagnostic, linter } from "@codemirror/lint";
import { EditorState, type Extension, Facet, Prec, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from "@codemirror/view";
import type { FormulaReading, FormulaScope } from "@/lib/form/compile";
import type { Problem } from "@/lib/problem";
import { callAt, formulaPieces, signatureOf } from "./formulaTokens";
import type { Step } from "./keyboardPointing";
import { look } from "./look";
import { type Suggestion, type SuggestionWords, suggestionsAt } from "./suggestions";

/** What the editor must know of its surroundings: where the formula stands, and the reader's language. */
export interface EditorSurroundings {
  readonly scope: FormulaScope;
  readonly words: EditorWords;
  /** Told by the checks of the whole template, with spans of the text as shown. */
  readonly told: readonly Problem[];
}

export interface EditorWords extends SuggestionWords {
  readonly say: (problem: Problem) => string;
  readonly parameter: (name: string, index: number) => string | undefined;
  /** What a name stands for, in words. */
  readonly nameIn: (scope: FormulaScope, path: readonly string[]) => string | undefined;
  readonly overOf: (suggestion: Extract<Suggestion, { kind: "name" }>) => string;
}

export const surroundings = Facet.define<EditorSurroundings, EditorSurroundings | undefined>({ combine: (all) => all.at(-1) });

const nothingRead: FormulaReading = { stored: undefined, expr: undefined, problems: [], reads: [] };

/** The formula read anew at each change. */
export const readingField = StateField.define<FormulaReading>({
  create: read,
  update: (before, change) =>
    change.docChanged || change.startState.facet(surroundings)?.scope !== change.state.facet(surroundings)?.scope
      ? read(change.state)
      : before,
});

function read(state: EditorState): FormulaReading {
  const text = state.doc.toString();
  return text.trim() === "" ? nothingRead : (state.facet(surroundings)?.scope.read(text) ?? nothingRead);
}

const highlight = EditorView.decorations.compute([readingField, "doc"], (state): DecorationSet => {
  const text = state.doc.toString();
  return Decoration.set(
    formulaPieces(text, state.field(readingField)).map(({ from, to, kind, colour }) =>
      Decoration.mark({
        class: `bm-f-${kind}`,
        ...(colour === undefined ? {} : { attributes: { "data-colour": String(colour + 1) } }),
      }).range(from, to),
    ),
  );
});

/** Problems of a formula and of what the whole template says of it, by their places. */
const problemLinter = linter(
  ({ state }): readonly Diagnostic[] => {
    const around = state.facet(surroundings);
    const { problems } = state.field(readingField);
    // What the checks of the template told is of the formula that was kept: not of one that has other errors now.
    const told = problems.length > 0 ? [] : (around?.told ?? []);
    return [...problems, ...told].map((problem): Diagnostic => {
      const end = state.doc.length;
      const from = Math.min(problem.span?.from ?? 0, end);
      const to = Math.min(Math.max(problem.span?.to ?? end, from), end);
      // At the very end there is no letter to underline: the last one is.
      return {
        from: from === to ? Math.max(0, from - 1) : from,
        to,
        severity: problem.severity,
        message: around?.words.say(problem) ?? problem.code,
      };
    });
  },
  {
    delay: 250,
    needsRefresh: ({ startState, state }) => startState.facet(surroundings)?.told !== state.facet(surroundings)?.told,
  },
);

const nameHover = hoverTooltip((view, pos): Tooltip | null => {
  const around = view.state.facet(surroundings);
  const text = view.state.doc.toString();
  const word = [...text.matchAll(/[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/g)].find(
    (match) => match.index <= pos && pos <= match.index + match[0].length,
  );
  const words = word && around?.words.nameIn(around.scope, word[0].split("."));
  if (!word || !words) return null;
  return { pos: word.index, end: word.index + word[0].length, above: false, create: () => ({ dom: note(words) }) };
});

function note(text: string): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "bm-f-note";
  dom.textContent = text;
  return dom;
}

/** While a call is written: its signature with the argument at the caret, and what that argument is. */
const hints = StateField.define<Tooltip | null>({
  create: hintAt,
  update: (before, change) => (change.docChanged || change.selection ? hintAt(change.state) : before),
  provide: (field) => showTooltip.from(field),
});

function hintAt(state: EditorState): Tooltip | null {
  const around = state.facet(surroundings);
  const { main } = state.selection;
  const call = main.empty ? callAt(state.doc.toString(), main.head) : undefined;
  if (!call || !around) return null;
  const { fn, argument } = call;
  return {
    pos: call.from,
    above: true,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "bm-f-hint";
      const line = dom.appendChild(document.createElement("code"));
      const parts = signatureOf(fn);
      const last = Math.max(...parts.map((part) => part.argument ?? 0));
      for (const part of parts) {
        const isCurrent = part.argument === Math.min(argument, last);
        line.appendChild(document.createElement(isCurrent ? "strong" : "span")).textContent = part.text;
      }
      const words = around.words.parameter(fn, Math.min(argument, last));
      if (words) dom.appendChild(document.createElement("div")).textContent = words;
      return { dom };
    },
  };
}

function complete(context: CompletionContext) {
  const around = context.state.facet(surroundings);
  if (!around) return null;
  const found = suggestionsAt(context.state.doc.sliceString(0, context.pos), around.scope, around.words, context.explicit);
  return found ? { from: found.from, filter: false, options: found.all.map((one) => completionOf(one, around.words)) } : null;
}

function completionOf(one: Suggestion, words: EditorWords): Completion {
  if (one.kind === "function") {
    const signature = signatureOf(one.name)
      .map(({ text }) => text)
      .join("");
    return { label: one.name, displayLabel: signature, detail: words.functionDoc(one.name), type: "function", apply: insertCall };
  }
  if (one.kind === "word") return { label: one.name, detail: words.wordDoc(one.name), type: "word" };
  const { name, number, kind } = one.name;
  const over = words.overOf(one);
  const detail = `${number === "" ? "" : `${number} `}${over === "" ? "" : `${over} – `}${one.label}`;
  if (kind === "table") return { label: name, detail, type: kind, apply: insertPath };
  return { label: name, detail, type: kind };
}

function insertCall(view: EditorView, completion: Completion, from: number, to: number): void {
  const hasOpen = view.state.doc.sliceString(to, to + 1) === "(";
  view.dispatch({
    changes: { from, to, insert: hasOpen ? completion.label : `${completion.label}()` },
    selection: { anchor: from + completion.label.length + 1 },
    userEvent: "input.complete",
  });
}

function insertPath(view: EditorView, completion: Completion, from: number, to: number): void {
  const insert = `${completion.label}.`;
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: "input.complete" });
  startCompletion(view);
}

/** One formula is one line: what is pasted with line breaks becomes one. */
const oneLine = EditorState.transactionFilter.of((change) => {
  if (!change.docChanged || change.newDoc.lines === 1) return change;
  const text = change.newDoc.toString().replace(/\s*\n\s*/g, " ");
  return [
    {
      changes: { from: 0, to: change.startState.doc.length, insert: text },
      selection: { anchor: Math.min(change.newSelection.main.head, text.length) },
    },
  ];
});

/** Whether the first suggestion would change nothing, or the formula is whole as it stands and no other one was gone to. */
function isWrittenOut(state: EditorState): boolean {
  if ((selectedCompletionIndex(state) ?? 0) > 0) return false;
  const label = selectedCompletion(state)?.label ?? "";
  const { head } = state.selection.main;
  return (
    state.field(readingField).stored !== undefined ||
    (label !== "" && state.doc.sliceString(Math.max(0, head - label.length), head) === label)
  );
}

/** Enter while suggestions are shown or on their way: the chosen one is taken, also by who types faster than they come. */
function enterSuggestion(view: EditorView, keys: EditorKeys): boolean {
  const { state } = view;
  if (completionStatus(state) === null) return false;
  return isWrittenOut(state) ? keys.enter() : acceptCompletion(view) || acceptFirst(view, keys);
}

function acceptFirst(view: EditorView, keys: EditorKeys): boolean {
  const { state } = view;
  const around = state.facet(surroundings);
  const { head } = state.selection.main;
  const found = around && suggestionsAt(state.doc.sliceString(0, head), around.scope, around.words, false);
  const [first] = found?.all ?? [];
  if (!around || !found || !first) return false;
  const completion = completionOf(first, around.words);
  closeCompletion(view);
  // A name that is written out already is no suggestion: Enter is for the formula.
  if (state.doc.sliceString(found.from, head) === completion.label) return keys.enter();
  if (typeof completion.apply === "function") completion.apply(view, completion, found.from, head);
  else {
    const anchor = found.from + completion.label.length;
    view.dispatch({
      changes: { from: found.from, to: head, insert: completion.label },
      selection: { anchor },
      userEvent: "input.complete",
    });
  }
  return true;
}

export interface EditorKeys {
  /** True: the key did its work. */
  readonly enter: () => boolean;
  readonly escape: () => boolean;
  readonly arrow: (step: Step) => boolean;
}

/** Everything that an editor of formulas does, its words and keys given. */
export const editorExtensions = (keys: EditorKeys): Extension => [
  readingField,
  highlight,
  problemLinter,
  nameHover,
  hints,
  oneLine,
  history(),
  drawSelection({ drawRangeCursor: false }),
  bracketMatching(),
  closeBrackets(),
  autocompletion({
    override: [complete],
    icons: false,
    closeOnBlur: true,
    interactionDelay: 0,
    maxRenderedOptions: 60,
    defaultKeymap: false,
  }),
  EditorView.lineWrapping,
  // The list of suggestions has Enter and Escape first; then they end the editing. A name written out is no suggestion.
  Prec.highest(keymap.of([{ key: "Enter", run: (view) => enterSuggestion(view, keys) }, ...completionKeymap])),
  Prec.high(
    keymap.of([
      { key: "Enter", run: keys.enter, shift: keys.enter },
      { key: "Escape", run: keys.escape },
      { key: "ArrowUp", run: () => keys.arrow({ rows: -1, columns: 0 }) },
      { key: "ArrowDown", run: () => keys.arrow({ rows: 1, columns: 0 }) },
      { key: "ArrowLeft", run: () => keys.arrow({ rows: 0, columns: -1 }) },
      { key: "ArrowRight", run: () => keys.arrow({ rows: 0, columns: 1 }) },
      // Excel's key for $ has no meaning here, the browser's neither.
      { key: "F4", run: () => true },
    ]),
  ),
  keymap.of([...closeBracketsKeymap, ...historyKeymap, ...defaultKeymap.filter(({ key }) => key !== "Mod-Enter" && key !== "Enter")]),
  look,
];
