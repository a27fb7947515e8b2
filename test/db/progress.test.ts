import { beforeAll, describe, expect, it } from "vitest";
import { assignReports } from "@/lib/service/assignments";
import { followsOthers, listProgress, openProgress } from "@/lib/service/progress";
import { transitionReport } from "@/lib/service/reports";
import type { ReportAction } from "@/lib/workflow";
import { complete, type Office, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: Office;
/** Assigned to both wards of the first district and to the second district; ward a has sent. */
const period = "2010-Q4";

beforeAll(async () => {
  office = await setUpOffice(db);
  const id = await office.newReport("a", period);
  let { revision } = await saved(office.as("nhap.a"), id, { revision: 0, ...complete });
  const acts: readonly (readonly [ReportAction, string])[] = [
    ["submit", "nhap.a"],
    ["approve", "duyet.a"],
    ["sign", "duyet.a"],
    ["send", "gui.a"],
  ];
  for (const [action, by] of acts) {
    const document = action === "send" ? { documentNumber: "05/BC-UBND", documentDate: "2024-04-01" } : {};
    const moved = await transitionReport(office.as(by), id, { action, revision, ...document });
    if (!moved.ok) throw new Error(JSON.stringify(moved.error));
    revision = moved.value.revision;
  }
  const assigned = await assignReports(office.as("tonghop"), {
    regime: "VP-01",
    period,
    unitIds: [office.unitIds.a ?? "", office.unitIds.b ?? "", office.unitIds.q2 ?? ""],
  });
  expect(assigned).toEqual({ ok: true, value: { assigned: 2, existing: 1 } });
});

const listed = async (who: string) => {
  const outcome = await listProgress(office.as(who), { period });
  if (!outcome.ok) throw new Error("no list");
  return outcome.value;
};
const opened = async (who: string) => {
  const outcome = await openProgress(office.as(who), { regime: "VP-01", period });
  if (!outcome.ok) throw new Error("no progress");
  return outcome.value;
};
const unitsOf = ({ groups }: Awaited<ReturnType<typeof opened>>) =>
  groups.map(({ over, received, units }) => [over?.code, received, units.map(({ unit }) => unit.code)]);

describe("the progress of a regime and period", () => {
  it("counts what came in, and names who is missing under each district, for the agency that leads it", async () => {
    const whole = { regimeCode: "VP-01", period, assigned: 3, received: 1, accepted: 0, late: 3, under: null, receives: true };
    expect(await listed("tonghop")).toMatchObject([whole]);
    const detail = await opened("tonghop");
    expect(detail).toMatchObject(whole);
    expect(unitsOf(detail)).toEqual([
      ["tp", 0, ["q2"]],
      ["q", 1, ["a", "b"]],
    ]);
  });

  it("is that of its own units alone for a district, which accepts and returns nothing", async () => {
    for (const who of ["tonghop.quan", "duyet.quan"]) {
      const part = { assigned: 2, received: 1, accepted: 0, late: 2, under: { code: "q" }, receives: false };
      expect(await listed(who)).toMatchObject([part]);
      const detail = await opened(who);
      expect(detail).toMatchObject(part);
      expect(unitsOf(detail)).toEqual([["q", 1, ["a", "b"]]]);
    }
    expect(unitsOf(await opened("tonghop.quan2"))).toEqual([["tp", 0, ["q2"]]]);
  });

  it("is the city's for its monitor, and the lead agency's for its leader, without accepting", async () => {
    for (const who of ["theodoi", "duyet"]) expect(await listed(who)).toMatchObject([{ assigned: 3, received: 1, receives: false }]);
  });

  it("is a unit's own duty for those who fill it, and nothing for those without a unit of it", async () => {
    expect(await listed("nhap.a")).toMatchObject([{ assigned: 1, received: 1, under: { code: "a" }, receives: false }]);
    expect(unitsOf(await opened("nhap.a"))).toEqual([["q", 1, ["a"]]]);
    expect(await listed("thietke")).toEqual([]);
    for (const who of ["thietke", "thietke.quan"]) {
      expect(await openProgress(office.as(who), { regime: "VP-01", period })).toMatchObject({ ok: false, error: { kind: "notFound" } });
    }
    const elsewhere = await openProgress(office.as("tonghop.quan2"), { regime: "VP-01", period: "2001-Q2" });
    expect(elsewhere).toMatchObject({ ok: false, error: { problems: [{ code: "assignment.unknownRegime" }] } });
  });

  it("is work for aggregators, monitors, and leaders with units under them or a regime of their own", async () => {
    const follows = (who: string) => followsOthers(office.as(who));
    for (const who of ["tonghop", "tonghop.quan", "theodoi", "duyet.quan", "duyet"]) expect([who, await follows(who)]).toEqual([who, true]);
    for (const who of ["nhap.a", "duyet.a", "gui.a", "nhap.quan", "thietke"]) expect([who, await follows(who)]).toEqual([who, false]);
  });
});
