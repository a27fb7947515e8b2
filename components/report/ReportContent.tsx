"use client";

import { Title } from "@mantine/core";
import type { Block, Template } from "@/lib/template";
import { FieldsBlock } from "./FieldsBlock";
import { type HeadingLevel, headingLevels } from "./headingLevels";
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
  const levels = headingLevels(template.blocks);
  return (
    <div className={classes.blocks}>
      {template.blocks.map((block) => (
        <BlockView key={block.id} block={block} number={numbers.get(block.id) ?? ""} level={levels.get(block.id) ?? 2} />
      ))}
    </div>
  );
}

interface BlockViewProps {
  readonly block: Block;
  /** Number of a heading. */
  readonly number: string;
  readonly level: HeadingLevel;
}

function BlockView({ block, number, level }: BlockViewProps) {
  const { words } = useReport();
  switch (block.kind) {
    case "heading":
      return (
        <Title order={level} className={classes.heading} data-level={block.level}>
          {number === "" ? "" : `${number} `}
          {words(block.text)}
        </Title>
      );
    case "text":
      return (
        <p className={classes.text} data-style={block.style ?? "body"}>
          {words(block.text)}
        </p>
      );
    case "narrative":
      return <NarrativeBlock block={block} level={level} />;
    case "fields":
      return <FieldsBlock block={block} level={level} />;
    case "table":
      return <TableBlock block={block} level={level} />;
    case "list":
      return <ListBlock block={block} level={level} />;
    case "signature":
    case "recipients":
      return <SignatureBlock block={block} />;
    case "pageBreak":
      return null;
  }
}
