import { Group, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./ui.module.css";

interface PageHeaderProps {
  readonly title: string;
  /** A line under the title: unit, period, deadline. */
  readonly meta?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
}

/** The head of a page: its only h1, what it is about, and what can be done. */
export function PageHeader({ title, meta, actions }: PageHeaderProps) {
  return (
    <div className={classes.pageHeader}>
      <div>
        <Title order={1}>{title}</Title>
        {meta ? <div className={classes.pageHeaderMeta}>{meta}</div> : null}
      </div>
      {actions ? <Group gap="xs">{actions}</Group> : null}
    </div>
  );
}
