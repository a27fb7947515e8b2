import { desc, eq, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  pgView,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** int2[] arrives as number[]; drizzle's smallint().array() writes literals that Postgres accepts, so this only names the type. */
const smallints = customType<{ data: number[]; driverData: string | number[] }>({
  dataType: () => "int2[]",
  toDriver: (value) => `{${value.join(",")}}`,
});
const doubles = customType<{ data: number[]; driverData: string | number[] }>({
  dataType: () => "float8[]",
  toDriver: (value) => `{${value.join(",")}}`,
});

/** Units of the administration. Codes are reused over time, so (code, valid_from) is the key of the world and `id` ours. */
export const units = pgTable(
  "units",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    /** Name folded for search: no marks, đ as d, lower case. */
    folded: text("folded").notNull(),
    /** city, district, commune; or agency for offices and departments. */
    level: text("level", { enum: ["city", "district", "commune", "agency"] }).notNull(),
    /** Abbreviation in document numbers: UBND, SKHĐT. */
    abbreviation: text("abbreviation").notNull().default("UBND"),
    /** Place in "Cần Thơ, ngày …". */
    place: text("place").notNull().default(""),
    /** Order among its siblings. */
    position: integer("position").notNull().default(0),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
  },
  (t) => [unique("units_code_from").on(t.code, t.validFrom), index("units_folded").on(t.folded)],
);

/** Who stood under whom, from a date to a date (exclusive). */
export const unitParents = pgTable(
  "unit_parents",
  {
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    parentId: uuid("parent_id")
      .notNull()
      .references(() => units.id),
    validFrom: date("valid_from").notNull(),
    validTo: date("valid_to"),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.validFrom] }), index("unit_parents_parent").on(t.parentId)],
);

export const unitSuccessions = pgTable(
  "unit_successions",
  {
    oldUnitId: uuid("old_unit_id")
      .notNull()
      .references(() => units.id),
    newUnitId: uuid("new_unit_id")
      .notNull()
      .references(() => units.id),
    on: date("on").notNull(),
  },
  (t) => [primaryKey({ columns: [t.oldUnitId, t.newUnitId] }), index("unit_successions_new").on(t.newUnitId)],
);

export const accounts = pgTable("accounts", {
  id: uuid("id").primaryKey().defaultRandom(),
  username: text("username").notNull().unique(),
  displayName: text("display_name").notNull(),
  /** Title as printed at a signature: CHỦ TỊCH. */
  position: text("position").notNull().default(""),
  passwordHash: text("password_hash").notNull(),
  mustChangePassword: boolean("must_change_password").notNull().default(true),
  /** A one-time password is good until then; null for one that its owner chose. */
  passwordExpiresAt: moment("password_expires_at"),
  locale: text("locale", { enum: ["vi", "en"] })
    .notNull()
    .default("vi"),
  createdAt: moment("created_at").notNull().defaultNow(),
  retiredAt: moment("retired_at"),
});

export const accountRoles = pgTable(
  "account_roles",
  {
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    role: text("role", { enum: ["designer", "aggregator", "reporter", "approver", "sender", "monitor", "admin"] }).notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.role, t.unitId] }), index("account_roles_unit").on(t.unitId)],
);

export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    expiresAt: moment("expires_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    revokedAt: moment("revoked_at"),
    userAgent: text("user_agent").notNull().default(""),
  },
  (t) => [index("sessions_account").on(t.accountId)],
);

/** Wrong passwords, for throttling by account name and by place (lib/auth/throttle.ts). */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    username: text("username").notNull(),
    address: text("address").notNull(),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    index("sign_in_failures_username").on(t.username, t.at),
    index("sign_in_failures_address").on(t.address, t.at),
    index("sign_in_failures_at").on(t.at),
  ],
);

/** Requests counted per account or address and minute, for rate limits shared by every instance. */
export const rateCounts = pgTable(
  "rate_counts",
  {
    key: text("key").notNull(),
    minute: moment("minute").notNull(),
    count: integer("count").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.key, t.minute] }), index("rate_counts_minute").on(t.minute)],
);

