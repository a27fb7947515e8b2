import { eq, inArray, sql } from "drizzle-orm";
import { type Database, reportChunks, type reports } from "@/lib/db";
import { type Extras, fromChunks, toChunks, toExtras } from "@/lib/form";
import type { ReportContent } from "@/lib/form/content";
import type { Form } from "@/lib/form/types";
import { templateVersion } from "@/lib/service/templateVersion";
import type { StoredReport } from "./storedReport";

/** The columns of a report that hold its values, besides its chunks. */
type Stored = Pick<StoredReport, "id" | "templateVersionId" | "cells" | "narrative" | "entries">;

/** All that a report holds: its chunks of numbers, and the marks, texts, sections and entries beside them. */
export async function storedContent(db: Pick<Database, "select">, stored: Stored): Promise<ReportContent> {
  const content = (await storedContents(db, [stored])).get(stored.id);
  if (!content) throw new Error(`report ${stored.id} was not read`);
  return content;
}

/** The contents of several reports, by id: one statement for their chunks. */
export async function storedContents(db: Pick<Database, "select">, all: readonly Stored[]): Promise<ReadonlyMap<string, ReportContent>> {
  if (all.length === 0) return new Map();
  const ids = all.map(({ id }) => id);
  const chunks = await db.select().from(reportChunks).where(inArray(reportChunks.reportId, ids));
  const chunksOf = new Map<string, (typeof chunks)[number][]>(ids.map((id) => [id, []]));
  for (const chunk of chunks) chunksOf.get(chunk.reportId)?.push(chunk);
  const contents = new Map<string, ReportContent>();
  for (const { id, templateVersionId, cells, narrative, entries } of all) {
    const { compiled } = await templateVersion(db, templateVersionId);
    // The columns are written by `writeContent` and `saveReport` alone.
    const extras = { cells, entries } as Extras;
    contents.set(id, fromChunks(compiled, chunksOf.get(id) ?? [], extras, narrative as ReportContent["narrative"]));
  }
  return contents;
}

/**
 * Writes the chunks of a form that differ from those in the database, and no others.
 * @returns the columns of the report that hold the rest
 */
export async function writeContent(
  db: Pick<Database, "select" | "insert">,
  { id }: Pick<StoredReport, "id">,
  form: Form,
): Promise<Pick<typeof reports.$inferInsert, "cells" | "entries">> {
  const rows = await db.select().from(reportChunks).where(eq(reportChunks.reportId, id));
  const stored = new Map(rows.map((row) => [row.chunk, row]));
  const touched = toChunks(form).filter(({ chunk, values, present }) => {
    const before = stored.get(chunk);
    // A chunk of blanks that was never written says no more than its absence.
    return before ? !(alike(before.values, values) && alike(before.present, present)) : present.some((flag) => flag === 1);
  });
  for (let from = 0; from < touched.length; from += rowsAtOnce) {
    await db
      .insert(reportChunks)
      .values(
        touched
          .slice(from, from + rowsAtOnce)
          .map(({ chunk, values, present }) => ({ reportId: id, chunk, values: [...values], present: [...present] })),
      )
      .onConflictDoUpdate({
        target: [reportChunks.reportId, reportChunks.chunk],
        set: { values: sql`excluded.values`, present: sql`excluded.present` },
      });
  }
  return toExtras(form);
}

/** Keeps a statement small; each row holds 200 numbers. */
const rowsAtOnce = 1000;

const alike = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((value, i) => value === b[i]);
