import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { can } from "@/lib/auth/permission";
import { accounts, type Database, sectors, templates, templateVersions, units } from "@/lib/db";
import { dayInVietnam } from "@/lib/period";
import { ok } from "@/lib/result";
import type { Outcome, ServiceContext } from "@/lib/service/context";
import type { LibraryItem } from "@/lib/service/designTypes";
import { isUuid } from "@/lib/service/isUuid";
import { refuse } from "@/lib/service/refusal";
import type { Page } from "@/lib/service/types";
import { unitTreeOn } from "@/lib/service/unitTreeOn";
import type { Template, Text } from "@/lib/template";
import { foldVietnamese } from "@/lib/unit";

/** published: in force; drafts: one stands that the actor may work at; retired: not for new duties. */
export const libraryStates = ["published", "drafts", "retired"] as const;
export type LibraryState = (typeof libraryStates)[number];

export interface LibraryQuery {
  /** Words in title, code and form number, in any case and without marks. */
  readonly search?: string;
  /** The unit whose library it stands in. */
  readonly ownerUnitId?: string;
  readonly sectorCode?: string;
  readonly state?: LibraryState;
  /** From 1. */
  readonly page?: number;
  /** 1 to 200; 50 where absent. */
  readonly pageSize?: number;
}

/**
 * The templates that the actor may see, by code: the published ones of the city's library and of the libraries above its
 * units, and the drafts of the libraries that it designs.
 */
export async function listLibrary(context: ServiceContext, query: LibraryQuery = {}): Outcome<Page<LibraryItem>> {
  const page = Math.max(1, Math.trunc(query.page ?? 1));
  const pageSize = Math.min(200, Math.max(1, Math.trunc(query.pageSize ?? 50)));
  const words = foldVietnamese(query.search ?? "").split(" ");
  const isAsked = (item: LibraryItem): boolean => {
    if (query.ownerUnitId !== undefined && item.owner.id !== query.ownerUnitId) return false;
    if (query.sectorCode !== undefined && item.sector?.code !== query.sectorCode) return false;
    if (query.state !== undefined && !stands[query.state](item)) return false;
    const text = foldVietnamese([item.title.vi, item.title.en, item.code, item.formNumber].join(" "));
    return words.every((word) => text.includes(word));
  };
  const found = (await visibleItems(context)).filter(isAsked);
  return ok({ items: found.slice((page - 1) * pageSize, page * pageSize), total: found.length, page, pageSize });
}

const stands: Readonly<Record<LibraryState, (item: LibraryItem) => boolean>> = {
  published: ({ version, retired }) => version !== null && !retired,
  drafts: ({ draft }) => draft !== null,
  retired: ({ retired }) => retired,
};

/** One template of the library. Refused: `library.notFound`, also for one that the actor may not see. */
export async function libraryItem(context: ServiceContext, templateId: string): Outcome<LibraryItem> {
  const [item] = isUuid(templateId) ? await visibleItems(context, templateId) : [];
  return item ? ok(item) : refuse("notFound", { code: "library.notFound" });
}

async function visibleItems({ db, actor, now }: ServiceContext, templateId?: string): Promise<readonly LibraryItem[]> {
  const [tree, owners] = await Promise.all([
    unitTreeOn(db, dayInVietnam(now)),
    db.selectDistinct({ id: templates.ownerUnitId }).from(templates),
  ]);
  const readable = new Set(owners.filter(({ id }) => can(actor, "template.read", { ownerUnitId: id }, tree)).map(({ id }) => id));
  const designed = new Set([...readable].filter((id) => can(actor, "template.design", { ownerUnitId: id }, tree)));
  if (readable.size === 0) return [];
  const rows = await rowsOf(db, { ownerUnitIds: [...readable], templateId });
  return rows.flatMap((row): readonly LibraryItem[] => {
    const { versionId, version, publishedAt, retiredAt, head, owner, draftAt, origin } = row;
    const mayDesign = designed.has(owner.id);
    if (versionId === null && !mayDesign) return [];
    return [
      {
        id: row.id,
        code: row.code,
        title: head.title,
        formNumber: head.formNumber,
        kind: head.kind,
        owner,
        // The name of a sector is checked when it is written.
        sector: row.sector && { code: row.sector.code, name: row.sector.name as Text },
        versionId,
        version,
        publishedAt: publishedAt?.toISOString() ?? null,
        retired: retiredAt !== null,
        draft: mayDesign && draftAt ? { updatedAt: draftAt.toISOString(), by: row.draftBy ?? "" } : null,
        mayDesign,
        origin:
          origin && row.originHead && readable.has(origin.ownerUnitId)
            ? {
                id: origin.id,
                code: origin.code,
                title: row.originHead.title,
                version: row.forkedVersion ?? 0,
                latest: row.originVersion ?? row.forkedVersion ?? 0,
              }
            : null,
      },
    ];
  });
}

const published = alias(templateVersions, "published");
const draft = alias(templateVersions, "draft");
const forkedFrom = alias(templateVersions, "forked_from");
const origin = alias(templates, "origin");
const originInForce = alias(templateVersions, "origin_in_force");

type Head = Pick<Template, "title" | "kind"> & { readonly formNumber: string | null };
/** What a list shows of a document, read in one go: documents are large, and each access unpacks the whole. */
const headOf = <T>(document: ReturnType<typeof sql>) =>
  sql<T>`(select to_jsonb(head) from jsonb_to_record(${document}) as head(title jsonb, "formNumber" text, kind text))`;

/** Templates with a published version or a draft, each with all that its row of the list shows, in one statement. */
function rowsOf(db: Database, { ownerUnitIds, templateId }: { readonly ownerUnitIds: readonly string[]; readonly templateId?: string }) {
  return db
    .select({
      id: templates.id,
      code: templates.code,
      retiredAt: templates.retiredAt,
      owner: { id: units.id, code: units.code, name: units.name },
      sector: { code: sectors.code, name: sectors.name },
      versionId: published.id,
      version: published.version,
      publishedAt: published.publishedAt,
      draftAt: draft.updatedAt,
      draftBy: accounts.displayName,
      head: headOf<Head>(sql`coalesce(${published.document}, ${draft.document})`),
      origin: { id: origin.id, code: origin.code, ownerUnitId: origin.ownerUnitId },
      forkedVersion: forkedFrom.version,
      originVersion: originInForce.version,
      originHead: headOf<Head | null>(sql`coalesce(${originInForce.document}, ${forkedFrom.document})`),
    })
    .from(templates)
    .innerJoin(units, eq(units.id, templates.ownerUnitId))
    .leftJoin(published, and(eq(published.templateId, templates.id), eq(published.state, "published")))
    .leftJoin(draft, and(eq(draft.templateId, templates.id), eq(draft.state, "draft")))
    .leftJoin(accounts, eq(accounts.id, draft.updatedBy))
    .leftJoin(sectors, eq(sectors.code, templates.sectorCode))
    .leftJoin(forkedFrom, eq(forkedFrom.id, templates.forkedFromVersionId))
    .leftJoin(origin, eq(origin.id, forkedFrom.templateId))
    .leftJoin(originInForce, and(eq(originInForce.templateId, origin.id), eq(originInForce.state, "published")))
    .where(
      and(
        inArray(templates.ownerUnitId, [...ownerUnitIds]),
        or(isNotNull(published.id), isNotNull(draft.id)),
        templateId === undefined ? undefined : eq(templates.id, templateId),
      ),
    )
    .orderBy(templates.code, templates.id);
}
