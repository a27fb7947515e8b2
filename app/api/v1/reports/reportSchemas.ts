import type { CellAddress, CellValue, Entry, ReportContent, RichDoc } from "@/lib/form/content";
import type { CompiledForm, Edit, FormContext } from "@/lib/form/types";
import { boolean, id, integer, list, nullable, object, oneOf, optional, record, type Schema, schemaOf, text } from "@/lib/http";
import type {
  CellChange,
  Conflict,
  ReportDetail,
  ReportEvent,
  ReportHistory,
  ReportListItem,
  SaveInput,
  SaveOutput,
  TransitionInput,
  TransitionOutput,
} from "@/lib/service/types";
import type { Template } from "@/lib/template";
import { reportActions, reportStates } from "@/lib/workflow";

const moment = text({ format: "date-time" });
const day = text({ format: "date", description: "YYYY-MM-DD, Asia/Ho_Chi_Minh" });

/** Path of everything below one report. */
export const reportParams = object({ id: id("Report") });

export const unitRef = object({ id: id(), code: text(), name: text() }, "A unit of the administration");
export const stateSchema = oneOf(reportStates, "State of the report (DESIGN 9)");

export const address = schemaOf<CellAddress>({
  type: "string",
  minLength: 1,
  maxLength: 200,
  description: "t1.r01.c3 a table's cell, t1.r01@KEY.c3 of a repeated row, f.id a field, l1@KEY.col a list's cell",
});
export const cellValue = schemaOf<CellValue>({
  type: ["number", "string", "boolean", "null"],
  description: 'null is blank; in a number cell "-" means that nothing arose and "x" not applicable; dates are YYYY-MM-DD',
});
export const richDoc = schemaOf<RichDoc>({
  type: "object",
  properties: { type: { const: "doc" }, content: { type: "array", items: { type: "object" } } },
  required: ["type", "content"],
  additionalProperties: false,
  description: "Rich text (TipTap), limited to the nodes of lib/form/narrative.schema.json",
});
const entry: Schema<Entry> = object({
  id: text({ min: 1, max: 36, pattern: "^[A-Za-z0-9_-]{1,36}$", description: "Made by the client, unique within its list" }),
  label: text({ max: 300 }),
});
const entryLists = record(list(entry, { max: 20_000 }), { keyPattern: "^[A-Za-z0-9_.]{1,100}$", max: 500 });
const sections = record(richDoc, { keyPattern: "^[A-Za-z0-9_]{1,60}$", max: 500 });
const edit: Schema<Edit> = object({ at: address, value: cellValue });
const anyValue = schemaOf<Conflict["mine"]>({ description: "Value of a cell, section or list of entries; null is blank" });

export const contentSchema = schemaOf<ReportContent>({
  type: "object",
  properties: {
    cells: { type: "object", additionalProperties: cellValue.json, description: "By address; blanks are absent" },
    narrative: { type: "object", additionalProperties: richDoc.json, description: "By section" },
    entries: { type: "object", additionalProperties: { type: "array", items: entry.json }, description: "By t1.r01 or l1" },
  },
  required: ["cells", "narrative", "entries"],
  additionalProperties: false,
});
export const templateSchema = schemaOf<Template>({
  type: "object",
  description: "The template document (lib/template/template.schema.json)",
});
export const compiledSchema = schemaOf<CompiledForm>({
  type: "object",
  description: "The compiled form, for the screens of this version of Bieumau alone",
});
const contextSchema = schemaOf<FormContext>({
  type: "object",
  description: "Period, units and figures of other periods that the form is computed with",
});

const itemProperties = {
  id: id(),
  regime: object({ code: text(), name: text() }),
  unit: unitRef,
  period: text({ description: "Period code: 2026-03, 2026-Q1" }),
  state: stateSchema,
  deadline: day,
  late: boolean("Sent after its deadline, or not sent and past it"),
  updatedAt: moment,
  sentAt: nullable(moment),
};
export const reportItem: Schema<ReportListItem> = object(itemProperties);

const eventSchema: Schema<ReportEvent> = object({
  action: oneOf(reportActions),
  from: stateSchema,
  to: stateSchema,
  reason: nullable(text()),
  by: text({ description: "Who, as displayed" }),
  at: moment,
  revision: integer({ min: 0 }),
});

export const reportDetail: Schema<ReportDetail> = object({
  ...itemProperties,
  revision: integer({ min: 0 }),
  template: templateSchema,
  compiled: compiledSchema,
  context: contextSchema,
  content: contentSchema,
  cutoff: object({ from: day, to: day }, "The interval in which figures are taken, both days inclusive"),
  editable: boolean("Whether this account may change values now"),
  actions: list(oneOf(reportActions)),
  events: list(eventSchema, { max: 10_000 }),
  documentNumber: nullable(text()),
  documentDate: nullable(day),
});

/** Most edits of one save: a whole form of 20,000 cells pasted at once. */
const mostEdits = 20_000;

export const saveInput: Schema<SaveInput> = object({
  revision: integer({ min: 0, max: 2_147_483_647, description: "Revision that the changes started from" }),
  clientId: optional(
    text({ pattern: "^[A-Za-z0-9_-]{8,64}$", max: 64, description: "Names the window that saves; made when it opens the report" }),
  ),
  edits: list(edit, { max: mostEdits }),
  narrative: optional(sections),
  entries: optional(entryLists),
});

const conflictSchema: Schema<Conflict> = object({ at: address, mine: anyValue, theirs: anyValue, by: text(), changedAt: moment });

export const saveOutput: Schema<SaveOutput> = object({
  revision: integer({ min: 0 }),
  changed: list(edit, { max: 1_000_000 }),
  narrative: sections,
  entries: entryLists,
  conflicts: list(conflictSchema, { max: mostEdits * 2 }),
});

export const transitionInput: Schema<TransitionInput> = object({
  action: oneOf(reportActions),
  revision: integer({ min: 0, max: 2_147_483_647, description: "Revision that was seen; another one is a conflict" }),
  reason: optional(text({ max: 10_000, description: "Needed for reject, return and reopen" })),
  documentNumber: optional(text({ max: 1000, description: "Needed for send: 05/BC-UBND" })),
  documentDate: optional(text({ max: 1000, description: "Needed for send: YYYY-MM-DD, not after today" })),
});
export const transitionOutput: Schema<TransitionOutput> = object({
  state: stateSchema,
  revision: integer({ min: 0 }),
  hash: nullable(text({ description: "SHA-256 of the canonical JSON of what was sent, in hexadecimal" })),
});

const loggedValue = schemaOf<CellChange["old"]>({
  description:
    "Value of a cell, section or list of entries; null is blank. One that is too large for the page is { excerpt, bytes }: ask for it alone by at and pageSize=1",
});
const change: Schema<CellChange> = object({
  at: text(),
  old: loggedValue,
  new: loggedValue,
  by: text(),
  changedAt: moment,
  revision: integer({ min: 1 }),
});
export const historySchema: Schema<ReportHistory> = object({
  events: list(eventSchema, { max: 10_000 }),
  changes: object({ items: list(change), total: integer({ min: 0 }), page: integer({ min: 1 }), pageSize: integer({ min: 1 }) }),
});
