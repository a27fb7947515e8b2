import { callApi, problemsOf } from "@/components/ui/apiClient";
import { fail, ok } from "@/lib/result";
import type { DraftDetail, StepsSince } from "@/lib/service/designTypes";
import type { DraftApi } from "./saveLine";

/** Bytes that browsers let a request carry that outlives its page, all such requests together. */
const mostWhenLeaving = 60_000;

/** Asks without the person: a session that ended is told at the next save, not every few seconds. */
const ask = async (path: string, init: RequestInit): ReturnType<DraftApi["since"]> => {
  try {
    const response = await fetch(`/api/v1${path}`, { credentials: "same-origin", cache: "no-store", ...init });
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return ok(body as StepsSince);
    return fail({ status: response.status, problems: problemsOf(response.status, body), retryAfter: undefined });
  } catch {
    return fail({ status: 0, problems: problemsOf(0, undefined), retryAfter: undefined });
  }
};

/** The API of a template's draft. */
export const draftApi = (templateId: string): DraftApi => {
  const path = `/templates/${templateId}/draft`;
  return {
    async save(input, { leaving }) {
      if (!leaving) return callApi<{ readonly revision: number }>("POST", `${path}/steps`, input);
      const body = new Blob([JSON.stringify(input)], { type: "application/json" });
      return ask(`${path}/steps`, { method: "POST", body, keepalive: body.size < mostWhenLeaving });
    },
    since: (after) => ask(`${path}/steps?after=${after}`, { headers: { accept: "application/json" } }),
    open: () => callApi<DraftDetail>("GET", path),
  };
};
