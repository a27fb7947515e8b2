import { and, eq } from "drizzle-orm";
import type { Role } from "@/lib/auth/actor";
import { accountRoles, accounts, type Database, reports } from "@/lib/db";
import type { CellAddress, CellValue } from "@/lib/form/content";
import { assignReports } from "@/lib/service/assignments";
import type { ServiceContext } from "@/lib/service/context";
import { saveReport } from "@/lib/service/reports";
import type { SaveInput } from "@/lib/service/types";
import type { Template } from "@/lib/template";
import { type InsertedRegime, insertRegime, insertUnits } from "./aggregateCity";

/**
 * A small form with one of each: inputs, a computed total, a percentage, a locked cell, a column that exists in some
 * periods alone, a choice, a text, a default, a required field and section, an indicator, entries, a list.
 */
export const officeTemplate: Template = {
  format: 1,
  code: "VP-01",
  title: { vi: "Biểu thử nghiệm {period}", en: "Trial form {period}" },
  kind: "figures",
  frequencies: ["quarter"],
  page: { size: "A4", orientation: "portrait" },
  blocks: [
    {
      kind: "fields",
      id: "fs",
      fields: [
        { id: "lap", label: { vi: "Người lập" }, type: "text", maxLength: 40, required: true },
        { id: "dan_so", label: { vi: "Dân số" }, type: "integer", unit: "người" },
      ],
    },
    {
      kind: "table",
      id: "t1",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Chỉ tiêu" } },
        { kind: "value", id: "c2", label: { vi: "Kế hoạch" }, decimals: 1, unit: "tỷ đồng" },
        { kind: "value", id: "c3", label: { vi: "Thực hiện" }, decimals: 1, unit: "tỷ đồng", indicator: "KTXH_01", min: 0 },
        { kind: "value", id: "c4", label: { vi: "Đạt" }, type: "percent", formula: "percent(c3, c2)" },
        { kind: "value", id: "c5", label: { vi: "Lũy kế" }, decimals: 1, when: { exceptOrdinals: [1] } },
      ],
      rows: [
        { kind: "indicator", id: "r01", label: { vi: "Thu" } },
        { kind: "indicator", id: "r02", label: { vi: "Chi" } },
        { kind: "indicator", id: "r03", label: { vi: "Khác" } },
        { kind: "total", id: "r04", label: { vi: "Tổng" } },
      ],
      cells: [
        { row: "r03", column: "c2", lock: "x" },
        { row: "r04", column: "c3", indicator: "KTXH_02" },
      ],
      checks: [
        { id: "k1", formula: "r01 <= r04", columns: ["c3"], each: "column", severity: "error", message: { vi: "Thu không quá tổng" } },
      ],
    },
    {
      kind: "table",
      id: "t2",
      columns: [
        { kind: "label", id: "c1", label: { vi: "Dự án" } },
        { kind: "value", id: "c2", label: { vi: "Vốn" }, decimals: 0 },
        { kind: "value", id: "c3", label: { vi: "Ghi chú" }, type: "text" },
      ],
      rows: [
        { kind: "indicator", id: "r01", label: { vi: "Dự án" }, repeat: { by: "entries", prompt: { vi: "Thêm dự án" }, max: 3 } },
        { kind: "total", id: "r02", label: { vi: "Cộng" } },
      ],
    },
    { kind: "narrative", id: "n1", prompt: { vi: "Nhận xét" }, required: true },
    {
      kind: "list",
      id: "l1",
      title: { vi: "Vướng mắc" },
      columns: [{ id: "noi_dung", label: { vi: "Nội dung" }, type: "text" }],
    },
    { kind: "signature", id: "s1", signers: [{ position: { vi: "NGƯỜI LẬP" } }, { position: { vi: "CHỦ TỊCH" } }] },
  ],
};

export const paragraph = (text: string) => ({ type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] }) as const;

/** When everything happens. */
export const officeNow = new Date("2024-04-01T02:00:00Z");

/** A city with its office (the lead agency), a district and two wards, and their accounts. */
export interface Office {
  readonly unitIds: Readonly<Record<string, string>>;
  readonly regime: InsertedRegime;
  /** Acts as an account: `as("nhap.a")`. */
  as(username: string, now?: Date): ServiceContext;
  /** Assigns a period of its own to a unit; gives its report. */
  newReport(unit: string, period?: string): Promise<string>;
}

