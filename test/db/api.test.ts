import Ajv2020 from "ajv/dist/2020.js";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { submissionVocabulary } from "@/lib/form";
import { apiOf, type Call, told } from "./apiOf";
import { complete, type Office, officeTemplate, paragraph, saved, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const database = await testDatabase();
const { db, sql } = database;

let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
});

const { call, refused } = apiOf(database, (username) => office.as(username).actor.accountId);
const report = async () => {
  const id = await office.newReport("a");
  await saved(office.as("nhap.a"), id, { revision: 0, ...complete });
  return id;
};
const save = (id: string, body: object, by = "nhap.a"): Call => ({ by, route: "PATCH /api/v1/reports/{id}/values", params: { id }, body });

describe("answers are as the OpenAPI document describes them", () => {
  it("for reports: list, page, save, history, acts, submission", async () => {
    const id = await report();
    const listed = await (await call({ by: "nhap.a", route: "GET /api/v1/reports", search: "?page=1&pageSize=200" })).json();
    expect(listed.items.map((item: { id: string }) => item.id)).toContain(id);
    const opened = await (await call({ by: "nhap.a", route: "GET /api/v1/reports/{id}", params: { id } })).json();
    expect(opened).toMatchObject({ revision: 1, editable: true, actions: ["submit"], template: { code: "VP-01" } });
    const output = await (await call(save(id, { revision: 1, clientId: "window-one", edits: [{ at: "t1.r02.c3", value: 3.5 }] }))).json();
    expect(output).toMatchObject({ revision: 2, conflicts: [] });
    const history = await (
      await call({ by: "nhap.a", route: "GET /api/v1/reports/{id}/history", params: { id }, search: "?at=t1.r02.c3" })
    ).json();
    expect(history.changes.items.map(({ old, new: now }: { old: number; new: number }) => [old, now])).toEqual([
      [4.5, 3.5],
      [null, 4.5],
    ]);
    const moved = await call({
      by: "nhap.a",
      route: "POST /api/v1/reports/{id}/transitions",
      params: { id },
      body: { action: "submit", revision: 2 },
    });
    expect(await moved.json()).toEqual({ state: "submitted", revision: 3, hash: null });
  });

  it("for a report that its receiver reads: looking it up is not reading, noting it is, and stays the same when repeated", async () => {
    const id = await report();
    const acts = [
      ["nhap.a", "submit"],
      ["duyet.a", "approve"],
      ["duyet.a", "sign"],
      ["gui.a", "send"],
    ] as const;
    for (const [i, [by, action]] of acts.entries()) {
      const number = action === "send" ? { documentNumber: "1/BC-UBND", documentDate: "2024-04-01" } : {};
      await call({ by, route: "POST /api/v1/reports/{id}/transitions", params: { id }, body: { action, revision: i + 1, ...number } });
    }
    const mayRecall = async () => {
      const opened = await (await call({ by: "gui.a", route: "GET /api/v1/reports/{id}", params: { id } })).json();
      return opened.actions.includes("recall");
    };
    await call({ by: "tonghop", route: "GET /api/v1/reports/{id}", params: { id } });
    await call({ by: "tonghop", route: "GET /api/v1/reports/{id}/document.docx", params: { id } });
    expect(await mayRecall()).toBe(true);
    await call({ by: "gui.a", route: "POST /api/v1/reports/{id}/reading", params: { id } });
    expect(await mayRecall()).toBe(true);
    for (const _ of [1, 2]) {
      const read = await (await call({ by: "tonghop", route: "POST /api/v1/reports/{id}/reading", params: { id } })).json();
      expect(read).toMatchObject({ id, state: "sent", actions: ["accept", "return"] });
    }
    expect(await mayRecall()).toBe(false);
  });

  it("for templates, their schema, progress, assignments, reception, units and the document itself", async () => {
    const { items } = await (await call({ by: "nhap.a", route: "GET /api/v1/templates", search: "?search=thu" })).json();
    expect(items.map(({ code }: { code: string }) => code)).toEqual(["VP-01"]);
    const params = { id: items[0].id };
    expect(await (await call({ by: "nhap.a", route: "GET /api/v1/templates/{id}", params })).json()).toMatchObject({ version: 1 });
    const schema = await (await call({ by: "nhap.a", route: "GET /api/v1/templates/{id}/submission.schema.json", params })).json();
    expect(() =>
      new Ajv2020({ strict: true, strictTuples: false, discriminator: true }).addVocabulary([...submissionVocabulary]).compile(schema),
    ).not.toThrow();
    const assign = { regime: "VP-01", period: "1998-Q4", unitIds: [office.unitIds.a], opensOn: "1998-12-01" };
    expect(await told(await call({ by: "tonghop", route: "POST /api/v1/assignments", body: assign }))).toEqual([
      422,
      "assignment.unknownUnit",
    ]);
    const made = await call({
      by: "tonghop",
      route: "POST /api/v1/assignments",
      body: { ...assign, period: "2009-Q4", opensOn: "2009-12-01" },
    });
    expect(await made.json()).toEqual({ assigned: 1, existing: 0 });
    const reception = { regime: "VP-01", period: "2009-Q4", open: false };
    expect(await (await call({ by: "tonghop", route: "PUT /api/v1/assignments/reception", body: reception })).json()).toEqual({
      changed: 1,
    });
    expect(await (await call({ by: "tonghop", route: "GET /api/v1/progress" })).json()).not.toEqual([]);
    const progress = { by: "tonghop", route: "GET /api/v1/progress/{regime}/{period}", params: { regime: "VP-01", period: "2009-Q4" } };
    expect(await (await call(progress)).json()).toMatchObject({ closed: true, assigned: 1, late: 1 });
    expect(await (await call({ by: "nhap.a", route: "GET /api/v1/units", search: "?search=q" })).json()).toHaveLength(2);
    expect(await (await call({ by: "nhap.a", route: "GET /api/v1/openapi.json" })).json()).toMatchObject({ openapi: "3.1.0" });
  });

  it("for a report as a Word file, which opens and holds the figures", async () => {
    const id = await report();
    const response = await call({ by: "nhap.a", route: "GET /api/v1/reports/{id}/document.docx", params: { id } });
    expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="VP-01 a \d{4}-Q2\.docx"/);
    const zip = await JSZip.loadAsync(await response.arrayBuffer());
    const text = (await zip.file("word/document.xml")?.async("string")) ?? "";
    for (const words of ["7,5", "4,5", "12", "Quý I đạt kế hoạch."]) expect(text).toContain(words);
  });
});

