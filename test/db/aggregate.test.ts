import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { regimes } from "@/lib/db";
import type { CellAddress, CellValue, RichDoc } from "@/lib/form/content";
import { aggregateReport, contributions } from "@/lib/service/aggregate";
import type { AggregateDetail, ContributionList } from "@/lib/service/types";
import type { Template } from "@/lib/template";
import { contextOf, type InsertedRegime, insertRegime, insertReport, insertUnits, insertVersion } from "./aggregateCity";
import { testDatabase } from "./testDatabase";

const text = (vi: string) => ({ vi });

/**
 * A small agricultural form. Rice and maize by area (ha, one decimal), harvest (t, two decimals), yield computed, price
 * weighted by the harvest, lowest and highest, mean, last and count; a share in per cent of a total; a remark.
 */
const crops: Template = {
  format: 1,
  code: "NONG-NGHIEP",
  title: text("Sản xuất nông nghiệp"),
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "ten", label: text("Cây trồng") },
        {
          kind: "group",
          id: "g1",
          label: text("Năm {year}"),
          columns: [
            { kind: "value", id: "c1", label: text("Diện tích"), unit: "ha", decimals: 1, min: 0, max: 1000 },
            { kind: "value", id: "c2", label: text("Sản lượng"), unit: "tấn", decimals: 2 },
          ],
        },
        { kind: "value", id: "c3", label: text("Năng suất"), unit: "tấn/ha", decimals: 2, formula: "c2 / c1" },
        { kind: "value", id: "c4", label: text("Giá"), decimals: 0, aggregate: { rule: "weightedMean", weight: "c2" } },
        { kind: "value", id: "c5", label: text("Thấp nhất"), decimals: 1, aggregate: { rule: "min" } },
        { kind: "value", id: "c6", label: text("Cao nhất"), decimals: 1, aggregate: { rule: "max" } },
        { kind: "value", id: "c7", label: text("Bình quân"), decimals: 1, aggregate: { rule: "mean" } },
        { kind: "value", id: "c8", label: text("Mới nhất"), decimals: 0, aggregate: { rule: "last" } },
        { kind: "value", id: "c9", label: text("Số xã"), decimals: 0, aggregate: { rule: "count" } },
        { kind: "value", id: "c10", label: text("Không cộng"), decimals: 0, aggregate: { rule: "none" } },
        { kind: "value", id: "c11", label: text("Tỷ lệ diện tích"), type: "percent", decimals: 1, formula: "percent(c1, r3.c1)" },
        { kind: "value", id: "c12", label: text("Ghi chú"), type: "text", aggregate: { rule: "list" } },
      ],
      rows: [
        { kind: "indicator", id: "r1", label: text("Lúa") },
        { kind: "indicator", id: "r2", label: text("Ngô") },
        {
          kind: "total",
          id: "r3",
          label: text("Cộng"),
        },
      ],
      cells: ["c4", "c5", "c6", "c7", "c8", "c9", "c10", "c12"].map((column) => ({ row: "r3", column, lock: "blank" as const })),
    },
    { kind: "narrative", id: "n1", prompt: text("Nhận xét"), combine: "perUnit" },
  ],
};

const database = await testDatabase();
const { db } = database;
let ids: Readonly<Record<string, string>>;
let regime: InsertedRegime;

const id = (code: string): string => ids[code] ?? "";
const figure = (detail: AggregateDetail, at: string): CellValue => detail.content.cells[at as CellAddress] ?? null;
const aggregate = async (
  unit?: string,
  period = "2024-03",
  as = contextOf(db, "aggregator", id("department")),
): Promise<AggregateDetail> => {
  const outcome = await aggregateReport(as, { regimeId: regime.regimeId, period, unitId: unit === undefined ? undefined : id(unit) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};
const open = async (at: string, unit = "city"): Promise<ContributionList> => {
  const as = contextOf(db, "aggregator", id("department"));
  const outcome = await contributions(as, { regimeId: regime.regimeId, period: "2024-03", unitId: id(unit), at });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};
const section = (words: string): RichDoc => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] });

