import { beforeAll, describe, expect, it } from "vitest";
import { regimes } from "@/lib/db";
import { openForm, unitKey } from "@/lib/form";
import type { CellAddress, CellValue } from "@/lib/form/content";
import { aggregateReport, contributions } from "@/lib/service/aggregate";
import type { AggregateDetail } from "@/lib/service/types";
import type { Block, Row, Template } from "@/lib/template";
import { contextOf, insertRegime, insertReport, insertUnits } from "./aggregateCity";
import { testDatabase } from "./testDatabase";

const text = (vi: string) => ({ vi });
const template = (code: string, frequency: Template["frequencies"][number], blocks: Block[]): Template => ({
  format: 1,
  code,
  title: text(code),
  kind: "figures",
  frequencies: [frequency],
  page: { size: "A4", orientation: "portrait" },
  blocks,
});
const table = (columns: Extract<Block, { kind: "table" }>["columns"], rows: Row[]): Block => ({ kind: "table", id: "t1", columns, rows });

const { db } = await testDatabase();
let ids: Readonly<Record<string, string>>;
const id = (code: string): string => ids[code] ?? "";
const aggregate = async (regimeId: string, period: string, unit = "city"): Promise<AggregateDetail> => {
  const outcome = await aggregateReport(contextOf(db, "monitor", id("city")), { regimeId, period, unitId: id(unit) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};
const figure = ({ content }: AggregateDetail, at: string): CellValue => content.cells[at as CellAddress] ?? null;
/** The contributions to a figure of the city, by unit, and the figure itself. */
const givenTo = async (regimeId: string, at: string): Promise<Record<string, CellValue>> => {
  const outcome = await contributions(contextOf(db, "monitor", id("city")), { regimeId, period: "2024-03", unitId: id("city"), at });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const { total, contributions: all } = outcome.value;
  return { total, ...Object.fromEntries(all.map(({ unit, value }) => [unit.name, value])) };
};
const insert = (form: Template) =>
  insertRegime(db, { template: form, ownerUnitId: id("city"), leadUnitId: id("city"), frequency: form.frequencies[0] ?? "month" });

beforeAll(async () => {
  ids = await insertUnits(db, [
    { code: "city", level: "city" },
    { code: "d1", level: "district", under: [{ code: "city" }] },
    { code: "d2", level: "district", under: [{ code: "city" }] },
    { code: "a", level: "commune", under: [{ code: "d1" }] },
    { code: "b", level: "commune", under: [{ code: "d1" }] },
    { code: "c", level: "commune", under: [{ code: "d2" }] },
    { code: "H13.05", level: "commune", under: [{ code: "d2" }] },
  ]);
});

describe("formulas that read other periods", () => {
  it("take a parent's own aggregates of those periods, over accepted reports", async () => {
    const regime = await insert(
      template("LICH-SU", "month", [
        table(
          [
            { kind: "value", id: "c1", label: text("Thu"), decimals: 1 },
            { kind: "value", id: "c2", label: text("Lũy kế"), decimals: 1, formula: "ytd(c1)" },
            { kind: "value", id: "c3", label: text("So cùng kỳ"), type: "percent", formula: "growth(c1, lastYear(c1))" },
            { kind: "value", id: "c4", label: text("Tháng trước"), decimals: 1, formula: "prev(c1)" },
          ],
          [{ kind: "indicator", id: "r1", label: text("Thu ngân sách") }],
        ),
      ]),
    );
    const report = (unit: string, period: string, value: number, state: "accepted" | "sent" = "accepted") =>
      insertReport(db, regime, { unitId: id(unit), period, state, values: { "t1.r1.c1": value } });
    await report("a", "2023-03", 10.5);
    await report("b", "2023-03", 9.5);
    await report("a", "2024-01", 1.1);
    await report("b", "2024-01", 2.2);
    await report("a", "2024-02", 4);
    // Sent and not yet accepted: no part of what later periods read.
    await report("b", "2024-02", 100, "sent");
    await report("a", "2024-03", 12);
    await report("b", "2024-03", 13, "sent");

    const city = await aggregate(regime.regimeId, "2024-03");
    expect(figure(city, "t1.r1.c1")).toBe(25);
    expect(figure(city, "t1.r1.c2")).toBe(32.3);
    expect(figure(city, "t1.r1.c3")).toBe(25);
    expect(figure(city, "t1.r1.c4")).toBe(4);
    expect(Object.keys(city.context.history.prev ?? {})).toEqual(["t1.r1.c1"]);
  });

  it("read no regime of another lead agency, and another of the same where the own one has nothing", async () => {
    const own = await insert(
      template("LICH-SU-2", "month", [
        table(
          [
            { kind: "value", id: "c1", label: text("Thu"), decimals: 1 },
            { kind: "value", id: "c2", label: text("Tháng trước"), decimals: 1, formula: "prev(c1)" },
          ],
          [{ kind: "indicator", id: "r1", label: text("Thu ngân sách") }],
        ),
      ]),
    );
    const regimeOf = async (code: string, lead: string) => {
      const [row] = await db
        .insert(regimes)
        .values({
          code,
          name: code,
          templateId: own.templateId,
          frequency: "month",
          leadUnitId: id(lead),
          legalBasis: "",
          cutoff: { calendar: true },
          deadline: { workingDays: 2 },
        })
        .returning();
      return { ...own, regimeId: row?.id ?? "" };
    };
    const report = (regime: typeof own, period: string, value: number) =>
      insertReport(db, regime, { unitId: id("a"), period, state: "accepted", values: { "t1.r1.c1": value } });
    await report(await regimeOf("A-QUAN", "d1"), "2024-02", 50);
    await report(own, "2024-03", 1);
    expect(figure(await aggregate(own.regimeId, "2024-03"), "t1.r1.c2")).toBeNull();
    await report(await regimeOf("C-TP", "city"), "2024-02", 3);
    await report(await regimeOf("B-TP", "city"), "2024-02", 2);
    expect(figure(await aggregate(own.regimeId, "2024-03"), "t1.r1.c2")).toBe(2);
    await report(own, "2024-02", 4);
    expect(figure(await aggregate(own.regimeId, "2024-03"), "t1.r1.c2")).toBe(4);
  });
});

describe("a mean", () => {
  it("keeps its full precision for the formulas that read it", async () => {
    const regime = await insert(
      template("BINH-QUAN", "month", [
        table(
          [
            { kind: "value", id: "c1", label: text("Điểm"), decimals: 0, aggregate: { rule: "mean" } },
            { kind: "value", id: "c2", label: text("Gấp ba"), formula: "c1 * 3" },
            { kind: "value", id: "c3", label: text("Cộng điểm thưởng"), formula: "c1 + 0.1" },
          ],
          [{ kind: "indicator", id: "r1", label: text("Hài lòng") }],
        ),
      ]),
    );
    for (const [unit, value] of [["a", 1] as const, ["b", 1] as const, ["c", 2] as const])
      await insertReport(db, regime, { unitId: id(unit), period: "2024-03", state: "sent", values: { "t1.r1.c1": value } });
    const city = await aggregate(regime.regimeId, "2024-03");
    expect(figure(city, "t1.r1.c2")).toBe(4);
    expect(figure(city, "t1.r1.c3")).toBeCloseTo(4 / 3 + 0.1, 12);
    // The screen and the document open the content anew.
    expect(openForm(city.compiled, city.context, city.content).content()).toEqual(city.content);
  });
});

describe("rows that are repeated", () => {
  it("come together with the entries of every unit, and their total with them", async () => {
    const regime = await insert(
      template("NHA-DAU-TU", "month", [
        table(
          [{ kind: "value", id: "c1", label: text("Vốn"), decimals: 1 }],
          [
            { kind: "indicator", id: "r1", label: text("Nhà đầu tư"), repeat: { by: "entries", prompt: text("Thêm") } },
            { kind: "total", id: "r2", label: text("Cộng") },
          ],
        ),
      ]),
    );
    const report = (unit: string, entries: readonly string[], values: Record<string, number>) =>
      insertReport(db, regime, {
        unitId: id(unit),
        period: "2024-03",
        state: "sent",
        entries: { "t1.r1": entries.map((key) => ({ id: key, label: `Công ty ${key}` })) },
        values,
      });
    await report("a", ["x", "y"], { "t1.r1@x.c1": 10.1, "t1.r1@y.c1": 20.2 });
    await report("b", ["x"], { "t1.r1@x.c1": 30.3 });
    await report("c", [], {});
    const city = await aggregate(regime.regimeId, "2024-03");
    expect(figure(city, "t1.r2.c1")).toBe(60.6);
    expect(city.content.entries["t1.r1"]?.map(({ label }) => label)).toEqual(["Công ty x – a", "Công ty y – a", "Công ty x – b"]);
    expect(figure(city, "t1.r1@b-1.c1")).toBe(30.3);
    expect(await givenTo(regime.regimeId, "t1.r1@b-1.c1")).toEqual({ total: 30.3, a: null, b: 30.3, c: null });
    expect(await givenTo(regime.regimeId, "t1.r1@a-2.c1")).toEqual({ total: 20.2, a: 20.2, b: null, c: null });
    expect(figure(await aggregate(regime.regimeId, "2024-03", "d1"), "t1.r2.c1")).toBe(60.6);
    expect(figure(await aggregate(regime.regimeId, "2024-03", "d2"), "t1.r2.c1")).toBeNull();
  });

  it("over subordinate units stand together under a parent of the reporting units", async () => {
    const regime = await insert(
      template("CANG", "month", [
        table(
          [{ kind: "value", id: "c1", label: text("Lượt"), decimals: 0 }],
          [
            { kind: "indicator", id: "r1", label: text("Đơn vị"), repeat: { by: "units" } },
            { kind: "total", id: "r2", label: text("Cộng"), formula: "sum(units)" },
          ],
        ),
      ]),
    );
    const key = (code: string) => ({ key: unitKey(code), name: code });
    const report = (unit: string, units: readonly string[], values: Record<string, number>) =>
      insertReport(db, regime, { unitId: id(unit), period: "2024-03", state: "sent", units: units.map(key), values });
    await report("d1", ["a", "b"], { "t1.r1@a.c1": 3, "t1.r1@b.c1": 4 });
    await report("d2", ["c", "H13.05"], { "t1.r1@c.c1": 5, "t1.r1@H13~05.c1": 6 });
    const city = await aggregate(regime.regimeId, "2024-03");
    expect(city.context.units.map((unit) => unit.key)).toEqual(["a", "b", "c", "H13~05"]);
    expect(["a", "b", "c", "H13~05"].map((unit) => figure(city, `t1.r1@${unit}.c1`))).toEqual([3, 4, 5, 6]);
    expect(figure(city, "t1.r2.c1")).toBe(18);
    expect(await givenTo(regime.regimeId, "t1.r1@H13~05.c1")).toEqual({ total: 6, d1: null, d2: 6 });
  });
});

describe("columns that some periods have not", () => {
  it("are not there in them, and are added up in the others", async () => {
    const regime = await insert(
      template("CO-DIEU-KIEN", "month", [
        table(
          [
            { kind: "value", id: "c1", label: text("Tháng"), decimals: 0 },
            { kind: "value", id: "c2", label: text("Lũy kế"), decimals: 0, when: { exceptOrdinals: [1] } },
          ],
          [{ kind: "indicator", id: "r1", label: text("Hồ sơ") }],
        ),
      ]),
    );
    await insertReport(db, regime, { unitId: id("a"), period: "2024-01", state: "sent", values: { "t1.r1.c1": 1 } });
    await insertReport(db, regime, { unitId: id("a"), period: "2024-02", state: "sent", values: { "t1.r1.c1": 2, "t1.r1.c2": 3 } });
    const january = await aggregate(regime.regimeId, "2024-01");
    expect(january.content.cells).toEqual({ "t1.r1.c1": 1 });
    expect(january.presence).toEqual({ "t1.r1.c1": 1 });
    expect((await aggregate(regime.regimeId, "2024-02")).content.cells).toEqual({ "t1.r1.c1": 2, "t1.r1.c2": 3 });
  });
});
