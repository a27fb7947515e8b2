import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { assignments, indicatorValues, regimes, reportEvents, reportSnapshots, reports } from "@/lib/db";
import { assignReports, setReception } from "@/lib/service/assignments";
import { reportDocx } from "@/lib/service/documents";
import { listReports, openReport, reportHistory, saveReport, transitionReport } from "@/lib/service/reports";
import { canonicalJson } from "@/lib/service/reports/canonicalJson";
import type { TransitionInput } from "@/lib/service/types";
import { type ReportAction, type ReportState, reportActions, reportStates, transitions } from "@/lib/workflow";
import { complete, edits, type Office, officeNow, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db, sql } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
});

const actorOf: Readonly<Record<ReportAction, string>> = {
  submit: "nhap.a",
  reject: "duyet.a",
  approve: "duyet.a",
  sign: "duyet.a",
  send: "gui.a",
  recall: "gui.a",
  accept: "tonghop",
  return: "tonghop",
  revise: "nhap.a",
  reopen: "tonghop",
};
const given: Partial<Record<ReportAction, Partial<TransitionInput>>> = {
  reject: { reason: "Số liệu chưa khớp" },
  return: { reason: "Thiếu biểu" },
  reopen: { reason: "Số liệu sai" },
  send: { documentNumber: " 05/BC-UBND ", documentDate: "2024-04-01" },
};