/**
 * The city with two districts. a, b, c under d1 and e, f under d2 report; d1 reports beside its communes; moved goes
 * from d1 to d2 on 1 April 2024.
 */
beforeAll(async () => {
  ids = await insertUnits(db, [
    { code: "city", level: "city" },
    { code: "department", level: "agency", under: [{ code: "city" }] },
    { code: "d1", level: "district", under: [{ code: "city" }] },
    { code: "d2", level: "district", under: [{ code: "city" }] },
    { code: "a", level: "commune", under: [{ code: "d1" }] },
    { code: "b", level: "commune", under: [{ code: "d1" }] },
    { code: "c", level: "commune", under: [{ code: "d1" }] },
    {
      code: "moved",
      level: "commune",
      under: [
        { code: "d1", to: "2024-04-01" },
        { code: "d2", from: "2024-04-01" },
      ],
    },
    { code: "e", level: "commune", under: [{ code: "d2" }] },
    { code: "f", level: "commune", under: [{ code: "d2" }] },
  ]);
  regime = await insertRegime(db, { template: crops, ownerUnitId: id("city"), leadUnitId: id("department"), frequency: "month" });
  const report = (unit: string, state: Parameters<typeof insertReport>[2]["state"], values: Record<string, CellValue>, more = {}) =>
    insertReport(db, regime, { unitId: id(unit), period: "2024-03", state, values, ...more });

  await report(
    "a",
    "accepted",
    {
      "t1.r1.c1": 100.1,
      "t1.r1.c2": 500.1,
      "t1.r1.c4": 7000,
      "t1.r1.c5": 5,
      "t1.r1.c6": 5,
      "t1.r1.c7": 1,
      "t1.r1.c8": 10,
      "t1.r1.c9": 1,
      "t1.r1.c10": 1,
      "t1.r2.c1": 0,
      "t1.r1.c12": "Hạn đầu vụ",
    },
    { sentAt: new Date("2024-04-01T03:00:00Z"), narrative: { n1: section("Được mùa") } },
  );
  await report(
    "b",
    "sent",
    {
      "t1.r1.c1": 300.2,
      "t1.r1.c2": 2100.2,
      "t1.r1.c4": 8000,
      "t1.r1.c5": -2.5,
      "t1.r1.c6": 9.5,
      "t1.r1.c7": 2,
      "t1.r1.c8": 20,
      "t1.r1.c9": 1,
      "t1.r1.c10": 1,
      "t1.r2.c1": 100,
    },
    { sentAt: new Date("2024-04-02T03:00:00Z") },
  );
  // c gives no harvest and leaves most blank; its "-" counts as nothing arisen, its "x" as not applicable.
  await report(
    "c",
    "accepted",
    { "t1.r1.c1": 999.9, "t1.r1.c6": "-", "t1.r1.c7": "-", "t1.r1.c5": "x" },
    { sentAt: new Date("2024-04-03T03:00:00Z") },
  );
  await report("moved", "sent", { "t1.r1.c1": 0.1, "t1.r1.c2": 0.2, "t1.r1.c4": 9000 }, { sentAt: new Date("2024-04-01T01:00:00Z") });
  // What has not been sent, or was returned, counts for nothing.
  await report("e", "signed", { "t1.r1.c1": 500, "t1.r1.c2": 500 });
  await report("f", "returned", { "t1.r1.c1": 700, "t1.r1.c2": 700 });
  // The district's own report holds its communes' figures already.
  await report("d1", "accepted", { "t1.r1.c1": 1000, "t1.r1.c2": 1000 });
});

