import classes from "./table.module.css";

/** The keys that do the same as an item of a menu. */
export function Keys({ of }: { readonly of: string }) {
  return <kbd className={classes.keys}>{of}</kbd>;
}