export const templates = pgTable(
  "templates",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    code: text("code").notNull(),
    /** The unit whose library holds it; a district's template is visible in that district alone. */
    ownerUnitId: uuid("owner_unit_id")
      .notNull()
      .references(() => units.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    /** Lĩnh vực, by which the library is sorted. */
    sectorCode: text("sector_code").references(() => sectors.code),
    /** The version that it was forked from: its origin, whose later changes can be shown. */
    forkedFromVersionId: uuid("forked_from_version_id").references((): AnyPgColumn => templateVersions.id),
    /** No new version, no new duty from then on; what was assigned goes on. */
    retiredAt: moment("retired_at"),
  },
  (t) => [
    unique("templates_owner_code").on(t.ownerUnitId, t.code),
    index("templates_forked_from").on(t.forkedFromVersionId),
    index("templates_sector").on(t.sectorCode),
  ],
);

export const templateVersions = pgTable(
  "template_versions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => templates.id),
    /** Null while a draft: the number is given at publishing. */
    version: integer("version"),
    /** A discarded draft is kept, like everything, and never opened again. */
    state: text("state", { enum: ["draft", "discarded", "published", "retired"] }).notNull(),
    /** Of a draft: counts its steps. */
    revision: integer("revision").notNull().default(0),
    document: jsonb("document").notNull(),
    /** The compiled form (lib/form), null while a draft. */
    compiled: jsonb("compiled"),
    publishedAt: moment("published_at"),
    publishedBy: uuid("published_by").references(() => accounts.id),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    updatedBy: uuid("updated_by").references(() => accounts.id),
  },
  (t) => [
    unique("template_versions_number").on(t.templateId, t.version),
    uniqueIndex("template_versions_one_draft").on(t.templateId).where(sql`${t.state} = 'draft'`),
    check("template_versions_frozen", sql`${t.state} in ('draft', 'discarded') or ${t.compiled} is not null`),
    check("template_versions_numbered", sql`${t.state} in ('draft', 'discarded') or ${t.version} is not null`),
  ],
);

/** Append-only: every step of designing a draft, in order; undo after a reload and the merging of two designers read it. */
export const draftSteps = pgTable(
  "draft_steps",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => templateVersions.id),
    /** Of the draft after the step. */
    revision: integer("revision").notNull(),
    /** Made by the screen: a step sent twice is kept once. */
    stepId: uuid("step_id").notNull(),
    kind: text("kind", { enum: ["do", "undo", "redo"] }).notNull(),
    continues: boolean("continues").notNull(),
    label: jsonb("label").notNull(),
    patch: jsonb("patch").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    clientId: text("client_id").notNull(),
    savedAt: moment("saved_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.revision] }), unique("draft_steps_once").on(t.versionId, t.stepId)],
);

/** Lĩnh vực: fields of administration by which indicators and templates are sorted. */
export const sectors = pgTable("sectors", {
  code: text("code").primaryKey(),
  /** `{vi, en?}`. */
  name: jsonb("name").notNull(),
  position: integer("position").notNull().default(0),
  retiredAt: moment("retired_at"),
});

/** Units of measure, by their dimension and factor: `triệu đồng` is 1,000,000 of the money whose factor 1 is `đồng`. */
export const measureUnits = pgTable("measure_units", {
  id: uuid("id").primaryKey().defaultRandom(),
  /** As it is printed, and as templates hold it: `tỷ đồng`, `ha`, `%`. */
  symbol: text("symbol").notNull().unique(),
  /** `{vi, en?}`. */
  name: jsonb("name").notNull(),
  folded: text("folded").notNull(),
  /** `money`, `area`, `count of people` …: units of one dimension can be turned into each other. */
  dimension: text("dimension").notNull(),
  factor: doublePrecision("factor").notNull(),
  revision: integer("revision").notNull().default(0),
  retiredAt: moment("retired_at"),
});

