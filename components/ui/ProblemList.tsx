"use client";

import { Anchor } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { Problem } from "@/lib/problem";
import classes from "./ui.module.css";
import { useSay } from "./useSay";

interface ProblemListProps {
  readonly title: string;
  readonly problems: readonly Problem[];
  /** Goes to the place of a problem; problems without a place are plain text. */
  readonly onJump?: (at: string) => void;
}

/** Problems in words, announced when they appear. */
export function ProblemList({ title, problems, onJump }: ProblemListProps) {
  const say = useSay();
  const severity = problems.some((p) => p.severity === "error") ? "error" : "warning";
  return (
    <div className={classes.problems} data-severity={severity} role="alert">
      <div className={classes.problemsTitle}>
        <IconAlertTriangle size={18} aria-hidden />
        {title}
      </div>
      <ul>
        {problems.map((problem, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity and are never reordered
          <li key={position}>
            {onJump && problem.at !== "" ? (
              <Anchor component="button" type="button" ta="left" onClick={() => onJump(problem.at)}>
                {say(problem)}
              </Anchor>
            ) : (
              say(problem)
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
