"use client";

import { UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import classes from "./properties.module.css";

interface SectionProps {
  readonly title: string;
  readonly start?: "open" | "closed";
  readonly children: ReactNode;
}

/** Properties that belong together, under a head that folds them away. */
export function Section({ title, start = "open", children }: SectionProps) {
  const id = useId();
  const [open, setOpen] = useState(start === "open");
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionHead}>
        <UnstyledButton className={classes.sectionButton} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <IconChevronDown size={14} aria-hidden className={classes.chevron} />
          {title}
        </UnstyledButton>
      </h3>
      <div id={id} hidden={!open} className={classes.sectionBody}>
        {children}
      </div>
    </section>
  );
}