const staff: readonly (readonly [username: string, roles: readonly Role[], unit: string])[] = [
  ["nhap.a", ["reporter"], "a"],
  ["nhap2.a", ["reporter"], "a"],
  ["duyet.a", ["approver"], "a"],
  ["gui.a", ["sender"], "a"],
  ["nhap.b", ["reporter"], "b"],
  ["tonghop", ["aggregator"], "vp"],
  ["theodoi", ["monitor"], "tp"],
  ["thietke", ["designer"], "vp"],
  ["thietke.quan", ["designer"], "q"],
  ["nhap.quan", ["reporter"], "q"],
  ["tonghop.quan", ["aggregator"], "q"],
  ["duyet.quan", ["approver"], "q"],
  ["tonghop.quan2", ["aggregator"], "q2"],
  ["duyet", ["approver"], "vp"],
  ["quantri", ["admin"], "tp"],
];

export const setUpOffice = async (db: Database, template: Template = officeTemplate): Promise<Office> => {
  const unitIds = await insertUnits(db, [
    { code: "tp", level: "city" },
    { code: "vp", level: "agency", under: [{ code: "tp" }] },
    { code: "q", level: "district", under: [{ code: "tp" }] },
    { code: "q2", level: "district", under: [{ code: "tp" }] },
    { code: "a", level: "commune", under: [{ code: "q" }] },
    { code: "b", level: "commune", under: [{ code: "q" }] },
  ]);
  const unitId = (code: string): string => unitIds[code] ?? "";
  const regime = await insertRegime(db, { template, ownerUnitId: unitId("vp"), leadUnitId: unitId("vp"), frequency: "quarter" });
  const accountIds = new Map<string, string>();
  for (const [username, roles, unit] of staff) {
    const [account] = await db
      .insert(accounts)
      .values({ username, displayName: username, passwordHash: "", mustChangePassword: false })
      .returning();
    if (!account) throw new Error("no account");
    accountIds.set(username, account.id);
    await db.insert(accountRoles).values(roles.map((role) => ({ accountId: account.id, role, unitId: unitId(unit) })));
  }
  const as = (username: string, now = officeNow): ServiceContext => {
    const [, roles = [], unit = ""] = staff.find(([name]) => name === username) ?? [];
    return {
      db,
      now,
      actor: {
        accountId: accountIds.get(username) ?? "",
        username,
        displayName: username,
        locale: "vi",
        sessionId: "00000000-0000-4000-8000-000000000002",
        roles: roles.map((role) => ({ role, unitId: unitId(unit) })),
      },
    };
  };
  let year = 2000;
  return {
    unitIds,
    regime,
    as,
    newReport: async (unit, period = `${++year}-Q2`) => {
      const assigned = await assignReports(as("tonghop"), {
        regime: template.code,
        period,
        unitIds: [unitId(unit)],
        opensOn: "2000-01-01",
      });
      if (!assigned.ok) throw new Error(JSON.stringify(assigned.error));
      const [row] = await db
        .select({ id: reports.id })
        .from(reports)
        .where(and(eq(reports.unitId, unitId(unit)), eq(reports.period, period)));
      if (!row) throw new Error(`no report of ${unit}`);
      return row.id;
    },
  };
};

/** Edits as the API takes them. */
export const edits = (values: Readonly<Record<string, CellValue>>): SaveInput["edits"] =>
  Object.entries(values).map(([at, value]) => ({ at: at as CellAddress, value }));

/** Saves, and gives the output of a save that is expected to happen. */
export const saved = async (context: ServiceContext, reportId: string, input: SaveInput) => {
  const outcome = await saveReport(context, reportId, input);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error.problems));
  return outcome.value;
};

/** Everything that must be there before a report may be submitted. */
export const complete: Omit<SaveInput, "revision"> = {
  edits: edits({ "f.lap": "Trần Thị Lan", "t1.r01.c2": 10, "t1.r01.c3": 7.5, "t1.r02.c2": 5, "t1.r02.c3": 4.5 }),
  narrative: { n1: paragraph("Quý I đạt kế hoạch.") },
};
