import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { cellChanges, reportChunks, reports } from "@/lib/db";
import type { CellAddress, CellValue } from "@/lib/form/content";
import { openReport, reportHistory, saveReport } from "@/lib/service/reports";
import { changesSince } from "@/lib/service/reports/changesSince";
import type { SaveInput, SaveOutput } from "@/lib/service/types";
import { edits, type Office, paragraph, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
});

const first = { clientId: "window-one-1" };
const second = { clientId: "window-two-2" };

/** A report of ward a, with a first save by its reporter. */
const begun = async (values: Readonly<Record<string, CellValue>> = { "t1.r01.c2": 10, "t1.r01.c3": 5 }) => {
  const id = await office.newReport("a");
  await saved(office.as("nhap.a"), id, { ...first, revision: 0, edits: edits(values) });
  return id;
};
const cellsOf = async (id: string) => {
  const opened = await openReport(office.as("nhap.a"), id);
  if (!opened.ok) throw new Error("not opened");
  return opened.value.content.cells as Readonly<Record<string, CellValue>>;
};
const changedOf = (output: SaveOutput) => Object.fromEntries(output.changed.map(({ at, value }) => [at, value]));
const logOf = (id: string) => db.select().from(cellChanges).where(eq(cellChanges.reportId, id)).orderBy(asc(cellChanges.id));
const refusalOf = async (outcome: ReturnType<typeof saveReport>) => {
  const { ok, ...rest } = await outcome;
  if (ok || !("error" in rest)) throw new Error("it was done");
  return [rest.error.kind, ...rest.error.problems.map(({ code, at }) => `${code} ${at}`.trim())];
};

describe("saving", () => {
  it("keeps inputs rounded to their decimals, computes the rest, and tells what differs from what was typed", async () => {
    const id = await office.newReport("a");
    const output = await saved(office.as("nhap.a"), id, {
      revision: 0,
      edits: edits({ "t1.r01.c2": 10, "t1.r01.c3": 7.25, "t1.r02.c3": "-", "f.lap": "Trần Thị Lan" }),
    });
    expect(output).toMatchObject({ revision: 1, conflicts: [] });
    expect(changedOf(output)).toEqual({
      "t1.r01.c3": 7.3,
      "t1.r01.c4": 73,
      "t1.r04.c2": 10,
      "t1.r04.c3": 7.3,
      "t1.r04.c4": 73,
    });
    expect(await cellsOf(id)).toMatchObject({ "t1.r01.c3": 7.3, "t1.r02.c3": "-", "t1.r04.c3": 7.3, "f.lap": "Trần Thị Lan" });
  });

  it("writes numbers as integers of their last decimal, with their presence", async () => {
    const id = await begun({ "t1.r01.c3": 7.3, "t1.r02.c3": "-", "f.dan_so": 0 });
    const [chunk] = await db.select().from(reportChunks).where(eq(reportChunks.reportId, id));
    const numbers = chunk?.values.filter((_, i) => chunk.present[i] === 1);
    expect(numbers).toEqual([73, 0, 73, 0]);
  });

  it("logs who changed which cell, from what to what, and computed cells not at all", async () => {
    const id = await begun();
    await saved(office.as("nhap2.a"), id, { ...second, revision: 1, edits: edits({ "t1.r01.c3": null, "t1.r02.c2": 4 }) });
    expect((await logOf(id)).map(({ revision, at, oldValue, newValue }) => [revision, at, oldValue, newValue])).toEqual([
      [1, "t1.r01.c2", null, 10],
      [1, "t1.r01.c3", null, 5],
      [2, "t1.r01.c3", 5, null],
      [2, "t1.r02.c2", null, 4],
    ]);
    expect(new Set((await logOf(id)).map(({ accountId }) => accountId)).size).toBe(2);
  });

  it("changes nothing, not even the revision, when everything stands already", async () => {
    const id = await begun();
    const before = await logOf(id);
    const again = { ...first, revision: 0, edits: edits({ "t1.r01.c2": 10, "t1.r01.c3": 5 }) };
    expect(await saved(office.as("nhap.a"), id, again)).toMatchObject({ revision: 1, conflicts: [] });
    expect(await saved(office.as("nhap2.a"), id, { ...again, ...second })).toMatchObject({ revision: 1, conflicts: [] });
    expect(await logOf(id)).toEqual(before);
  });

  it("takes the last value of a cell that is named twice", async () => {
    const id = await office.newReport("a");
    await saved(office.as("nhap.a"), id, { revision: 0, edits: [...edits({ "t1.r01.c2": 1 }), ...edits({ "t1.r01.c2": 2 })] });
    expect(await cellsOf(id)).toMatchObject({ "t1.r01.c2": 2 });
  });

  it("rewrites only the chunks that it touches", async () => {
    const id = await begun();
    const versions = () => db.execute(`select chunk, xmin::text from report_chunks where report_id = '${id}' order by chunk`);
    const before = [...(await versions())];
    await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: edits({ "f.lap": "Lan" }) });
    expect([...(await versions())]).toEqual(before);
  });
});

