import { stateSchema, unitRef } from "@/app/api/v1/reports/reportSchemas";
import { boolean, id, integer, list, nullable, object, type Schema, text } from "@/lib/http";
import type { ProgressDetail, ProgressItem } from "@/lib/service/types";

const day = text({ format: "date" });
const itemProperties = {
  regimeId: id(),
  regimeCode: text(),
  regimeName: text(),
  under: nullable(unitRef),
  receives: boolean("Whether one accepts and returns the reports"),
  period: text(),
  deadline: day,
  assigned: integer({ min: 0 }),
  received: integer({ min: 0 }),
  accepted: integer({ min: 0 }),
  late: integer({ min: 0 }),
};
export const progressItem: Schema<ProgressItem> = object(itemProperties);

const unitProgress = object({
  unit: unitRef,
  reportId: id(),
  state: stateSchema,
  deadline: day,
  late: boolean(),
  sentAt: nullable(text({ format: "date-time" })),
});
export const progressDetail: Schema<ProgressDetail> = object({
  ...itemProperties,
  closed: boolean("Reception is closed for every unit"),
  groups: list(
    object({
      over: nullable(unitRef),
      received: integer({ min: 0 }),
      late: integer({ min: 0 }),
      units: list(unitProgress, { max: 100_000 }),
    }),
    { max: 10_000 },
  ),
});
