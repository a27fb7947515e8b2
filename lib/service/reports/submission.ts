import Ajv2020, { type ErrorObject } from "ajv/dist/2020";
import { faultsBySchema } from "@/lib/faultsBySchema";
import { fromSubmission, type Submission, submissionVocabulary, toSubmission } from "@/lib/form";
import { submissionSchema } from "@/lib/form/compile";
import type { CellAddress, CellValue } from "@/lib/form/content";
import type { Edit, Form } from "@/lib/form/types";
import type { Problem } from "@/lib/problem";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import { problemFrom, refuse } from "@/lib/service/refusal";
import type { SaveOutput } from "@/lib/service/types";
import type { Template } from "@/lib/template";
import { openStored } from "./openStored";
import { save } from "./saveReport";
import { visibleReport } from "./visibleReport";

/** A report as integrators read and write it. */
export interface SubmissionDocument {
  readonly revision: number;
  readonly submission: Submission;
}

/** A report as a submission, by the schema of its template version. Refused: `report.notFound`. */
export async function readSubmission(context: ServiceContext, reportId: string): Outcome<SubmissionDocument> {
  return context.db.transaction(
    async (tx) => {
      const visible = await visibleReport(tx, context, reportId, { lock: "none" });
      if (!visible.ok) return visible;
      const { version, form } = await openStored(tx, visible.value.stored);
      return ok({ revision: visible.value.stored.revision, submission: toSubmission(form.content(), version.template) });
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/**
 * Replaces everything that the reporter fills in by a submission; what it leaves out becomes blank, and computed cells
 * in it are passed over, since the server computes them. Refused: `report.badSubmission` with each place that does not
 * fit the schema (invalid); `report.staleRevision` where `revision` is not the report's own (conflict); everything of
 * `saveReport`.
 */
export async function replaceBySubmission(
  context: ServiceContext,
  reportId: string,
  { revision, submission }: { readonly revision: number; readonly submission: unknown },
): Outcome<SaveOutput> {
  const visible = await visibleReport(context.db, context, reportId, { lock: "none" });
  if (!visible.ok) return visible;
  const { version, form } = await openStored(context.db, visible.value.stored);
  const errors = checkOf(version.template)(submission);
  if (errors.length > 0) {
    const faults = problemsOf(errors);
    return refuse("invalid", { code: "report.badSubmission", params: { count: faults.length } }, faults);
  }
  const wanted = fromSubmission(submission as Submission);
  if (!wanted.ok) return refuse("invalid", { code: "report.badSubmission", params: { count: wanted.error.length } }, wanted.error);

  const held = form.content();
  const none = Object.fromEntries(Object.keys(held.entries).map((of) => [of, []]));
  const entries = { ...none, ...wanted.value.entries };
  // The cells of added rows are known too from here on, and hold what the template gives them.
  for (const [of, list] of Object.entries(entries)) form.setEntries(of, list);
  const emptied = Object.keys(held.narrative).map((id) => [id, emptySection] as const);
  return save(
    context,
    reportId,
    {
      revision,
      edits: editsBetween(form, wanted.value.cells),
      narrative: { ...Object.fromEntries(emptied), ...wanted.value.narrative },
      entries,
    },
    { staleRevision: "refuse" },
  );
}

const emptySection = { type: "doc", content: [{ type: "paragraph" }] } as const;

type Cells = Readonly<Record<CellAddress, CellValue>>;

/** What makes the wanted cells of a form that has the wanted entries; cells that are not wanted become blank. */
function editsBetween(form: Form, wanted: Cells): readonly Edit[] {
  const addresses = new Set([...Object.keys(form.content().cells), ...Object.keys(wanted)] as CellAddress[]);
  return [...addresses].flatMap((at) => {
    const cell = form.index(at);
    const given = wanted[at] ?? null;
    // A given address without a cell is told by the save.
    if (cell === undefined) return given === null ? [] : [{ at, value: given }];
    const { role } = form.info(cell);
    if (role === "computed" || (role !== "input" && given === null)) return [];
    return [{ at, value: given }];
  });
}

/** One check for each version in use: versions are frozen, and let go with `templateVersion`'s copies. */
const checks = new WeakMap<Template, ReturnType<typeof faultsBySchema>>();

function checkOf(template: Template): ReturnType<typeof faultsBySchema> {
  const known = checks.get(template);
  if (known) return known;
  const made = faultsBySchema((allErrors) =>
    new Ajv2020({ strict: true, strictTuples: false, discriminator: true, allErrors })
      .addVocabulary([...submissionVocabulary])
      .compile<Submission>(submissionSchema(template)),
  );
  checks.set(template, made);
  return made;
}

/** Faults told at once; more would hide the first. */
const shownFaults = 200;

/** One problem for each place, at its JSON pointer within the submission. */
function problemsOf(errors: readonly ErrorObject[]): readonly Problem[] {
  const places = new Map<string, Problem>();
  for (const { keyword, instancePath, params } of errors) {
    const missing = keyword === "additionalProperties" ? `/${String(params.additionalProperty)}` : "";
    const at = `/submission${instancePath}${missing}`;
    // The branches of a union complain each for itself: the first to speak is the nearest to what was meant.
    if (!places.has(at)) places.set(at, problemFrom({ code: "report.submissionFault", params: { fault: faultOf(keyword) }, at }));
    if (places.size === shownFaults) break;
  }
  return [...places.values()];
}

const faultOf = (keyword: string): string => {
  switch (keyword) {
    case "type":
      return "type";
    case "required":
      return "required";
    case "additionalProperties":
    case "unevaluatedProperties":
      return "unknown";
    case "minimum":
    case "maximum":
    case "minLength":
    case "maxLength":
    case "minItems":
    case "maxItems":
      return "limit";
    case "enum":
    case "const":
      return "choice";
    case "pattern":
    case "format":
      return "format";
    default:
      return "other";
  }
};
