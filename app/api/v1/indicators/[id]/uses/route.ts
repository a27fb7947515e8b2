import { words } from "@/app/api/v1/catalogueSchemas";
import { indicatorParams } from "@/app/api/v1/indicators/indicatorSchemas";
import { unitRef } from "@/app/api/v1/reports/reportSchemas";
import { defineRoute, id, integer, json, list, nullable, object, text } from "@/lib/http";
import { listIndicatorUses } from "@/lib/service/indicatorUses";

export const GET = defineRoute(
  {
    method: "GET",
    path: "/api/v1/indicators/{id}/uses",
    tag: "catalogues",
    summary: "Where an indicator is used: versions in force, and drafts that the account works at",
    params: indicatorParams,
    answer: json(
      list(
        object({
          template: object({ id: id(), code: text(), title: words(10_000), formNumber: nullable(text()) }),
          owner: unitRef,
          version: nullable(integer({ min: 1, description: "null: the draft" })),
          places: list(object({ at: text({ description: "Id path: t1.r05, t1.c3, t1.r05.c3, f.dan_so" }), labels: list(words(10_000)) }), {
            max: 100_000,
          }),
        }),
        { max: 100_000 },
      ),
    ),
    refusals: ["notFound"],
  },
  (context, { params }) => listIndicatorUses(context, params.id),
);
