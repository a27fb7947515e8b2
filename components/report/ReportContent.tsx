"use client";

import type { Block, Template } from "@/lib/template";
import { FieldsBlock } from "./FieldsBlock";
import { ListBlock } from "./ListBlock";
import { NarrativeBlock } from "./NarrativeBlock";
import { outlineNumbers } from "./outline";
import { useReport } from "./ReportContext";
import classes from "./report.module.css";
import { SignatureBlock } from "./SignatureBlock";
import { TableBlock } from "./TableBlock";

/** The blocks of a report in the order of its document. */
export function ReportContent({ template }: { readonly template: Template }) {
  const numbers = outlineNumbers(template.blocks);
  return (
    <div className={classes.blocks}>
      {template.blocks.map((block) => (
        <BlockView key={block.id} block={block} number={numbers.get(block.id) ?? ""} />
      ))}
    </div>
  );
}

function BlockView({ block, number }: { readonly block: Block; readonly number: string }) {
  const { words } = useReport();
  switch (block.kind) {
    case "heading":
      return (
        <h2 className={classes.heading} data-level={block.level}>
          {number === "" ? "" : `${number} `}
          {words(block.text)}
        </h2>
      );
    case "text":
      return (
        <p className={classes.text} data-style={block.style ?? "body"}>
          {words(block.text)}
        </p>
      );
    case "narrative":
      return <NarrativeBlock block={block} />;
    case "fields":
      return <FieldsBlock block={block} />;
    case "table":
      return <TableBlock block={block} />;
    case "list":
      return <ListBlock block={block} />;
    case "signature":
    case "recipients":
      return <SignatureBlock block={block} />;
    case "pageBreak":
      return null;
  }
}
