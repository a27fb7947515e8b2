import type { CellAddress } from "@/lib/form/content";
import type { Edit } from "@/lib/form/types";
import type { SampleUnit } from "./sampleUnits";
import { seededRandom } from "./seededRandom";

/** Rows of form 06/VPCP/KSTT: applications in a quarter at a commune of middle size, and the share still open at its end. */
const fields: readonly { readonly row: string; readonly usual: number; readonly open: number; readonly where?: "rural" | "urban" }[] = [
  { row: "r11", usual: 190, open: 0.02 },
  { row: "r12", usual: 880, open: 0 },
  { row: "r13", usual: 0.4, open: 0.2 },
  { row: "r14", usual: 0.05, open: 0.5 },
  { row: "r15", usual: 3, open: 0.1 },
  { row: "r21", usual: 26, open: 0.15 },
  { row: "r22", usual: 1.5, open: 0.1 },
  { row: "r31", usual: 64, open: 0.12 },
  { row: "r32", usual: 14, open: 0.1 },
  { row: "r33", usual: 21, open: 0.03 },
  { row: "r34", usual: 2, open: 0.1 },
  { row: "r41", usual: 4, open: 0.05 },
  { row: "r42", usual: 2, open: 0.05 },
  { row: "r43", usual: 2, open: 0.1 },
  { row: "r44", usual: 6, open: 0.05 },
  { row: "r51", usual: 7, open: 0.05, where: "rural" },
  { row: "r52", usual: 2, open: 0.05, where: "rural" },
  { row: "r53", usual: 1.5, open: 0.05 },
  { row: "r61", usual: 8, open: 0.2 },
  { row: "r62", usual: 0.9, open: 0.3 },
  { row: "r63", usual: 0.2, open: 0.3 },
];

/** Quarters of the sample, first to last. */
const quarters = ["2023-Q4", "2024-Q1"] as const;
export type SampleQuarter = (typeof quarters)[number];

/**
 * What a commune enters for a quarter in form 06/VPCP/KSTT. Received (3) is settled (7) plus open (11) in every row,
 * and what is open at the end of one quarter is carried into the next. Rows that a ward has not (crops) stay blank.
 */
export function procedureFigures(unit: SampleUnit, quarter: SampleQuarter): readonly Edit[] {
  const size = 0.55 + 1.3 * seededRandom("size", unit.code).next();
  const isUrban = unit.name.startsWith("Phường");
  return fields
    .filter(({ where }) => where === undefined || (where === "urban") === isUrban)
    .flatMap((field) => {
      let carried = Math.round(field.usual * size * field.open);
      for (const each of quarters) {
        const row = quarterOf({ unit, field, size, carried, quarter: each });
        if (each === quarter)
          return Object.entries(row).map(([column, value]) => ({ at: `t1.${field.row}.${column}` as CellAddress, value }));
        carried = row.c12 + row.c13;
      }
      return [];
    });
}

function quarterOf({
  unit,
  field,
  size,
  carried,
  quarter,
}: {
  readonly unit: SampleUnit;
  readonly field: (typeof fields)[number];
  readonly size: number;
  readonly carried: number;
  readonly quarter: SampleQuarter;
}) {
  const random = seededRandom("06-VPCP-KSTT", unit.code, quarter, field.row);
  const mean = field.usual * size * (0.85 + 0.3 * random.next());
  const received = Math.floor(mean + random.next());
  const online = Math.round(received * (0.35 + 0.45 * random.next()));
  const total = received + carried;
  const open = Math.min(total, Math.round(total * field.open * (0.7 + 0.6 * random.next())));
  const overdue = open > 0 && random.next() < 0.25 ? random.whole(0, Math.ceil(open / 4)) : 0;
  const settled = total - open;
  const late = settled > 4 && random.next() < 0.2 ? random.whole(0, Math.ceil(settled / 60)) : 0;
  const early = Math.min(settled - late, Math.round(settled * (0.3 + 0.4 * random.next())));
  return {
    c4: online,
    c5: received - online,
    c6: carried,
    c8: early,
    c9: settled - late - early,
    c10: late,
    c12: open - overdue,
    c13: overdue,
  };
}
