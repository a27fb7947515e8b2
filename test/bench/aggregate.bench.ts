import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { type Connection, connect, regimes, templates, templateVersions } from "@/lib/db";
import { migrate, startEmbedded } from "@/lib/db/server";
import { openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { CellAddress, CellIndex } from "@/lib/form/content";
import type { CompiledForm } from "@/lib/form/types";
import { aggregateReport } from "@/lib/service/aggregate";
import type { ServiceContext } from "@/lib/service/context";
import type { AggregateDetail } from "@/lib/service/types";
import type { Template } from "@/lib/template";

/*
 * The whole aggregate of a city over 10,000 communes' reports of 200 cells (who reports and who is missing, the sums,
 * blanks, presence, recomputed formulas) against the bare statement over chunks, on the same server, in turns.
 * DATABASE_URL names an empty database of a given server; without it a server of its own runs in a temporary folder.
 */

const reportCount = 10_000;
const districtCount = 200;
const rounds = 15;
const period = "2024-03";

const text = (vi: string) => ({ vi });
/** 20 rows × 10 columns, 7 entered and 3 computed. */
const template: Template = {
  format: 1,
  code: "BENCH",
  title: text("200 ô"),
  kind: "figures",
  frequencies: ["month"],
  page: { size: "A4", orientation: "landscape" },
  blocks: [
    {
      kind: "table",
      id: "t1",
      columns: [
        ...Array.from({ length: 7 }, (_, i) => ({ kind: "value" as const, id: `c${i + 1}`, label: text(`${i + 1}`), decimals: i % 3 })),
        { kind: "value", id: "c8", label: text("8"), formula: "c1 + c2 + c3" },
        { kind: "value", id: "c9", label: text("9"), type: "percent", formula: "percent(c4, c5)" },
        { kind: "value", id: "c10", label: text("10"), formula: "c7 / c6" },
      ],
      rows: Array.from({ length: 20 }, (_, i) => ({ kind: "indicator" as const, id: `r${i + 1}`, label: text(`${i + 1}`) })),
    },
  ],
};

interface City {
  readonly regimeId: string;
  readonly versionId: string;
  readonly cityId: string;
  readonly compiled: CompiledForm;
}

const first = <T>(rows: readonly T[]): T => {
  const [row] = rows;
  if (row === undefined) throw new Error("nothing came back");
  return row;
};

/** 10,000 communes, each with a report that is sent or accepted, but for one in a hundred that is still a draft; one cell in twenty is blank. */
const fill = async ({ db }: Connection): Promise<City> => {
  const compilation = compileForm(template);
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.error));
  const compiled = compilation.value.form;
  const unit = (level: string, code: string, position: string) =>
    sql.raw(`code, name, folded, level, position, valid_from) select ${code}, ${code}, ${code}, '${level}', ${position}, '2000-01-01' `);
  const cityId = first(await db.execute<{ id: string }>(sql`insert into units (${unit("city", "'city'", "0")} returning id`)).id;
  await db.execute(sql`insert into units (${unit("district", "'d' || i", "i")} from generate_series(0, ${districtCount - 1}::int) i`);
  await db.execute(sql`insert into units (${unit("commune", "'x' || i", "i")} from generate_series(0, ${reportCount - 1}::int) i`);
  await db.execute(sql`insert into unit_parents (unit_id, parent_id, valid_from)
    select id, ${cityId}::uuid, '2000-01-01' from units where level = 'district'`);
  await db.execute(sql`insert into unit_parents (unit_id, parent_id, valid_from)
    select c.id, d.id, '2000-01-01' from units c join units d on d.level = 'district' and d.position = c.position % ${districtCount}::int
    where c.level = 'commune'`);
  const templateId = first(await db.insert(templates).values({ code: "BENCH", ownerUnitId: cityId }).returning()).id;
  const version = { templateId, version: 1, state: "published" as const, document: template, compiled };
  const versionId = first(await db.insert(templateVersions).values(version).returning()).id;
  const regime = {
    code: "BENCH",
    name: "200 ô",
    templateId,
    frequency: "month",
    leadUnitId: cityId,
    legalBasis: "",
    cutoff: { calendar: true },
    deadline: { workingDays: 2 },
  };
  const regimeId = first(await db.insert(regimes).values(regime).returning()).id;
  await db.execute(sql`insert into assignments (regime_id, template_version_id, period, unit_id, opens_at, nominal_deadline, effective_deadline)
    select ${regimeId}::uuid, ${versionId}::uuid, ${period}, id, '2024-03-01', '2024-04-02', '2024-04-02' from units where level = 'commune'`);
  await db.execute(sql`insert into reports (assignment_id, unit_id, period, template_version_id, state, sent_at)
    select a.id, a.unit_id, a.period, a.template_version_id,
      case when u.position % 100 = 0 then 'draft' when u.position % 2 = 0 then 'sent' else 'accepted' end, '2024-04-01'
    from assignments a join units u on u.id = a.unit_id`);
  await db.execute(sql`insert into report_chunks (report_id, chunk, values, present)
    select r.id, c, v.values, v.present from reports r cross join generate_series(0, 1) c cross join lateral (
      select array_agg(case when given = 1 then n else 0 end)::float8[] as values, array_agg(given)::int2[] as present
      from (select floor(random() * 1000000) as n, case when random() < 0.05 then 0 else 1 end as given, r.id, c
        from generate_series(1, 100)) cells) v`);
  await db.execute(sql`vacuum analyze`);
  return { regimeId, versionId, cityId, compiled };
};

