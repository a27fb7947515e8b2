import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { auditEvents, indicators, indicatorUses, indicatorValues, templates, templateVersions } from "@/lib/db";
import type { IndicatorItem } from "@/lib/service/catalogueTypes";
import { indicatorOwners, listIndicators, readIndicator } from "@/lib/service/indicatorList";
import { changeIndicator, createIndicator, type IndicatorInput } from "@/lib/service/indicators";
import { listIndicatorUses } from "@/lib/service/indicatorUses";
import { changeMeasureUnit, createMeasureUnit, listMeasureUnits } from "@/lib/service/measureUnits";
import { searchText } from "@/lib/service/searchText";
import { changeSector, createSector, listSectors } from "@/lib/service/sectors";
import { type Office, officeTemplate, setUpOffice } from "./reportOffice";
import { testDatabase } from "./testDatabase";

const { db, sql } = await testDatabase();
let office: Office;

const unitId = (code: string): string => office.unitIds[code] ?? "";
const plan = (code: string, vi: string, more: Partial<IndicatorInput> = {}): IndicatorInput => ({
  code,
  name: { vi },
  definition: { vi: "" },
  method: { vi: "" },
  measureUnitId: null,
  type: "number",
  decimals: 1,
  rule: "sum",
  sectorCode: null,
  ownerUnitId: unitId("vp"),
  ...more,
});
const make = async (input: IndicatorInput, by = "thietke"): Promise<IndicatorItem> => {
  const made = await createIndicator(office.as(by), input);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
};
const found = async (search: string, by = "nhap.a"): Promise<readonly string[]> => {
  const listed = await listIndicators(office.as(by), { search });
  return listed.ok ? listed.value.items.map(({ code }) => code) : [];
};
const codeOf = (outcome: { ok: true } | { ok: false; error: { problems: readonly { code: string }[] } }) =>
  outcome.ok ? "ok" : outcome.error.problems[0]?.code;

beforeAll(async () => {
  office = await setUpOffice(db);
});

describe("the search of indicators", () => {
  beforeAll(async () => {
    await make(plan("TK_01", "Tỷ lệ hộ nghèo", { type: "percent", rule: "none" }));
    await make(plan("TK_02", "Số hộ thoát nghèo, tính theo tỷ lệ"));
    await make(plan("TK_03", "Đường giao thông nông thôn", { name: { vi: "Đường giao thông nông thôn", en: "Rural roads" } }));
    await make(plan("TY", "Sản lượng lúa 100%"));
    await make(plan("TYLE_9", "Lệ phí, tỷ trọng"));
  });

  it("finds by words without marks, in any case and order", async () => {
    expect(await found("ty le")).toEqual(expect.arrayContaining(["TK_01", "TK_02"]));
    expect(await found("DUONG nong thon")).toEqual(["TK_03"]);
    expect(await found("nghèo tỷ lệ")).toEqual(["TK_01", "TK_02"]);
    expect(await found("rural")).toEqual(["TK_03"]);
    expect(await found("khong co")).toEqual([]);
  });

  it("puts the code itself first, then codes that start so, then names, then the rest", async () => {
    expect(await found("ty")).toEqual(["TY", "TYLE_9", "TK_01", "TK_02"]);
    expect(await found("ty le")).toEqual(["TK_01", "TK_02", "TYLE_9"]);
  });

  it("takes marks of patterns as they are typed", async () => {
    expect(await found("100%")).toEqual(["TY"]);
    expect(await found("TK_0")).toEqual(["TK_01", "TK_02", "TK_03"]);
    expect(await found("TK%0")).toEqual([]);
    expect(await found("\\")).toEqual([]);
    expect(await found("|")).toHaveLength(5);
  });

  it("pages, and says how many there are", async () => {
    const second = await listIndicators(office.as("nhap.a"), { search: "ty", page: 2, pageSize: 3 });
    expect(second).toMatchObject({ ok: true, value: { total: 4, page: 2, items: [{ code: "TK_02" }] } });
  });

  it("reads few pages of 5,000 indicators", async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => {
      const name = { vi: `Chỉ tiêu số ${i}` };
      return { code: `MASS_${i}`, name, folded: searchText(`MASS_${i}`, name), aggregation: { rule: "sum" }, ownerUnitId: unitId("vp") };
    });
    for (let from = 0; from < rows.length; from += 1000) await db.insert(indicators).values(rows.slice(from, from + 1000));
    await sql`analyze indicators`;
    const plans = await sql<{ "QUERY PLAN": string }[]>`
      explain (analyze, buffers) select id from indicators where folded like '%chi tieu%' and folded like '%4321%' order by code limit 50`;
    const text = plans.map((row) => row["QUERY PLAN"]).join("\n");
    // A scan of the whole table: it is a few hundred pages, which stay in memory.
    const pages = Number(/Seq Scan on indicators[\s\S]*?Buffers: shared (?:hit=(\d+))/.exec(text)?.[1]);
    expect(pages, text).toBeLessThan(400);
    expect(await found("chỉ tiêu 4321")).toEqual(["MASS_4321"]);
    await sql`delete from indicators where code like 'MASS_%'`;
  });
});

