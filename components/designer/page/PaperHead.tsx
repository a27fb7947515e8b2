"use client";

import type { CSSProperties } from "react";
import { DocumentHead } from "@/components/designer/blocks/DocumentHead";
import { noSelection, useDesignerStore } from "@/components/designer/store";
import classes from "./page.module.css";
import type { Paper } from "./paper";

/** The top of the first page, with what prints above the blocks; a press on it shows the properties of the document. */
export function PaperHead({ paper }: { readonly paper: Paper }) {
  const store = useDesignerStore();
  const showDocument = (): void => {
    if (store.snapshot().selection.places.length > 0) store.select(noSelection);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be edited in it has the keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div
      className={classes.head}
      style={{ width: paper.width, paddingLeft: paper.left, paddingRight: paper.right, "--paper-top": `${paper.top}px` } as CSSProperties}
      onFocus={showDocument}
      onClick={showDocument}
    >
      <DocumentHead />
    </div>
  );
}
