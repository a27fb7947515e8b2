import type { ReactNode } from "react";
import classes from "./help.module.css";

interface HelpTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  /** One `tr` a row. */
  readonly children: ReactNode;
}

/** A table of the help; on a small screen it scrolls by itself, with the keyboard too. */
export function HelpTable({ caption, heads, children }: HelpTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
