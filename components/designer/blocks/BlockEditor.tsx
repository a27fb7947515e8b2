"use client";

import { memo } from "react";
import type { Block } from "@/lib/template";
import { HeadingEditor } from "./HeadingEditor";
import { TextBlockEditor } from "./TextBlockEditor";

/** A block, edited where it prints. It is drawn anew only when the block itself is another. */
export const BlockEditor = memo(function BlockEditor({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <HeadingEditor block={block} />;
    case "text":
      return <TextBlockEditor block={block} />;
    default:
      return null;
  }
});
