import { eq } from "drizzle-orm";
import { type Database, indicatorUses } from "@/lib/db";
import { type IndicatorUse, indicatorUsesOf, type Template } from "@/lib/template";

/** A statement takes 65,535 parameters at most, three a row. */
const rowsOfStatement = 20_000;

/** Writes anew where a version uses indicators. `before`: its document as it stood, whose uses are written already. */
export async function writeUses(
  tx: Pick<Database, "insert" | "delete">,
  versionId: string,
  { before, after }: { readonly before?: Template; readonly after: Template },
): Promise<void> {
  const uses = eachOnce(indicatorUsesOf(after));
  if (before) {
    if (JSON.stringify(eachOnce(indicatorUsesOf(before))) === JSON.stringify(uses)) return;
    await tx.delete(indicatorUses).where(eq(indicatorUses.versionId, versionId));
  }
  for (let from = 0; from < uses.length; from += rowsOfStatement) {
    await tx.insert(indicatorUses).values(uses.slice(from, from + rowsOfStatement).map((use) => ({ versionId, ...use })));
  }
}

/** A draft may hold two parts of one id: one place then. */
const eachOnce = (uses: readonly IndicatorUse[]): readonly IndicatorUse[] => [
  ...new Map(uses.map((use) => [`${use.at} ${use.indicator}`, use])).values(),
];
