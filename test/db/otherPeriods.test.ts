import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { indicatorValues, regimes, reports } from "@/lib/db";
import type { CellValue } from "@/lib/form/content";
import { openReport, transitionReport } from "@/lib/service/reports";
import type { Template } from "@/lib/template";
import type { ReportAction } from "@/lib/workflow";
import { insertReport } from "./aggregateCity";
import { edits, type Office, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

/** One figure, and what formulas read of it in other periods. */
const template: Template = {
  format: 1,
  code: "VP-02",
  title: { vi: "Lũy kế" },
  kind: "figures",
  frequencies: ["quarter"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Thực hiện" }, decimals: 1 },
        { kind: "value", id: "c3", label: { vi: "Kỳ trước" }, decimals: 1, formula: "prev(c2)" },
        { kind: "value", id: "c4", label: { vi: "Cùng kỳ" }, decimals: 1, formula: "lastYear(c2)" },
        { kind: "value", id: "c5", label: { vi: "Lũy kế" }, decimals: 1, formula: "ytd(c2)", indicator: "LUY_KE" },
      ],
      rows: [{ kind: "indicator", id: "r01", label: { vi: "Thu" } }],
    },
  ],
};

const { db } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db, template);
});

const who: Partial<Record<ReportAction, string>> = {
  submit: "nhap.a",
  approve: "duyet.a",
  sign: "duyet.a",
  send: "gui.a",
  accept: "tonghop",
  reopen: "tonghop",
  revise: "nhap.a",
};
const act = async (id: string, ...actions: readonly ReportAction[]) => {
  for (const action of actions) {
    const [row] = await db.select({ revision: reports.revision }).from(reports).where(eq(reports.id, id));
    const outcome = await transitionReport(office.as(who[action] ?? ""), id, {
      action,
      revision: row?.revision ?? 0,
      reason: "Sửa số liệu",
      documentNumber: "1/BC-UBND",
      documentDate: "2024-04-01",
    });
    if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.error.problems)}`);
  }
};
const toAccepted = ["submit", "approve", "sign", "send", "accept"] as const;
const write = async (id: string, value: CellValue) => {
  const [row] = await db.select({ revision: reports.revision }).from(reports).where(eq(reports.id, id));
  return saved(office.as("nhap.a"), id, { revision: row?.revision ?? 0, edits: edits({ "t1.r01.c2": value }) });
};
const figuresOf = async (id: string) => {
  const opened = await openReport(office.as("nhap.a"), id);
  if (!opened.ok) throw new Error("not opened");
  const cells: Readonly<Record<string, CellValue>> = opened.value.content.cells;
  return ["c3", "c4", "c5"].map((column) => cells[`t1.r01.${column}`] ?? null);
};

describe("figures of other periods", () => {
  it("come from the unit's own accepted reports of the template: the period before, last year's, the year so far", async () => {
    const plan: readonly (readonly [string, number])[] = [
      ["2022-Q3", 7],
      ["2023-Q1", 1.1],
      ["2023-Q2", 2.2],
    ];
    for (const [period, value] of plan) {
      const id = await office.newReport("a", period);
      await write(id, value);
      await act(id, ...toAccepted);
    }
    const other = await office.newReport("b", "2022-Q4");
    await saved(office.as("nhap.b"), other, { revision: 0, edits: edits({ "t1.r01.c2": 50 }) });

    const id = await office.newReport("a", "2023-Q3");
    expect(await figuresOf(id)).toEqual([2.2, 7, 3.3]);
    const output = await write(id, 0.1);
    expect(output.changed).toContainEqual({ at: "t1.r01.c5", value: 3.4 });
  });

  it("do not count before they are accepted, and no longer once they are reopened", async () => {
    const first = await office.newReport("a", "2019-Q1");
    const second = await office.newReport("a", "2019-Q2");
    await write(first, 4);
    expect(await figuresOf(second)).toEqual([null, null, null]);
    await act(first, ...toAccepted);
    expect(await figuresOf(second)).toEqual([4, null, 4]);
    await act(first, "reopen");
    expect(await figuresOf(second)).toEqual([null, null, null]);
  });

  it("stand as they were submitted, on the page and in the warehouse, when an earlier period changes afterwards", async () => {
    const first = await office.newReport("a", "2020-Q1");
    await write(first, 5);
    await act(first, ...toAccepted);
    const second = await office.newReport("a", "2020-Q2");
    await write(second, 1);
    await act(second, "submit", "approve", "sign", "send");
    await act(first, "reopen");
    expect(await figuresOf(second)).toEqual([5, null, 6]);
    await act(second, "accept");
    const [kept] = await db.select().from(indicatorValues).where(eq(indicatorValues.reportId, second));
    expect(kept).toMatchObject({ indicator: "LUY_KE", period: "2020-Q2", measure: "c5", value: 6 });
    // Back at work, it reads what stands now.
    await act(second, "reopen", "revise");
    expect(await figuresOf(second)).toEqual([null, null, 1]);
  });
});

describe("other regimes with the same template", () => {
  /** A regime of its own over the office's template. */
  const regimeOf = async (code: string, lead: string) => {
    const [row] = await db
      .insert(regimes)
      .values({
        code,
        name: code,
        templateId: office.regime.templateId,
        frequency: "quarter",
        leadUnitId: office.unitIds[lead] ?? "",
        legalBasis: "",
        cutoff: { calendar: true },
        deadline: { workingDays: 2 },
      })
      .returning();
    return { ...office.regime, regimeId: row?.id ?? "" };
  };
  const accepted = (regime: Office["regime"], period: string, value: number) =>
    insertReport(db, regime, { unitId: office.unitIds.a ?? "", period, state: "accepted", values: { "t1.r01.c2": value } });
  const historyOf = async (id: string) => {
    const opened = await openReport(office.as("tonghop"), id);
    if (!opened.ok) throw new Error("not opened");
    return opened.value.context.history;
  };

  it("of another lead agency are not read, and their figures do not reach the page", async () => {
    const foreign = await regimeOf("A-QUAN", "q");
    await accepted(foreign, "2015-Q1", 99);
    const id = await office.newReport("a", "2015-Q2");
    expect(await figuresOf(id)).toEqual([null, null, null]);
    expect(JSON.stringify(await historyOf(id))).not.toContain("99");
  });

  it("of the same lead agency are read where the own one has nothing in the period, the first by code", async () => {
    const [second, first] = [await regimeOf("C-VP", "vp"), await regimeOf("B-VP", "vp")];
    await accepted(second, "2016-Q1", 2);
    await accepted(first, "2016-Q1", 1);
    const id = await office.newReport("a", "2016-Q2");
    expect(await figuresOf(id)).toEqual([1, null, 1]);
    await accepted(office.regime, "2016-Q1", 7);
    expect(await figuresOf(id)).toEqual([7, null, 7]);
  });

  it("give the page the figures that formulas name and no others", async () => {
    await accepted(office.regime, "2017-Q1", 5);
    expect(await historyOf(await office.newReport("a", "2017-Q2"))).toEqual({ prev: { "t1.r01.c2": 5 }, ytd: { "t1.r01.c2": 5 } });
  });
});
