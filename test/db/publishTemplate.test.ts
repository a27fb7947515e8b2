import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { templates, templateVersions } from "@/lib/db";
import { getTemplate, mayPublish, publishTemplate } from "@/lib/service/templates";
import type { Table, Template } from "@/lib/template";
import { type Office, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db } = await testDatabase();
let office: Office;
beforeAll(async () => {
  office = await setUpOffice(db);
});

const label = { kind: "label", id: "c0", label: { vi: "Chỉ tiêu" } } as const;

/** A form of two columns and a total, with what a designer changed in it. */
const documentOf = (code: string, table: Partial<Table> = {}): Template => ({
  format: 1,
  code,
  title: { vi: "Biểu" },
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [label, { kind: "value", id: "c1", label: { vi: "Kế hoạch" } }, { kind: "value", id: "c2", label: { vi: "Thực hiện" } }],
      rows: [
        { kind: "indicator", id: "r1", label: { vi: "Một" } },
        { kind: "indicator", id: "r2", label: { vi: "Hai" } },
        { kind: "indicator", id: "r3", label: { vi: "Ba" } },
        { kind: "total", id: "r9", label: { vi: "Cộng" } },
      ],
      ...table,
    },
  ],
});

const publish = (document: unknown) => publishTemplate(office.as("thietke"), { ownerUnitId: office.unitIds.vp ?? "", document });
const versionsOf = async (code: string) => {
  const rows = await db
    .select({ version: templateVersions.version, state: templateVersions.state })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(eq(templates.code, code))
    .orderBy(templateVersions.version);
  return rows.map(({ version, state }) => `${version} ${state}`);
};

describe("publishing a template", () => {
  it.each<readonly [string, Partial<Table>, string]>([
    [
      "two rows of one id",
      {
        rows: [
          { kind: "indicator", id: "r1", label: { vi: "Một" } },
          { kind: "indicator", id: "r1", label: { vi: "Hai" } },
        ],
      },
      "t1.r1",
    ],
    [
      "a cycle of formulas",
      {
        columns: [
          label,
          { kind: "value", id: "c1", label: { vi: "A" }, formula: "c2 + 1" },
          { kind: "value", id: "c2", label: { vi: "B" }, formula: "c1 + 1" },
        ],
      },
      "t1.r1.c1",
    ],
    ["a formula that cannot be read", { columns: [label, { kind: "value", id: "c1", label: { vi: "A" }, formula: "1,5 × c2" }] }, "t1.c1"],
  ])("refuses %s at its place, and keeps nothing of it", async (_, table, at) => {
    const outcome = await publish(documentOf("BROKEN", table));
    expect(outcome.ok ? "published" : outcome.error.problems.map((problem) => problem.at)).toContain(at);
    expect(await versionsOf("BROKEN")).toEqual([]);
  });

  it("tells what is most likely a slip, and publishes all the same", async () => {
    const rows: Table["rows"] = documentOf("SLIP").blocks.flatMap((block) =>
      block.kind === "table" ? block.rows.map((row) => (row.kind === "total" ? { ...row, formula: "sum(r1:r2)" } : row)) : [],
    );
    const outcome = await publish(documentOf("SLIP", { rows }));
    expect(outcome).toMatchObject({
      ok: true,
      value: { version: 1, warnings: [{ code: "lint.shortRange", at: "t1.r9", params: { missing: "r3" }, severity: "warning" }] },
    });
    expect(await versionsOf("SLIP")).toEqual(["1 published"]);
  });

  it("makes a new version of a changed document alone, and retires the one before", async () => {
    expect(await publish(documentOf("TWICE"))).toMatchObject({ ok: true, value: { version: 1, warnings: [] } });
    expect(await publish(documentOf("TWICE"))).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await publish({ ...documentOf("TWICE"), title: { vi: "Biểu sửa" } })).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await versionsOf("TWICE")).toEqual(["1 retired", "2 published"]);
  });

  it("is for the designers of the library", async () => {
    const outcome = await publishTemplate(office.as("nhap.a"), { ownerUnitId: office.unitIds.vp ?? "", document: documentOf("MINE") });
    expect(outcome).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    expect(await versionsOf("MINE")).toEqual([]);
  });

  it("is for whoever designs somewhere, asked before a document is read", async () => {
    expect((await mayPublish(office.as("thietke"))).ok).toBe(true);
    expect(await mayPublish(office.as("nhap.a"))).toMatchObject({ ok: false, error: { kind: "forbidden" } });
  });

  it("has no template of an id that is none", async () => {
    for (const id of ["-".repeat(36), "x", ""]) {
      expect(await getTemplate(office.as("thietke"), id)).toMatchObject({ ok: false, error: { kind: "notFound" } });
    }
  });
});
