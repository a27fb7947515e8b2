import { eq } from "drizzle-orm";
import { can } from "@/lib/auth/permission";
import { templates, templateVersions } from "@/lib/db";
import { formulaScope } from "@/lib/form/compile";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { DifferenceItem, OriginDifferences, VersionDifferences } from "@/lib/service/designTypes";
import { refuse } from "@/lib/service/refusal";
import type { Template, TextLocale } from "@/lib/template";
import { describeDifference, differences, type ShowFormula } from "@/lib/template/diff";
import { type VersionName, versionDocument } from "./versionDocument";
import { visibleTemplate } from "./visibleTemplate";

/** Differences told at once; nobody reads more. */
const mostTold = 1000;

export interface DifferenceQuery {
  readonly from: VersionName;
  readonly to: VersionName;
  /** Language of the words; that of the account where absent. */
  readonly locale?: TextLocale;
}

/**
 * How one version of a template became another, in words. Refused: `library.notFound`; `library.versionNotFound`
 * (notFound), also for the draft to whoever does not design it.
 */
export async function versionDifferences(
  context: ServiceContext,
  templateId: string,
  { from, to, locale = context.actor.locale }: DifferenceQuery,
): Outcome<VersionDifferences> {
  const template = await visibleTemplate(context.db, context, templateId, { lock: "none" });
  if (!template.ok) return template;
  const before = await versionDocument(context.db, template.value, from);
  if (!before.ok) return before;
  const after = await versionDocument(context.db, template.value, to);
  if (!after.ok) return after;
  const number = (name: VersionName): number | null => (name === "draft" ? null : name);
  return ok({ from: number(from), to: number(to), ...told(before.value, after.value, locale) });
}

/**
 * What the template that a fork was made of changed since: from the version that was forked to the one in force. Refused:
 * `library.notFound`; `library.noOrigin` (notFound), also where the actor does not see the origin.
 */
export async function originDifferences(
  context: ServiceContext,
  templateId: string,
  { locale = context.actor.locale }: Pick<DifferenceQuery, "locale"> = {},
): Outcome<OriginDifferences> {
  const { db, actor } = context;
  const template = await visibleTemplate(db, context, templateId, { lock: "none" });
  if (!template.ok) return template;
  const { forkedFromVersionId, tree } = template.value;
  const noOrigin = () => refuse("notFound", { code: "library.noOrigin" });
  if (forkedFromVersionId === null) return noOrigin();
  const [forked] = await db
    .select({
      templateId: templates.id,
      ownerUnitId: templates.ownerUnitId,
      version: templateVersions.version,
      document: templateVersions.document,
    })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(eq(templateVersions.id, forkedFromVersionId));
  if (!forked || !can(actor, "template.read", { ownerUnitId: forked.ownerUnitId }, tree)) return noOrigin();
  const origin = await visibleTemplate(db, context, forked.templateId, { lock: "none" });
  if (!origin.ok || !origin.value.inForce) return noOrigin();
  const { id, code, inForce } = origin.value;
  const now = await versionDocument(db, origin.value, inForce.version);
  if (!now.ok) return now;
  // It was read by `parseTemplate` when it was published.
  const before = forked.document as Template;
  return ok({
    origin: { id, code, title: now.value.title },
    from: forked.version,
    to: inForce.version,
    ...told(before, now.value, locale),
  });
}

function told(
  before: Template,
  after: Template,
  locale: TextLocale,
): { readonly items: readonly DifferenceItem[]; readonly total: number } {
  const found = differences(before, after);
  const show = formulasOf(before, after);
  const items = found
    .slice(0, mostTold)
    .map((difference) => ({ difference, words: describeDifference(difference, { before, after, locale }, show) }));
  return { items, total: found.length };
}

/** Formulas by the codes of the later document; by those of the earlier where the part is gone. */
function formulasOf(before: Template, after: Template): ShowFormula {
  return (formula, place) => {
    if (place.kind === "document" || place.kind === "block") return formula;
    return (formulaScope(after, place) ?? formulaScope(before, place))?.show(formula) ?? formula;
  };
}
