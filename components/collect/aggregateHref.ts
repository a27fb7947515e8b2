import type { ProgressItem } from "@/lib/service/types";

/** Where the figures of a progress are added up: of the whole regime, or of the unit that the reader follows. */
export const aggregateHref = ({ regimeId, period, under }: Pick<ProgressItem, "regimeId" | "period" | "under">): string =>
  `/aggregate/${regimeId}/${period}${under ? `?unit=${under.id}` : ""}`;
