/** Keys of the grid as they are printed, by the key of their words in `grid.keys`: for reading and for filling. */
export const readingKeys = [
  ["arrows", "← ↑ → ↓"],
  ["tab", "Tab / Enter"],
  ["edges", "Home / End / Ctrl+←→"],
  ["extend", "Shift+←↑→↓"],
  ["copy", "Ctrl+C"],
] as const;

export const writingKeys = [
  ["edit", "F2"],
  ["cancel", "Esc"],
  ["clear", "Delete"],
  ["paste", "Ctrl+V"],
  ["fill", "Ctrl+D"],
  ["undo", "Ctrl+Z / Ctrl+Y"],
] as const;