describe("an indicator", () => {
  it("is made by the designers of the unit that owns it, and recorded", async () => {
    for (const by of ["nhap.a", "tonghop", "quantri", "thietke.quan"]) {
      expect(codeOf(await createIndicator(office.as(by), plan("NO_1", "Không"))), by).toBe("indicator.notYours");
    }
    const { id } = await make(plan("REC_1", "Ghi nhận"));
    const events = await db.select({ action: auditEvents.action }).from(auditEvents).where(eq(auditEvents.subject, id));
    expect(events).toEqual([{ action: "indicator.create" }]);
  });

  it("of a district is seen and changed in that district alone", async () => {
    const local = await make(plan("LOCAL_1", "Chỉ tiêu của quận", { ownerUnitId: unitId("q") }), "thietke.quan");
    for (const by of ["nhap.a", "nhap.quan", "tonghop.quan", "thietke.quan"]) expect(await found("LOCAL_1", by), by).toEqual(["LOCAL_1"]);
    for (const by of ["tonghop.quan2", "thietke", "tonghop", "theodoi", "quantri"]) {
      expect(await found("LOCAL_1", by), by).toEqual([]);
      expect(codeOf(await readIndicator(office.as(by), local.id)), by).toBe("indicator.notFound");
      expect(codeOf(await changeIndicator(office.as(by), { id: local.id, revision: 0, decimals: 2 })), by).toBe("indicator.notFound");
      expect(codeOf(await listIndicatorUses(office.as(by), local.id)), by).toBe("indicator.notFound");
    }
    expect(codeOf(await changeIndicator(office.as("nhap.a"), { id: local.id, revision: 0, decimals: 2 }))).toBe("indicator.notYours");
    const owners = await indicatorOwners(office.as("thietke.quan"));
    expect(owners).toMatchObject({ ok: true, value: { owners: [{ code: "q" }, { code: "vp" }], mayDesignAt: [{ code: "q" }] } });
    expect(await indicatorOwners(office.as("tonghop.quan2"))).toMatchObject({
      ok: true,
      value: { owners: [{ code: "vp" }], mayDesignAt: [] },
    });
  });

  it("has a code of its own over all units, in whatever case", async () => {
    await make(plan("SAME_1", "Một"));
    expect(codeOf(await createIndicator(office.as("thietke.quan"), plan("same_1", "Hai", { ownerUnitId: unitId("q") })))).toBe(
      "indicator.codeTaken",
    );
    const twice = await Promise.all(["a", "b"].map((vi) => createIndicator(office.as("thietke"), plan("RACE_1", vi))));
    expect(twice.map(codeOf).sort()).toEqual(["indicator.codeTaken", "ok"]);
  });

  it.each<readonly [string, Partial<IndicatorInput>]>([
    ["indicator.noName", { name: { vi: "  " } }],
    ["indicator.wholeDecimals", { type: "integer", decimals: 1 }],
    ["indicator.ratioSummed", { type: "percent", rule: "sum" }],
    ["indicator.ratioSummed", { type: "percent", rule: "mean" }],
    ["measure.notFound", { measureUnitId: "00000000-0000-4000-8000-000000000000" }],
    ["measure.notFound", { measureUnitId: "x" }],
    ["measure.sectorNotFound", { sectorCode: "NONE" }],
  ])("is refused: %s", async (code, more) => {
    expect(codeOf(await createIndicator(office.as("thietke"), plan("BAD_1", "Sai", more)))).toBe(code);
    expect(await found("BAD_1")).toEqual([]);
  });

  it("is changed from the revision that was read alone, by one of two who try at once", async () => {
    const { id } = await make(plan("STALE_1", "Cũ"));
    const both = await Promise.all(["Mới", "Khác"].map((vi) => changeIndicator(office.as("thietke"), { id, revision: 0, name: { vi } })));
    expect(both.map(codeOf).sort()).toEqual(["indicator.stale", "ok"]);
    const after = await readIndicator(office.as("thietke"), id);
    expect(after).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await found("cu STALE_1")).toEqual([]);
  });

  it("is retired and brought back, and changes nothing else by it", async () => {
    const { id } = await make(plan("GONE_1", "Ngừng", { decimals: 3 }));
    expect(await changeIndicator(office.as("thietke"), { id, revision: 0, retired: true })).toMatchObject({
      ok: true,
      value: { retired: true, decimals: 3 },
    });
    expect(await found("GONE_1")).toEqual([]);
    const retired = await listIndicators(office.as("thietke"), { state: "retired", search: "GONE" });
    expect(retired).toMatchObject({ ok: true, value: { total: 1 } });
    expect(await changeIndicator(office.as("thietke"), { id, revision: 1, retired: false })).toMatchObject({
      ok: true,
      value: { retired: false },
    });
    expect(await found("GONE_1")).toEqual(["GONE_1"]);
  });

  it("keeps its code once a template or a figure names it, and may change the rest", async () => {
    const used = await make(plan("KTXH_01", "Thực hiện"));
    const counted = await make(plan("CNT_1", "Đã có số liệu"));
    const free = await make(plan("FREE_1", "Chưa dùng"));
    await db.insert(indicatorUses).values({ versionId: office.regime.versionId, indicator: "KTXH_01", at: "t1.c3" });
    const reportId = await office.newReport("a");
    const figure = { indicator: "CNT_1", unitId: unitId("a"), period: "2001-Q2", measure: "c3", value: 1, reportId };
    await db.insert(indicatorValues).values(figure);
    for (const { id } of [used, counted]) {
      expect(codeOf(await changeIndicator(office.as("thietke"), { id, revision: 0, code: "OTHER_1" }))).toBe("indicator.codeInUse");
      expect(codeOf(await changeIndicator(office.as("thietke"), { id, revision: 0, name: { vi: "Tên mới" } }))).toBe("ok");
    }
    expect(codeOf(await changeIndicator(office.as("thietke"), { id: free.id, revision: 0, code: "FREE_2" }))).toBe("ok");
    expect(codeOf(await changeIndicator(office.as("thietke"), { id: free.id, revision: 1, code: "KTXH_01" }))).toBe("indicator.codeTaken");
    expect(codeOf(await changeIndicator(office.as("thietke"), { id: free.id, revision: 1, code: "free_2" }))).toBe("ok");
  });

  it("is found where versions in force and drafts use it, as far as the viewer sees them", async () => {
    const { id } = await make(plan("USE_1", "Dân số"));
    const withUse = {
      ...officeTemplate,
      code: "DRAFT-1",
      title: { vi: "Biểu nháp" },
      blocks: officeTemplate.blocks.map((block) =>
        block.kind === "fields"
          ? { ...block, fields: block.fields.map((field) => (field.id === "dan_so" ? { ...field, indicator: "USE_1" } : field)) }
          : block,
      ),
    };
    const versionOf = async (code: string, owner: string, state: "draft" | "discarded") => {
      const [template] = await db
        .insert(templates)
        .values({ code, ownerUnitId: unitId(owner) })
        .returning();
      const document = { ...withUse, code };
      const [version] = await db
        .insert(templateVersions)
        .values({ templateId: template?.id ?? "", state, document })
        .returning();
      await db.insert(indicatorUses).values({ versionId: version?.id ?? "", indicator: "USE_1", at: "f.dan_so" });
    };
    await versionOf("DRAFT-1", "vp", "draft");
    await versionOf("DRAFT-2", "q", "draft");
    await versionOf("DRAFT-3", "vp", "discarded");
    const usesOf = async (by: string) => {
      const uses = await listIndicatorUses(office.as(by), id);
      return uses.ok ? uses.value : [];
    };
    expect(await usesOf("thietke")).toMatchObject([
      { template: { code: "DRAFT-1" }, version: null, owner: { code: "vp" }, places: [{ at: "f.dan_so", labels: [{ vi: "Dân số" }] }] },
    ]);
    expect(await usesOf("thietke")).toHaveLength(1);
    expect((await usesOf("thietke.quan")).map(({ template }) => template.code)).toEqual(["DRAFT-2"]);
    expect(await usesOf("nhap.a")).toEqual([]);
    // KTXH_01 stands in the published template of the office, which everybody sees.
    const [published] = (await listIndicators(office.as("nhap.a"), { codes: ["KTXH_01"] }).then((it) => it.ok && it.value.items)) || [];
    const uses = await listIndicatorUses(office.as("nhap.a"), published?.id ?? "");
    expect(uses).toMatchObject({ ok: true, value: [{ template: { code: officeTemplate.code }, version: 1, places: [{ at: "t1.c3" }] }] });
  });
});

