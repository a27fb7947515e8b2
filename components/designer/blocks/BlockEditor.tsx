"use client";

import { memo } from "react";
import { TableEditor } from "@/components/designer/table";
import type { Block } from "@/lib/template";
import { FieldsEditor } from "./FieldsEditor";
import { HeadingEditor } from "./HeadingEditor";
import { ListEditor } from "./ListEditor";
import { NarrativeEditor } from "./NarrativeEditor";
import { PageBreakEditor } from "./PageBreakEditor";
import { RecipientsEditor } from "./RecipientsEditor";
import { SignatureEditor } from "./SignatureEditor";
import { TextBlockEditor } from "./TextBlockEditor";

/** A block, edited where it prints. It is drawn anew only when the block itself is another. */
export const BlockEditor = memo(function BlockEditor({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case "heading":
      return <HeadingEditor block={block} />;
    case "text":
      return <TextBlockEditor block={block} />;
    case "narrative":
      return <NarrativeEditor block={block} />;
    case "fields":
      return <FieldsEditor block={block} />;
    case "list":
      return <ListEditor block={block} />;
    case "signature":
      return <SignatureEditor block={block} />;
    case "recipients":
      return <RecipientsEditor block={block} />;
    case "pageBreak":
      return <PageBreakEditor block={block} />;
    case "table":
      return <TableEditor table={block} />;
  }
});
