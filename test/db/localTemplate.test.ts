import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { assignments, regimes, templates, unitParents, units as unitTable } from "@/lib/db";
import { assignReports } from "@/lib/service/assignments";
import type { ServiceContext } from "@/lib/service/context";
import { listProgress, openProgress } from "@/lib/service/progress";
import { assignChoices, createRegime, listRegimes, type RegimeInput } from "@/lib/service/regimes";
import { listReports, openReport } from "@/lib/service/reports";
import {
  createDraft,
  getTemplate,
  libraryItem,
  listLibrary,
  openDraft,
  publishDraft,
  restoreTemplate,
  retireTemplate,
  saveSteps,
} from "@/lib/service/templates";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import { run } from "@/lib/template/edit";
import type { UnitTree } from "@/lib/unit";
import { type Office, officeNow, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: Office;
let tree: UnitTree;
/** The district's template, forked from the city's. */
let local: string;

const unitId = (code: string): string => tree.byCode(code)?.id ?? "";
/** Somebody with a role at a unit of this test alone. */
const at = (code: string, role: "reporter" | "aggregator" | "approver" | "monitor" | "designer"): ServiceContext => {
  const context = office.as("nhap.b");
  return { ...context, actor: { ...context.actor, roles: [{ role, unitId: unitId(code) }] } };
};
const codeOf = (outcome: { ok: true } | { ok: false; error: { problems: readonly { code: string }[] } }): string =>
  outcome.ok ? "ok" : (outcome.error.problems[0]?.code ?? "");
const value = <T>(outcome: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};
const regime = (more: Partial<RegimeInput> = {}): RegimeInput => ({
  code: "VP-01-Q",
  name: "Báo cáo quý của quận",
  templateId: local,
  frequency: "quarter",
  leadUnitId: unitId("q"),
  legalBasis: "Kế hoạch của quận",
  ...more,
});

/** A commune of the other district and an agency beside the city's office. */
async function addUnits(): Promise<void> {
  const today = await unitTreeOn(db, "2024-04-01");
  for (const [code, level, over] of [
    ["c", "commune", "q2"],
    ["so", "agency", "tp"],
  ] as const) {
    const [unit] = await db
      .insert(unitTable)
      .values({ code, name: code, folded: code, level, position: 9, validFrom: "2000-01-01" })
      .returning();
    const parentId = today.byCode(over)?.id;
    if (!unit || !parentId) throw new Error(`no unit ${over}`);
    await db.insert(unitParents).values({ unitId: unit.id, parentId, validFrom: "2000-01-01" });
  }
}

beforeAll(async () => {
  office = await setUpOffice(db);
  await addUnits();
  tree = await unitTreeOn(db, "2024-04-01");
});

describe("a district's fork of a city template", () => {
  it("is forked, changed and published by the district's designer", async () => {
    const designer = office.as("thietke.quan");
    const made = value(
      await createDraft(designer, { ownerUnitId: unitId("q"), from: { kind: "version", versionId: office.regime.versionId } }),
    );
    local = made.templateId;
    const draft = value(await openDraft(designer, local));
    const changed = run(draft.document, {
      do: "set",
      at: [{ kind: "column", block: "t1", column: "c3" }],
      values: { label: { vi: "Thực hiện trong quý" } },
    });
    if (!changed.ok) throw new Error(changed.error.code);
    const { patch, label } = changed.value;
    const step = { id: "00000000-0000-4000-8000-000000000001", kind: "do", continues: false, label, patch } as const;
    const { revision } = value(await saveSteps(designer, local, { revision: draft.revision, clientId: "window-1", steps: [step] }));
    expect(await publishDraft(designer, local, { revision })).toMatchObject({ ok: true, value: { version: 1 } });
    expect(value(await libraryItem(designer, local)).origin).toMatchObject({ id: office.regime.templateId, version: 1 });
  });

  it("is put to use by the district's aggregator alone, who may assign to the district and its communes", async () => {
    const choices = value(await assignChoices(office.as("tonghop.quan"), local));
    expect(choices.leads.map(({ code }) => code)).toEqual(["q"]);
    expect(choices.units.map(({ code }) => code)).toEqual(["q", "a", "b"]);
    expect(choices.template.frequencies).toEqual(["quarter"]);
    expect(codeOf(await assignChoices(office.as("nhap.quan"), local))).toBe("assignment.notYours");
    expect(codeOf(await createRegime(office.as("nhap.quan"), regime()))).toBe("regime.notYours");
    expect(codeOf(await createRegime(office.as("tonghop.quan"), regime({ leadUnitId: unitId("q2") })))).toBe("regime.notYours");
    for (const stranger of ["tonghop", "tonghop.quan2", "theodoi", "thietke"]) {
      expect(codeOf(await assignChoices(office.as(stranger), local)), stranger).toBe("library.notFound");
      expect(codeOf(await createRegime(office.as(stranger), regime())), stranger).toBe("library.notFound");
    }
  });

  it("is assigned to two communes of the district", async () => {
    const aggregator = office.as("tonghop.quan");
    expect(value(await createRegime(aggregator, regime()))).toMatchObject({
      code: "VP-01-Q",
      lead: { code: "q" },
      cutoff: { from: { monthOffset: -1, day: 15 }, to: { monthOffset: 0, day: 14 } },
      deadline: { workingDays: 2 },
    });
    expect(codeOf(await createRegime(aggregator, regime()))).toBe("regime.codeTaken");
    const unitIds = [unitId("a"), unitId("b")];
    expect(await assignReports(aggregator, { regime: "VP-01-Q", period: "2024-Q2", unitIds })).toEqual({
      ok: true,
      value: { assigned: 2, existing: 0 },
    });
  });

  it("is refused to units outside the district, and nothing is assigned with them", async () => {
    const aggregator = office.as("tonghop.quan");
    const before = await db.select({ id: assignments.id }).from(assignments);
    for (const foreign of ["c", "q2", "so", "vp", "tp"]) {
      const outcome = await assignReports(aggregator, {
        regime: "VP-01-Q",
        period: "2024-Q3",
        unitIds: [unitId("a"), unitId(foreign)],
      });
      expect(codeOf(outcome), foreign).toBe("assignment.notCovered");
    }
    expect(await db.select({ id: assignments.id }).from(assignments)).toHaveLength(before.length);
  });

  it("is refused outside the district even to a lead that covers more, should such a regime stand", async () => {
    const standing = { code: "VP-01-TP", name: "Sai", templateId: local, frequency: "quarter", leadUnitId: unitId("vp"), legalBasis: "" };
    await db.insert(regimes).values({ ...standing, cutoff: { calendar: true }, deadline: { workingDays: 2 } });
    const assign = (code: string) =>
      assignReports(office.as("tonghop"), { regime: "VP-01-TP", period: "2024-Q2", unitIds: [unitId("a"), unitId(code)] });
    expect(await assign("c")).toMatchObject({
      ok: false,
      error: { kind: "forbidden", problems: [{ code: "assignment.notShown", params: { unit: "c", owner: "q" }, at: "/unitIds" }] },
    });
  });

  it("is seen, with its regime and reports, by the district and the two communes", async () => {
    for (const viewer of [office.as("nhap.a"), office.as("nhap.b"), office.as("nhap.quan"), office.as("tonghop.quan")]) {
      expect(value(await listLibrary(viewer)).items.map(({ id }) => id)).toContain(local);
      expect(codeOf(await getTemplate(viewer, local))).toBe("ok");
    }
    const [mine] = value(await listReports(office.as("nhap.a"), { period: "2024-Q2" })).items;
    expect(mine?.regime.code).toBe("VP-01-Q");
    expect(value(await openReport(office.as("nhap.a"), mine?.id ?? "")).template.title.vi).toBe("Biểu thử nghiệm {period}");
    expect(value(await listRegimes(office.as("tonghop.quan"), local)).map(({ code }) => code)).toEqual(["VP-01-Q"]);
    expect(value(await listProgress(office.as("tonghop.quan"))).map(({ regimeCode }) => regimeCode)).toContain("VP-01-Q");
  });

  it("is never seen by another district, its communes, the city's agencies or other communes", async () => {
    const [report] = value(await listReports(office.as("nhap.a"), { period: "2024-Q2" })).items;
    const strangers: readonly (readonly [string, ServiceContext])[] = [
      ["another district's aggregator", office.as("tonghop.quan2")],
      ["another district's leader", at("q2", "approver")],
      ["another district's designer", at("q2", "designer")],
      ["another district's commune", at("c", "reporter")],
      ["the leader of that commune", at("c", "approver")],
      ["the city's office", office.as("tonghop")],
      ["the city's designer", office.as("thietke")],
      ["an agency's aggregator", at("so", "aggregator")],
      ["an agency's monitor", at("so", "monitor")],
    ];
    for (const [who, viewer] of strangers) {
      expect(
        value(await listLibrary(viewer)).items.map(({ id }) => id),
        who,
      ).not.toContain(local);
      for (const outcome of [
        await getTemplate(viewer, local),
        await libraryItem(viewer, local),
        await openDraft(viewer, local),
        await listRegimes(viewer, local),
        await assignChoices(viewer, local),
      ]) {
        expect(codeOf(outcome), who).toBe("library.notFound");
      }
      expect(
        value(await listProgress(viewer)).map(({ regimeCode }) => regimeCode),
        who,
      ).not.toContain("VP-01-Q");
      expect(codeOf(await openProgress(viewer, { regime: "VP-01-Q", period: "2024-Q2" })), who).not.toBe("ok");
      expect(
        value(await listReports(viewer)).items.map(({ id }) => id),
        who,
      ).not.toContain(report?.id);
      expect(codeOf(await openReport(viewer, report?.id ?? "")), who).not.toBe("ok");
      const assigned = await assignReports(viewer, { regime: "VP-01-Q", period: "2024-Q2", unitIds: [unitId("c")] });
      expect(codeOf(assigned), who).toBe("assignment.unknownRegime");
    }
  });

  it("is not assigned any more once it is retired; what was assigned goes on", async () => {
    const designer = office.as("thietke.quan");
    const aggregator = office.as("tonghop.quan");
    const next = { regime: "VP-01-Q", period: "2024-Q3", unitIds: [unitId("a")] };
    value(await retireTemplate(designer, local));
    expect(codeOf(await assignReports(aggregator, next))).toBe("assignment.templateRetired");
    expect(codeOf(await createRegime(aggregator, regime({ code: "VP-01-Q-2" })))).toBe("regime.templateRetired");
    expect(codeOf(await assignChoices(aggregator, local))).toBe("regime.templateRetired");
    expect(value(await listReports(office.as("nhap.a"), { period: "2024-Q2" })).items).toHaveLength(1);
    value(await restoreTemplate(designer, local));
    expect(codeOf(await assignReports(aggregator, next))).toBe("ok");
  });
});

/** Something to wait for, until it is given. */
function signal(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}

describe("a template that is being retired", () => {
  it("gets no regime from somebody who looked at it a moment before", async () => {
    const templateId = office.regime.templateId;
    const [gate, locked] = [signal(), signal()];
    const retiring = db.transaction(async (tx) => {
      await tx.update(templates).set({ retiredAt: new Date() }).where(eq(templates.id, templateId));
      locked.resolve();
      await gate.promise;
    });
    await locked.promise;
    const making = createRegime(office.as("tonghop.quan2"), regime({ templateId, code: "VP-MUON", leadUnitId: unitId("q2") }));
    // Both wait for the same row: the regime is refused once the template is retired.
    await Promise.race([making, new Promise((resolve) => setTimeout(resolve, 300))]);
    gate.resolve();
    await retiring;
    const made = codeOf(await making);
    await db.update(templates).set({ retiredAt: null }).where(eq(templates.id, templateId));
    expect(made).toBe("regime.templateRetired");
  });
});

describe("a city template", () => {
  it("is led by any unit under the city that aggregates, for what lies under it", async () => {
    const templateId = office.regime.templateId;
    const choices = value(await assignChoices(office.as("tonghop"), templateId));
    expect(choices.units.map(({ code }) => code).sort()).toEqual(["a", "b", "c", "q", "q2", "so", "tp", "vp"]);
    expect(value(await assignChoices(office.as("tonghop.quan2"), templateId)).units.map(({ code }) => code)).toEqual(["q2", "c"]);
    const made = await createRegime(office.as("tonghop.quan2"), regime({ templateId, code: "VP-01-Q2", leadUnitId: unitId("q2") }));
    expect(codeOf(made)).toBe("ok");
    const outcome = await assignReports(office.as("tonghop.quan2"), { regime: "VP-01-Q2", period: "2024-Q2", unitIds: [unitId("c")] });
    expect(codeOf(outcome)).toBe("ok");
    expect(value(await listRegimes(office.as("tonghop.quan"), templateId)).map(({ code }) => code)).not.toContain("VP-01-Q2");
  });

  it.each<readonly [string, Partial<RegimeInput>]>([
    ["regime.wrongFrequency", { frequency: "week" }],
    ["regime.noName", { name: "  " }],
    ["regime.deadlineBeforeCutoff", { deadline: { workingDays: 0 } }],
    ["library.notFound", { templateId: "00000000-0000-4000-8000-000000000000" }],
    ["library.notFound", { templateId: "x" }],
  ])("makes no regime: %s", async (code, more) => {
    const input = regime({ templateId: office.regime.templateId, code: "BAD", leadUnitId: unitId("vp"), ...more });
    expect(codeOf(await createRegime(office.as("tonghop"), input))).toBe(code);
  });

  it("makes no regime before it is published", async () => {
    const from = { kind: "blank", code: "NHAP-1", title: { vi: "Nháp" } } as const;
    const { templateId } = value(await createDraft(office.as("thietke"), { ownerUnitId: unitId("vp"), from }));
    const both: ServiceContext = { ...office.as("thietke"), now: officeNow };
    const roles = [...both.actor.roles, { role: "aggregator" as const, unitId: unitId("vp") }];
    const input = regime({ templateId, code: "EARLY", leadUnitId: unitId("vp") });
    expect(codeOf(await createRegime({ ...both, actor: { ...both.actor, roles } }, input))).toBe("regime.notPublished");
    expect(codeOf(await createRegime(office.as("tonghop"), input))).toBe("library.notFound");
  });
});
