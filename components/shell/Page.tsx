import type { ReactNode } from "react";
import classes from "./shell.module.css";

/** The padded, bounded area of a page inside the frame. */
export function Page({ children }: { readonly children: ReactNode }) {
  return <div className={classes.page}>{children}</div>;
}
