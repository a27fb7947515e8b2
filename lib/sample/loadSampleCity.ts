import type { PgTable } from "drizzle-orm/pg-core";
import { hashPassword } from "@/lib/auth/password";
import {
  accountRoles,
  accounts,
  assignments,
  calendarDays,
  type Database,
  draftSteps,
  indicators,
  indicatorUses,
  measureUnits,
  regimes,
  sectors,
  templates,
  templateVersions,
  unitParents,
  units,
} from "@/lib/db";
import { deadlineOf, parsePeriod, type WorkingCalendar } from "@/lib/period";
import { momentInVietnam } from "./momentInVietnam";
import { allSampleAccounts, samplePassword } from "./sampleAccounts";
import { sampleCalendar } from "./sampleCalendar";
import { type SampleDuty, sampleDuties } from "./sampleDuties";
import { sampleId } from "./sampleId";
import { sampleIndicators } from "./sampleIndicators";
import { sampleLibrary } from "./sampleLibrary";
import { sampleMeasureUnits } from "./sampleMeasureUnits";
import { type SampleRegime, sampleRegimes } from "./sampleRegimes";
import { sampleReports } from "./sampleReports";
import { sampleSectors } from "./sampleSectors";
import type { SampleTemplate } from "./sampleTemplates";
import { sampleSince, sampleUnit, sampleUnits, unitRow } from "./sampleUnits";

type Transaction = Pick<Database, "insert" | "select">;

/** When the city was set up in the system. */
const setUp = momentInVietnam("2023-11-20T08:00");

/**
 * Fills an empty database with the sample city: Cần Thơ as it stood on 12 April 2024, its accounts, templates,
 * regimes, and reports in every state. The same rows every time, but for the salt of the password. All or nothing.
 */
export async function loadSampleCity(db: Database): Promise<void> {
  const passwordHash = await hashPassword(samplePassword);
  await db.transaction(async (tx) => {
    const calendar = sampleCalendar();
    await insertAll(tx, units, sampleUnits.map(unitRow));
    await insertAll(
      tx,
      unitParents,
      sampleUnits.flatMap(({ id, parent }) => (parent ? [{ unitId: id, parentId: sampleUnit(parent).id, validFrom: sampleSince }] : [])),
    );
    await insertAll(tx, calendarDays, calendar);
    await insertAll(
      tx,
      accounts,
      allSampleAccounts.map(({ id, username, displayName, position, mustChangePassword }) => ({
        id,
        username,
        displayName,
        position,
        mustChangePassword,
        passwordHash,
        createdAt: setUp,
      })),
    );
    await insertAll(
      tx,
      accountRoles,
      allSampleAccounts.flatMap(({ id, roles, unit }) => roles.map((role) => ({ accountId: id, role, unitId: unit.id }))),
    );
    await insertAll(tx, sectors, sampleSectors);
    await insertAll(tx, measureUnits, sampleMeasureUnits);
    await insertAll(
      tx,
      indicators,
      sampleIndicators.map((indicator) => ({ ...indicator, ownerUnitId: sampleUnit("TTDH").id, createdAt: setUp, updatedAt: setUp })),
    );
    const { current: library, rows } = sampleLibrary();
    await insertAll(tx, templates, rows.templates);
    await insertAll(tx, templateVersions, rows.versions);
    await insertAll(tx, templates, rows.forks);
    await insertAll(tx, templateVersions, rows.forkVersions);
    await insertAll(tx, draftSteps, rows.steps);
    await insertAll(tx, indicatorUses, rows.uses);
    await insertAll(tx, regimes, sampleRegimes.map(regimeRow));

    const workingDays: WorkingCalendar = new Map(calendar.map(({ day, kind }) => [day, kind]));
    const duties = sampleDuties().map((duty) => ({ duty, regime: regimeOf(duty), template: templateOf(library, regimeOf(duty)) }));
    await insertAll(
      tx,
      assignments,
      duties.map(({ duty, regime, template }) => assignmentRow(duty, regime, template, workingDays)),
    );
    for (const [table, rows] of sampleReports(duties)) await insertAll(tx, table, rows);
  });
}

const regimeRow = (regime: SampleRegime): typeof regimes.$inferInsert => ({
  id: regime.id,
  code: regime.code,
  name: regime.name,
  templateId: sampleId("template", regime.template),
  frequency: regime.frequency,
  leadUnitId: sampleUnit(regime.lead).id,
  legalBasis: regime.legalBasis,
  cutoff: regime.cutoff,
  deadline: regime.deadline,
});

function regimeOf({ regime }: SampleDuty): SampleRegime {
  const found = sampleRegimes.find(({ code }) => code === regime);
  if (!found) throw new Error(`no sample regime ${regime}`);
  return found;
}

function templateOf(library: readonly SampleTemplate[], { template }: SampleRegime): SampleTemplate {
  const found = library.find(({ document }) => document.code === template);
  if (!found) throw new Error(`no sample template ${template}`);
  return found;
}

function assignmentRow(
  duty: SampleDuty,
  regime: SampleRegime,
  { versionId }: SampleTemplate,
  calendar: WorkingCalendar,
): typeof assignments.$inferInsert {
  const period = parsePeriod(duty.period);
  if (!period.ok) throw new Error(`no period ${duty.period}`);
  const deadline = deadlineOf(period.value, regime, duty.unit.level, calendar);
  return {
    id: sampleId("assignment", duty.regime, duty.period, duty.unit.code),
    regimeId: regime.id,
    templateVersionId: versionId,
    period: duty.period,
    unitId: duty.unit.id,
    opensAt: momentInVietnam(`${duty.opens}T00:00`),
    nominalDeadline: deadline.nominal,
    effectiveDeadline: deadline.effective,
  };
}

/** A statement takes 65,535 parameters at most. */
async function insertAll<T extends PgTable>(tx: Transaction, table: T, rows: readonly T["$inferInsert"][]): Promise<void> {
  const width = Math.max(1, ...rows.map((row) => Object.keys(row).length), Object.keys(table).length);
  const count = Math.floor(60_000 / width);
  for (let from = 0; from < rows.length; from += count) {
    await tx.insert(table).values(rows.slice(from, from + count) as never);
  }
}
