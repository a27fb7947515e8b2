import type { ReportListItem } from "@/lib/service/types";
import { ReportTable } from "./ReportTable";

/** Reports of a page of what is due: the nearest deadline first. */
export function Due({
  items,
  today,
  caption,
}: {
  readonly items: readonly ReportListItem[];
  readonly today: string;
  readonly caption: string;
}) {
  const sorted = [...items].sort((a, b) => a.deadline.localeCompare(b.deadline) || a.regime.name.localeCompare(b.regime.name, "vi"));
  return <ReportTable items={sorted} today={today} caption={caption} />;
}
