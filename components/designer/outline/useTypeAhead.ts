"use client";

import { type KeyboardEvent, useRef } from "react";
import { foldVietnamese } from "@/lib/unit";
import type { OutlineNode } from "./outlineNodes";

/** Letters that follow each other within this many milliseconds are one word. */
const pause = 900;

/** Finds lines by the letters that are typed on the tree, without regard to marks. Whether a key was a letter. */
export function useTypeAhead(nodes: readonly OutlineNode[], at: number, go: (index: number) => void): (event: KeyboardEvent) => boolean {
  const typed = useRef({ letters: "", when: 0 });
  return (event) => {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey || event.key === " ") return false;
    const isFirst = event.timeStamp - typed.current.when > pause;
    typed.current = { letters: (isFirst ? "" : typed.current.letters) + event.key, when: event.timeStamp };
    const wanted = foldVietnamese(typed.current.letters);
    for (let step = isFirst ? 1 : 0; step <= nodes.length; step++) {
      const index = (at + step) % nodes.length;
      const node = nodes[index];
      if (node && foldVietnamese(node.title).startsWith(wanted)) {
        go(index);
        break;
      }
    }
    return true;
  };
}