describe("a save from an older revision", () => {
  const cases: readonly {
    readonly name: string;
    readonly theirs: SaveInput["edits"];
    readonly mine: SaveInput["edits"];
    readonly conflicts: readonly (readonly [string, unknown, unknown])[];
    readonly after: Readonly<Record<string, CellValue>>;
  }[] = [
    {
      name: "keeps what somebody else wrote in the same cell, and saves the others",
      theirs: edits({ "t1.r01.c3": 6 }),
      mine: edits({ "t1.r01.c3": 9, "t1.r02.c3": 1 }),
      conflicts: [["t1.r01.c3", 9, 6]],
      after: { "t1.r01.c3": 6, "t1.r02.c3": 1, "t1.r04.c3": 7 },
    },
    {
      name: "meets no conflict where both wrote the same, also after rounding",
      theirs: edits({ "t1.r01.c3": 6.1 }),
      mine: edits({ "t1.r01.c3": 6.1000001 }),
      conflicts: [],
      after: { "t1.r01.c3": 6.1 },
    },
    {
      name: "keeps a cell that somebody else emptied",
      theirs: edits({ "t1.r01.c3": null }),
      mine: edits({ "t1.r01.c3": 9 }),
      conflicts: [["t1.r01.c3", 9, null]],
      after: { "t1.r04.c3": null },
    },
    {
      name: "keeps what somebody else wrote where I emptied",
      theirs: edits({ "t1.r01.c3": 6 }),
      mine: edits({ "t1.r01.c3": null }),
      conflicts: [["t1.r01.c3", null, 6]],
      after: { "t1.r01.c3": 6 },
    },
    {
      name: "saves everything where others wrote elsewhere",
      theirs: edits({ "t1.r02.c2": 3 }),
      mine: edits({ "t1.r01.c3": 9 }),
      conflicts: [],
      after: { "t1.r02.c2": 3, "t1.r01.c3": 9, "t1.r04.c2": 13, "t1.r04.c3": 9 },
    },
  ];

  it.each(cases)("$name", async ({ theirs, mine, conflicts, after }) => {
    const id = await begun();
    await saved(office.as("nhap2.a"), id, { ...second, revision: 1, edits: theirs });
    const output = await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: mine });
    expect(output.conflicts.map((conflict) => [conflict.at, conflict.mine, conflict.theirs])).toEqual(conflicts);
    for (const conflict of output.conflicts) expect(conflict.by).toBe("nhap2.a");
    const cells = await cellsOf(id);
    for (const [at, value] of Object.entries(after)) expect([at, cells[at] ?? null]).toEqual([at, value]);
  });

  it("tells everything that its window does not know: cells of others and what is computed from them", async () => {
    const id = await begun();
    await saved(office.as("nhap2.a"), id, {
      ...second,
      revision: 1,
      edits: edits({ "t1.r02.c2": 3 }),
      narrative: { n1: paragraph("Của người khác") },
      entries: { "t2.r01": [{ id: "da1", label: "Cầu" }] },
    });
    const output = await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: edits({ "t1.r02.c3": 1 }) });
    expect(changedOf(output)).toMatchObject({ "t1.r02.c2": 3, "t1.r04.c2": 13, "t1.r04.c3": 6 });
    expect(output.narrative).toEqual({ n1: paragraph("Của người khác") });
    expect(output.entries).toEqual({ "t2.r01": [{ id: "da1", label: "Cầu" }] });
  });

  it("makes a conflict of the same account's other window, and none of its own lost answer", async () => {
    const id = await begun();
    await saved(office.as("nhap.a"), id, { ...second, revision: 1, edits: edits({ "t1.r01.c3": 6 }) });
    const stale = await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: edits({ "t1.r01.c3": 9 }) });
    expect(stale.conflicts).toMatchObject([{ at: "t1.r01.c3", mine: 9, theirs: 6, by: "nhap.a" }]);
    const own = await saved(office.as("nhap.a"), id, { ...second, revision: 1, edits: edits({ "t1.r01.c3": 8 }) });
    expect(own).toMatchObject({ conflicts: [], revision: 3 });
  });

  it("keeps sections and lists of others, with the cells of rows that stay out", async () => {
    const id = await begun();
    await saved(office.as("nhap2.a"), id, {
      ...second,
      revision: 1,
      edits: edits({ "t2.r01@da1.c2": 5 }),
      narrative: { n1: paragraph("Của họ") },
      entries: { "t2.r01": [{ id: "da1", label: "Cầu" }] },
    });
    const output = await saved(office.as("nhap.a"), id, {
      ...first,
      revision: 1,
      edits: edits({ "t2.r01@da9.c2": 7, "t1.r02.c2": 1 }),
      narrative: { n1: paragraph("Của tôi") },
      entries: { "t2.r01": [{ id: "da9", label: "Đường" }] },
    });
    expect(output.conflicts.map(({ at, theirs }) => [at, theirs])).toEqual([
      ["e.t2.r01", [{ id: "da1", label: "Cầu" }]],
      ["t2.r01@da9.c2", null],
      ["n.n1", paragraph("Của họ")],
    ]);
    expect(await cellsOf(id)).toMatchObject({ "t2.r01@da1.c2": 5, "t2.r02.c2": 5, "t1.r02.c2": 1 });
  });

  it("refuses a revision that does not exist yet", async () => {
    const id = await begun();
    expect(await refusalOf(saveReport(office.as("nhap.a"), id, { revision: 7, edits: [] }))).toEqual(["conflict", "report.futureRevision"]);
  });
});

