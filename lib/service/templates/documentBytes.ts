import type { Problem } from "@/lib/problem";
import { problemFrom } from "@/lib/service/refusal";
import type { Template } from "@/lib/template";

/** Most bytes of a draft's document as JSON: far above any form, low enough that a save of each step stays cheap. */
const mostDocumentBytes = 8 * 1024 * 1024;

/** The problem of a document that is too large to be kept as a draft, if it is. */
export function tooLargeProblem(document: Template): Problem | undefined {
  const bytes = Buffer.byteLength(JSON.stringify(document));
  if (bytes <= mostDocumentBytes) return undefined;
  return problemFrom({
    code: "draft.tooLarge",
    params: { megabytes: Math.ceil(bytes / 1024 / 1024), limit: mostDocumentBytes / 1024 / 1024 },
  });
}
