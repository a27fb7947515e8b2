import type { CellAddress, CellValue, ReportContent } from "@/lib/form/content";
import type { CompiledForm, FormContext } from "@/lib/form/types";
import { id, integer, list, nullable, object, oneOf, optional, type Schema, schemaOf, text } from "@/lib/http";
import type { AggregateDetail, ContributionList } from "@/lib/service/types";
import type { Template, Text } from "@/lib/template";
import { reportStates } from "@/lib/workflow";

/** Units of a whole province, and more. */
const mostUnits = { max: 100_000 };

const unit = object({ id: id(), code: text(), name: text() }, "A unit of the administration");
const cellValue = schemaOf<CellValue>({
  type: ["number", "string", "boolean", "null"],
  description: 'Value of a cell: null is blank; in a number cell "-" means that nothing arose and "x" not applicable',
});
const words = schemaOf<Text>({
  type: "object",
  properties: { vi: { type: "string" }, en: { type: "string" } },
  required: ["vi"],
  additionalProperties: false,
});
const content = schemaOf<ReportContent>({
  type: "object",
  properties: {
    cells: { type: "object", additionalProperties: cellValue.json, description: "By address: t1.r01.c3; blanks are absent" },
    narrative: { type: "object", additionalProperties: { type: "object" } },
    entries: {
      type: "object",
      additionalProperties: {
        type: "array",
        items: {
          type: "object",
          properties: { id: { type: "string" }, label: { type: "string" } },
          required: ["id", "label"],
          additionalProperties: false,
        },
      },
    },
  },
  required: ["cells", "narrative", "entries"],
  additionalProperties: false,
});

/** Where an aggregate stands. */
export const aggregateParams = object({ regimeId: id("Regime"), period: text({ max: 20, description: "Period code: 2026-03, 2026-Q1" }) });

const parent = optional(id("Unit whose subordinates are added up; without it, the highest that the account may read"));
export const aggregateQuery = object({ unitId: parent });
export const contributionQuery = object({ unitId: parent, at: text({ min: 1, max: 200, description: "Address of the cell: t1.r01.c3" }) });

export const aggregateSchema: Schema<AggregateDetail> = object({
  regime: object({ id: id(), code: text(), name: text() }),
  period: text(),
  unit,
  template: schemaOf<Template>({ type: "object", description: "The template document, of template.schema.json" }),
  compiled: schemaOf<CompiledForm>({ type: "object", description: "The compiled form, for the screens of this version of Bieumau alone" }),
  context: schemaOf<FormContext>({
    type: "object",
    description: "Period, units and figures of other periods that the form was computed with",
  }),
  content,
  cutoff: object(
    { from: text({ format: "date" }), to: text({ format: "date" }) },
    "The interval in which figures are taken, both days inclusive",
  ),
  coverage: object({ expected: integer({ min: 0 }), received: integer({ min: 0 }), missing: list(unit, mostUnits) }),
  presence: schemaOf<Readonly<Record<CellAddress, number>>>({
    type: "object",
    additionalProperties: { type: "integer", minimum: 0 },
    description: "How many reports give a figure, by address of input cells",
  }),
  children: list(object({ id: id(), code: text(), name: text(), expected: integer({ min: 0 }), received: integer({ min: 0 }) }), mostUnits),
  path: list(unit),
});

export const contributionsSchema: Schema<ContributionList> = object({
  at: schemaOf<CellAddress>({ type: "string" }),
  row: words,
  column: words,
  rule: text({ description: "Rule of aggregation of an input; `formula` for a computed cell" }),
  total: cellValue,
  contributions: list(
    object({
      unit,
      district: nullable(unit),
      reportId: nullable(id()),
      state: nullable(oneOf(reportStates)),
      value: cellValue,
    }),
    mostUnits,
  ),
});