describe("units of measure and fields", () => {
  it("are the city administrator's to change", async () => {
    const unit = { symbol: "tỷ đồng", name: { vi: "Tỷ đồng" }, dimension: "money", factor: 1e9 };
    for (const by of ["thietke", "tonghop", "nhap.a"]) {
      expect(codeOf(await createMeasureUnit(office.as(by), unit)), by).toBe("measure.notYours");
      expect(codeOf(await createSector(office.as(by), { code: "X", name: { vi: "X" }, position: 1 })), by).toBe("measure.notYours");
    }
    expect(codeOf(await createMeasureUnit(office.as("quantri"), unit))).toBe("ok");
    expect(codeOf(await createSector(office.as("quantri"), { code: "KT", name: { vi: "Kinh tế" }, position: 1 }))).toBe("ok");
    expect(codeOf(await createSector(office.as("quantri"), { code: "KT", name: { vi: "Khác" }, position: 2 }))).toBe("measure.sectorTaken");
  });

  it("have each symbol once, without blanks around it", async () => {
    const twice = await Promise.all(
      ["tạ", " tạ  "].map((symbol) =>
        createMeasureUnit(office.as("quantri"), { symbol, name: { vi: "Tạ" }, dimension: "mass", factor: 100 }),
      ),
    );
    expect(twice.map(codeOf).sort()).toEqual(["measure.symbolTaken", "ok"]);
    const listed = await listMeasureUnits(office.as("nhap.a"));
    expect(listed.ok && listed.value.map(({ symbol }) => symbol)).toEqual(["tạ", "tỷ đồng"]);
  });

  it("are changed from what was read alone; a unit that is retired stays with what has it", async () => {
    const admin = office.as("quantri");
    const listed = await listMeasureUnits(admin);
    const money = listed.ok ? listed.value.find(({ symbol }) => symbol === "tỷ đồng") : undefined;
    if (!money) throw new Error("no unit");
    const holder = await make(plan("HAS_1", "Có đơn vị", { measureUnitId: money.id, sectorCode: "KT" }));
    expect(await changeMeasureUnit(admin, { id: money.id, revision: 0, retired: true })).toMatchObject({
      ok: true,
      value: { revision: 1, retired: true, factor: 1e9 },
    });
    expect(codeOf(await changeMeasureUnit(admin, { id: money.id, revision: 0, factor: 1 }))).toBe("measure.stale");
    expect(codeOf(await changeMeasureUnit(admin, { id: money.id, revision: 1, symbol: "tạ" }))).toBe("measure.symbolTaken");
    expect(codeOf(await changeMeasureUnit(admin, { id: money.id, revision: 1, symbol: "   " }))).toBe("measure.noSymbol");
    expect(codeOf(await createIndicator(office.as("thietke"), plan("NEW_1", "Mới", { measureUnitId: money.id })))).toBe("measure.notFound");
    expect(await changeIndicator(office.as("thietke"), { id: holder.id, revision: 0, decimals: 2 })).toMatchObject({
      ok: true,
      value: { measureUnit: { symbol: "tỷ đồng" }, decimals: 2 },
    });
    expect((await listMeasureUnits(admin, { retired: true })).ok && (await listMeasureUnits(admin, { retired: true }))).toMatchObject({
      value: [{ symbol: "tạ" }, { symbol: "tỷ đồng", retired: true }],
    });
  });

  it("have fields that are changed from what was read alone", async () => {
    const admin = office.as("quantri");
    const from = { name: { vi: "Kinh tế" }, position: 1, retired: false };
    const to = { name: { vi: "Kinh tế", en: "Economy" }, position: 3, retired: false };
    expect(codeOf(await changeSector(admin, { code: "KT", from, to }))).toBe("ok");
    expect(codeOf(await changeSector(admin, { code: "KT", from, to: { ...to, position: 9 } }))).toBe("measure.stale");
    expect(codeOf(await changeSector(admin, { code: "NONE", from, to }))).toBe("measure.sectorNotFound");
    expect(codeOf(await changeSector(admin, { code: "KT", from: to, to: { ...to, retired: true } }))).toBe("ok");
    expect(await listSectors(admin)).toEqual({ ok: true, value: [] });
    expect(await listSectors(admin, { retired: true })).toMatchObject({ value: [{ code: "KT", retired: true }] });
    const actions = await db.select({ action: auditEvents.action }).from(auditEvents).where(eq(auditEvents.subject, "KT"));
    expect(actions.map(({ action }) => action)).toEqual(["sector.create", "sector.change", "sector.change"]);
  });
});