const rowOf = async (id: string) => {
  const [row] = await db.select().from(reports).where(eq(reports.id, id));
  if (!row) throw new Error("no report");
  return row;
};
const act = async (
  id: string,
  action: ReportAction,
  more: Partial<TransitionInput> & { readonly by?: string; readonly now?: Date } = {},
) => {
  const { by = actorOf[action], now = officeNow, ...input } = more;
  return transitionReport(office.as(by, now), id, { action, revision: (await rowOf(id)).revision, ...given[action], ...input });
};
const done = async (id: string, ...actions: readonly ReportAction[]) => {
  for (const action of actions) {
    const outcome = await act(id, action);
    if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.error.problems)}`);
  }
};
const refusal = async (outcome: ReturnType<typeof transitionReport>) => {
  const { ok, ...rest } = await outcome;
  if (ok || !("error" in rest)) throw new Error("it was done");
  return [rest.error.kind, ...rest.error.problems.map(({ code, at }) => `${code} ${at}`.trim())];
};
/** A report of ward a with everything that it must have, moved on by some acts. */
const report = async (...actions: readonly ReportAction[]) => {
  const id = await office.newReport("a");
  await saved(office.as("nhap.a"), id, { revision: 0, ...complete });
  await done(id, ...actions);
  return id;
};
const toState: Readonly<Record<ReportState, readonly ReportAction[]>> = {
  draft: [],
  submitted: ["submit"],
  approved: ["submit", "approve"],
  signed: ["submit", "approve", "sign"],
  sent: ["submit", "approve", "sign", "send"],
  accepted: ["submit", "approve", "sign", "send", "accept"],
  returned: ["submit", "approve", "sign", "send", "return"],
};

/** Until a statement on this database waits for a lock. */
const untilSomebodyWaits = async () => {
  for (;;) {
    const [row] =
      await sql`select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (row?.waiting > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

describe("the walk of a report", () => {
  it("goes from draft to accepted, each act an event with its revision", async () => {
    const id = await report(...toState.accepted);
    expect(await rowOf(id)).toMatchObject({
      state: "accepted",
      revision: 6,
      documentNumber: "05/BC-UBND",
      documentDate: "2024-04-01",
      sentAt: officeNow,
      acceptedAt: officeNow,
    });
    const events = await db.select().from(reportEvents).where(eq(reportEvents.reportId, id)).orderBy(asc(reportEvents.id));
    expect(events.map(({ action, fromState, toState, revision }) => [action, fromState, toState, revision])).toEqual([
      ["submit", "draft", "submitted", 2],
      ["approve", "submitted", "approved", 3],
      ["sign", "approved", "signed", 4],
      ["send", "signed", "sent", 5],
      ["accept", "sent", "accepted", 6],
    ]);
  });

  it.each(reportStates.flatMap((state) => reportActions.map((action) => [state, action] as const)))(
    "in state %s, %s",
    async (state, action) => {
      const id = await report(...toState[state]);
      const outcome = await act(id, action);
      if (transitions[action].from === state) {
        expect(outcome).toMatchObject({ ok: true, value: { state: transitions[action].to } });
        expect((await rowOf(id)).state).toBe(transitions[action].to);
      } else {
        expect(await refusal(Promise.resolve(outcome))).toEqual(["conflict", "workflow.wrongState"]);
        expect((await rowOf(id)).state).toBe(state);
      }
    },
  );

  it.each(reportActions)("%s is refused to everybody else", async (action) => {
    const id = await report(...toState[transitions[action].from]);
    for (const by of ["nhap.a", "duyet.a", "gui.a", "tonghop", "nhap.quan"].filter((name) => name !== actorOf[action])) {
      expect(await refusal(act(id, action, { by }))).toEqual(["forbidden", "workflow.notYourRole"]);
    }
    expect(await refusal(act(id, action, { by: "nhap.b" }))).toEqual(["notFound", "report.notFound"]);
  });
});

describe("submitting", () => {
  it("is refused with every error found, at its place", async () => {
    const id = await office.newReport("a");
    await saved(office.as("nhap.a"), id, { revision: 0, edits: edits({ "t1.r01.c3": 5, "t1.r02.c3": 0 }) });
    expect(await refusal(act(id, "submit"))).toEqual(["invalid", "workflow.hasErrors", "form.required f.lap", "form.required n.n1"]);
    expect((await rowOf(id)).state).toBe("draft");
  });

  it("waits for the reception to open, and is refused once it is closed", async () => {
    const id = await office.newReport("a");
    await saved(office.as("nhap.a"), id, { revision: 0, ...complete });
    expect(await refusal(act(id, "submit", { now: new Date("1999-01-01") }))).toEqual(["conflict", "workflow.receptionClosed"]);
    const { period } = await rowOf(id);
    await setReception(office.as("tonghop"), { regime: "VP-01", period, open: false });
    expect(await refusal(act(id, "submit"))).toEqual(["conflict", "workflow.receptionClosed"]);
    await setReception(office.as("tonghop"), { regime: "VP-01", period, open: true });
    await done(id, "submit");
  });
});

describe("an act", () => {
  it("from an older revision is a conflict: somebody changed what was seen", async () => {
    const id = await report();
    expect(await refusal(act(id, "submit", { revision: 0 }))).toEqual(["conflict", "report.staleRevision"]);
  });

  it("that was done and is repeated, since its answer was lost, is answered as done", async () => {
    const id = await report(...toState.signed);
    const once = await act(id, "send", { revision: 4 });
    const again = await act(id, "send", { revision: 4 });
    expect(again).toEqual(once);
    expect(await db.select().from(reportSnapshots).where(eq(reportSnapshots.reportId, id))).toHaveLength(1);
  });

  it("asks for its reason, number and date, and for nothing ahead of today", async () => {
    const id = await report(...toState.signed);
    expect(await refusal(act(id, "send", { documentNumber: " " }))).toEqual(["invalid", "workflow.numberNeeded /documentNumber"]);
    expect(await refusal(act(id, "send", { documentDate: "2024-02-30" }))).toEqual(["invalid", "workflow.dateNeeded /documentDate"]);
    expect(await refusal(act(id, "send", { documentDate: "2024-04-02" }))).toEqual(["invalid", "workflow.dateAhead /documentDate"]);
    const submitted = await report("submit");
    expect(await refusal(act(submitted, "reject", { reason: "  " }))).toEqual(["invalid", "workflow.reasonNeeded /reason"]);
  });
});

describe("what is sent", () => {
  it("is frozen, with the SHA-256 of its canonical JSON", async () => {
    const id = await report(...toState.sent);
    const [snapshot] = await db.select().from(reportSnapshots).where(eq(reportSnapshots.reportId, id));
    expect(snapshot?.revision).toBe(5);
    expect(snapshot?.hash).toBe(createHash("sha256").update(canonicalJson(snapshot?.content)).digest("hex"));
    expect(snapshot?.content).toMatchObject({
      period: (await rowOf(id)).period,
      document: { number: "05/BC-UBND", date: "2024-04-01" },
      content: { cells: { "t1.r01.c3": 7.5, "t1.r04.c3": 12, "f.lap": "Trần Thị Lan" } },
    });
  });

  it("may be recalled until the lead agency opens it; its own unit and those above may read meanwhile", async () => {
    const id = await report(...toState.sent);
    const read = (who: string) => openReport(office.as(who), id, { reading: "noted" });
    await read("nhap.a");
    await read("nhap.quan");
    await read("theodoi");
    expect((await rowOf(id)).readAt).toBeNull();
    const opened = await read("tonghop");
    expect(opened).toMatchObject({ ok: true, value: { actions: ["accept", "return"], editable: false } });
    expect((await rowOf(id)).readAt).toEqual(officeNow);
    expect(await refusal(act(id, "recall"))).toEqual(["conflict", "workflow.alreadyRead"]);
  });

  it("is not read by a document, nor by whoever only looks it up", async () => {
    const id = await report(...toState.sent);
    expect(await openReport(office.as("tonghop"), id)).toMatchObject({ ok: true, value: { state: "sent" } });
    expect((await reportDocx(office.as("tonghop"), id, "vi")).ok).toBe(true);
    expect((await rowOf(id)).readAt).toBeNull();
    await done(id, "recall");
  });

  it("is either recalled or read, whoever comes first: the lead agency never gets as sent what was taken back", async () => {
    const id = await report(...toState.sent);
    const recalled = await db.transaction(async (tx) => {
      await tx.update(reports).set({ state: "draft", sentAt: null }).where(eq(reports.id, id));
      const waiting = openReport(office.as("tonghop"), id, { reading: "noted" });
      await untilSomebodyWaits();
      return { waiting };
    });
    expect(await recalled.waiting).toMatchObject({ ok: true, value: { state: "draft" } });
    expect((await rowOf(id)).readAt).toBeNull();
  });

  it("leaves number, date and reading behind when it comes back, and keeps them in its history", async () => {
    const id = await report(...toState.sent, "recall");
    expect(await rowOf(id)).toMatchObject({ state: "draft", documentNumber: null, documentDate: null, sentAt: null, readAt: null });
    const history = await reportHistory(office.as("nhap.a"), id);
    if (!history.ok) throw new Error("no history");
    expect(history.value.events.map(({ action, by }) => [action, by])).toContainEqual(["send", "gui.a"]);
    await done(id, "submit", "approve", "sign", "send");
    expect(await db.select().from(reportSnapshots).where(eq(reportSnapshots.reportId, id))).toHaveLength(2);
  });
});

describe("the figures of indicators", () => {
  it("go to the warehouse on acceptance, and leave it when the report is opened again", async () => {
    const id = await report(...toState.accepted);
    const kept = () => db.select().from(indicatorValues).where(eq(indicatorValues.reportId, id)).orderBy(asc(indicatorValues.indicator));
    expect((await kept()).map(({ indicator, measure, value }) => [indicator, measure, value])).toEqual([
      ["KTXH_01", "c3", 7.5],
      ["KTXH_02", "c3", 12],
    ]);
    await done(id, "reopen");
    expect(await kept()).toEqual([]);
  });
});

describe("lists", () => {
  it("show each account its own work, found by folded words, state and period, page by page", async () => {
    const mine = await report();
    const theirs = await office.newReport("b");
    const { period } = await rowOf(mine);
    const ids = async (who: string, query: Parameters<typeof listReports>[1]) => {
      const listed = await listReports(office.as(who), { pageSize: 200, ...query });
      if (!listed.ok) throw new Error("no list");
      return listed.value.items.map(({ id }) => id);
    };
    expect(await ids("nhap.a", { period })).toEqual([mine]);
    expect(await ids("nhap.a", {})).not.toContain(theirs);
    expect(await ids("nhap.quan", { scope: "readable" })).toEqual(expect.arrayContaining([mine, theirs]));
    expect(await ids("tonghop", { scope: "lead", search: "BIEU thu", period })).toEqual([mine]);
    expect(await ids("tonghop", { scope: "lead", search: "khong co %" })).toEqual([]);
    expect(await ids("nhap.a", { period, states: ["sent"] })).toEqual([]);
    expect(await ids("quantri", { scope: "readable" })).toEqual([]);
    const paged = await listReports(office.as("nhap.a"), { page: 2, pageSize: 3 });
    const whole = await ids("nhap.a", {});
    expect(paged).toMatchObject({ ok: true, value: { total: whole.length, page: 2, pageSize: 3 } });
    if (paged.ok) expect(paged.value.items.map(({ id }) => id)).toEqual(whole.slice(3, 6));
  });
});

describe("assigning", () => {
  it.each([
    ["by somebody who is not of the lead agency", "nhap.a", {}, "notFound assignment.unknownRegime"],
    ["of a regime that does not exist", "tonghop", { regime: "X" }, "notFound assignment.unknownRegime"],
    ["for a period that is none", "tonghop", { period: "2024-Q9" }, "invalid period.unknownCode"],
    ["for a period of another frequency", "tonghop", { period: "2024-03" }, "invalid assignment.wrongFrequency"],
    ["to nobody", "tonghop", { unitIds: [] }, "invalid assignment.noUnits"],
    ["to a unit that does not exist", "tonghop", { unitIds: ["7b1c3f4e-1111-4222-8333-944445555666"] }, "invalid assignment.unknownUnit"],
    ["from a day that is none", "tonghop", { opensOn: "2024-02-30" }, "invalid assignment.badDay"],
  ])("%s is refused", async (_, who, more, expected) => {
    const input = { regime: "VP-01", period: "2040-Q1", unitIds: [office.unitIds.a ?? ""], ...more };
    const outcome = await assignReports(office.as(who), input);
    if (outcome.ok) throw new Error("it was done");
    expect(`${outcome.error.kind} ${outcome.error.problems[0].code}`).toBe(expected);
  });

  it("to a unit outside the area of the lead agency is refused, whole", async () => {
    const code = "QUAN-01";
    await db.insert(regimes).values({
      code,
      name: code,
      templateId: office.regime.templateId,
      frequency: "quarter",
      leadUnitId: office.unitIds.q ?? "",
      legalBasis: "",
      cutoff: { calendar: true },
      deadline: { workingDays: 2 },
    });
    const chief = office.as("tonghop");
    const context = { ...chief, actor: { ...chief.actor, roles: [{ role: "aggregator" as const, unitId: office.unitIds.q ?? "" }] } };
    const assign = (...codes: readonly string[]) =>
      assignReports(context, { regime: code, period: "2041-Q1", unitIds: codes.map((unit) => office.unitIds[unit] ?? "") });
    expect(await assign("a", "q2")).toMatchObject({
      ok: false,
      error: { kind: "forbidden", problems: [{ code: "assignment.notCovered", params: { unit: "q2" }, at: "/unitIds" }] },
    });
    expect(await assign("a", "q", "b")).toEqual({ ok: true, value: { assigned: 3, existing: 0 } });
  });

  it("takes the units in one order, so that two who assign at the same moment wait for each other and never both", async () => {
    const period = "2042-Q1";
    const [low = "", high = ""] = [office.unitIds.a ?? "", office.unitIds.b ?? ""].sort();
    const duty = (unitId: string) => ({
      regimeId: office.regime.regimeId,
      templateVersionId: office.regime.versionId,
      period,
      unitId,
      opensAt: officeNow,
      nominalDeadline: "2042-04-02",
      effectiveDeadline: "2042-04-02",
    });
    const second = await db.transaction(async (tx) => {
      await tx.insert(assignments).values(duty(low));
      const waiting = assignReports(office.as("tonghop"), { regime: "VP-01", period, unitIds: [high, low] });
      await untilSomebodyWaits();
      await tx.insert(assignments).values(duty(high));
      return { waiting };
    });
    expect(await second.waiting).toEqual({ ok: true, value: { assigned: 0, existing: 2 } });
  });

  it("gives each unit its deadline by rule and calendar, and an empty report", async () => {
    const id = await office.newReport("a", "2024-Q3");
    const opened = await openReport(office.as("nhap.a"), id);
    // Two working days after Monday, 30 September 2024.
    expect(opened).toMatchObject({ ok: true, value: { deadline: "2024-10-02", late: false, revision: 0, state: "draft", editable: true } });
  });
});

describe("a save", () => {
  it("is refused once the report is submitted, whoever comes first", async () => {
    const id = await report();
    const [save, submit] = await Promise.all([
      saveReport(office.as("nhap.a"), id, { revision: 1, edits: edits({ "t1.r03.c3": 1 }) }),
      transitionReport(office.as("nhap.a"), id, { action: "submit", revision: 1 }),
    ]);
    // One of them took the lock first; the other saw what it left.
    expect([save.ok, submit.ok].filter((ok) => ok)).toHaveLength(1);
  });
});
