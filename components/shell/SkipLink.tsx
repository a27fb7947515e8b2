import classes from "./shell.module.css";

/** Lets a keyboard user jump over the bars to the page. */
export function SkipLink({ label }: { readonly label: string }) {
  return (
    <a href="#main" className={classes.skip}>
      {label}
    </a>
  );
}