describe("a parent's figures", () => {
  it("add up exactly, decimals and all, and leave out what was not sent and what a district says beside its communes", async () => {
    const city = await aggregate("city");
    // 100,1 + 300,2 + 999,9 + 0,1 and 500,10 + 2100,20 + 0,20
    expect(figure(city, "t1.r1.c1")).toBe(1400.3);
    expect(figure(city, "t1.r1.c2")).toBe(2600.5);
    expect(city.presence["t1.r1.c1" as CellAddress]).toBe(4);
    expect(city.presence["t1.r1.c2" as CellAddress]).toBe(3);
  });

  it("are not bound by the limits of one commune's cell", async () => {
    // 1400,3 ha are more than the 1000 that one commune may enter.
    expect(figure(await aggregate("city"), "t1.r1.c1")).toBe(1400.3);
  });

  it("recompute a yield and a percentage, and never average them", async () => {
    const d1 = await aggregate("d1");
    expect(figure(d1, "t1.r1.c3")).toBe(2600.5 / 1400.3);
    // Rice 1400,3 of 1500,3 ha: 93,3 %. The mean of the communes' own percentages (100, 75, 100, 100) would be 93,8.
    expect(figure(d1, "t1.r3.c1")).toBe(1500.3);
    expect(figure(d1, "t1.r1.c11")).toBeCloseTo((1400.3 / 1500.3) * 100, 10);
  });

  it("weigh a mean by its weight: the price by the harvest, of those who gave both", async () => {
    // (7000·500,10 + 8000·2100,20 + 9000·0,20) / 2600,50
    const expected = (7000 * 500.1 + 8000 * 2100.2 + 9000 * 0.2) / 2600.5;
    expect(figure(await aggregate("city"), "t1.r1.c4")).toBeCloseTo(expected, 9);
  });

  it("take the least, the greatest, the mean, the last sent and the number of those who gave a figure", async () => {
    const city = await aggregate("city");
    expect(figure(city, "t1.r1.c5")).toBe(-2.5);
    expect(figure(city, "t1.r1.c6")).toBe(9.5);
    // 1, 2 and a "-" that counts as 0: a mean of three.
    expect(figure(city, "t1.r1.c7")).toBe(1);
    // b was sent after a; c was sent last but gives none.
    expect(figure(city, "t1.r1.c8")).toBe(20);
    expect(figure(city, "t1.r1.c9")).toBe(2);
    expect(figure(city, "t1.r1.c10")).toBeNull();
  });

  it("stay blank where nobody gave a figure, and are 0 where somebody gave a 0", async () => {
    const city = await aggregate("city");
    expect(figure(city, "t1.r2.c2")).toBeNull();
    expect(city.presence["t1.r2.c2" as CellAddress]).toBe(0);
    expect(figure(city, "t1.r2.c3")).toBeNull();
    // Maize: 0 of a, 100 of b, nothing of the others.
    expect(figure(city, "t1.r2.c1")).toBe(100);
    expect(city.presence["t1.r2.c1" as CellAddress]).toBe(2);
    expect(figure(await aggregate("a"), "t1.r2.c1")).toBe(0);
    expect(figure(await aggregate("c"), "t1.r2.c1")).toBeNull();
  });

  it("gather remarks and sections with the names of the communes", async () => {
    const city = await aggregate("city");
    expect(figure(city, "t1.r1.c12")).toBe("a: Hạn đầu vụ");
    expect(JSON.stringify(city.content.narrative.n1)).toMatch(/"a".*Được mùa/);
  });

  it("come with their coverage: who is expected, received and missing, and into which districts they open", async () => {
    const city = await aggregate("city");
    expect(city.coverage).toEqual({
      expected: 6,
      received: 4,
      missing: [expect.objectContaining({ code: "e" }), expect.objectContaining({ code: "f" })],
    });
    expect(city.children.map(({ code, expected, received }) => [code, expected, received])).toEqual([
      ["d1", 4, 4],
      ["d2", 2, 0],
    ]);
    expect(city.path).toEqual([]);
    const d2 = await aggregate("d2");
    expect(d2.coverage).toMatchObject({ expected: 2, received: 0 });
    expect(d2.path.map(({ code }) => code)).toEqual(["city"]);
    expect(figure(d2, "t1.r1.c1")).toBeNull();
  });

  it("are those of the whole city for its lead agency, and of one's own unit for a district", async () => {
    expect((await aggregate()).unit.code).toBe("city");
    expect((await aggregate(undefined, "2024-03", contextOf(db, "monitor", id("d1")))).unit.code).toBe("d1");
  });

  it("follow the tree of the period: a commune that moved counts for its old district until then", async () => {
    await insertReport(db, regime, { unitId: id("moved"), period: "2024-04", state: "sent", values: { "t1.r1.c1": 7 } });
    await insertReport(db, regime, { unitId: id("a"), period: "2024-04", state: "sent", values: { "t1.r1.c1": 5 } });
    expect((await aggregate("d1", "2024-03")).coverage.expected).toBe(4);
    expect(figure(await aggregate("d1", "2024-04"), "t1.r1.c1")).toBe(5);
    expect(figure(await aggregate("d2", "2024-04"), "t1.r1.c1")).toBe(7);
  });

  it("do not mix versions: a report on another version is missing until it is migrated", async () => {
    const [cell] = crops.blocks;
    if (cell === undefined) throw new Error("no table");
    const versionId = await insertVersion(db, regime.templateId, { ...crops, blocks: [cell] }, 2);
    await insertReport(db, regime, { unitId: id("a"), period: "2024-05", state: "sent", values: { "t1.r1.c1": 1 } });
    await insertReport(db, regime, { unitId: id("b"), period: "2024-05", state: "sent", values: { "t1.r1.c1": 2 } });
    await insertReport(db, { ...regime, versionId }, { unitId: id("c"), period: "2024-05", state: "sent", values: { "t1.r1.c1": 4 } });
    const city = await aggregate("city", "2024-05");
    expect(figure(city, "t1.r1.c1")).toBe(3);
    expect(city.coverage.missing.map(({ code }) => code)).toEqual(["c"]);
  });
});

