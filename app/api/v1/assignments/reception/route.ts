import { boolean, defineRoute, integer, json, object, text } from "@/lib/http";
import { setReception } from "@/lib/service/assignments";

export const PUT = defineRoute(
  {
    method: "PUT",
    path: "/api/v1/assignments/reception",
    tag: "assignments",
    summary: "Close the reception of a regime and period, or open it again",
    body: object({
      regime: text({ min: 1, max: 100, description: "Code of the regime" }),
      period: text({ min: 1, max: 20, description: "Period code" }),
      open: boolean(),
    }),
    answer: json(object({ changed: integer({ min: 0 }) })),
    refusals: ["notFound", "forbidden"],
  },
  (context, { body }) => setReception(context, body),
);
