import classes from "./help.module.css";

interface HelpContentsProps {
  readonly label: string;
  /** Sections of the page, by the id of each. */
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** What the page holds, at its side. */
export function HelpContents({ label, sections }: HelpContentsProps) {
  return (
    <nav aria-label={label} className={classes.contents}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
