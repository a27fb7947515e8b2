import { randomUUID } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEvents, draftSteps, indicatorUses, templateVersions } from "@/lib/db";
import { say } from "@/lib/messages";
import type { Problem } from "@/lib/problem";
import { assignReports } from "@/lib/service/assignments";
import type { ServiceContext } from "@/lib/service/context";
import type { DraftStep } from "@/lib/service/designTypes";
import {
  checkDraft,
  createDraft,
  discardDraft,
  exportDocument,
  getTemplate,
  libraryItem,
  listLibrary,
  listVersions,
  openDraft,
  originDifferences,
  publishDraft,
  publishTemplate,
  restoreTemplate,
  retireTemplate,
  saveSteps,
  startDraft,
  stepsSince,
  type VersionName,
  versionDifferences,
} from "@/lib/service/templates";
import type { Template } from "@/lib/template";
import { type Command, freshId, rememberSpentIds, run } from "@/lib/template/edit";
import { type LibraryOffice, setUpLibrary } from "./libraryOffice";
import { complete, officeTemplate, saved } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: LibraryOffice;
let me: ServiceContext;
beforeAll(async () => {
  office = await setUpLibrary(db);
  me = office.as("thietke");
});

const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const codes = (result: {
  readonly ok: boolean;
  readonly error?: { readonly kind: string; readonly problems: readonly { readonly code: string }[] };
}) => (result.error ? [result.error.kind, ...result.error.problems.map(({ code }) => code)] : ["done"]);

let count = 0;
/** A template of the office's library with a draft alone. */
const newDraft = async (context = me, ownerUnitId = office.unit("vp"), document: Template = officeTemplate) => {
  const code = `B-${++count}`;
  const made = value(await createDraft(context, { ownerUnitId, from: { kind: "document", document, code } }));
  return { id: made.templateId, versionId: made.versionId, code };
};
/** Steps of commands, one after the other, as a screen would make them. */
const steps = (document: Template, ...commands: readonly Command[]): readonly DraftStep[] => {
  let template = document;
  return commands.map((command) => {
    const done = value(run(template, command));
    template = done.template;
    return { id: randomUUID(), kind: "do", continues: false, label: done.label, patch: done.patch };
  });
};
const title = (vi: string): Command => ({ do: "set", at: [{ kind: "document" }], values: { title: { vi } } });
const columnLabel = (column: string, vi: string): Command => ({
  do: "set",
  at: [{ kind: "column", block: "t1", column }],
  values: { label: { vi } },
});
const save = async (
  id: string,
  commands: readonly Command[],
  {
    context = me,
    clientId = "window-1",
    revision,
  }: { readonly context?: ServiceContext; readonly clientId?: string; readonly revision?: number } = {},
) => {
  const draft = value(await openDraft(context, id));
  return saveSteps(context, id, { revision: revision ?? draft.revision, clientId, steps: steps(draft.document, ...commands) });
};
const titleOf = async (id: string) => value(await openDraft(me, id)).document.title.vi;
/** A template published once. */
const published = async (context = me, ownerUnitId = office.unit("vp")) => {
  const draft = await newDraft(context, ownerUnitId);
  value(await publishDraft(context, draft.id, { revision: 0 }));
  return draft;
};