describe("a submission", () => {
  it("comes back as it was sent, whole: what it leaves out becomes blank", async () => {
    const id = await report();
    const params = { id };
    const route = "PUT /api/v1/reports/{id}/submission";
    const submission = {
      fields: { lap: "Lê Văn Tâm" },
      tables: {
        t1: { rows: { r01: { c2: 20, c3: 5, c4: 99 }, r02: { c3: "-" } } },
        t2: { entries: { r01: [{ id: "da1", label: "Cầu", rows: { r01: { c2: 8 } } }] } },
      },
      narrative: { n1: paragraph("Mới") },
    };
    const output = await (await call({ by: "nhap.a", route, params, body: { revision: 1, submission } })).json();
    expect(output).toMatchObject({ revision: 2, conflicts: [] });
    const read = await (await call({ by: "nhap.a", route: "GET /api/v1/reports/{id}/submission", params })).json();
    expect(read).toEqual({
      revision: 2,
      submission: {
        fields: { lap: "Lê Văn Tâm" },
        tables: {
          t1: { rows: { r01: { c2: 20, c3: 5, c4: 25 }, r02: { c3: "-" }, r04: { c2: 20, c3: 5, c4: 25 } } },
          t2: { rows: { r02: { c2: 8 } }, entries: { r01: [{ id: "da1", label: "Cầu", rows: { r01: { c2: 8 } } }] } },
        },
        narrative: { n1: paragraph("Mới") },
      },
    });
    const again = await call({ by: "nhap.a", route, params, body: read });
    expect(await again.json()).toMatchObject({ revision: 2, changed: [], conflicts: [] });
    expect(await told(await call({ by: "nhap.a", route, params, body: { revision: 1, submission } }))).toEqual([
      409,
      "report.staleRevision",
    ]);
  });
});

