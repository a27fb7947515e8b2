"use client";

import { VisuallyHidden } from "@mantine/core";
import {
  IconChevronRight,
  IconColumnInsertRight,
  IconColumns3,
  IconFolder,
  IconInputSearch,
  IconLayoutColumns,
  IconLayoutRows,
  IconMinus,
  IconTableRow,
  type TablerIcon,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, type MouseEvent, memo } from "react";
import { type Dragged, useDragSource } from "@/components/designer/dnd";
import { blockIcons } from "@/components/designer/palette";
import classes from "./outline.module.css";
import type { NodeKind, OutlineNode } from "./outlineNodes";
import type { ProblemCount } from "./problemCounts";
import { RenameInput } from "./RenameInput";

const icons: Readonly<Record<NodeKind, TablerIcon>> = {
  ...blockIcons,
  columns: IconLayoutColumns,
  rows: IconLayoutRows,
  columnGroup: IconColumns3,
  column: IconColumnInsertRight,
  rowGroup: IconFolder,
  row: IconTableRow,
  rowLabel: IconMinus,
  field: IconInputSearch,
};

interface OutlineLineProps {
  readonly id: string;
  readonly node: OutlineNode;
  readonly top: number;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly isRenaming: boolean;
  readonly problems: ProblemCount | undefined;
  readonly dragged: (node: OutlineNode) => Dragged;
  readonly onPress: (node: OutlineNode, event: MouseEvent, moment: "down" | "click") => void;
  readonly onToggle: (node: OutlineNode) => void;
  readonly onMenu: (node: OutlineNode, event: MouseEvent) => void;
  readonly onRename: (node: OutlineNode, words: string | undefined) => void;
}

/** A line of the outline. */
export const OutlineLine = memo(function OutlineLine(props: OutlineLineProps) {
  const { id, node, top, isSelected, isCursor, isRenaming, problems, dragged, onPress, onToggle, onMenu, onRename } = props;
  const t = useTranslations("designerPage.outline");
  const page = useTranslations("designerPage");
  const source = useDragSource({
    id: `outline ${node.key}`,
    dragged: () => dragged(node),
    disabled: node.isSection || isRenaming,
    byKeyboard: false,
  });
  const { ref: handleRef, ...handle } = source.handle;
  const Icon = icons[node.kind];
  const title = node.title.trim() === "" ? untitled(node, t, page) : node.title;
  const count = problems && problems.errors > 0 ? problems.errors : (problems?.warnings ?? 0);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it has the keyboard
    <div
      ref={(element) => {
        source.ref(element);
        handleRef(element);
      }}
      onTouchStart={handle.onTouchStart}
      id={id}
      role="treeitem"
      aria-level={node.level}
      aria-posinset={node.position}
      aria-setsize={node.size}
      aria-expanded={node.hasChildren ? node.isOpen : undefined}
      aria-selected={isSelected}
      tabIndex={-1}
      className={classes.line}
      data-cursor={isCursor || undefined}
      data-section={node.isSection || undefined}
      data-dragging={source.isDragging || undefined}
      style={{ transform: `translateY(${top}px)`, "--level": node.level } as CSSProperties}
      onMouseDown={(event) => {
        if (isRenaming) return;
        onPress(node, event, "down");
        handle.onMouseDown?.(event);
      }}
      onClick={(event) => {
        if (!isRenaming) onPress(node, event, "click");
      }}
      onDoubleClick={() => onToggle(node)}
      onContextMenu={(event) => onMenu(node, event)}
    >
      <span
        className={classes.chevron}
        data-open={node.isOpen || undefined}
        aria-hidden
        onMouseDown={(event) => event.stopPropagation()}
        onClick={(event) => {
          event.stopPropagation();
          onToggle(node);
        }}
      >
        {node.hasChildren ? <IconChevronRight size={14} /> : null}
      </span>
      <Icon size={15} stroke={1.6} className={classes.icon} aria-hidden />
      {isRenaming ? (
        <RenameInput node={node} onDone={(words) => onRename(node, words)} />
      ) : (
        <span className={classes.title} data-untitled={(node.title.trim() === "" && !node.isSection) || undefined}>
          {node.number === "" ? null : <span className={classes.number}>{node.number} </span>}
          {title}
        </span>
      )}
      {count > 0 ? (
        <span className={classes.problems} data-severity={problems && problems.errors > 0 ? "error" : "warning"}>
          <span aria-hidden>{count}</span>
          <VisuallyHidden>{problems && problems.errors > 0 ? t("errors", { count }) : t("warnings", { count })}</VisuallyHidden>
        </span>
      ) : null}
    </div>
  );
});

/** What stands for the words of a part without any. */
function untitled(
  { kind, nth }: OutlineNode,
  t: ReturnType<typeof useTranslations<"designerPage.outline">>,
  page: ReturnType<typeof useTranslations<"designerPage">>,
): string {
  switch (kind) {
    case "columns":
    case "rows":
    case "columnGroup":
    case "column":
    case "rowGroup":
    case "row":
    case "rowLabel":
    case "field":
      return t(`kind.${kind}`);
    default:
      return page(`ordinal.${kind}`, { nth });
  }
}