describe("a new draft", () => {
  it("begins as an empty page", async () => {
    const made = value(
      await createDraft(me, { ownerUnitId: office.unit("vp"), from: { kind: "blank", code: "TRANG", title: { vi: "Trang trắng" } } }),
    );
    const draft = value(await openDraft(me, made.templateId));
    expect(draft).toMatchObject({ revision: 0, steps: [], publishedVersion: null, mayPublish: true, owner: { code: "vp" } });
    expect(draft.document).toMatchObject({ code: "TRANG", title: { vi: "Trang trắng" }, blocks: [] });
  });

  it("begins with a document that has faults of meaning, but none that the schema refuses", async () => {
    const imperfect = {
      ...officeTemplate,
      blocks: [...officeTemplate.blocks, { kind: "heading", id: "h1", level: 3, text: { vi: "{{t9.r1.c1}}" } }],
    };
    const made = await createDraft(me, { ownerUnitId: office.unit("vp"), from: { kind: "document", document: imperfect, code: "THO" } });
    expect(codes(made)).toEqual(["done"]);
    expect(value(await checkDraft(me, value(made).templateId)).problems.map(({ code }) => code)).toContain("template.unknownReference");
    const broken = { ...officeTemplate, blocks: [{ kind: "table", id: "t1" }] };
    expect(
      codes(await createDraft(me, { ownerUnitId: office.unit("vp"), from: { kind: "document", document: broken, code: "HONG" } })),
    ).toEqual(expect.arrayContaining(["invalid", "library.unfitDocument", "template.missing"]));
  });

  it("is refused under a code that the library has, and is free in another library", async () => {
    const from = { kind: "blank", code: "TRUNG", title: { vi: "Trùng" } } as const;
    expect(codes(await createDraft(me, { ownerUnitId: office.unit("vp"), from }))).toEqual(["done"]);
    expect(codes(await createDraft(me, { ownerUnitId: office.unit("vp"), from }))).toEqual(["conflict", "library.codeTaken"]);
    expect(codes(await createDraft(office.as("thietke.quan"), { ownerUnitId: office.unit("q"), from }))).toEqual(["done"]);
  });

  it("is refused in a library of others, and under a field that does not exist", async () => {
    const from = { kind: "blank", code: "NGOAI", title: { vi: "Ngoài" } } as const;
    expect(codes(await createDraft(me, { ownerUnitId: office.unit("q"), from }))).toEqual(["forbidden", "library.notYours"]);
    expect(codes(await createDraft(office.as("nhap.a"), { ownerUnitId: office.unit("a"), from }))).toEqual([
      "forbidden",
      "library.notYours",
    ]);
    expect(codes(await createDraft(me, { ownerUnitId: office.unit("vp"), from, sectorCode: "KHONG" }))).toEqual([
      "invalid",
      "library.unknownSector",
    ]);
  });
});