describe("entries", () => {
  it("are added with their values in one save, and removed with their values in the log", async () => {
    const id = await office.newReport("a");
    await saved(office.as("nhap.a"), id, {
      revision: 0,
      edits: edits({ "t2.r01@da1.c2": 5, "t2.r01@da2.c2": 2, "t2.r01@da2.c3": "chậm", "l1@m1.noi_dung": "Thiếu vốn" }),
      entries: {
        "t2.r01": [
          { id: "da1", label: "Cầu" },
          { id: "da2", label: "Đường" },
        ],
        l1: [{ id: "m1", label: "" }],
      },
    });
    expect(await cellsOf(id)).toMatchObject({ "t2.r02.c2": 7, "l1@m1.noi_dung": "Thiếu vốn" });
    const output = await saved(office.as("nhap.a"), id, {
      revision: 1,
      edits: [],
      entries: { "t2.r01": [{ id: "da1", label: "Cầu" }] },
    });
    expect(changedOf(output)).toMatchObject({ "t2.r02.c2": 5 });
    expect(await cellsOf(id)).not.toHaveProperty(["t2.r01@da2.c3"]);
    const removed = (await logOf(id)).filter(({ revision }) => revision === 2).map(({ at, oldValue }) => [at, oldValue]);
    expect(removed).toContainEqual(["t2.r01@da2.c2", 2]);
    expect(removed).toContainEqual(["t2.r01@da2.c3", "chậm"]);
  });
});

