import { describe, expect, it } from "vitest";
import { roles } from "@/lib/auth/actor";
import {
  type Act,
  actionsFrom,
  documentNumberLimit,
  type ReportAction,
  type ReportFacts,
  type ReportState,
  reasonLimit,
  reportActions,
  reportStates,
  type Side,
  transition,
} from "@/lib/workflow";

/** The state machine of DESIGN 9, written out again: [act, from, to, role, side, reason needed]. */
const expected: readonly (readonly [ReportAction, ReportState, ReportState, (typeof roles)[number], Side, boolean])[] = [
  ["submit", "draft", "submitted", "reporter", "reporting", false],
  ["reject", "submitted", "draft", "approver", "reporting", true],
  ["approve", "submitted", "approved", "approver", "reporting", false],
  ["sign", "approved", "signed", "approver", "reporting", false],
  ["send", "signed", "sent", "sender", "reporting", false],
  ["recall", "sent", "draft", "sender", "reporting", false],
  ["accept", "sent", "accepted", "aggregator", "lead", false],
  ["return", "sent", "returned", "aggregator", "lead", true],
  ["revise", "returned", "draft", "reporter", "reporting", false],
  ["reopen", "accepted", "returned", "aggregator", "lead", true],
];
const sides: readonly Side[] = ["reporting", "lead"];

const facts = (state: ReportState, more: Partial<ReportFacts> = {}): ReportFacts => ({
  state,
  read: false,
  receptionOpen: true,
  errors: 0,
  ...more,
});
const complete = (action: ReportAction, more: Partial<Act> = {}): Act => ({
  action,
  reason: "Số liệu dòng 3 chưa khớp",
  documentNumber: "12/BC-UBND",
  documentDate: "2024-03-15",
  today: "2024-03-16",
  ...more,
});
const everyone = { parts: roles.flatMap((role) => sides.map((side) => ({ role, side }))) };
const codeOf = (report: ReportFacts, act: Act, actor: Parameters<typeof transition>[2] = everyone): string | undefined => {
  const outcome = transition(report, act, actor);
  return outcome.ok ? undefined : outcome.error.code;
};

describe("the state machine of a report", () => {
  it("moves by exactly the ten lines of the design: every state, act, role and side", () => {
    for (const state of reportStates)
      for (const action of reportActions)
        for (const role of roles)
          for (const side of sides) {
            const line = expected.find(([act, from, , by, at]) => act === action && from === state && by === role && at === side);
            const outcome = transition(facts(state), complete(action), { parts: [{ role, side }] });
            const offered = actionsFrom(facts(state), { parts: [{ role, side }] }).includes(action);
            const where = `${state} ${action} ${role} ${side}`;
            expect(outcome.ok, where).toBe(line !== undefined);
            expect(offered, where).toBe(line !== undefined);
            if (outcome.ok) expect([outcome.value.from, outcome.value.to], where).toEqual([line?.[1], line?.[2]]);
          }
  });

  it("asks for a reason exactly where the design does, and takes no blank for one", () => {
    for (const [action, from, , , , needed] of expected) {
      expect(codeOf(facts(from), complete(action, { reason: undefined })), action).toBe(needed ? "workflow.reasonNeeded" : undefined);
      expect(codeOf(facts(from), complete(action, { reason: " \n\t " })), action).toBe(needed ? "workflow.reasonNeeded" : undefined);
    }
  });

  it("keeps a reason trimmed and in NFC, and refuses one that is too long", () => {
    const outcome = transition(facts("sent"), complete("return", { reason: "  Thiếu số liệu ".normalize("NFD") }), everyone);
    expect(outcome.ok && outcome.value.reason).toBe("Thiếu số liệu".normalize("NFC"));
    expect(codeOf(facts("sent"), complete("return", { reason: "a".repeat(reasonLimit) }))).toBeUndefined();
    expect(codeOf(facts("sent"), complete("return", { reason: "a".repeat(reasonLimit + 1) }))).toBe("workflow.reasonTooLong");
  });

  it("leaves the reason null where none was given", () => {
    const outcome = transition(facts("submitted"), complete("approve", { reason: "" }), everyone);
    expect(outcome.ok && outcome.value.reason).toBeNull();
  });

  it("submits and sends no report with errors, but still offers it", () => {
    for (const [action, state] of [["submit", "draft"] as const, ["send", "signed"] as const]) {
      expect(codeOf(facts(state, { errors: 2 }), complete(action))).toBe("workflow.hasErrors");
      expect(actionsFrom(facts(state), everyone)).toContain(action);
    }
    for (const [action, state] of expected.filter(([act]) => act !== "submit" && act !== "send"))
      expect(codeOf(facts(state, { errors: 2 }), complete(action)), action).toBeUndefined();
  });

  it("submits and sends only while reports are taken in", () => {
    for (const [action, state] of expected) {
      const needs = action === "submit" || action === "send";
      expect(codeOf(facts(state, { receptionOpen: false }), complete(action)), action).toBe(needs ? "workflow.receptionClosed" : undefined);
      expect(actionsFrom(facts(state, { receptionOpen: false }), everyone).includes(action), action).toBe(!needs);
    }
  });

  it("recalls only what the lead agency has not read", () => {
    expect(codeOf(facts("sent", { read: true }), complete("recall"))).toBe("workflow.alreadyRead");
    expect(actionsFrom(facts("sent", { read: true }), everyone)).toEqual(["accept", "return"]);
    expect(actionsFrom(facts("sent"), everyone)).toEqual(["recall", "accept", "return"]);
  });

  it("sends with a number and a date that exists and is not ahead of today", () => {
    const send = (more: Partial<Act>) => codeOf(facts("signed"), complete("send", more));
    expect(send({ documentNumber: undefined })).toBe("workflow.numberNeeded");
    expect(send({ documentNumber: "   " })).toBe("workflow.numberNeeded");
    expect(send({ documentNumber: "9".repeat(documentNumberLimit + 1) })).toBe("workflow.numberTooLong");
    expect(send({ documentDate: undefined })).toBe("workflow.dateNeeded");
    expect(send({ documentDate: "15/03/2024" })).toBe("workflow.dateNeeded");
    expect(send({ documentDate: "2023-02-29" })).toBe("workflow.dateNeeded");
    expect(send({ documentDate: "2024-03-17" })).toBe("workflow.dateAhead");
    expect(send({ documentDate: "2024-03-16" })).toBeUndefined();
  });

  it("records number, date, snapshot and moment on sending, and takes them back when the report comes back", () => {
    const move = (state: ReportState, action: ReportAction) => {
      const outcome = transition(facts(state), complete(action), everyone);
      return outcome.ok ? outcome.value : undefined;
    };
    expect(move("signed", "send")).toMatchObject({
      document: { number: "12/BC-UBND", date: "2024-03-15" },
      effects: ["number", "snapshot", "sentAt"],
    });
    expect(move("sent", "recall")).toMatchObject({ document: null, effects: ["clearSent"] });
    expect(move("sent", "return")?.effects).toEqual(["clearSent"]);
    expect(move("sent", "accept")?.effects).toEqual(["acceptedAt", "indicators"]);
    expect(move("accepted", "reopen")?.effects).toEqual(["clearSent", "clearAccepted"]);
    expect(move("submitted", "reject")?.effects).toEqual([]);
  });

  it("tells who has no part in the report nothing of its state", () => {
    expect(codeOf(facts("accepted"), complete("submit"), { parts: [] })).toBe("workflow.notYourRole");
    expect(codeOf(facts("accepted"), complete("submit"))).toBe("workflow.wrongState");
  });
});
