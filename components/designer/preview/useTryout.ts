import { useMemo } from "react";
import type { ReportStore } from "@/components/report/reportStore";
import { openForm, sampleContent } from "@/lib/form";
import { compileForm } from "@/lib/form/compile";
import type { ReportContent, RichDoc } from "@/lib/form/content";
import type { CompiledForm, Form, FormContext } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import { fail, ok, type Result } from "@/lib/result";
import { checkTemplate, type Template } from "@/lib/template";

/** With what a form to try is filled; another seed gives other values, the same seed the same. */
export type Filling = { readonly kind: "blank" } | { readonly kind: "sample"; readonly seed: number };

/** A form opened to be tried. */
export interface Tried {
  /** Another key is another form. */
  readonly key: string;
  readonly form: Form;
  readonly narrative: Readonly<Record<string, RichDoc>>;
  /** Notes who holds the sections that are written. */
  keep(store: Pick<ReportStore, "narrative">): void;
  /** All that stands in it now, typed values included. */
  content(): ReportContent;
}

let made = 0;

/** Compiles a template and opens it; what keeps it from being compiled otherwise. @param text stands in sample texts */
export function useTryout(template: Template, context: FormContext, filling: Filling, text: string): Result<Tried, readonly Problem[]> {
  const compiled = useMemo((): Result<CompiledForm, readonly Problem[]> => {
    const errors = checkTemplate(template).filter(({ severity }) => severity === "error");
    if (errors.length > 0) return fail(errors);
    const outcome = compileForm(template);
    return outcome.ok ? ok(outcome.value.form) : fail(outcome.error.filter(({ severity }) => severity === "error"));
  }, [template]);
  return useMemo(() => (compiled.ok ? ok(open(compiled.value, context, filling, text)) : compiled), [compiled, context, filling, text]);
}

function open(compiled: CompiledForm, context: FormContext, filling: Filling, text: string): Tried {
  const content = filling.kind === "sample" ? sampleContent(compiled, context, { seed: filling.seed, text }) : undefined;
  const form = openForm(compiled, context, content);
  const sections = compiled.narratives.map(({ id }) => id);
  let holder: Pick<ReportStore, "narrative"> | undefined;
  made += 1;
  return {
    key: String(made),
    form,
    narrative: content?.narrative ?? {},
    keep: (store) => {
      holder = store;
    },
    content: () => ({
      ...form.content(),
      narrative: Object.fromEntries(
        sections.flatMap((id) => {
          const doc = holder?.narrative(id) ?? content?.narrative[id];
          return doc ? [[id, doc] as const] : [];
        }),
      ),
    }),
  };
}