describe("entries that two people have open", () => {
  const da = (...ids: readonly string[]) => ({ "t2.r01": ids.map((id) => ({ id, label: id })) });
  /** A report with two projects, both windows at revision 1. */
  const withProjects = async () => {
    const id = await office.newReport("a");
    const values = edits({ "t2.r01@da1.c2": 5, "t2.r01@da2.c2": 2, "t2.r01@da2.c3": "chậm" });
    await saved(office.as("nhap.a"), id, { ...first, revision: 0, edits: values, entries: da("da1", "da2") });
    return id;
  };
  const conflictsOf = (output: SaveOutput) => output.conflicts.map(({ at, mine, theirs, by }) => [at, mine, theirs, by]);

  it("stay where somebody else wrote in the one that is removed, and its window is told what stands in it", async () => {
    const id = await withProjects();
    await saved(office.as("nhap2.a"), id, { ...second, revision: 1, edits: edits({ "t2.r01@da2.c2": 99 }) });
    const removal = { ...first, revision: 1, edits: edits({ "t2.r01@da9.c2": 7, "t2.r01@da1.c2": 6 }), entries: da("da1", "da9") };
    const output = await saved(office.as("nhap.a"), id, removal);
    expect(conflictsOf(output)).toEqual([
      ["e.t2.r01", da("da1", "da9")["t2.r01"], da("da1", "da2")["t2.r01"], "nhap2.a"],
      ["t2.r01@da9.c2", 7, null, "nhap2.a"],
    ]);
    expect(changedOf(output)).toMatchObject({ "t2.r01@da2.c2": 99, "t2.r01@da2.c3": "chậm" });
    expect(await cellsOf(id)).toMatchObject({ "t2.r01@da1.c2": 6, "t2.r01@da2.c2": 99, "t2.r02.c2": 105 });
    // Chosen with the value in sight, the removal is done, and the log keeps what went.
    await saved(office.as("nhap.a"), id, { ...removal, revision: output.revision });
    expect(await cellsOf(id)).toMatchObject({ "t2.r02.c2": 13 });
    expect((await logOf(id)).map(({ at, oldValue, newValue }) => [at, oldValue, newValue])).toContainEqual(["t2.r01@da2.c2", 99, null]);
  });

  it("are removed where somebody else wrote in another one", async () => {
    const id = await withProjects();
    await saved(office.as("nhap2.a"), id, { ...second, revision: 1, edits: edits({ "t2.r01@da1.c2": 99, "t1.r01.c2": 1 }) });
    const output = await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: [], entries: da("da1") });
    expect(output.conflicts).toEqual([]);
    expect(await cellsOf(id)).toMatchObject({ "t2.r02.c2": 99 });
  });

  it("make a conflict of what is typed in one that somebody else removed, and the rest is saved", async () => {
    const id = await withProjects();
    await saved(office.as("nhap2.a"), id, { ...second, revision: 1, edits: [], entries: da("da1") });
    const typed = edits({ "t2.r01@da2.c2": 8, "t2.r01@da2.c3": null, "t2.r01@da1.c2": 6 });
    const output = await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: typed });
    expect(conflictsOf(output)).toEqual([["t2.r01@da2.c2", 8, null, "nhap2.a"]]);
    expect(output.entries).toEqual(da("da1"));
    expect(await cellsOf(id)).toMatchObject({ "t2.r01@da1.c2": 6, "t2.r02.c2": 6 });
  });

  it("refuse what is typed in one that the same window removed", async () => {
    const id = await withProjects();
    await saved(office.as("nhap.a"), id, { ...first, revision: 1, edits: [], entries: da("da1") });
    const outcome = saveReport(office.as("nhap.a"), id, { ...first, revision: 1, edits: edits({ "t2.r01@da2.c2": 8 }) });
    expect(await refusalOf(outcome)).toEqual(["invalid", "form.unknownCell t2.r01@da2.c2"]);
  });
});

