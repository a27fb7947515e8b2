"use client";

import { IconHeading, IconIndentDecrease, IconIndentIncrease, IconPencilPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRun } from "@/components/designer/store";
import type { Heading } from "@/lib/template";
import { BlockTools, ToolButton } from "./BlockTools";
import { levelByTab } from "./headingKeys";

interface HeadingToolsProps {
  readonly block: Heading;
  readonly onHeading: () => void;
  readonly onNarrative: () => void;
}

/** What the keys of a heading do, as buttons. */
export function HeadingTools({ block, onHeading, onNarrative }: HeadingToolsProps) {
  const t = useTranslations("designerBlocks.heading");
  const run = useRun();
  const higher = levelByTab(block, "higher");
  const deeper = levelByTab(block, "deeper");
  const setLevel = (level: number | undefined): void => {
    if (level !== undefined) run({ do: "set", at: [{ kind: "block", block: block.id }], values: { level } });
  };
  return (
    <BlockTools label={t("tools")}>
      <ToolButton
        label={t("higher")}
        keys="Shift+Tab"
        icon={IconIndentDecrease}
        disabled={higher === undefined}
        onClick={() => setLevel(higher)}
      />
      <ToolButton
        label={t("deeper")}
        keys="Tab"
        icon={IconIndentIncrease}
        disabled={deeper === undefined}
        onClick={() => setLevel(deeper)}
      />
      <ToolButton label={t("addHeading")} keys="Enter" icon={IconHeading} onClick={onHeading} />
      <ToolButton label={t("addNarrative")} keys="Ctrl+Enter" icon={IconPencilPlus} onClick={onNarrative} />
    </BlockTools>
  );
}