describe("two regimes with one template", () => {
  it("do not add up each other's reports", async () => {
    const other = { code: "KHAC", name: "Khác", templateId: regime.templateId, frequency: "month", leadUnitId: id("department") };
    const [row] = await db
      .insert(regimes)
      .values({ ...other, legalBasis: "", cutoff: { calendar: true }, deadline: { workingDays: 2 } })
      .returning();
    const otherId = row?.id ?? "";
    await insertReport(db, regime, { unitId: id("a"), period: "2024-06", state: "sent", values: { "t1.r1.c1": 1 } });
    const second = { ...regime, regimeId: otherId };
    await insertReport(db, second, { unitId: id("a"), period: "2024-06", state: "sent", values: { "t1.r1.c1": 20 } });
    await insertReport(db, second, { unitId: id("b"), period: "2024-06", state: "sent", values: { "t1.r1.c1": 300 } });
    expect(figure(await aggregate("city", "2024-06"), "t1.r1.c1")).toBe(1);
    const as = contextOf(db, "aggregator", id("department"));
    const outcome = await aggregateReport(as, { regimeId: otherId, period: "2024-06" });
    expect(outcome.ok && figure(outcome.value, "t1.r1.c1")).toBe(320);
  });
});

describe("opening a figure", () => {
  it("shows each reporting unit's own cell, which add up to the total", async () => {
    const opened = await open("t1.r1.c2");
    expect(opened.contributions.map(({ unit, district, value, state }) => [unit.code, district?.code, value, state])).toEqual([
      ["a", "d1", 500.1, "accepted"],
      ["b", "d1", 2100.2, "sent"],
      ["c", "d1", null, "accepted"],
      ["moved", "d1", 0.2, "sent"],
      ["e", "d2", null, "signed"],
      ["f", "d2", null, "returned"],
    ]);
    expect(opened.total).toBe(2600.5);
    expect(opened.rule).toBe("sum");
    expect(opened.row.vi).toBe("Lúa");
    expect(opened.column.vi).toBe("Năm 2024 – Sản lượng");
  });

  it("shows marks as they were written", async () => {
    expect((await open("t1.r1.c6")).contributions.map(({ value }) => value)).toEqual([5, 9.5, "-", null, null, null]);
    expect((await open("t1.r1.c5")).contributions.map(({ value }) => value)).toEqual([5, -2.5, "x", null, null, null]);
  });

  it("shows each unit's own result of a computed cell, and texts", async () => {
    const opened = await open("t1.r1.c3", "d1");
    expect(opened.rule).toBe("formula");
    expect(opened.contributions.map(({ value }) => value)).toEqual([500.1 / 100.1, 2100.2 / 300.2, null, 0.2 / 0.1]);
    expect((await open("t1.r1.c12")).contributions[0]?.value).toBe("Hạn đầu vụ");
  });

  it("agrees with the total for every figure that is added up", async () => {
    for (const at of ["t1.r1.c1", "t1.r1.c2", "t1.r2.c1", "t1.r3.c1", "t1.r3.c2"]) {
      const { total, contributions: parts } = await open(at);
      const sum = parts.reduce((all, { value }) => all + Math.round((typeof value === "number" ? value : 0) * 100), 0) / 100;
      expect(total, at).toBe(sum);
    }
  });
});