describe("what is not saved", () => {
  const refusals: readonly (readonly [string, Omit<SaveInput, "revision">, readonly string[]])[] = [
    ["a number as text", { edits: edits({ "t1.r01.c2": "1.234,5" }) }, ["form.expectedNumber t1.r01.c2"]],
    ["letters as a number", { edits: edits({ "t1.r01.c2": "abc" }) }, ["form.expectedNumber t1.r01.c2"]],
    ["a computed cell", { edits: edits({ "t1.r01.c4": 1 }) }, ["form.computedCell t1.r01.c4"]],
    ["a locked cell", { edits: edits({ "t1.r03.c2": 1 }) }, ["form.lockedCell t1.r03.c2"]],
    ["an unknown cell", { edits: edits({ "t1.r99.c2": 1 }) }, ["form.unknownCell t1.r99.c2"]],
    ["a cell of an entry that is not there", { edits: edits({ "t2.r01@zz.c2": 1 }) }, ["form.unknownCell t2.r01@zz.c2"]],
    ["a text that is too long", { edits: edits({ "f.lap": "x".repeat(41) }) }, ["form.textTooLong f.lap"]],
    ["an unknown section", { edits: [], narrative: { n9: paragraph("x") } }, ["report.unknownSection n.n9"]],
    [
      "rich text with a link",
      {
        edits: [],
        narrative: {
          n1: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "x", marks: [{ type: "link" }] }] }] },
        },
      },
      ["report.badNarrative n.n1"],
    ],
    ["an unknown list", { edits: [], entries: { "t1.r01": [] } }, ["report.unknownEntries e.t1.r01"]],
    [
      "more entries than the template allows",
      { edits: [], entries: { "t2.r01": ["a", "b", "c", "d"].map((id) => ({ id, label: id })) } },
      ["report.tooManyEntries e.t2.r01"],
    ],
    ["entries of one id", { edits: [], entries: { l1: ["a", "a"].map((id) => ({ id, label: id })) } }, ["report.repeatedEntry e.l1"]],
  ];

  it.each(refusals)("%s is refused, and the good edits beside it with it", async (_, input, problems) => {
    const id = await begun();
    const before = await cellsOf(id);
    const outcome = saveReport(office.as("nhap.a"), id, { ...input, revision: 1, edits: [...edits({ "t1.r02.c2": 77 }), ...input.edits] });
    expect(await refusalOf(outcome)).toEqual(["invalid", ...problems]);
    expect(await cellsOf(id)).toEqual(before);
    expect(await logOf(id)).toHaveLength(2);
  });

  it("a cell that does not exist in the period is refused by its name", async () => {
    const id = await office.newReport("a", "2030-Q1");
    const outcome = saveReport(office.as("nhap.a"), id, { revision: 0, edits: edits({ "t1.r01.c5": 1 }) });
    expect(await refusalOf(outcome)).toEqual(["invalid", "form.absentCell t1.r01.c5"]);
  });

  it.each([
    ["another ward's reporter", "nhap.b", ["notFound", "report.notFound"]],
    ["the leader, who may only read", "duyet.a", ["forbidden", "report.notYours"]],
    ["the lead agency, which may only read", "tonghop", ["forbidden", "report.notYours"]],
    ["an administrator, who has no business with figures", "quantri", ["notFound", "report.notFound"]],
    ["the district's reporter, who sees what lies under", "nhap.quan", ["forbidden", "report.notYours"]],
  ])("by %s", async (_, username, refusal) => {
    const id = await begun();
    expect(await refusalOf(saveReport(office.as(username), id, { revision: 1, edits: edits({ "t1.r01.c2": 1 }) }))).toEqual(refusal);
  });

  it("for an id that is none, as for a report that may not be seen", async () => {
    expect(await refusalOf(saveReport(office.as("nhap.a"), "1; drop table reports", { revision: 0, edits: [] }))).toEqual([
      "notFound",
      "report.notFound",
    ]);
  });

  it("in a report that is not a draft any more", async () => {
    const id = await begun();
    await db.update(reports).set({ state: "submitted" }).where(eq(reports.id, id));
    expect(await refusalOf(saveReport(office.as("nhap.a"), id, { revision: 1, edits: edits({ "t1.r01.c2": 1 }) }))).toEqual([
      "conflict",
      "report.notEditable",
    ]);
  });
});

describe("text", () => {
  it("is kept composed (NFC) and as text, whatever it looks like", async () => {
    const id = await office.newReport("a");
    const html = '<script>alert("x")</script>';
    await saved(office.as("nhap.a"), id, {
      revision: 0,
      edits: edits({ "f.lap": "Trần Thị Lan".normalize("NFD") }),
      narrative: { n1: paragraph(html) },
    });
    const opened = await openReport(office.as("nhap.a"), id);
    if (!opened.ok) throw new Error("not opened");
    expect(opened.value.content.cells["f.lap" as CellAddress]).toBe("Trần Thị Lan".normalize("NFC"));
    expect(opened.value.content.narrative.n1).toEqual(paragraph(html));
  });
});

