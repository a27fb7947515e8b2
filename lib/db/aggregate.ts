import { type SQL, sql } from "drizzle-orm";
import type { Database } from "./index";

/** A database or a transaction of it. */
type Reader = Pick<Database, "execute">;

/** The units that have the same to report and are as far with it. */
export interface DutyGroup {
  readonly templateVersionId: string;
  /** State of the reports; null where an assignment has none. */
  readonly state: string | null;
  readonly unitIds: readonly string[];
}

/** The reports that an aggregate adds up. */
export interface ReportSelection {
  /** null where no other regime uses the template: version and period then tell them, by an index of their own. */
  readonly regimeId: string | null;
  readonly period: string;
  readonly templateVersionId: string;
  /** States that count as received. */
  readonly states: readonly string[];
  /** Reporting units; null for all that are assigned. */
  readonly unitIds: readonly string[] | null;
}

/** Place of a stored number: chunk, and position from 0. */
export interface Place {
  readonly chunk: number;
  readonly position: number;
}

/** Sums and counts of the stored numbers of one chunk, by position; 0 where not asked. */
export interface ChunkSums {
  readonly sum: Float64Array;
  readonly present: Float64Array;
}

const array = (values: readonly (string | number)[], type: "uuid" | "text" | "int2"): SQL =>
  sql`${`{${values.join(",")}}`}::${sql.raw(type)}[]`;

/** Subscripts of SQL begin at 1. */
const at = (alias: string, column: "values" | "present", { position }: Place): string => `${alias}.${column}[${Math.trunc(position) + 1}]`;

const selected = ({ regimeId, period, templateVersionId, states, unitIds }: ReportSelection): SQL => sql`
  select r.id, r.sent_at, r.unit_id
  from reports r ${regimeId === null ? sql`` : sql`join assignments a on a.id = r.assignment_id and a.regime_id = ${regimeId}`}
  where r.template_version_id = ${templateVersionId} and r.period = ${period} and r.state = any(${array(states, "text")})
    ${unitIds === null ? sql`` : sql`and r.unit_id = any(${array(unitIds, "uuid")})`}`;

/**
 * Every duty of a regime in a period: who is expected, and what came of it. Ids travel as one text a group: as rows,
 * 10,000 of them take the driver five times as long.
 */
export const dutiesOf = async (db: Reader, regimeId: string, period: string): Promise<readonly DutyGroup[]> => {
  const groups = await db.execute<{ templateVersionId: string; state: string | null; ids: string }>(sql`
    select coalesce(r.template_version_id, a.template_version_id) as "templateVersionId", r.state, string_agg(a.unit_id::text, ' ') as ids
    from assignments a left join reports r on r.assignment_id = a.id
    where a.regime_id = ${regimeId} and a.period = ${period}
    group by 1, 2`);
  return groups.map(({ templateVersionId, state, ids }) => ({ templateVersionId, state, unitIds: ids.split(" ") }));
};

/** The reports of a regime in a period, in whatever state, by unit. */
export const reportIdsOf = async (db: Reader, regimeId: string, period: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await db.execute<{ unitId: string; reportId: string }>(sql`
    select a.unit_id as "unitId", r.id as "reportId"
    from assignments a join reports r on r.assignment_id = a.id
    where a.regime_id = ${regimeId} and a.period = ${period}`);
  return new Map(rows.map(({ unitId, reportId }) => [unitId, reportId]));
};

/**
 * Sums and counts of stored numbers over the selected reports, by chunk, in one statement (DESIGN 7). Stored numbers
 * are integers of the last decimal, so that the sums are exact up to 2^53.
 */
export const sumChunks = async (
  db: Reader,
  selection: ReportSelection,
  places: readonly Place[],
): Promise<ReadonlyMap<number, ChunkSums>> => {
  const sums = new Map<number, ChunkSums>();
  if (places.length === 0) return sums;
  const positions = [...new Set(places.map(({ position }) => position))].sort((a, b) => a - b);
  const chunks = [...new Set(places.map(({ chunk }) => chunk))];
  const columns = positions.map((position) => {
    const place = { chunk: 0, position };
    return `sum(${at("c", "values", place)}) as s${position}, sum(${at("c", "present", place)}) as p${position}`;
  });
  const rows = await db.execute<Record<string, unknown>>(sql`
    select c.chunk, ${sql.raw(columns.join(", "))}
    from report_chunks c join (${selected(selection)}) r on r.id = c.report_id
    where c.chunk = any(${array(chunks, "int2")})
    group by c.chunk`);
  for (const row of rows) {
    const one = { sum: new Float64Array(100), present: new Float64Array(100) };
    for (const position of positions) {
      one.sum[position] = Number(row[`s${position}`] ?? 0);
      one.present[position] = Number(row[`p${position}`] ?? 0);
    }
    sums.set(Number(row.chunk), one);
  }
  return sums;
};

const byChunk = <T extends Place>(places: readonly T[]): ReadonlyMap<number, readonly T[]> => {
  const map = new Map<number, T[]>();
  for (const place of places) map.set(place.chunk, [...(map.get(place.chunk) ?? []), place]);
  return map;
};

