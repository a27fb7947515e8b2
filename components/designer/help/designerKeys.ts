import type { Messages } from "@/lib/messages";

type KeyMessages = Messages["designer"]["keys"];

/** A message of `designer.keys`, and what is pressed. */
type KeyRow = readonly [key: Exclude<keyof KeyMessages, "title" | "close" | "group">, pressed: string];

/** The designer's keys by the place where they work; the designer's own list and the help are made of it. */
export const designerKeys: readonly { readonly group: keyof KeyMessages["group"]; readonly rows: readonly KeyRow[] }[] = [
  {
    group: "room",
    rows: [
      ["undo", "Ctrl+Z"],
      ["redo", "Ctrl+Y · Ctrl+Shift+Z"],
      ["focusPage", "F6 · Shift+F6"],
      ["escape", "Esc"],
      ["resize", "← → · Home · End"],
      ["apply", "Ctrl+Enter"],
      ["help", "F1 · ?"],
    ],
  },
  {
    group: "page",
    rows: [
      ["move", "Alt+↑ · Alt+↓"],
      ["indent", "Alt+→ · Alt+←"],
      ["pick", "Space"],
      ["extend", "Shift · Ctrl"],
      ["copy", "Ctrl+C · X · V · D"],
      ["delete", "Delete"],
      ["insert", "Alt+C"],
    ],
  },
  {
    group: "table",
    rows: [
      ["next", "Tab · Enter"],
      ["edit", "F2"],
      ["extend", "Shift+↑↓←→"],
      ["add", "Ctrl+Enter · Ctrl+Shift+Enter"],
      ["together", "Ctrl+G · Ctrl+Shift+G"],
      ["clear", "Delete · Ctrl+Delete"],
      ["menu", "Shift+F10"],
    ],
  },
  {
    group: "formula",
    rows: [
      ["formula", "Alt+F2"],
      ["fill", "Ctrl+R · Ctrl+D"],
      ["complete", "Ctrl+Space"],
    ],
  },
];
