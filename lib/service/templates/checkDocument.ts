import { compileForm, lintTemplate } from "@/lib/form/compile";
import type { CompiledForm } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { checkTemplate, type Template } from "@/lib/template";

/** A document that may be published. */
export interface CheckedDocument {
  readonly form: CompiledForm;
  /** What is allowed but is most often a slip. */
  readonly warnings: readonly Problem[];
}

/** All checks of a document that fits the schema, and its compiled form. Fails with everything that was found, warnings too. */
export function checkDocument(template: Template): Result<CheckedDocument, readonly Problem[]> {
  const checked = checkTemplate(template);
  if (checked.some(({ severity }) => severity === "error")) return fail(checked);
  const compiled = compileForm(template);
  if (!compiled.ok) return fail([...checked, ...compiled.error]);
  const { form, warnings } = compiled.value;
  return ok({ form, warnings: [...checked, ...warnings, ...lintTemplate(template)] });
}