describe("bad input", () => {
  const brokenTemplate = { ...officeTemplate, blocks: [{ kind: "table", id: "t1", columns: "none" }] };
  const circular = structuredClone(officeTemplate) as unknown as {
    code: string;
    blocks: { id: string; columns?: { id: string; formula?: string }[] }[];
  };
  const column = circular.blocks.find(({ id }) => id === "t1")?.columns?.find(({ id }) => id === "c2");
  if (column) column.formula = "c4 * 2";
  const publish = (document: unknown, by = "thietke"): Omit<Call, "language"> => ({
    by,
    route: "POST /api/v1/templates",
    body: { ownerUnitId: office.unitIds.vp, document },
  });
  const one = (at: string, value: unknown) => ({
    revision: 1,
    edits: [
      { at: "t1.r02.c2", value: 77 },
      { at, value },
    ],
  });

  const cases: readonly (readonly [name: string, call: (id: string) => Omit<Call, "language">, status: number, told: string])[] = [
    ["a broken template", () => publish(brokenTemplate), 422, "library.brokenDocument"],
    ["a formula with a cycle", () => publish(circular), 422, "library.brokenDocument"],
    ["a template for a library of others", () => publish(officeTemplate, "thietke.quan"), 403, "library.notYours"],
    ["a number typed as 1.234,5", (id) => save(id, one("t1.r01.c2", "1.234,5")), 422, "form.expectedNumber"],
    ["a number typed as abc", (id) => save(id, one("t1.r01.c2", "abc")), 422, "form.expectedNumber"],
    ["a list as a value", (id) => save(id, one("t1.r01.c2", [1])), 422, "api.wrongType"],
    ["a number beyond exactness", (id) => save(id, one("t1.r01.c2", 1e300)), 422, "form.tooLarge"],
    ["a value in a locked cell", (id) => save(id, one("t1.r03.c2", 1)), 422, "form.lockedCell"],
    ["a value in a computed cell", (id) => save(id, one("t1.r04.c3", 1)), 422, "form.computedCell"],
    ["an unknown cell", (id) => save(id, one("t9.r01.c2", 1)), 422, "form.unknownCell"],
    ["a name of the language as a cell", (id) => save(id, one("__proto__", 1)), 422, "form.unknownCell"],
    ["a revision that does not exist yet", (id) => save(id, { ...one("t1.r01.c2", 1), revision: 9 }), 409, "report.futureRevision"],
    [
      "an act on a stale revision",
      (id) => ({ by: "nhap.a", route: "POST /api/v1/reports/{id}/transitions", params: { id }, body: { action: "submit", revision: 0 } }),
      409,
      "report.staleRevision",
    ],
    ["a foreign unit's report", (id) => save(id, one("t1.r01.c2", 1), "nhap.b"), 404, "report.notFound"],
    [
      "a foreign unit's report, read",
      (id) => ({ by: "nhap.b", route: "GET /api/v1/reports/{id}", params: { id } }),
      404,
      "report.notFound",
    ],
    ["an id that is none", () => ({ by: "nhap.a", route: "GET /api/v1/reports/{id}", params: { id: "1" } }), 404, "api.notFound"],
    [
      "a body of 5 MB",
      (id) => ({ ...save(id, {}), body: undefined, raw: JSON.stringify({ revision: 1, edits: [], x: "x".repeat(5 * 1024 * 1024) }) }),
      413,
      "api.bodyTooLarge",
    ],
    ["a body that is no JSON", (id) => ({ ...save(id, {}), body: undefined, raw: "{" }), 400, "api.notJson"],
    ["a NUL in a text", (id) => save(id, one("f.lap", "a\0b")), 422, "api.badCharacter"],
    ["a member that is unknown", (id) => save(id, { ...one("t1.r01.c2", 1), state: "accepted" }), 422, "api.unknownProperty"],
    [
      "too many edits",
      (id) => save(id, { revision: 1, edits: Array.from({ length: 20_001 }, () => ({ at: "f.lap", value: "x" })) }),
      422,
      "api.tooManyItems",
    ],
    [
      "half a million empty edits",
      (id) => ({ ...save(id, {}), body: undefined, raw: `{"revision":1,"edits":[${"{},".repeat(500_000)}{}]}` }),
      422,
      "api.tooManyItems",
    ],
    [
      "more values than any report has",
      (id) => ({ ...save(id, {}), body: undefined, raw: `{"revision":1,"edits":[${"{},".repeat(1_390_000)}{}]}` }),
      413,
      "api.tooManyValues",
    ],
    [
      "a submission that does not fit",
      (id) => ({
        by: "nhap.a",
        route: "PUT /api/v1/reports/{id}/submission",
        params: { id },
        body: { revision: 1, submission: { tables: { t1: { rows: { r01: { c2: "1.234,5" }, r99: {} } } } } },
      }),
      422,
      "report.badSubmission",
    ],
  ];

  it.each(cases)("%s: an error of its own, in both languages, and nothing written", async (_, make, status, code) => {
    const id = await report();
    await refused(make(id), status, code);
  });

  it("tells the place of each fault of a template, and the path of a cycle", async () => {
    const broken = await (await call(publish(brokenTemplate))).json();
    expect(broken.problems.slice(1).map(({ at }: { at: string }) => at)).toContain("t1");
    const cycle = await (await call(publish(circular))).json();
    expect(cycle.problems.slice(1).some(({ message }: { message: string }) => message.includes("c2") && message.includes("c4"))).toBe(true);
  });

  it("keeps HTML as the text that it is, composed by Unicode's NFC", async () => {
    const id = await report();
    const html = "<img src=x onerror=alert(1)> Cái Khế";
    await call(save(id, { revision: 1, edits: [{ at: "f.lap", value: html.normalize("NFD") }] }));
    const [row] = await sql`select cells from reports where id = ${id}`;
    expect(row?.cells["f.lap"]).toBe(html.normalize("NFC"));
  });
});

