import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { cellChanges, reports } from "@/lib/db";
import type { CellValue } from "@/lib/form/content";
import { openReport } from "@/lib/service/reports";
import type { SaveOutput } from "@/lib/service/types";
import { edits, type Office, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
});

type Cells = Readonly<Record<string, CellValue>>;

/** Somebody with the report open: what they see, and the revision that it is of. */
interface Editor {
  readonly username: string;
  readonly clientId: string;
  revision: number;
  view: Record<string, CellValue>;
}

const inputs = ["t1.r01.c2", "t1.r01.c3", "t1.r02.c2", "t1.r02.c3", "f.dan_so", "f.lap"] as const;
const value = (at: string): fc.Arbitrary<CellValue> =>
  at === "f.lap"
    ? fc.constantFrom("Lan", "Tâm", null)
    : fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom<CellValue>(null, "-", "x"));
const batch = fc
  .uniqueArray(fc.constantFrom(...inputs), { minLength: 1, maxLength: 4 })
  .chain((cells) => fc.record(Object.fromEntries(cells.map((at) => [at, value(at)]))));
/** Saves by two editors, and now and then a page loaded anew. */
const step = fc.record({ editor: fc.constantFrom(0, 1), reload: fc.boolean(), values: batch });

const cellsOf = async (id: string): Promise<Record<string, CellValue>> => {
  const opened = await openReport(office.as("nhap.a"), id);
  if (!opened.ok) throw new Error("not opened");
  return { ...opened.value.content.cells };
};
const openEditors = async (id: string): Promise<readonly [Editor, Editor]> => {
  const view = await cellsOf(id);
  return [
    { username: "nhap.a", clientId: "window-one", revision: 0, view: { ...view } },
    { username: "nhap2.a", clientId: "window-two", revision: 0, view: { ...view } },
  ];
};

const put = (view: Record<string, CellValue>, at: string, to: CellValue): void => {
  if (to === null) delete view[at];
  else view[at] = to;
};

/** Saves as a page does: what it wrote, then what the server tells, and theirs where there is a conflict. */
const save = async (id: string, editor: Editor, values: Cells): Promise<SaveOutput> => {
  const { username, clientId, revision } = editor;
  const output = await saved(office.as(username), id, { clientId, revision, edits: edits(values) });
  for (const [at, to] of Object.entries(values)) put(editor.view, at, to);
  for (const { at, value: to } of output.changed) put(editor.view, at, to);
  for (const { at, theirs } of output.conflicts) put(editor.view, at, theirs as CellValue);
  editor.revision = output.revision;
  return output;
};

const logOf = (id: string) =>
  db
    .select({
      at: cellChanges.at,
      old: cellChanges.oldValue,
      new: cellChanges.newValue,
      revision: cellChanges.revision,
      clientId: cellChanges.clientId,
    })
    .from(cellChanges)
    .where(eq(cellChanges.reportId, id))
    .orderBy(asc(cellChanges.id));

/** The log tells the report's whole story: each change starts from the last one's value, and the last are what stands. */
const expectWholeStory = async (id: string) => {
  const standing = new Map<string, unknown>();
  for (const change of await logOf(id)) {
    expect([change.at, change.old]).toEqual([change.at, standing.get(change.at) ?? null]);
    standing.set(change.at, change.new);
  }
  const cells = await cellsOf(id);
  for (const at of inputs) expect([at, cells[at] ?? null]).toEqual([at, standing.get(at) ?? null]);
};

describe("two editors of one report", () => {
  it("never lose a value without a conflict, whatever the order of their saves", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
        const id = await office.newReport("a");
        const editors = await openEditors(id);
        for (const { editor: index, reload, values } of steps) {
          const editor = editors[index === 0 ? 0 : 1];
          if (reload) {
            const [row] = await db.select({ revision: reports.revision }).from(reports).where(eq(reports.id, id));
            Object.assign(editor, { revision: row?.revision ?? 0, view: await cellsOf(id) });
          }
          const before = await cellsOf(id);
          const known = editor.revision;
          const unseen = new Set(
            (await logOf(id)).filter((change) => change.revision > known && change.clientId !== editor.clientId).map(({ at }) => at),
          );
          const output = await save(id, editor, values);
          const after = await cellsOf(id);
          const conflicts = new Map(output.conflicts.map((conflict) => [conflict.at as string, conflict]));
          for (const [at, wanted] of Object.entries(values)) {
            const conflict = conflicts.get(at);
            if (conflict) {
              expect(unseen).toContain(at);
              expect(conflict).toMatchObject({ mine: wanted, theirs: before[at] ?? null });
              expect(after[at] ?? null).toBe(before[at] ?? null);
            } else {
              expect(after[at] ?? null).toBe(wanted);
              // A value of somebody else that was not seen is never written over.
              if (unseen.has(at)) expect(before[at] ?? null).toBe(wanted);
            }
          }
          expect(editor.view).toEqual(after);
        }
        await expectWholeStory(id);
      }),
      { numRuns: 25 },
    );
  });

  it("saving at the same moment over connections of their own are put in an order, and nothing is lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(batch, { minLength: 3, maxLength: 6 }),
        fc.array(batch, { minLength: 3, maxLength: 6 }),
        async (one, two) => {
          const id = await office.newReport("a");
          const [first, second] = await openEditors(id);
          const walk = async (editor: Editor, batches: readonly Cells[]) => {
            let conflicts = 0;
            for (const values of batches) conflicts += (await save(id, editor, values)).conflicts.length;
            return conflicts;
          };
          const conflicts = await Promise.all([walk(first, one), walk(second, two)]);
          await expectWholeStory(id);
          const log = await logOf(id);
          // Each revision is of one save.
          const clients = new Map<number, Set<string | null>>();
          for (const { revision, clientId } of log) clients.set(revision, (clients.get(revision) ?? new Set()).add(clientId));
          for (const of of clients.values()) expect(of.size).toBe(1);
          const [row] = await db.select({ revision: reports.revision }).from(reports).where(eq(reports.id, id));
          expect(row?.revision).toBe(Math.max(0, ...log.map(({ revision }) => revision)));
          // The one who saved last, with nothing of the other's to follow, sees what stands.
          const last = first.revision > second.revision ? first : second;
          if (last.revision === row?.revision && conflicts.length === 2) expect(last.view).toEqual(await cellsOf(id));
        },
      ),
      { numRuns: 12 },
    );
  });

  it("saving the same cell at the same moment: one stands, the other is told of it", async () => {
    const id = await office.newReport("a");
    const [first, second] = await openEditors(id);
    const outputs = await Promise.all([save(id, first, { "t1.r01.c2": 1 }), save(id, second, { "t1.r01.c2": 2 })]);
    const conflicts = outputs.flatMap((output) => output.conflicts);
    expect(conflicts).toHaveLength(1);
    expect((await cellsOf(id))["t1.r01.c2"]).toBe(conflicts[0]?.theirs);
    expect(await logOf(id)).toHaveLength(1);
  });
});