describe("saving steps", () => {
  it("carries them out in order, and keeps each in the log under a revision of its own", async () => {
    const { id, versionId } = await newDraft();
    expect(value(await save(id, [title("Một"), columnLabel("c2", "Dự toán")]))).toEqual({ revision: 2 });
    expect(value(await save(id, [title("Hai")]))).toEqual({ revision: 3 });
    const draft = value(await openDraft(me, id));
    expect(draft).toMatchObject({ versionId, revision: 3, document: { title: { vi: "Hai" } } });
    expect(draft.steps.map(({ revision, by, clientId, kind }) => [revision, by.name, clientId, kind])).toEqual([
      [1, "thietke", "window-1", "do"],
      [2, "thietke", "window-1", "do"],
      [3, "thietke", "window-1", "do"],
    ]);
  });

  it("of two designers at once keeps one, tells the other, and loses nothing", async () => {
    const { id } = await newDraft();
    const both = await Promise.all([
      save(id, [title("Của người thứ nhất")], { revision: 0 }),
      save(id, [columnLabel("c2", "Của người thứ hai")], { context: office.as("thietke2"), clientId: "window-2", revision: 0 }),
    ]);
    expect(both.map(codes).sort()).toEqual([["conflict", "draft.stale"], ["done"]]);
    const won = both.findIndex(({ ok }) => ok);
    const since = value(await stepsSince(office.as("thietke2"), id, 0));
    expect(since).toMatchObject({ revision: 1, steps: [{ revision: 1, clientId: won === 0 ? "window-1" : "window-2" }] });
    const again = won === 0 ? save(id, [columnLabel("c2", "Của người thứ hai")]) : save(id, [title("Của người thứ nhất")]);
    expect(value(await again)).toEqual({ revision: 2 });
    const { document } = value(await openDraft(me, id));
    expect(document.title.vi).toBe("Của người thứ nhất");
    expect(JSON.stringify(document.blocks)).toContain("Của người thứ hai");
  });

  it("carries a step out once, however often it is sent", async () => {
    const { id, versionId } = await newDraft();
    const { document } = value(await openDraft(me, id));
    const sent = steps(document, title("Một"), title("Hai"), title("Ba"));
    const input = { revision: 0, clientId: "window-1", steps: sent.slice(0, 2) };
    expect(value(await saveSteps(me, id, input))).toEqual({ revision: 2 });
    expect(value(await saveSteps(me, id, input))).toEqual({ revision: 2 });
    expect(value(await saveSteps(me, id, { ...input, steps: sent }))).toEqual({ revision: 3 });
    expect(await titleOf(id)).toBe("Ba");
    expect(await db.select().from(draftSteps).where(eq(draftSteps.versionId, versionId))).toHaveLength(3);
  });

  it("tells of others' steps after one's own that are sent again, and mixes none up", async () => {
    const { id } = await newDraft();
    const { document } = value(await openDraft(me, id));
    const [mine, next] = steps(document, title("Một"), title("Hai"));
    if (!mine || !next) throw new Error("no steps");
    value(await saveSteps(me, id, { revision: 0, clientId: "window-1", steps: [mine] }));
    value(await save(id, [columnLabel("c2", "Khác")], { context: office.as("thietke2"), clientId: "window-2" }));
    // The answer was lost: this window stands after its own step, before the other's.
    expect(value(await saveSteps(me, id, { revision: 0, clientId: "window-1", steps: [mine] }))).toEqual({ revision: 1 });
    expect(codes(await saveSteps(me, id, { revision: 0, clientId: "window-1", steps: [mine, next] }))).toEqual(["conflict", "draft.stale"]);
    expect(codes(await saveSteps(me, id, { revision: 1, clientId: "window-1", steps: [next, mine] }))).toEqual(["conflict", "draft.stale"]);
    expect(codes(await saveSteps(me, id, { revision: 2, clientId: "window-1", steps: [next, mine] }))).toEqual(["conflict", "draft.stale"]);
    expect(codes(await saveSteps(me, id, { revision: 2, clientId: "window-1", steps: [next, next] }))).toEqual([
      "invalid",
      "draft.repeatedStep",
    ]);
    expect(await titleOf(id)).toBe("Một");
  });

  it("refuses a patch that does not go on, and one that leads out of the schema, and saves nothing of either", async () => {
    const { id } = await newDraft();
    const { document } = value(await openDraft(me, id));
    const [first] = steps(document, title("Một"));
    if (!first) throw new Error("no step");
    const foreign = {
      ...first,
      patch: [{ kind: "set", at: { kind: "document" }, property: "title", before: { vi: "Khác" }, after: { vi: "X" } }],
    } as const;
    expect(codes(await saveSteps(me, id, { revision: 0, clientId: "window-1", steps: [first, { ...foreign, id: randomUUID() }] }))).toEqual(
      ["conflict", "edit.conflict"],
    );
    const broken = {
      ...first,
      patch: [{ kind: "set", at: { kind: "document" }, property: "kind", before: "figures", after: "poem" }],
    } as const;
    expect((await saveSteps(me, id, { revision: 0, clientId: "window-1", steps: [broken] })).ok).toBe(false);
    const strange = { ...first, patch: [{ kind: "set", at: { kind: "document" }, property: "constructor", after: { vi: "X" } }] } as const;
    expect((await saveSteps(me, id, { revision: 0, clientId: "window-1", steps: [strange] })).ok).toBe(false);
    expect(value(await openDraft(me, id))).toMatchObject({ revision: 0, steps: [], document: { title: document.title } });
  });

  it("renames the template while nothing is published, but to no code that is taken", async () => {
    const { id } = await newDraft();
    const other = await newDraft();
    const code = (value: string): Command => ({ do: "set", at: [{ kind: "document" }], values: { code: value } });
    expect(codes(await save(id, [code(other.code)]))).toEqual(["conflict", "library.codeTaken"]);
    // Letters of a code that is typed: what counts is where they lead.
    expect(codes(await save(id, [code(other.code), code(`${other.code}-MOI`)]))).toEqual(["done"]);
    expect(value(await libraryItem(me, id)).code).toBe(`${other.code}-MOI`);
    value(await publishDraft(me, id, { revision: 2 }));
    value(await startDraft(me, id));
    expect(codes(await save(id, [code("KHAC")]))).toEqual(["conflict", "library.codeFrozen"]);
  });

  it("lets one of two take a code that both want at once", async () => {
    const drafts = [await newDraft(), await newDraft()];
    const command: Command = { do: "set", at: [{ kind: "document" }], values: { code: `CHUNG-${count}` } };
    const both = await Promise.all(drafts.map(({ id }) => save(id, [command])));
    expect(both.map(codes).sort()).toEqual([["conflict", "library.codeTaken"], ["done"]]);
  });

  it("writes where indicators are used, and no more once they are not", async () => {
    const { id, versionId } = await newDraft();
    const uses = async () =>
      (await db.select().from(indicatorUses).where(eq(indicatorUses.versionId, versionId)).orderBy(asc(indicatorUses.at))).map(
        ({ indicator, at }) => [at, indicator],
      );
    const begun = [
      ["t1.c3", "KTXH_01"],
      ["t1.r04.c3", "KTXH_02"],
    ];
    expect(await uses()).toEqual(begun);
    value(await save(id, [title("Khác")]));
    expect(await uses()).toEqual(begun);
    value(await save(id, [{ do: "set", at: [{ kind: "column", block: "t1", column: "c3" }], values: { indicator: "KTXH_09" } }]));
    expect(await uses()).toEqual([["t1.c3", "KTXH_09"], begun[1]]);
    value(await discardDraft(me, id));
    expect(await uses()).toEqual([]);
  });

  it("is for the designers of the library alone", async () => {
    const { id } = await newDraft();
    for (const name of ["nhap.a", "thietke.quan", "tonghop"]) {
      expect(codes(await saveSteps(office.as(name), id, { revision: 0, clientId: "window-1", steps: [] }))).toEqual([
        "notFound",
        "library.notFound",
      ]);
    }
    const open = await published();
    value(await startDraft(me, open.id));
    expect(codes(await openDraft(office.as("nhap.a"), open.id))).toEqual(["forbidden", "library.notYours"]);
    expect(codes(await stepsSince(office.as("nhap.a"), open.id, 0))).toEqual(["forbidden", "library.notYours"]);
  });
});

