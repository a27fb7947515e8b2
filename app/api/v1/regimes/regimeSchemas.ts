import { unitRef } from "@/app/api/v1/reports/reportSchemas";
import { boolean, id, object, oneOf, type Schema, schemaOf, text } from "@/lib/http";
import type { CutoffRule, DeadlineRule } from "@/lib/period";
import type { RegimeItem } from "@/lib/service/catalogueTypes";
import { unitLevels } from "@/lib/unit";

export const frequency = oneOf(["week", "halfMonth", "month", "quarter", "halfYear", "nineMonths", "year", "schoolYear", "onDemand"]);

const monthDay = {
  type: "object",
  properties: {
    monthOffset: { type: "integer", minimum: -12, maximum: 12 },
    day: { type: "integer", minimum: 1, maximum: 31 },
  },
  required: ["monthOffset", "day"],
  additionalProperties: false,
};
const workingDays = { type: "integer", minimum: 0, maximum: 250 };
const deadlineDay = [monthDay, { type: "object", properties: { workingDays }, required: ["workingDays"], additionalProperties: false }];

export const cutoffRule = schemaOf<CutoffRule>({
  description: "Interval in which figures are taken: the period's own days, or days counted from its first and last month",
  anyOf: [
    { type: "object", properties: { calendar: { const: true } }, required: ["calendar"], additionalProperties: false },
    { type: "object", properties: { from: monthDay, to: monthDay }, required: ["from", "to"], additionalProperties: false },
  ],
});

export const deadlineRule = schemaOf<DeadlineRule>({
  description: "A day counted from the period's last month, or working days after the cut-off; levels of units may have their own",
  type: "object",
  properties: {
    ...monthDay.properties,
    workingDays,
    levels: {
      type: "object",
      properties: Object.fromEntries(unitLevels.map((level) => [level, { anyOf: deadlineDay }])),
      additionalProperties: false,
    },
  },
  oneOf: [{ required: ["monthOffset", "day"], not: { required: ["workingDays"] } }, { required: ["workingDays"] }],
  additionalProperties: false,
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
