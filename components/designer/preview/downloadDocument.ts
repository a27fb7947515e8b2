import { problemsOf } from "@/components/ui/apiClient";
import type { ReportContent } from "@/lib/form/content";
import type { Locale } from "@/lib/messages";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import type { Template } from "@/lib/template";

interface Tried {
  readonly document: Template;
  readonly period: string;
  readonly unitId: string;
  readonly content: ReportContent;
}

/** Has the server write the Word file, and gives it to the person; the problems where it could not. */
export const downloadDocument = async (
  tried: Tried,
  { locale, name }: { readonly locale: Locale; readonly name: string },
): Promise<Result<undefined, readonly Problem[]>> => {
  let response: Response;
  try {
    response = await fetch(`/api/v1/templates/preview/document.docx?locale=${locale}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(tried),
      credentials: "same-origin",
    });
  } catch {
    return fail(problemsOf(0, undefined));
  }
  if (!response.ok) return fail(problemsOf(response.status, await response.json().catch(() => undefined)));
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return ok(undefined);
};