describe("publishing a draft", () => {
  it("gives it the next number, retires the version before, and freezes it", async () => {
    const { id, versionId } = await published();
    expect(value(await startDraft(me, id)).versionId).not.toBe(versionId);
    value(await save(id, [columnLabel("c2", "Dự toán")]));
    const { revision } = value(await openDraft(me, id));
    expect(value(await publishDraft(me, id, { revision }))).toMatchObject({ id, version: 2 });
    expect(value(await listVersions(me, id)).map(({ version, state, publishedBy }) => [version, state, publishedBy])).toEqual([
      [2, "published", "thietke"],
      [1, "retired", "thietke"],
    ]);
    expect(codes(await openDraft(me, id))).toEqual(["notFound", "draft.none"]);
    expect(codes(await saveSteps(me, id, { revision, clientId: "window-1", steps: steps(officeTemplate, title("Muộn")) }))).toEqual([
      "notFound",
      "draft.none",
    ]);
    const events = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subject, id), eq(auditEvents.action, "template.publish")));
    expect(events.map(({ detail }) => detail)).toMatchObject([{ version: 1 }, { version: 2 }]);
  });

  it("is blocked by each error at its place, and nothing is published", async () => {
    const { id } = await newDraft();
    value(await save(id, [{ do: "set", at: [{ kind: "column", block: "t1", column: "c2" }], values: { formula: "c9 + 1" } }]));
    const blocked = await publishDraft(me, id, { revision: 1 });
    expect(codes(blocked).slice(0, 2)).toEqual(["invalid", "library.brokenDocument"]);
    expect(blocked.ok ? [] : blocked.error.problems.map(({ at }) => at)).toContain("t1.c2");
    expect(value(await checkDraft(me, id)).problems.some(({ at, severity }) => at === "t1.c2" && severity === "error")).toBe(true);
    expect(value(await listVersions(me, id)).map(({ state }) => state)).toEqual(["draft"]);
  });

  it("is of the revision that was looked at, and of no other", async () => {
    const { id } = await newDraft();
    value(await save(id, [title("Mới")]));
    expect(codes(await publishDraft(me, id, { revision: 0 }))).toEqual(["conflict", "draft.stale"]);
    const both = await Promise.all([publishDraft(me, id, { revision: 1 }), publishDraft(office.as("thietke2"), id, { revision: 1 })]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it("makes no version that says what the one in force says", async () => {
    const { id } = await published();
    const { revision } = value(await startDraft(me, id));
    expect(codes(await publishDraft(me, id, { revision }))).toEqual(["conflict", "draft.unchanged"]);
  });

  it("goes on beside a document that is published under the same code: the draft keeps standing", async () => {
    const { id, code } = await published();
    const draft = value(await startDraft(me, id));
    value(await save(id, [title("Bản nháp")]));
    const document = { ...officeTemplate, code, title: { vi: "Của hệ thống khác" } };
    expect(value(await publishTemplate(me, { ownerUnitId: office.unit("vp"), document }))).toMatchObject({ id, version: 2 });
    expect(await titleOf(id)).toBe("Bản nháp");
    expect(value(await publishDraft(me, id, { revision: draft.revision + 1 })).version).toBe(3);
    expect(value(await getTemplate(me, id))).toMatchObject({ version: 3, document: { title: { vi: "Bản nháp" } } });
  });
});

describe("an id that was published", () => {
  const table = (document: Template) => {
    const found = document.blocks.find(({ id }) => id === "t1");
    if (found?.kind !== "table") throw new Error("another form");
    return found;
  };
  const r02 = { kind: "row", block: "t1", row: "r02" } as const;
  const r09: Command = {
    do: "insert",
    into: { kind: "rows", block: "t1" },
    index: 0,
    parts: [{ kind: "indicator", id: "r09", label: { vi: "Vay" } }],
  };
  const publish = async (id: string) => {
    const { revision } = value(await openDraft(me, id));
    return value(await publishDraft(me, id, { revision }));
  };

  it("is told to whoever opens a draft, though the version that had it is no longer in force", async () => {
    const { id } = await newDraft();
    expect(value(await openDraft(me, id)).spentIds).toEqual({});
    value(await save(id, [r09]));
    await publish(id);
    value(await startDraft(me, id));
    value(await save(id, [{ do: "remove", parts: [{ ...r02, row: "r09" }] }]));
    await publish(id);
    value(await startDraft(me, id));
    const { document, spentIds } = value(await openDraft(me, id));
    expect(spentIds).toMatchObject({ blocks: { t: 2 }, "in t1": { c: 5, k: 1, r: 9 } });
    rememberSpentIds(document, spentIds);
    expect(freshId(document, { kind: "rows", block: "t1" }, "r")).toBe("r10");
  });

  it("is warned of where a document gives it to something else, before it is published and then", async () => {
    const { id } = await newDraft();
    value(await save(id, [r09]));
    await publish(id);
    value(await startDraft(me, id));
    value(await save(id, [{ do: "remove", parts: [{ ...r02, row: "r09" }] }]));
    expect((await publish(id)).warnings.filter(({ code }) => code.startsWith("draft."))).toEqual([]);
    value(await startDraft(me, id));
    const { document } = value(await openDraft(me, id));
    const rows = [{ kind: "indicator" as const, id: "r09", label: { vi: "Viện trợ" } }, ...table(document).rows];
    const next = {
      ...document,
      blocks: document.blocks.map((block) => (block.kind === "table" && block.id === "t1" ? { ...block, rows } : block)),
    };
    value(await save(id, [{ do: "replace", template: next }]));
    const warning = {
      code: "draft.otherMeaning",
      at: "t1.r09",
      severity: "warning",
      params: { version: 1, before: "Vay", after: "Viện trợ" },
    };
    expect(value(await checkDraft(me, id)).problems).toContainEqual(warning);
    expect(say(warning as Problem, "vi")).toContain("Viện trợ");
    expect((await publish(id)).warnings).toContainEqual(warning);
  });
});

describe("discarding a draft", () => {
  it("keeps it, and the next one is told apart from it", async () => {
    const { id } = await published();
    value(await startDraft(me, id));
    value(await save(id, [title("Bỏ đi")]));
    const old = value(await openDraft(me, id));
    value(await discardDraft(me, id));
    expect(codes(await discardDraft(me, id))).toEqual(["notFound", "draft.none"]);
    const next = value(await startDraft(me, id));
    expect(value(await openDraft(me, id))).toMatchObject({ steps: [], document: { title: officeTemplate.title } });
    expect(next.revision).toBeGreaterThan(old.revision);
    // A window left open on the draft before.
    const late = { revision: old.revision, clientId: "window-1", steps: steps(old.document, title("Từ bản cũ")) };
    expect(codes(await saveSteps(me, id, late))).toEqual(["conflict", "draft.replaced"]);
    expect(codes(await stepsSince(me, id, old.revision))).toEqual(["conflict", "draft.replaced"]);
    const states = await db.select({ state: templateVersions.state }).from(templateVersions).where(eq(templateVersions.templateId, id));
    expect(states.map(({ state }) => state).sort()).toEqual(["discarded", "draft", "published"]);
  });

  it("takes a template that was never published out of the library, and frees its code", async () => {
    const { id, code } = await newDraft();
    value(await discardDraft(me, id));
    expect(codes(await libraryItem(me, id))).toEqual(["notFound", "library.notFound"]);
    expect(codes(await startDraft(me, id))).toEqual(["notFound", "library.notFound"]);
    expect(value(await listLibrary(me, { search: code })).items.filter((item) => item.code.startsWith(`${code}#`))).toEqual([]);
    expect(codes(await createDraft(me, { ownerUnitId: office.unit("vp"), from: { kind: "blank", code, title: { vi: "Lại" } } }))).toEqual([
      "done",
    ]);
  });

  it("of a draft that stands gives the same when it is begun twice", async () => {
    const { id } = await published();
    const both = await Promise.all([startDraft(me, id), startDraft(office.as("thietke2"), id)]);
    expect(new Set(both.map((one) => value(one).versionId)).size).toBe(1);
  });
});

describe("a retired template", () => {
  it("gets no new version and no new duty; what was assigned goes on; it can be taken into use again", async () => {
    const { templateId } = office.regime;
    const report = await office.newReport("a");
    value(await startDraft(me, templateId));
    value(await save(templateId, [columnLabel("c2", "Dự toán")]));
    value(await retireTemplate(me, templateId));
    const assign = { regime: officeTemplate.code, period: "1999-Q4", unitIds: [office.unit("a")] };
    const assigned = await assignReports(office.as("tonghop"), { ...assign, period: "2023-Q4" });
    expect(codes(assigned)).toEqual(["conflict", "assignment.templateRetired"]);
    const { revision } = value(await openDraft(me, templateId));
    expect(codes(await publishDraft(me, templateId, { revision }))).toEqual(["conflict", "library.retired"]);
    expect(
      codes(await publishTemplate(me, { ownerUnitId: office.unit("vp"), document: { ...officeTemplate, title: { vi: "Khác" } } })),
    ).toEqual(["conflict", "library.retired"]);
    value(await discardDraft(me, templateId));
    expect(codes(await startDraft(me, templateId))).toEqual(["conflict", "library.retired"]);
    expect(value(await libraryItem(office.as("nhap.a"), templateId))).toMatchObject({ retired: true, version: 1 });
    expect((await saved(office.as("nhap.a"), report, { revision: 0, ...complete })).revision).toBe(1);
    value(await restoreTemplate(me, templateId));
    expect(codes(await assignReports(office.as("tonghop"), { ...assign, period: "2023-Q4" }))).toEqual(["done"]);
  });

  it("was published before: a draft alone is discarded instead; and only its designers retire it", async () => {
    const { id } = await newDraft();
    expect(codes(await retireTemplate(me, id))).toEqual(["conflict", "library.neverPublished"]);
    expect(codes(await retireTemplate(office.as("nhap.a"), office.regime.templateId))).toEqual(["forbidden", "library.notYours"]);
  });
});

describe("a fork", () => {
  it("remembers its origin, takes a code of its own, and tells that the origin went on", async () => {
    const { id, code, versionId } = await published();
    const district = office.as("thietke.quan");
    const fork = { ownerUnitId: office.unit("q"), from: { kind: "version", versionId } } as const;
    const made = value(await createDraft(district, fork));
    expect(made.code).toBe(`${code}-Q`);
    expect(value(await createDraft(district, fork)).code).toBe(`${code}-Q-2`);
    expect(value(await libraryItem(district, made.templateId))).toMatchObject({
      version: null,
      mayDesign: true,
      origin: { id, code, version: 1, latest: 1 },
    });
    value(await startDraft(me, id));
    value(await save(id, [columnLabel("c2", "Dự toán")]));
    value(await publishDraft(me, id, { revision: value(await openDraft(me, id)).revision }));
    expect(value(await libraryItem(district, made.templateId)).origin).toMatchObject({ version: 1, latest: 2 });
  });

  it("is of a published version that the actor may read, and of nothing else", async () => {
    const local = await published(office.as("thietke.quan"), office.unit("q"));
    const draft = await newDraft();
    for (const [name, unit, versionId] of [
      ["thietke", "vp", local.versionId],
      ["thietke.quan2", "q2", local.versionId],
      ["thietke.quan", "q", draft.versionId],
      ["thietke.quan", "q", randomUUID()],
      ["thietke.quan", "q", "x"],
    ] as const) {
      const made = await createDraft(office.as(name), { ownerUnitId: office.unit(unit), from: { kind: "version", versionId } });
      expect(codes(made)).toEqual(["notFound", "library.versionNotFound"]);
    }
  });
});

describe("differences", () => {
  const told = async (id: string, from: VersionName, to: VersionName, context = me, locale?: "vi" | "en") =>
    value(await versionDifferences(context, id, { from, to, locale })).items.map(({ words: { code, params } }) =>
      say({ code, params, at: "", severity: "warning" }, locale ?? "vi"),
    );

  it("between any two versions and the draft are told in words, formulas by their codes", async () => {
    const { id } = await published();
    value(await startDraft(me, id));
    const formula: Command = { do: "set", at: [{ kind: "column", block: "t1", column: "c4" }], values: { formula: "percent(c3, c2) + 1" } };
    value(await save(id, [columnLabel("c2", "Dự toán"), formula, { do: "remove", parts: [{ kind: "block", block: "l1" }] }]));
    const toDraft = await told(id, 1, "draft");
    expect(toDraft).toHaveLength(3);
    expect(toDraft.join("; ")).toContain("“Kế hoạch” → “Dự toán”");
    expect(toDraft.join("; ")).toContain("percent(c3, c2) → percent(c3, c2) + 1");
    expect(await told(id, 1, 1)).toEqual([]);
    value(await publishDraft(me, id, { revision: value(await openDraft(me, id)).revision }));
    expect(await told(id, 1, 2)).toEqual(toDraft);
    expect(await told(id, 2, 1)).toHaveLength(3);
    expect((await told(id, 1, 2, me, "en")).join("; ")).toContain("formula");
  });

  it("of a draft are its designers' alone, and of a version that there is not nobody's", async () => {
    const { id } = await published();
    value(await startDraft(me, id));
    expect(await told(id, 1, 1, office.as("nhap.a"))).toEqual([]);
    for (const [context, from, to] of [
      [office.as("nhap.a"), 1, "draft"],
      [office.as("nhap.a"), "draft", 1],
      [me, 1, 2],
    ] as const) {
      expect(codes(await versionDifferences(context, id, { from, to }))).toEqual(["notFound", "library.versionNotFound"]);
    }
  });

  it("of an origin are those since the fork, also once it went on twice, whatever the fork did", async () => {
    const { id, code, versionId } = await published();
    const district = office.as("thietke.quan");
    const made = value(await createDraft(district, { ownerUnitId: office.unit("q"), from: { kind: "version", versionId } }));
    value(await save(made.templateId, [columnLabel("c3", "Của quận")], { context: district }));
    expect(value(await originDifferences(district, made.templateId))).toMatchObject({ from: 1, to: 1, items: [], total: 0 });
    for (const words of ["Dự toán", "Dự toán giao"]) {
      value(await startDraft(me, id));
      value(await save(id, [columnLabel("c2", words)]));
      value(await publishDraft(me, id, { revision: value(await openDraft(me, id)).revision }));
    }
    const changed = value(await originDifferences(district, made.templateId));
    expect(changed).toMatchObject({ origin: { id, code }, from: 1, to: 3, total: 1 });
    expect(changed.items[0]?.difference).toMatchObject({ kind: "set", property: "label", after: { vi: "Dự toán giao" } });
    expect(codes(await originDifferences(me, id))).toEqual(["notFound", "library.noOrigin"]);
    expect(codes(await originDifferences(office.as("thietke.quan2"), made.templateId))).toEqual(["notFound", "library.notFound"]);
  });
});

describe("what is seen of a district's own template", () => {
  it("by the district and its wards; by another district, its wards and the city's office nothing at all", async () => {
    const district = office.as("chuyenvien.quan");
    const made = value(
      await createDraft(district, { ownerUnitId: office.unit("q"), from: { kind: "version", versionId: (await published()).versionId } }),
    );
    const id = made.templateId;
    value(await save(id, [columnLabel("c2", "Dự toán của quận")], { context: district }));
    const seenBy = async (name: string) => {
      const context = office.as(name);
      const { items } = value(await listLibrary(context, { pageSize: 200 }));
      const asked = [
        await libraryItem(context, id),
        await getTemplate(context, id),
        await openDraft(context, id),
        await stepsSince(context, id, 0),
        await checkDraft(context, id),
        await listVersions(context, id),
        await exportDocument(context, id),
        await exportDocument(context, id, 1),
        await exportDocument(context, id, "draft"),
        await startDraft(context, id),
        await versionDifferences(context, id, { from: 1, to: "draft" }),
        await versionDifferences(context, id, { from: 1, to: 1 }),
        await originDifferences(context, id),
      ];
      return [items.some((item) => item.id === id), ...new Set(asked.map((one) => codes(one).join(" ")))];
    };
    const nothing = [false, "notFound library.notFound"];
    // A draft is its designers' alone, a ward of the district sees nothing of it.
    expect(await seenBy("nhap.a")).toEqual(nothing);
    value(await publishDraft(district, id, { revision: 1 }));
    for (const name of ["thietke.quan2", "tonghop.quan2", "nhap.c", "thietke", "tonghop", "quantri"])
      expect([name, ...(await seenBy(name))]).toEqual([name, ...nothing]);
    expect((await seenBy("nhap.a"))[0]).toBe(true);
    expect(value(await getTemplate(office.as("nhap.a"), id))).toMatchObject({ code: made.code, version: 1, mayDesign: false, draft: null });
    value(await startDraft(district, id));
    expect(value(await libraryItem(office.as("nhap.a"), id)).draft).toBeNull();
    expect(value(await listVersions(office.as("nhap.a"), id)).map(({ state }) => state)).toEqual(["published"]);
    expect(codes(await exportDocument(office.as("nhap.a"), id, "draft"))).toEqual(["notFound", "library.versionNotFound"]);
  });
});

describe("the library", () => {
  it("is searched without marks in code, title and form number, and filtered by library, field and state", async () => {
    const document = { ...officeTemplate, title: { vi: "Tỷ lệ che phủ rừng", en: "Forest cover" }, formNumber: "Biểu số 77/TKR" };
    const made = value(await createDraft(me, { ownerUnitId: office.unit("vp"), from: { kind: "document", document, code: "RUNG-01" } }));
    const found = async (query: Parameters<typeof listLibrary>[1], name = "thietke") =>
      value(await listLibrary(office.as(name), query)).items.map(({ code }) => code);
    for (const search of ["ty le che phu", "RUNG-01", "bieu so 77", "forest", "tkr phu"])
      expect(await found({ search })).toEqual(["RUNG-01"]);
    expect(await found({ search: "ty le che phu" }, "nhap.a")).toEqual([]);
    expect(await found({ search: "phu rung", state: "published" })).toEqual([]);
    expect(await found({ search: "phu rung", state: "drafts" })).toEqual(["RUNG-01"]);
    expect(await found({ search: "phu rung", ownerUnitId: office.unit("q") })).toEqual([]);
    value(await publishDraft(me, made.templateId, { revision: 0 }));
    expect(await found({ search: "phu rung", state: "drafts" })).toEqual([]);
    expect(await found({ search: "phu rung", state: "published" }, "nhap.a")).toEqual(["RUNG-01"]);
    value(await retireTemplate(me, made.templateId));
    expect(await found({ search: "phu rung", state: "published" })).toEqual([]);
    expect(await found({ search: "phu rung", state: "retired" }, "nhap.a")).toEqual(["RUNG-01"]);
  });

  it("goes page by page", async () => {
    const all = value(await listLibrary(me, { pageSize: 200 }));
    const first = value(await listLibrary(me, { pageSize: 2 }));
    const second = value(await listLibrary(me, { pageSize: 2, page: 2 }));
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
    expect(first.total).toBe(all.total);
  });

  it("exports the document in the order of the schema, and imports it again as it was", async () => {
    const { id, code } = await published();
    const exported = value(await exportDocument(me, id));
    expect(exported.name).toBe(`${code}-v1.json`);
    const text = new TextDecoder().decode(exported.bytes);
    expect(Object.keys(JSON.parse(text)).slice(0, 3)).toEqual(["format", "code", "title"]);
    const made = value(
      await createDraft(me, {
        ownerUnitId: office.unit("vp"),
        from: { kind: "document", document: JSON.parse(text), code: `${code}-LAI` },
      }),
    );
    const again = value(await exportDocument(me, made.templateId));
    expect(new TextDecoder().decode(again.bytes)).toBe(text.replace(code, `${code}-LAI`));
    expect(again.name).toBe(`${code}-LAI-draft.json`);
  });
});
