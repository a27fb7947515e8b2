import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { indicatorValues, regimes, reports, standingIndicators } from "@/lib/db";
import { assignReports } from "@/lib/service/assignments";
import { transitionReport } from "@/lib/service/reports";
import type { ReportAction } from "@/lib/workflow";
import { complete, edits, type Office, officeNow, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
const secondRegime = "VP-01-B";
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
  await db.insert(regimes).values({
    code: secondRegime,
    name: secondRegime,
    templateId: office.regime.templateId,
    frequency: "quarter",
    leadUnitId: office.unitIds.vp ?? "",
    legalBasis: "",
    cutoff: { calendar: true },
    deadline: { workingDays: 2 },
  });
});

const who: Partial<Record<ReportAction, string>> = { submit: "nhap.a", approve: "duyet.a", sign: "duyet.a", send: "gui.a" };
const act = async (id: string, action: ReportAction, hour = 0) => {
  const [row] = await db.select({ revision: reports.revision }).from(reports).where(eq(reports.id, id));
  const outcome = await transitionReport(office.as(who[action] ?? "tonghop", new Date(officeNow.getTime() + hour * 3_600_000)), id, {
    action,
    revision: row?.revision ?? 0,
    reason: "Số liệu sai",
    documentNumber: "1/BC-UBND",
    documentDate: "2024-04-01",
  });
  if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.error.problems)}`);
};

/** A report of ward a in a regime, sent, with a figure for the indicator. */
const sent = async (regime: string, period: string, value: number) => {
  const unitIds = [office.unitIds.a ?? ""];
  const assigned = await assignReports(office.as("tonghop"), { regime, period, unitIds, opensOn: "2000-01-01" });
  expect(assigned).toMatchObject({ ok: true, value: { assigned: 1 } });
  const [row] = await db
    .select({ id: reports.id })
    .from(reports)
    .where(and(eq(reports.period, period), eq(reports.revision, 0)));
  const id = row?.id ?? "";
  await saved(office.as("nhap.a"), id, { revision: 0, ...complete });
  await saved(office.as("nhap.a"), id, { revision: 1, edits: edits({ "t1.r01.c3": value }) });
  for (const action of ["submit", "approve", "sign", "send"] as const) await act(id, action);
  return id;
};
const standing = async (period: string) => {
  const rows = await db.select().from(standingIndicators).where(eq(standingIndicators.period, period));
  return rows.filter(({ indicator }) => indicator === "KTXH_01").map(({ value, reportId }) => [value, reportId]);
};

describe("a figure that two regimes ask for", () => {
  it("is that of the report accepted last, and the other's again when that one is reopened", async () => {
    const period = "2012-Q2";
    const one = await sent("VP-01", period, 1);
    const two = await sent(secondRegime, period, 2);
    await act(two, "accept", 1);
    expect(await standing(period)).toEqual([[2, two]]);
    await act(one, "accept", 2);
    expect(await standing(period)).toEqual([[1, one]]);
    expect(await db.select().from(indicatorValues).where(eq(indicatorValues.reportId, two))).toHaveLength(2);
    await act(one, "reopen");
    expect(await standing(period)).toEqual([[2, two]]);
    await act(two, "reopen");
    expect(await standing(period)).toEqual([]);
  });

  it("is accepted of both at the same moment without waiting for each other", async () => {
    const period = "2013-Q2";
    const one = await sent("VP-01", period, 1);
    const two = await sent(secondRegime, period, 2);
    await Promise.all([act(one, "accept", 1), act(two, "accept", 2)]);
    expect(await standing(period)).toEqual([[2, two]]);
  });
});