const columns = Array.from({ length: 100 }, (_, i) => `sum(values[${i + 1}]) as s${i}, sum(present[${i + 1}]) as p${i}`).join(", ");

type BareRow = Readonly<Record<string, number | string | null>>;

/** What DESIGN 7 gives as the statement, over the reports of the version and period that came in. */
const bare = ({ sql: driver }: Connection, { versionId }: City): Promise<readonly BareRow[]> =>
  driver.unsafe<BareRow[]>(
    `select chunk, ${columns} from report_chunks
     where report_id in (select id from reports where template_version_id = $1 and period = $2 and state in ('sent', 'accepted'))
     group by chunk`,
    [versionId, period],
  );

const whole = async ({ db }: Connection, { regimeId, cityId }: City): Promise<AggregateDetail> => {
  const context: ServiceContext = {
    db,
    now: new Date("2024-04-10T02:00:00Z"),
    actor: {
      accountId: cityId,
      username: "bench",
      displayName: "",
      locale: "vi",
      sessionId: cityId,
      roles: [{ role: "aggregator", unitId: cityId }],
    },
  };
  const outcome = await aggregateReport(context, { regimeId, period });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
};

/** Every entered figure and its presence as the bare statement has them, and every computed one by its formula. */
const compare = ({ content, presence, coverage }: AggregateDetail, rows: readonly BareRow[], compiled: CompiledForm): void => {
  const chunks = new Map(rows.map((row) => [Number(row.chunk), row]));
  const form = openForm(compiled, { period, units: [], history: {} }, { cells: {}, narrative: {}, entries: {} });
  const value = (at: string): number => Number(content.cells[at as CellAddress]);
  const same = (what: string, ours: number, theirs: number): void => {
    if (!(Math.abs(ours - theirs) <= 1e-12 * Math.abs(theirs))) throw new Error(`${what}: ${ours} is not ${theirs}`);
  };
  for (let cell = 0; cell < form.cellCount; cell++) {
    const { address, role, decimals } = form.info(cell as CellIndex);
    if (role === "input") {
      const row = chunks.get(Math.floor(cell / 100));
      same(address, value(address), Number(row?.[`s${cell % 100}`]) / 10 ** decimals);
      same(`presence of ${address}`, presence[address] ?? 0, Number(row?.[`p${cell % 100}`]));
    }
  }
  for (let row = 1; row <= 20; row++) {
    const of = (column: number): number => value(`t1.r${row}.c${column}`);
    same(`row ${row}`, of(8), of(1) + of(2) + of(3));
    same(`row ${row}`, of(9), (of(4) / of(5)) * 100);
    same(`row ${row}`, of(10), of(7) / of(6));
  }
  same("received", coverage.received, reportCount * 0.99);
  same("missing", coverage.missing.length, reportCount * 0.01);
};

const timed = async <T>(run: () => Promise<T>): Promise<readonly [ms: number, result: T]> => {
  const start = performance.now();
  const result = await run();
  return [performance.now() - start, result];
};

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const measure = async (connection: Connection): Promise<void> => {
  const city = await fill(connection);
  for (let i = 0; i < 3; i++) compare(await whole(connection, city), await bare(connection, city), city.compiled);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const [bareMs, rows] = await timed(() => bare(connection, city));
    const [wholeMs, detail] = await timed(() => whole(connection, city));
    compare(detail, rows, city.compiled);
    theirs.push(bareMs);
    ours.push(wholeMs);
  }
  print(
    `${reportCount} reports × 200 cells, median of ${rounds} rounds: statement ${median(theirs).toFixed(1)} ms, aggregate ${median(ours).toFixed(1)} ms`,
  );
  print(`ratio aggregate-vs-sql ${(median(ours) / median(theirs)).toFixed(2)}`);
};

const folder = mkdtempSync(join(tmpdir(), "bieumau-bench-"));
const given = process.env.DATABASE_URL;
const server = given ? undefined : await startEmbedded({ dataFolder: folder, durability: "none" });
try {
  const url = given ?? server?.url ?? "";
  await migrate(url);
  const connection = connect(url);
  await measure(connection);
  await connection.close();
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