/** Statements stay far below the 1,664 columns that Postgres can select. */
const slices = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** What one place is asked for, beside its sum. */
export type Extreme = "least" | "greatest" | "last";

/**
 * The smallest, greatest or last stored number at some places; `last`: of the report that was sent last (the greater
 * unit id where two were sent in one moment). Left out where no report gives a number. One statement for each chunk.
 * @returns by `extreme chunk position`
 */
export const extremesOf = async (
  db: Reader,
  selection: ReportSelection,
  places: readonly (Place & { readonly extreme: Extreme })[],
): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  for (const [chunk, all] of byChunk(places))
    for (const some of slices(all, 400)) {
      const columns = some.map((place, i) => {
        const value = at("c", "values", place);
        const given = `filter (where ${at("c", "present", place)} = 1)`;
        if (place.extreme === "last") return `(array_agg(${value} order by r.sent_at desc, r.unit_id desc) ${given})[1] as x${i}`;
        return `${place.extreme === "least" ? "min" : "max"}(${value}) ${given} as x${i}`;
      });
      const [row] = await db.execute<Record<string, number | null>>(sql`
        select ${sql.raw(columns.join(", "))}
        from report_chunks c join (${selected(selection)}) r on r.id = c.report_id
        where c.chunk = ${chunk}`);
      for (const [i, { position, extreme }] of some.entries()) {
        const value = row?.[`x${i}`] ?? null;
        if (value !== null) found.set(`${extreme} ${chunk} ${position}`, value);
      }
    }
  return found;
};

/** Sums of value × weight and of weight, over the reports that give both, of stored numbers. */
export interface WeightedSums {
  readonly products: number;
  readonly weights: number;
}

/** Weighted sums, in the order of the pairs; null where no report gives both. One statement for each pair of chunks. */
export const weightedSums = async (
  db: Reader,
  selection: ReportSelection,
  pairs: readonly { readonly value: Place; readonly weight: Place }[],
): Promise<readonly (WeightedSums | null)[]> => {
  const results: (WeightedSums | null)[] = pairs.map(() => null);
  const groups = new Map<string, number[]>();
  for (const [i, { value, weight }] of pairs.entries()) {
    const key = `${value.chunk} ${weight.chunk}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  }
  for (const group of groups.values())
    for (const some of slices(group, 400)) {
      const [first] = some.flatMap((i) => pairs[i] ?? []);
      if (first === undefined) continue;
      const columns = some.flatMap((i) => {
        const pair = pairs[i];
        if (pair === undefined) return [];
        const value = at("v", "values", pair.value);
        const weight = at("w", "values", pair.weight);
        const both = `filter (where ${at("v", "present", pair.value)} = 1 and ${at("w", "present", pair.weight)} = 1)`;
        return [`sum(${value} * ${weight}) ${both} as x${i}, sum(${weight}) ${both} as w${i}`];
      });
      const [row] = await db.execute<Record<string, number | null>>(sql`
        select ${sql.raw(columns.join(", "))}
        from (${selected(selection)}) r
          join report_chunks v on v.report_id = r.id and v.chunk = ${first.value.chunk}
          join report_chunks w on w.report_id = r.id and w.chunk = ${first.weight.chunk}`);
      for (const i of some) {
        const products = row?.[`x${i}`] ?? null;
        const weights = row?.[`w${i}`] ?? null;
        if (products !== null && weights !== null) results[i] = { products, weights };
      }
    }
  return results;
};

/** What one report holds at one place. */
export interface StoredNumber {
  readonly unitId: string;
  /** The stored number; null where it gives none. */
  readonly value: number | null;
  /** What stands for the cell beside the chunks: a mark, a text. */
  readonly beside: unknown;
}

/** Each selected report's stored number at a place, and what it holds beside it at the cell's address. */
export const numbersAt = async (db: Reader, selection: ReportSelection, place: Place, address: string): Promise<readonly StoredNumber[]> =>
  db.execute<StoredNumber & Record<string, unknown>>(sql`
    select r.unit_id as "unitId", x.cells -> ${address} as beside,
      case when ${sql.raw(at("c", "present", place))} = 1 then ${sql.raw(at("c", "values", place))} end as value
    from (${selected(selection)}) r join reports x on x.id = r.id
      left join report_chunks c on c.report_id = r.id and c.chunk = ${place.chunk}`);

/** What a report holds beside its chunks. */
export interface BesidesRow {
  readonly unitId: string;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly narrative: Readonly<Record<string, unknown>>;
  readonly entries: Readonly<Record<string, unknown>>;
}

/** Texts, marks, added rows and narrative of the selected reports. */
export const besidesOf = async (db: Reader, selection: ReportSelection): Promise<readonly BesidesRow[]> =>
  db.execute<BesidesRow & Record<string, unknown>>(sql`
    select r.unit_id as "unitId", x.cells, x.narrative, x.entries
    from (${selected(selection)}) r join reports x on x.id = r.id`);
