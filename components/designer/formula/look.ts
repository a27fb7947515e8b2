import { EditorView } from "@codemirror/view";

const colours = [1, 2, 3, 4, 5, 6];

/** The editor in the colours of the room: names in those of the frames around what they read. */
export const look = EditorView.theme({
  "&": { fontSize: "0.84rem", color: "var(--mantine-color-text)", backgroundColor: "transparent" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', Consolas, 'DejaVu Sans Mono', monospace", lineHeight: "1.5" },
  ".cm-content": { padding: "0.2rem 0", caretColor: "var(--mantine-color-text)", minHeight: "1.6rem" },
  ".cm-line": { padding: "0 0.4rem" },
  ".cm-placeholder": { color: "var(--mantine-color-placeholder)" },
  ".cm-cursor": { borderLeftColor: "var(--mantine-color-text)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--bm-selected)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--bm-selected)", outline: "1px solid var(--bm-active)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "var(--bm-error-surface)", color: "var(--bm-error)" },
  ".bm-f-function": { fontWeight: "650", color: "var(--bm-info)" },
  ".bm-f-number": { color: "var(--mantine-color-text)" },
  ".bm-f-operator": { color: "var(--bm-quiet)" },
  ".bm-f-word": { fontStyle: "italic" },
  ".bm-f-unknown": { color: "var(--bm-error)", fontStyle: "italic" },
  ...Object.fromEntries(colours.map((n) => [`[data-colour="${n}"]`, { color: `var(--bm-formula-${n})`, fontWeight: "600" }])),
  ".cm-tooltip": {
    border: "1px solid var(--bm-line-strong)",
    borderRadius: "var(--mantine-radius-sm)",
    backgroundColor: "var(--bm-surface)",
    color: "var(--mantine-color-text)",
    boxShadow: "var(--mantine-shadow-md)",
    zIndex: "300",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "15rem", maxWidth: "min(40rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.5rem", lineHeight: "1.4" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--bm-selected)", color: "var(--mantine-color-text)" },
  ".cm-completionLabel": { fontFamily: "ui-monospace, Consolas, 'DejaVu Sans Mono', monospace", fontWeight: "600" },
  ".cm-completionMatchedText": { textDecoration: "none" },
  ".cm-completionDetail": { fontStyle: "normal", color: "var(--bm-quiet)", marginLeft: "0.75rem" },
  ".cm-diagnostic": { padding: "0.3rem 0.5rem", maxWidth: "26rem", fontSize: "0.8rem" },
  ".bm-f-note, .bm-f-hint": { padding: "0.25rem 0.5rem", maxWidth: "26rem", fontSize: "0.8rem" },
  ".bm-f-hint strong": { color: "var(--bm-active)" },
});
