import Link from "next/link";
import { getTranslations } from "next-intl/server";
import classes from "./shell.module.css";

export interface Crumb {
  readonly label: string;
  /** Absent for the page itself. */
  readonly href?: string;
}

/** Where this page stands. */
export async function Breadcrumbs({ items }: { readonly items: readonly Crumb[] }) {
  const t = await getTranslations("shell");
  return (
    <nav aria-label={t("breadcrumbs")} className={classes.crumbs}>
      <ol>
        {items.map((item) => (
          <li key={`${item.href ?? ""}${item.label}`}>
            {item.href ? <Link href={item.href}>{item.label}</Link> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
