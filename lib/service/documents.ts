import { eq, inArray } from "drizzle-orm";
import { type Database, regimes, units } from "@/lib/db";
import { type ReportDocumentInput, reportDocument } from "@/lib/export/docx";
import { formUnits, openForm } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { ReportContent } from "@/lib/form/content";
import type { FormContext } from "@/lib/form/types";
import { cutoffOf, defaultCutoff, parsePeriod, textParams } from "@/lib/period";
import { fail, ok } from "@/lib/result";
import { checkTemplate, type Template } from "@/lib/template";
import { parseTemplate } from "@/lib/template/parse";
import { aggregateReport } from "./aggregate";
import type { Outcome, ServiceContext } from "./context";
import { refuse } from "./refusal";
import { checkNarrative, openReport } from "./reports";
import { mayPublish, refuseDocument } from "./templates";
import type { AggregateDetail, ReportDetail, ReportEvent } from "./types";
import { unitTreeOn } from "./unitTreeOn";

/** A document to download. */
export interface DocumentFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

type DocumentLocale = ReportDocumentInput["locale"];

/** The Word file of a report, laid out by Decree 30/2020, drafts included; to print it is not to read it. Refused: as `openReport`. */
export async function reportDocx(context: ServiceContext, reportId: string, locale: DocumentLocale): Outcome<DocumentFile> {
  const opened = await openReport(context, reportId);
  if (!opened.ok) return opened;
  const { events, state, documentNumber, documentDate, ...detail } = opened.value;
  const names = ["signed", "sent", "accepted"].includes(state) ? signersFrom(detail.template, events) : undefined;
  return write(
    context.db,
    { ...detail, addressedTo: detail.regime.code },
    { locale, signers: names, documentNumber: documentNumber ?? undefined, documentDate: documentDate ?? undefined },
  );
}

/** The Word file of a parent's aggregate over its subordinates' reports. Refused: as `aggregateReport`. */
export async function aggregateDocx(
  context: ServiceContext,
  input: Parameters<typeof aggregateReport>[1],
  locale: DocumentLocale,
): Outcome<DocumentFile> {
  const opened = await aggregateReport(context, input);
  return opened.ok ? write(context.db, opened.value, { locale }) : opened;
}

export interface PreviewInput {
  /** The template document as it is being designed, unchecked. */
  readonly document: unknown;
  readonly period: string;
  /** Whose report it would be. */
  readonly unitId: string;
  /** Values to try; what does not fit the form is left aside. */
  readonly content: ReportContent;
}

/**
 * The Word file of a template that is being designed, filled with values that somebody tries: as a unit's report of a
 * period. Nothing is stored. Refused: `library.notYours` (forbidden) to who designs nowhere; everything that is wrong
 * with the document; `period.unknownCode`, `unit.notFound`; sections that are no rich text (`report.badNarrative` …).
 */
export async function previewDocx(
  context: ServiceContext,
  { document, period: code, unitId, content }: PreviewInput,
  locale: DocumentLocale,
): Outcome<DocumentFile> {
  const { db } = context;
  const allowed = await mayPublish(context);
  if (!allowed.ok) return allowed;
  const parsed = parseTemplate(document);
  if (!parsed.ok) return refuseDocument(parsed.error);
  const template = parsed.value;
  const checked = checkTemplate(template);
  if (checked.some(({ severity }) => severity === "error")) return refuseDocument(checked);
  const compiled = compileForm(template);
  if (!compiled.ok) return refuseDocument(compiled.error);
  const period = parsePeriod(code);
  if (!period.ok) return refuse("invalid", { ...period.error, at: "/period" });
  const faults = Object.entries(content.narrative).flatMap(([id, doc]) => checkNarrative(doc, `n.${id}`));
  const [fault, ...others] = faults;
  if (fault) return refuse("invalid", fault, others);
  const cutoff = cutoffOf(period.value, defaultCutoff[period.value.frequency]);
  const tree = await unitTreeOn(db, cutoff.to);
  const unit = tree.unit(unitId);
  if (!unit) return refuse("invalid", { code: "unit.notFound", at: "/unitId" });
  const surroundings: FormContext = {
    period: code,
    units: formUnits(tree.children(unit.id)),
    history: {},
  };
  return write(db, { template, compiled: compiled.value.form, context: surroundings, content, cutoff, period: code, unit }, { locale });
}

