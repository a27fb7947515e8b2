"use client";

import type { CSSProperties } from "react";
import { DocumentHead } from "@/components/designer/blocks/DocumentHead";
import classes from "./page.module.css";
import type { Paper } from "./paper";

interface PaperHeadProps {
  readonly paper: Paper;
  /** No block follows on the paper. */
  readonly isAlone: boolean;
}

/** The first page's upper end, with the head of the document on it. */
export function PaperHead({ paper }: PaperHeadProps) {
  return (
    <div
      className={classes.head}
      data-starts
      style={{ width: paper.width, paddingLeft: paper.left, paddingRight: paper.right, "--paper-top": `${paper.top}px` } as CSSProperties}
    >
      <DocumentHead />
    </div>
  );
}
