import { unitRef } from "@/app/api/v1/reports/reportSchemas";
import { boolean, id, type JsonSchema, object, oneOf, type Schema, schemaOf, text } from "@/lib/http";
import type { CutoffRule, DeadlineRule } from "@/lib/period";
import type { RegimeItem } from "@/lib/service/catalogueTypes";
import { unitLevels } from "@/lib/unit";

export const frequency = oneOf(["week", "halfMonth", "month", "quarter", "halfYear", "nineMonths", "year", "schoolYear", "onDemand"]);

type Properties = Readonly<Record<string, JsonSchema>>;
/** All of these, besides what else is allowed. */
const exactly = (properties: Properties, more: Properties = {}): JsonSchema => ({
  type: "object",
  properties: { ...properties, ...more },
  required: Object.keys(properties),
  additionalProperties: false,
});

const monthDay: Properties = {
  monthOffset: { type: "integer", minimum: -12, maximum: 12 },
  day: { type: "integer", minimum: 1, maximum: 31 },
};
const workingDays: Properties = { workingDays: { type: "integer", minimum: 0, maximum: 250 } };
/** Levels of units with a day of their own. */
const levels: Properties = {
  levels: {
    type: "object",
    properties: Object.fromEntries(unitLevels.map((level) => [level, { anyOf: [exactly(monthDay), exactly(workingDays)] }])),
    additionalProperties: false,
  },
};

export const cutoffRule = schemaOf<CutoffRule>({
  description: "Interval in which figures are taken: the period's own days, or days counted from its first and last month",
  anyOf: [exactly({ calendar: { const: true } }), exactly({ from: exactly(monthDay), to: exactly(monthDay) })],
});

export const deadlineRule = schemaOf<DeadlineRule>({
  description: "A day counted from the period's last month, or working days after the cut-off; levels of units may have their own",
  anyOf: [exactly(monthDay, levels), exactly(workingDays, levels)],
});

/** Code of a regime: it stands in addresses. */
export const regimeCode = text({ min: 2, max: 60, pattern: "^[A-Z0-9][A-Z0-9-]{1,59}$", description: "Capital letters, digits, -" });

export const regimeItem: Schema<RegimeItem> = object({
  id: id(),
  code: text(),
  name: text(),
  templateId: id(),
  frequency,
  lead: unitRef,
  legalBasis: text(),
  cutoff: cutoffRule,
  deadline: deadlineRule,
  retired: boolean(),
});
