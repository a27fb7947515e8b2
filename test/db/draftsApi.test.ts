import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createDraft, openDraft, publishDraft } from "@/lib/service/templates";
import { type Api, apiOf, type Call, told } from "./apiOf";
import { type LibraryOffice, setUpLibrary } from "./libraryOffice";
import { officeTemplate } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const database = await testDatabase();
let office: LibraryOffice;
let api: Api;
beforeAll(async () => {
  office = await setUpLibrary(database.db);
  api = apiOf(database, (username) => office.as(username).actor.accountId);
});

let count = 0;
/** Id of a template of the office's library with a draft alone. */
const newDraft = async (): Promise<string> => {
  const from = { kind: "document", document: officeTemplate, code: `A-${++count}` } as const;
  const made = await createDraft(office.as("thietke"), { ownerUnitId: office.unit("vp"), from });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.templateId;
};
const titled = (vi: string, before: unknown = officeTemplate.title) => ({
  id: randomUUID(),
  kind: "do",
  continues: false,
  label: { code: "set", params: {} },
  patch: [{ kind: "set", at: { kind: "document" }, property: "title", before, after: { vi } }],
});
const save = (id: string, body: object, by = "thietke"): Omit<Call, "language"> => ({
  by,
  route: "POST /api/v1/templates/{id}/draft/steps",
  params: { id },
  body,
});
const steps = (...list: readonly unknown[]) => ({ revision: 0, clientId: "window-1", steps: list });

describe("the life of a template through the API", () => {
  it("answers as the OpenAPI document describes it, from an empty page to an export", async () => {
    const by = "thietke";
    const begun = await api.call({
      by,
      route: "POST /api/v1/templates/drafts",
      body: { ownerUnitId: office.unit("vp"), from: { kind: "document", document: officeTemplate, code: "DOI-SONG" } },
    });
    const { templateId: id, code } = await begun.json();
    expect(code).toBe("DOI-SONG");
    const params = { id };
    const saved = await api.call(save(id, steps(titled("Mới"))));
    expect(await saved.json()).toEqual({ revision: 1 });
    const opened = await (await api.call({ by, route: "GET /api/v1/templates/{id}/draft", params })).json();
    expect(opened).toMatchObject({ revision: 1, document: { title: { vi: "Mới" } }, steps: [{ revision: 1, by: { name: "thietke" } }] });
    const since = await api.call({ by, route: "GET /api/v1/templates/{id}/draft/steps", params, search: "?after=0" });
    expect(await since.json()).toMatchObject({ revision: 1, steps: [{ revision: 1 }] });
    expect(await (await api.call({ by, route: "POST /api/v1/templates/{id}/draft/check", params })).json()).toMatchObject({ revision: 1 });
    const publication = await api.call({ by, route: "POST /api/v1/templates/{id}/publication", params, body: { revision: 1 } });
    expect(await publication.json()).toMatchObject({ id, version: 1 });
    expect(await (await api.call({ by, route: "POST /api/v1/templates/{id}/draft", params })).json()).toMatchObject({ revision: 2 });
    expect((await api.call({ by, route: "DELETE /api/v1/templates/{id}/draft", params })).status).toBe(204);
    await api.call({ by, route: "POST /api/v1/templates/{id}/retirement", params });
    const listed = await api.call({ by, route: "GET /api/v1/templates", search: "?state=retired&search=moi" });
    expect((await listed.json()).items).toMatchObject([{ id, retired: true, version: 1 }]);
    await api.call({ by, route: "DELETE /api/v1/templates/{id}/retirement", params });
    const versions = await (await api.call({ by, route: "GET /api/v1/templates/{id}/versions", params })).json();
    expect(versions).toMatchObject([{ version: 1, state: "published", publishedBy: "thietke", reports: 0 }]);
    const exported = await api.call({ by, route: "GET /api/v1/templates/{id}/document.json", params, search: "?version=1" });
    expect(exported.headers.get("content-disposition")).toContain("DOI-SONG-v1.json");
    expect(await exported.json()).toMatchObject({ code: "DOI-SONG", title: { vi: "Mới" } });
    const compared = await api.call({ by, route: "GET /api/v1/templates/{id}/differences", params, search: "?from=1&to=1&locale=en" });
    expect(await compared.json()).toEqual({ from: 1, to: 1, items: [], total: 0 });
    const forked = await api.call({
      by: "thietke.quan",
      route: "POST /api/v1/templates/drafts",
      body: { ownerUnitId: office.unit("q"), from: { kind: "version", versionId: versions[0].id } },
    });
    const fork = { id: (await forked.json()).templateId };
    const origin = await api.call({ by: "thietke.quan", route: "GET /api/v1/templates/{id}/origin", params: fork });
    expect(await origin.json()).toMatchObject({ from: 1, to: 1, origin: { id, code: "DOI-SONG" } });
    const checked = await api.call({
      by,
      route: "POST /api/v1/templates/check",
      body: { document: { ...officeTemplate, blocks: [{ kind: "table" }] } },
    });
    expect((await checked.json()).problems.length).toBeGreaterThan(0);
  });

  it("tells the place of each error that blocks a publication", async () => {
    const id = await newDraft();
    const change = { kind: "set", at: { kind: "column", block: "t1", column: "c2" }, property: "formula", after: "c2 + c9" };
    await api.call(save(id, steps({ ...titled(""), patch: [change] })));
    const blocked = await api.call({
      by: "thietke",
      route: "POST /api/v1/templates/{id}/publication",
      params: { id },
      body: { revision: 1 },
    });
    expect(await told(blocked)).toEqual(expect.arrayContaining([422, "library.brokenDocument", "form.unknownNameNear t1.c2"]));
  });
});

