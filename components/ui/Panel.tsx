import { type ReactNode, useId } from "react";
import { TextLink } from "./TextLink";
import classes from "./ui.module.css";

interface PanelProps {
  readonly title: string;
  readonly count?: number;
  readonly more?: { readonly href: string; readonly label: string };
  readonly children: ReactNode;
}

/** A part of a page with its heading, how many it holds, and where the rest is. */
export function Panel({ title, count, more, children }: PanelProps) {
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <div className={classes.panelHead}>
        <h2 id={id}>
          {title}
          {count === undefined ? null : <span className={classes.tabCount}>{count}</span>}
        </h2>
        {more ? <TextLink href={more.href}>{more.label}</TextLink> : null}
      </div>
      {children}
    </section>
  );
}