describe("publishing", () => {
  it("makes the first version, none for the same document, the next for a changed one, and keeps reports on theirs", async () => {
    const id = await report();
    const publish = async (document: unknown) =>
      (await call({ by: "thietke", route: "POST /api/v1/templates", body: { ownerUnitId: office.unitIds.vp, document } })).json();
    expect(await publish(officeTemplate)).toMatchObject({ version: 1 });
    const changed = { ...officeTemplate, title: { vi: "Biểu thử nghiệm mới {period}" } };
    expect(await publish(changed)).toMatchObject({ version: 2 });
    expect(await publish(changed)).toMatchObject({ version: 2 });
    const opened = await (await call({ by: "nhap.a", route: "GET /api/v1/reports/{id}", params: { id } })).json();
    expect(opened.template.title.vi).toBe("Biểu thử nghiệm {period}");
    const next = await office.newReport("a");
    const newer = await (await call({ by: "nhap.a", route: "GET /api/v1/reports/{id}", params: { id: next } })).json();
    expect(newer.template.title.vi).toBe("Biểu thử nghiệm mới {period}");
  });

  it("shows a district's template in that district alone", async () => {
    const document = { ...officeTemplate, code: "Q-01" };
    const made = await call({ by: "thietke.quan", route: "POST /api/v1/templates", body: { ownerUnitId: office.unitIds.q, document } });
    const params = { id: (await made.json()).id };
    const route = "GET /api/v1/templates/{id}";
    expect((await call({ by: "nhap.a", route, params })).status).toBe(200);
    expect(await told(await call({ by: "tonghop", route, params }))).toEqual([404, "library.notFound"]);
  });
});