/** Chỉ tiêu: one figure with one definition for the whole city (DESIGN 2). */
export const indicators = pgTable(
  "indicators",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    code: text("code").notNull().unique(),
    /** `{vi, en?}`. */
    name: jsonb("name").notNull(),
    /** Code and names folded for search. */
    folded: text("folded").notNull(),
    /** Definition and method of reckoning, `{vi, en?}` each; empty where not given. */
    definition: jsonb("definition").notNull().default({ vi: "" }),
    method: jsonb("method").notNull().default({ vi: "" }),
    measureUnitId: uuid("measure_unit_id").references(() => measureUnits.id),
    /** number, integer or percent. */
    type: text("type", { enum: ["number", "integer", "percent"] })
      .notNull()
      .default("number"),
    decimals: integer("decimals").notNull().default(0),
    /** Aggregation of the template document: `{rule, weight?}`. */
    aggregation: jsonb("aggregation").notNull(),
    sectorCode: text("sector_code").references(() => sectors.code),
    ownerUnitId: uuid("owner_unit_id")
      .notNull()
      .references(() => units.id),
    revision: integer("revision").notNull().default(0),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    retiredAt: moment("retired_at"),
  },
  (t) => [
    index("indicators_sector").on(t.sectorCode),
    index("indicators_owner").on(t.ownerUnitId),
    index("indicators_measure_unit").on(t.measureUnitId),
  ],
);

/** Where templates use indicators, written anew with each saved draft and published version. */
export const indicatorUses = pgTable(
  "indicator_uses",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => templateVersions.id),
    /** Code, as documents hold it: the indicator may not be catalogued (yet). */
    indicator: text("indicator").notNull(),
    /** Id path within the document: `t1.r05`, `t1.c3`, `t1.r05.c3`, `f.dan_so`. */
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.versionId, t.indicator, t.at] }), index("indicator_uses_indicator").on(t.indicator)],
);

export const regimes = pgTable(
  "regimes",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    templateId: uuid("template_id")
      .notNull()
      .references(() => templates.id),
    frequency: text("frequency").notNull(),
    /** Đơn vị chủ trì: assigns, receives, aggregates. */
    leadUnitId: uuid("lead_unit_id")
      .notNull()
      .references(() => units.id),
    legalBasis: text("legal_basis").notNull(),
    /** CutoffRule and DeadlineRule of lib/period. */
    cutoff: jsonb("cutoff").notNull(),
    deadline: jsonb("deadline").notNull(),
    retiredAt: moment("retired_at"),
  },
  (t) => [index("regimes_template").on(t.templateId), index("regimes_lead").on(t.leadUnitId)],
);

export const assignments = pgTable(
  "assignments",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    regimeId: uuid("regime_id")
      .notNull()
      .references(() => regimes.id),
    templateVersionId: uuid("template_version_id")
      .notNull()
      .references(() => templateVersions.id),
    period: text("period").notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    opensAt: moment("opens_at").notNull(),
    nominalDeadline: date("nominal_deadline").notNull(),
    effectiveDeadline: date("effective_deadline").notNull(),
    closedAt: moment("closed_at"),
  },
  (t) => [unique("assignments_once").on(t.regimeId, t.period, t.unitId), index("assignments_unit").on(t.unitId, t.effectiveDeadline)],
);

export const reports = pgTable(
  "reports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    assignmentId: uuid("assignment_id")
      .notNull()
      .unique()
      .references(() => assignments.id),
    /** Copied from the assignment: what every aggregate and list selects by. */
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    period: text("period").notNull(),
    templateVersionId: uuid("template_version_id")
      .notNull()
      .references(() => templateVersions.id),
    state: text("state", { enum: ["draft", "submitted", "approved", "signed", "sent", "accepted", "returned"] })
      .notNull()
      .default("draft"),
    /** Counts every save and transition. */
    revision: integer("revision").notNull().default(0),
    /** Marks, texts and values of fields, lists and added rows, by address. */
    cells: jsonb("cells").notNull().default({}),
    narrative: jsonb("narrative").notNull().default({}),
    entries: jsonb("entries").notNull().default({}),
    /** What formulas read of other periods when it was submitted (FormContext.history): it stands until it is a draft again. */
    history: jsonb("history"),
    documentNumber: text("document_number"),
    documentDate: date("document_date"),
    sentAt: moment("sent_at"),
    readAt: moment("read_at"),
    acceptedAt: moment("accepted_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [index("reports_version_period").on(t.templateVersionId, t.period, t.state), index("reports_unit").on(t.unitId, t.period)],
);

/** The numbers of a report: 100 cells a row, in the order of the compiled form; integers of the last decimal. */
export const reportChunks = pgTable(
  "report_chunks",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    chunk: smallint("chunk").notNull(),
    values: doubles("values").notNull(),
    present: smallints("present").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.chunk] })],
);

