import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { verifyPassword } from "@/lib/auth";
import { isSampleLoaded, loadSampleCity, sampleAccounts, samplePassword } from "@/lib/sample";
import { procedureFigures } from "@/lib/sample/procedureFigures";
import { sampleAccount } from "@/lib/sample/sampleAccounts";
import { sampleId } from "@/lib/sample/sampleId";
import { type SampleUnit, sampleUnit, unitsOfLevel } from "@/lib/sample/sampleUnits";
import { aggregateReport } from "@/lib/service/aggregate";
import type { ServiceContext } from "@/lib/service/context";
import { canonicalJson } from "@/lib/service/reports/canonicalJson";
import { exportDocument, libraryItem, openDraft, originDifferences } from "@/lib/service/templates";
import { applyPatch, invert } from "@/lib/template/edit";
import { testDatabase } from "./testDatabase";

const first = await testDatabase();
const second = await testDatabase();

beforeAll(async () => {
  expect(await isSampleLoaded(first.db)).toBe(false);
  await loadSampleCity(first.db);
  await loadSampleCity(second.db);
});

/** SHA-256 of every row of every table, but for the salted hash of the password. */
async function fingerprint({ sql }: typeof first): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select (to_jsonb(t) - 'password_hash')::text as row from ${name} t order by 1`);
    prints[name] = `${rows.length} ${createHash("sha256")
      .update(rows.map(({ row }) => row).join("\n"))
      .digest("hex")}`;
  }
  return prints;
}

/** What services are called with by a sample account. */
function contextOf(account: string): ServiceContext {
  const { id, username, displayName, roles, unit } = sampleAccount(account);
  const held = roles.map((role) => ({ role, unitId: unit.id }));
  return { db: first.db, now: new Date(), actor: { accountId: id, username, displayName, locale: "vi", sessionId: "", roles: held } };
}

describe("the sample city", () => {
  it("is the same every time", async () => {
    expect(await fingerprint(second)).toEqual(await fingerprint(first));
  });

  it("is known by its accounts", async () => {
    expect(await isSampleLoaded(first.db)).toBe(true);
  });

  it("is Cần Thơ as it stood on 12 April 2024: 9 districts, 83 communes, and the city's agencies", async () => {
    const rows = await first.sql`select level, count(*)::int from units group by level order by level`;
    expect(rows).toEqual([
      { level: "agency", count: 20 },
      { level: "city", count: 1 },
      { level: "commune", count: 83 },
      { level: "district", count: 9 },
    ]);
    const [ninhKieu] = await first.sql`
      select count(*)::int from unit_parents join units child on child.id = unit_id join units parent on parent.id = parent_id
      where parent.code = '916'`;
    expect(ninhKieu?.count).toBe(11);
  });

  it("lets everybody that it names sign in with the one password, and asks the new account alone for another", async () => {
    const rows = await first.sql`select username, password_hash, must_change_password from accounts`;
    const named = rows.filter(({ username }) => sampleAccounts.some((account) => account.username === username));
    expect(named).toHaveLength(sampleAccounts.length);
    expect(new Set(rows.map(({ password_hash }) => password_hash)).size).toBe(1);
    expect(await verifyPassword(rows[0]?.password_hash, samplePassword)).toBe(true);
    expect(rows.filter(({ must_change_password }) => must_change_password).map(({ username }) => username)).toEqual(["moi.31117"]);
  });

  it("gives every commune an account that enters and one that approves and sends (Decision 851, article 16)", async () => {
    const rows = await first.sql`
      select code, array_agg(distinct role order by role) as roles, count(distinct account_id)::int as accounts
      from account_roles join units on units.id = unit_id where level = 'commune' and code <> '31117' group by code`;
    expect(rows).toHaveLength(82);
    for (const row of rows) expect(row).toMatchObject({ roles: ["approver", "reporter", "sender"], accounts: 2 });
  });

  it("has form 06 of all 83 communes for two quarters: one accepted, one of which 76 are received", async () => {
    const rows = await first.sql`
      select reports.period, state, count(*)::int from reports join assignments on assignments.id = assignment_id
      join regimes on regimes.id = regime_id where regimes.code = 'TTHC-QUY' group by 1, 2 order by 1, 2`;
    expect(rows).toEqual([
      { period: "2023-Q4", state: "accepted", count: 83 },
      { period: "2024-Q1", state: "accepted", count: 58 },
      { period: "2024-Q1", state: "draft", count: 5 },
      { period: "2024-Q1", state: "returned", count: 1 },
      { period: "2024-Q1", state: "sent", count: 18 },
      { period: "2024-Q1", state: "submitted", count: 1 },
      { period: "2024-Q2", state: "draft", count: 83 },
    ]);
  });

  it("has one report that was sent late and one that was returned with a reason", async () => {
    const late = await first.sql`
      select units.code from reports join assignments on assignments.id = assignment_id join units on units.id = reports.unit_id
      where sent_at >= (effective_deadline + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
    expect(late).toEqual([{ code: "31195" }]);
    const returned = await first.sql`select reason from report_events where action = 'return'`;
    expect(returned).toHaveLength(1);
    expect(returned[0]?.reason).toMatch(/đề nghị kiểm tra lại/);
  });

  it("stores the totals of what the communes entered: received (3) is settled (7) plus open (11)", async () => {
    const entered = unitsOfLevel("commune").flatMap((unit) => procedureFigures(unit, "2023-Q4"));
    const of = (...columns: readonly string[]) =>
      entered.filter(({ at }) => columns.includes(at.split(".")[2] ?? "")).reduce((sum, { value }) => sum + Number(value), 0);
    expect(of("c4", "c5", "c6")).toBe(of("c8", "c9", "c10", "c12", "c13"));
    const rows = await first.sql`
      select indicator, sum(value)::int as total from indicator_values where period = '2023-Q4' group by 1 order by 1`;
    expect(rows).toEqual([
      { indicator: "TTHC_01", total: of("c4", "c5", "c6") },
      { indicator: "TTHC_02", total: of("c8", "c9", "c10") },
      { indicator: "TTHC_03", total: of("c10") },
      { indicator: "TTHC_04", total: of("c12", "c13") },
    ]);
  });

  it("carries what is open at the end of a quarter into the next", async () => {
    const rows = await first.sql`
      select last.content #>> '{content,cells,t1.r99.c11}' as open, this.content #>> '{content,cells,t1.r99.c6}' as carried
      from report_snapshots last join reports a on a.id = last.report_id and a.period = '2023-Q4'
      join reports b on b.unit_id = a.unit_id and b.period = '2024-Q1' and b.template_version_id = a.template_version_id
      join report_snapshots this on this.report_id = b.id`;
    expect(rows).toHaveLength(77);
    expect(rows.filter(({ open, carried }) => open === null || open !== carried)).toEqual([]);
  });

  it("froze what was sent as it stands, with the hash of its canonical JSON", async () => {
    const rows = await first.sql`
      select report_snapshots.content, hash, state from report_snapshots join reports on reports.id = report_id`;
    expect(rows).toHaveLength(83 + 77 + 2);
    for (const { content, hash } of rows) expect(createHash("sha256").update(canonicalJson(content)).digest("hex")).toBe(hash);
  });

  it("gives the city's aggregator the total of the 76 communes received, and of each district", async () => {
    const missing = ["31129", "31147", "31169", "31216", "31244", "31276", "31303"];
    const received = unitsOfLevel("commune").filter(({ code }) => !missing.includes(code));
    const total = (communes: readonly SampleUnit[], ...columns: readonly string[]) =>
      communes
        .flatMap((commune) => procedureFigures(commune, "2024-Q1"))
        .filter(({ at }) => columns.includes(at.split(".")[2] ?? ""))
        .reduce((sum, { value }) => sum + Number(value), 0);
    const regimeId = sampleId("regime", "TTHC-QUY");
    for (const over of [sampleUnit("92"), ...unitsOfLevel("district")]) {
      const outcome = await aggregateReport(contextOf("tonghop.vpubnd"), { regimeId, period: "2024-Q1", unitId: over.id });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
      const under = (list: readonly SampleUnit[]) => list.filter(({ parent }) => over.level === "city" || parent === over.code);
      const { coverage, content } = outcome.value;
      expect(coverage).toMatchObject({ expected: under(unitsOfLevel("commune")).length, received: under(received).length });
      expect(content.cells).toMatchObject({
        "t1.r99.c3": total(under(received), "c4", "c5", "c6"),
        "t1.r99.c4": total(under(received), "c4"),
        "t1.r99.c7": total(under(received), "c8", "c9", "c10"),
        "t1.r99.c11": total(under(received), "c12", "c13"),
      });
    }
  });

  it("keeps the duty of each unit and period once, with a window that is open", async () => {
    const [row] = await first.sql`select count(*)::int, count(closed_at)::int as closed from assignments where opens_at < now()`;
    const [all] = await first.sql`select count(*)::int from assignments`;
    expect(row).toEqual({ count: all?.count, closed: 0 });
  });

  it("has a library that is alive: a second version, a draft in work whose steps lead to it, a district's fork", async () => {
    const versions = await first.sql`
      select code, version, state, revision from template_versions join templates on templates.id = template_id
      where code in ('SXKD-THANG', 'SXKD-THANG-916', 'KTXH-THANG') order by 1, 2 nulls last`;
    expect(versions).toEqual([
      { code: "KTXH-THANG", version: 1, state: "published", revision: 0 },
      { code: "KTXH-THANG", version: null, state: "draft", revision: 3 },
      { code: "SXKD-THANG", version: 1, state: "retired", revision: 0 },
      { code: "SXKD-THANG", version: 2, state: "published", revision: 0 },
      { code: "SXKD-THANG-916", version: 1, state: "published", revision: 0 },
    ]);
    const district = contextOf("thietke.916");
    const fork = await originDifferences(district, sampleId("template", "SXKD-THANG-916"));
    expect(fork).toMatchObject({ ok: true, value: { origin: { code: "SXKD-THANG" }, from: 1, to: 2, total: 6 } });
    const draft = await openDraft(contextOf("thietke.ttdh"), sampleId("template", "KTXH-THANG"));
    if (!draft.ok) throw new Error("no draft");
    const undone = draft.value.steps.toReversed().reduce((template, { patch }) => {
      const before = applyPatch(template, invert(patch));
      if (!before.ok) throw new Error(JSON.stringify(before.error));
      return before.value;
    }, draft.value.document);
    const published = await exportDocument(contextOf("thietke.ttdh"), sampleId("template", "KTXH-THANG"), 1);
    expect(published.ok && JSON.parse(new TextDecoder().decode(published.value.bytes))).toEqual(undone);
    expect(await libraryItem(contextOf("thietke.917"), sampleId("template", "SXKD-THANG-916"))).toMatchObject({ ok: false });
  });
});