describe("what is large", () => {
  const long = (length: number, character = "ă") => paragraph(character.repeat(length));
  const section = (doc: unknown) => ({ narrative: { n1: doc as ReturnType<typeof paragraph> } });

  it("a section of more than 200,000 characters, or more than 400 kB of JSON, is refused at the section", async () => {
    const id = await office.newReport("a");
    const save = (doc: unknown) => saveReport(office.as("nhap.a"), id, { revision: 0, edits: [], ...section(doc) });
    const texts = (count: number) => ({
      type: "doc",
      content: Array.from({ length: count }, () => long(50_000, "a").content[0]),
    });
    expect(await refusalOf(save(long(100_001)))).toEqual(["invalid", "report.badNarrative n.n1"]);
    expect(await refusalOf(save(texts(5)))).toEqual(["invalid", "report.longSection n.n1"]);
    expect(await refusalOf(save(texts(9)))).toEqual(["invalid", "report.heavySection n.n1"]);
    expect((await save(texts(4))).ok).toBe(true);
  });

  it("a report's sections and lists take 5 MB together and no more, and nothing is written of what is refused", async () => {
    const id = await office.newReport("a");
    // As if it had been filled by other means up to the brim.
    await db
      .update(reports)
      .set({
        narrative: { n0: long(99_999, "a"), n2: { type: "doc", content: Array.from({ length: 50 }, () => long(97_500, "a").content[0]) } },
      })
      .where(eq(reports.id, id));
    expect(await refusalOf(saveReport(office.as("nhap.a"), id, { revision: 0, edits: [], ...section(long(60_000, "a")) }))).toEqual([
      "invalid",
      "report.tooLarge",
    ]);
    expect(await logOf(id)).toEqual([]);
    expect((await saveReport(office.as("nhap.a"), id, { revision: 0, edits: [], ...section(long(10, "a")) })).ok).toBe(true);
  });

  it("is told in the history by an excerpt and its size where a page holds too much, and whole alone", async () => {
    const id = await begun();
    for (let turn = 0; turn < 8; turn += 1) {
      await saved(office.as("nhap.a"), id, {
        revision: turn + 1,
        edits: edits({ "t1.r02.c2": turn + 1 }),
        ...section(long(90_000, "abcdefgh"[turn])),
      });
    }
    const told = async (query: Parameters<typeof reportHistory>[2]) => {
      const history = await reportHistory(office.as("nhap.a"), id, query);
      if (!history.ok) throw new Error("no history");
      return history.value.changes;
    };
    const { items, total } = await told({ pageSize: 500 });
    expect(total).toBe(18);
    expect(JSON.stringify(items).length).toBeLessThan(1_100_000);
    const sections = items.filter(({ at }) => at === "n.n1");
    expect(sections[0]?.new).toEqual(long(90_000, "h"));
    expect(sections.at(-2)).toMatchObject({
      old: { excerpt: "a".repeat(200), bytes: expect.any(Number) },
      new: { excerpt: "b".repeat(200), bytes: expect.any(Number) },
    });
    expect(sections.at(-1)?.old).toBeNull();
    expect(items.filter(({ at }) => at === "t1.r02.c2").map(({ old, new: now }) => [old, now])).toEqual(
      [7, 6, 5, 4, 3, 2, 1, 0].map((turn) => [turn === 0 ? null : turn, turn + 1]),
    );
    expect((await told({ at: "n.n1", pageSize: 1, page: 8 })).items[0]).toMatchObject({ old: null, new: long(90_000, "a") });
  });

  it("is read from the log once for each address, with its value at the client's revision and its last author", async () => {
    const id = await begun({ "t1.r01.c2": 1, "f.lap": "12" });
    for (const value of [2, 3, 4]) {
      await saved(office.as(value === 3 ? "nhap2.a" : "nhap.a"), id, {
        ...second,
        revision: value - 1,
        edits: edits({ "t1.r01.c2": value, "f.lap": `2${value}` }),
        ...section(long(value)),
      });
    }
    const since = await changesSince(db, id, 1);
    expect([...since].map(([at, { base, by }]) => [at, base, by])).toEqual([
      ["t1.r01.c2", 1, "nhap.a"],
      ["f.lap", "12", "nhap.a"],
      ["n.n1", null, "nhap.a"],
    ]);
    expect([...(await changesSince(db, id, 2))].map(([at, { base }]) => [at, base])).toEqual([
      ["t1.r01.c2", 2],
      ["f.lap", "22"],
      ["n.n1", null],
    ]);
  });
});