type Printed = Pick<ReportDetail & AggregateDetail, "template" | "compiled" | "context" | "content" | "cutoff" | "period" | "unit"> & {
  /** Code of the regime, whose lead agency is addressed; without it nobody is. */
  readonly addressedTo?: string;
};

async function write(
  db: Database,
  { template, compiled, context, content, cutoff, period: code, unit, addressedTo }: Printed,
  more: Pick<ReportDocumentInput, "locale" | "signers" | "documentNumber" | "documentDate">,
): Outcome<DocumentFile> {
  const tree = await unitTreeOn(db, cutoff.to);
  const parent = tree.parent(unit.id);
  const [agencies, receiver] = await Promise.all([
    issuers(db, [unit.id, ...(parent ? [parent.id] : [])]),
    addressedTo === undefined ? undefined : leadAgency(db, addressedTo),
  ]);
  const own = agencies.get(unit.id);
  const name = own?.agency ?? unit.name;
  const period = parsePeriod(code);
  const form = openForm(compiled, context, content);
  const written = await reportDocument({
    ...more,
    template,
    form,
    unit: name,
    parentUnit: parent && agencies.get(parent.id)?.agency,
    place: own?.place ?? "",
    params: period.ok ? textParams(period.value, cutoff, unit.name, more.locale) : { unit: unit.name },
    addressees: receiver === undefined ? [] : [receiver],
  });
  if (!written.ok) return fail({ kind: "invalid", problems: [written.error] });
  // A copy over a plain buffer, which is what a response takes.
  return ok({ bytes: new Uint8Array(written.value), name: `${template.code} ${unit.name} ${code}.docx` });
}

/** The agencies that issue for units, as documents name them, and their places. */
async function issuers(db: Database, unitIds: readonly string[]) {
  const rows = await db
    .select({ id: units.id, name: units.name, level: units.level, abbreviation: units.abbreviation, place: units.place })
    .from(units)
    .where(inArray(units.id, [...unitIds]));
  return new Map(rows.map((row) => [row.id, { agency: agencyOf(row), place: row.place }]));
}

/** The People's Committee of a place, or the agency itself: Ủy ban nhân dân phường Cái Khế. */
const agencyOf = ({ name, level, abbreviation }: Pick<typeof units.$inferSelect, "name" | "level" | "abbreviation">): string =>
  level === "agency" || abbreviation !== "UBND" ? name : `Ủy ban nhân dân ${name.charAt(0).toLocaleLowerCase("vi")}${name.slice(1)}`;

async function leadAgency(db: Database, regimeCode: string): Promise<string | undefined> {
  const [row] = await db
    .select({ name: units.name, level: units.level, abbreviation: units.abbreviation })
    .from(regimes)
    .innerJoin(units, eq(units.id, regimes.leadUnitId))
    .where(eq(regimes.code, regimeCode));
  return row && agencyOf(row);
}

/** Who signed stands at the last block; who submitted at the first, where there are several. */
function signersFrom(template: Template, events: readonly ReportEvent[]): readonly (string | undefined)[] {
  const slots = template.blocks.flatMap((block) => (block.kind === "signature" ? block.signers : [])).length;
  const last = (action: ReportEvent["action"]) => events.findLast((event) => event.action === action)?.by;
  return Array.from({ length: slots }, (_, slot) => {
    if (slot === slots - 1) return last("sign");
    return slot === 0 ? last("submit") : undefined;
  });
}
