import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./ui.module.css";

interface EmptyStateProps {
  readonly title: string;
  /** What to do next. */
  readonly hint?: string;
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  /** 1 where it is all that the page has. */
  readonly heading?: 1 | 2;
}

/** Says that a list is empty, why, and what to do next. */
export function EmptyState({ title, hint, icon, action, heading = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" className={classes.empty}>
      {icon ? (
        <span aria-hidden className={classes.emptyIcon}>
          {icon}
        </span>
      ) : null}
      <Title order={heading} size="h3">
        {title}
      </Title>
      {hint ? (
        <Text c="dimmed" ta="center" maw={460}>
          {hint}
        </Text>
      ) : null}
      {action}
    </Stack>
  );
}
