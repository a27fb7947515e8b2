import Link from "next/link";
import classes from "./ui.module.css";

interface LinkTabsProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly label: string;
    readonly count: number | undefined;
    readonly current: boolean;
  }[];
}

/** Views of one list, each with its own address. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className={classes.tabCount}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