/** Append-only: a trigger refuses update and delete. */
export const cellChanges = pgTable(
  "cell_changes",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    revision: integer("revision").notNull(),
    at: text("at").notNull(),
    oldValue: jsonb("old_value"),
    newValue: jsonb("new_value"),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    /** The window that saved it (SaveInput.clientId). */
    clientId: text("client_id"),
    changedAt: moment("changed_at").notNull().defaultNow(),
  },
  (t) => [index("cell_changes_report").on(t.reportId, t.revision), index("cell_changes_cell").on(t.reportId, t.at)],
);

/** Append-only: every transition of a report. */
export const reportEvents = pgTable(
  "report_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    action: text("action").notNull(),
    fromState: text("from_state").notNull(),
    toState: text("to_state").notNull(),
    reason: text("reason"),
    revision: integer("revision").notNull(),
    accountId: uuid("account_id")
      .notNull()
      .references(() => accounts.id),
    happenedAt: moment("happened_at").notNull().defaultNow(),
  },
  (t) => [index("report_events_report").on(t.reportId, t.id)],
);

/** What was sent, frozen: content and its SHA-256. */
export const reportSnapshots = pgTable(
  "report_snapshots",
  {
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
    revision: integer("revision").notNull(),
    content: jsonb("content").notNull(),
    hash: text("hash").notNull(),
    takenAt: moment("taken_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.revision] })],
);

/**
 * The city's warehouse: accepted figures of catalogued indicators, each report's own. Several regimes may ask for the
 * same figure; which one stands is said by `standingIndicators`.
 */
export const indicatorValues = pgTable(
  "indicator_values",
  {
    indicator: text("indicator").notNull(),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    period: text("period").notNull(),
    /** The column id: which measure of the indicator. */
    measure: text("measure").notNull(),
    value: doublePrecision("value").notNull(),
    reportId: uuid("report_id")
      .notNull()
      .references(() => reports.id),
  },
  (t) => [
    primaryKey({ columns: [t.indicator, t.unitId, t.period, t.measure, t.reportId] }),
    index("indicator_values_report").on(t.reportId),
  ],
);

/**
 * One figure for each indicator, unit, period and measure: that of the report accepted last. When that report is opened
 * again its figures go, and what another report said before stands again.
 */
export const standingIndicators = pgView("standing_indicators").as((query) =>
  query
    .selectDistinctOn([indicatorValues.indicator, indicatorValues.unitId, indicatorValues.period, indicatorValues.measure], {
      indicator: indicatorValues.indicator,
      unitId: indicatorValues.unitId,
      period: indicatorValues.period,
      measure: indicatorValues.measure,
      value: indicatorValues.value,
      reportId: indicatorValues.reportId,
    })
    .from(indicatorValues)
    .innerJoin(reports, eq(reports.id, indicatorValues.reportId))
    .orderBy(
      indicatorValues.indicator,
      indicatorValues.unitId,
      indicatorValues.period,
      indicatorValues.measure,
      desc(reports.acceptedAt),
      desc(reports.id),
    ),
);

/** Working calendar: days that differ from Monday to Friday. */
export const calendarDays = pgTable("calendar_days", {
  day: date("day").primaryKey(),
  kind: text("kind", { enum: ["holiday", "compensatory", "working"] }).notNull(),
  note: text("note").notNull().default(""),
});

/** What administrators and the system did, outside reports: append-only. */
export const auditEvents = pgTable(
  "audit_events",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    accountId: uuid("account_id").references(() => accounts.id),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: jsonb("detail").notNull().default({}),
    happenedAt: moment("happened_at").notNull().defaultNow(),
  },
  (t) => [index("audit_events_subject").on(t.subject)],
);
