"use client";

import type { TablerIcon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./blocks.module.css";

/** Small buttons of a block or of a part of it, shown while it is worked at or pointed at. */
export function BlockTools({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="toolbar" aria-label={label} className={classes.tools}>
      {children}
    </div>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly icon: TablerIcon;
  /** The key that does the same, shown with the label. */
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly tone?: "plain" | "danger";
  readonly onClick: () => void;
}

export function ToolButton({ label, icon: Icon, keys, disabled = false, tone = "plain", onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classes.tool}
      data-tone={tone}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={disabled}
      // The keyboard stays where it is typing.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon size={14} aria-hidden />
    </button>
  );
}