describe("who asks", () => {
  const ask = async (
    role: Parameters<typeof contextOf>[1],
    at: string,
    unit: string | undefined,
    more: { regimeId?: string; period?: string } = {},
  ) => {
    const unitId = unit === undefined ? undefined : (ids[unit] ?? unit);
    const outcome = await aggregateReport(contextOf(db, role, id(at)), { regimeId: regime.regimeId, period: "2024-03", unitId, ...more });
    return outcome.ok ? "ok" : `${outcome.error.kind} ${outcome.error.problems[0].code}`;
  };

  it("sees its own unit and those under it, and no other", async () => {
    expect(await ask("monitor", "d1", "d1")).toBe("ok");
    expect(await ask("monitor", "d1", "a")).toBe("ok");
    expect(await ask("monitor", "d1", "d2")).toBe("forbidden aggregate.forbidden");
    expect(await ask("monitor", "d1", "city")).toBe("forbidden aggregate.forbidden");
    expect(await ask("reporter", "a", "b")).toBe("forbidden aggregate.forbidden");
    expect(await ask("admin", "city", undefined)).toBe("forbidden aggregate.forbidden");
    expect(await ask("aggregator", "department", "d2")).toBe("ok");
  });

  it("is told what there is not", async () => {
    expect(await ask("monitor", "city", "city", { regimeId: "00000000-0000-4000-8000-000000000009" })).toBe(
      "notFound aggregate.unknownRegime",
    );
    expect(await ask("monitor", "city", "city", { regimeId: "'; drop table reports" })).toBe("notFound aggregate.unknownRegime");
    expect(await ask("monitor", "city", "nobody")).toBe("notFound aggregate.unknownUnit");
    expect(await ask("monitor", "city", "city", { period: "2024-13" })).toBe("invalid period.unknownCode");
    expect(await ask("monitor", "city", "city", { period: "2024-11" })).toBe("notFound aggregate.notAssigned");
    const outcome = await contributions(contextOf(db, "monitor", id("city")), {
      regimeId: regime.regimeId,
      period: "2024-03",
      at: "t1.r9.c9",
    });
    expect(outcome.ok ? "ok" : outcome.error.problems[0].code).toBe("aggregate.unknownCell");
  });
});

describe("the statements", () => {
  it("find reports by version, period and state, and chunks by their report, once there are many", async () => {
    const plan = await db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return tx.execute<{ "QUERY PLAN": string }>(sql`
        explain select c.chunk, sum(c.values[1]) from report_chunks c join (
          select r.id from reports r
          where r.template_version_id = ${regime.versionId} and r.period = '2024-03' and r.state = any('{sent,accepted}'::text[])) r
          on r.id = c.report_id
        group by c.chunk`);
    });
    const lines = plan.map((row) => row["QUERY PLAN"]).join("\n");
    expect(lines).toContain("reports_version_period");
    expect(lines).toContain("report_chunks_report_id_chunk_pk");
  });
});
