import { Kbd } from "@mantine/core";
import type { ReactNode } from "react";

/** The marks of the help's texts: `<c>` something written in a formula or cell, `<k>` a key, `<b>` a word of the screen. */
export const richWords = {
  c: (words: ReactNode) => <code>{words}</code>,
  k: (words: ReactNode) => <Kbd size="xs">{words}</Kbd>,
  b: (words: ReactNode) => <strong>{words}</strong>,
};