describe("bad input", () => {
  const patch = (...changes: readonly unknown[]) => steps({ ...titled(""), patch: changes });
  const draft = (id: string, from: unknown, by = "thietke", unit = "vp"): Omit<Call, "language"> => ({
    by,
    route: "POST /api/v1/templates/drafts",
    body: { ownerUnitId: office.unit(unit), from },
    params: { id },
  });
  const get = (route: string, id: string, by = "thietke", search = ""): Omit<Call, "language"> => ({
    by,
    route: `GET /api/v1/templates/{id}${route}`,
    params: { id },
    search,
  });
  const spot = { in: { kind: "blocks" }, index: 0, after: null };

  const cases: readonly (readonly [name: string, call: (id: string) => Omit<Call, "language">, status: number, told: string])[] = [
    ["steps on a stale revision", (id) => save(id, { ...steps(titled("X")), revision: 5 }), 409, "draft.replaced"],
    ["a patch that does not go on", (id) => save(id, steps(titled("X", { vi: "Khác" }))), 409, "edit.conflict"],
    ["no steps at all", (id) => save(id, steps()), 422, "api.tooFewItems"],
    ["more steps than a call takes", (id) => save(id, steps(...Array.from({ length: 201 }, () => titled("X")))), 422, "api.tooManyItems"],
    ["a step without an id that is one", (id) => save(id, steps({ ...titled("X"), id: "1" })), 422, "api.format"],
    ["a step of a kind that there is not", (id) => save(id, steps({ ...titled("X"), kind: "wipe" })), 422, "api.notAmong"],
    [
      "a step that is told by a sentence that there is not",
      (id) => save(id, steps({ ...titled("X"), label: { code: "toString", params: {} } })),
      422,
      "api.notAmong",
    ],
    [
      "a step that is told by what no sentence names",
      (id) => save(id, steps({ ...titled("X"), label: { code: "set", params: { constructor: "x" } } })),
      422,
      "api.unknownProperty",
    ],
    [
      "a step that counts in words",
      (id) => save(id, steps({ ...titled("X"), label: { code: "set", params: { count: "many" } } })),
      422,
      "api.wrongType",
    ],
    ["a window without a name", (id) => save(id, { ...steps(titled("X")), clientId: "x" }), 422, "api.pattern"],
    ["a change of a kind that there is not", (id) => save(id, patch({ kind: "drop" })), 422, "api.invalid"],
    ["a change without its place", (id) => save(id, patch({ kind: "set", property: "title" })), 422, "api.required"],
    [
      "a place of a kind that there is not",
      (id) => save(id, patch({ kind: "set", at: { kind: "page" }, property: "title" })),
      422,
      "api.invalid",
    ],
    [
      "a place with the name of the language",
      (id) => save(id, patch({ kind: "set", at: { kind: "block", block: "__proto__" }, property: "title" })),
      422,
      "api.pattern",
    ],
    [
      "a property of the language",
      (id) => save(id, patch({ kind: "set", at: { kind: "document" }, property: "__proto__", after: {} })),
      422,
      "api.pattern",
    ],
    ["a part that is no object", (id) => save(id, patch({ kind: "insert", spot, part: null })), 422, "api.wrongType"],
    [
      "a part that the schema refuses",
      (id) => save(id, patch({ kind: "insert", spot, part: { kind: "poem", id: "b9" } })),
      422,
      "template.unknownKind",
    ],
    [
      "a table that is none",
      (id) => save(id, patch({ kind: "insert", spot, part: { kind: "table", id: "t9", columns: "x" } })),
      422,
      "template.missing",
    ],
    [
      "rows that are no rows",
      (id) => save(id, patch({ kind: "insert", spot: { in: { kind: "rows", block: "t1" }, index: 0, after: null }, part: { rows: 5 } })),
      422,
      "template.missing",
    ],
    ["a part without id, taken away", (id) => save(id, patch({ kind: "remove", spot, part: {} })), 409, "edit.conflict"],
    [
      "a move of what there is not",
      (id) => save(id, patch({ kind: "move", part: { kind: "block", block: "x9" }, from: spot, to: spot })),
      409,
      "edit.conflict",
    ],
    ["a document that is none", (id) => save(id, patch({ kind: "replace", before: {}, after: { format: 9 } })), 409, "edit.conflict"],
    ["a member that is unknown", (id) => save(id, { ...steps(titled("X")), state: "published" }), 422, "api.unknownProperty"],
    ["a NUL in a text", (id) => save(id, steps(titled("a\0b"))), 422, "api.badCharacter"],
    [
      "a body that is too large",
      (id) => ({ ...save(id, {}), body: undefined, raw: `{"x":"${"x".repeat(21 * 1024 * 1024)}"}` }),
      413,
      "api.bodyTooLarge",
    ],
    [
      "a large body for a draft of others",
      (id) => ({ ...save(id, {}, "thietke.quan"), body: undefined, raw: `{"x":"${"x".repeat(100_000)}"}` }),
      404,
      "library.notFound",
    ],
    ["steps for a draft of others", (id) => save(id, steps(titled("X")), "thietke.quan"), 404, "library.notFound"],
    ["a draft of others, read", (id) => get("/draft", id, "nhap.a"), 404, "library.notFound"],
    ["a template that there is not", () => get("/draft", randomUUID()), 404, "library.notFound"],
    ["an id that is none", () => get("/draft", "1"), 404, "api.notFound"],
    ["a version that there is not", (id) => get("/document.json", id, "thietke", "?version=7"), 404, "library.versionNotFound"],
    ["a version that is none", (id) => get("/document.json", id, "thietke", "?version=all"), 422, "api.pattern"],
    ["a comparison with what there is not", (id) => get("/differences", id, "thietke", "?from=draft&to=7"), 404, "library.versionNotFound"],
    ["the origin of what is no fork", (id) => get("/origin", id), 404, "library.noOrigin"],
    ["a revision that is none", (id) => get("/draft/steps", id, "thietke", "?after=-1"), 422, "api.tooSmall"],
    ["a code that is none", (id) => draft(id, { kind: "blank", code: "biểu mẫu", title: { vi: "X" } }), 422, "api.pattern"],
    ["a code that is taken", (id) => draft(id, { kind: "blank", code: officeTemplate.code, title: { vi: "X" } }), 409, "library.codeTaken"],
    ["a beginning of a kind that there is not", (id) => draft(id, { kind: "magic" }), 422, "api.invalid"],
    ["a document that is no template", (id) => draft(id, { kind: "document", document: { blocks: [] } }), 422, "library.unfitDocument"],
    ["a fork of what there is not", (id) => draft(id, { kind: "version", versionId: randomUUID() }), 404, "library.versionNotFound"],
    ["a library of others", (id) => draft(id, { kind: "blank", code: "X", title: { vi: "X" } }, "thietke", "q"), 403, "library.notYours"],
    [
      "a publication of another revision",
      (id) => ({ by: "thietke", route: "POST /api/v1/templates/{id}/publication", params: { id }, body: { revision: 3 } }),
      409,
      "draft.stale",
    ],
    [
      "a retirement of what was never published",
      (id) => ({ by: "thietke", route: "POST /api/v1/templates/{id}/retirement", params: { id } }),
      409,
      "library.neverPublished",
    ],
    [
      "a field that there is not",
      (id) => ({ by: "thietke", route: "PATCH /api/v1/templates/{id}", params: { id }, body: { sectorCode: "KHONG" } }),
      422,
      "library.unknownSector",
    ],
    [
      "a check by who designs nothing",
      () => ({ by: "nhap.a", route: "POST /api/v1/templates/check", body: { document: {} } }),
      403,
      "library.notYours",
    ],
  ];

  it.each(cases)("%s: an error of its own, in both languages, and nothing written", async (_, make, status, code) => {
    await api.refused(make(await newDraft()), status, code);
  });

  it("is stale after somebody else saved, and says where the draft stands", async () => {
    const id = await newDraft();
    await api.call(save(id, steps(titled("Một"))));
    const stale = await (await api.call(save(id, steps(titled("Hai")), "thietke2"))).json();
    expect(stale.problems[0]).toMatchObject({ code: "draft.stale", params: { revision: 0, current: 1 } });
  });

  it("keeps HTML as the text that it is, composed by Unicode's NFC", async () => {
    const id = await newDraft();
    const html = "<img src=x onerror=alert(1)> Cái Khế";
    await api.call(save(id, steps(titled(html.normalize("NFD")))));
    const draft = await openDraft(office.as("thietke"), id);
    expect(draft.ok && draft.value.document.title.vi).toBe(html.normalize("NFC"));
    expect((await publishDraft(office.as("thietke"), id, { revision: 1 })).ok).toBe(true);
  });
});
