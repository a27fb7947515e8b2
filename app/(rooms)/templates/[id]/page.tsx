import { IconRuler2 } from "@tabler/icons-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { type AddressQuery, address, one } from "@/app/(rooms)/addressQuery";
import { Refused } from "@/app/(rooms)/Refused";
import { AssignButton } from "@/components/assign";
import { LibraryBadges, TemplateActions, templateName } from "@/components/library";
import classes from "@/components/library/library.module.css";
import { Breadcrumbs } from "@/components/shell/Breadcrumbs";
import { Page } from "@/components/shell/Page";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { LinkTabs } from "@/components/ui/LinkTabs";
import { PageHeader } from "@/components/ui/PageHeader";
import { TextLink } from "@/components/ui/TextLink";
import { serviceContext } from "@/lib/http";
import type { ServiceContext } from "@/lib/service/context";
import type { LibraryItem } from "@/lib/service/designTypes";
import { listSectors } from "@/lib/service/sectors";
import { getTemplate, libraryChoices, libraryItem } from "@/lib/service/templates";
import { OriginChanges } from "./OriginChanges";
import { PublishedDocument } from "./PublishedDocument";
import { TemplateVersions } from "./TemplateVersions";

interface TemplatePageProps {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: AddressQuery;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library.page"))("title") };
}

/** A template: its published version to read, its versions, what its origin changed, and what may be done with it. */
export default async function TemplatePage({ params, searchParams }: TemplatePageProps) {
  const [{ id }, asked, t, list, shell, format, context] = await Promise.all([
    params,
    searchParams,
    getTranslations("library.page"),
    getTranslations("library.list"),
    getTranslations("shell"),
    getFormatter(),
    serviceContext(),
  ]);
  const [found, choices, sectors] = await Promise.all([libraryItem(context, id), libraryChoices(context), listSectors(context)]);
  if (!found.ok) return <Refused refusal={found.error} />;
  if (!choices.ok) return <Refused refusal={choices.error} />;
  if (!sectors.ok) return <Refused refusal={sectors.error} />;
  const template = found.value;
  const { code, owner, version, publishedAt, origin } = template;
  const name = templateName(template, context.actor.locale);
  const tab = one(asked.tab) === "versions" ? "versions" : one(asked.tab) === "origin" && origin ? "origin" : "document";
  const tabTo = (key: typeof tab) => ({
    href: address(`/templates/${id}`, { tab: key === "document" ? "" : key }),
    label: t(key),
    count: undefined,
    current: key === tab,
  });
  const facts = [
    code,
    version === null ? t("unpublished") : list("versionOf", { version }),
    ...(publishedAt ? [t("published", { date: format.dateTime(new Date(publishedAt), "day") })] : []),
    owner.name,
  ];
  return (
    <Page>
      <Breadcrumbs items={[{ label: shell("nav.home"), href: "/" }, { label: list("title"), href: "/templates" }, { label: name }]} />
      <PageHeader
        title={name}
        meta={
          <div className={classes.head}>
            <span>{facts.join(" · ")}</span>
            {origin ? (
              <TextLink href={`/templates/${origin.id}`} size="sm">
                {t("forkOf", { code: origin.code, version: origin.version })}
              </TextLink>
            ) : null}
            <LibraryBadges template={template} />
          </div>
        }
        actions={
          <>
            {version !== null && !template.retired ? <AssignButton templateId={id} /> : null}
            <TemplateActions template={template} designed={choices.value.designed} sectors={sectors.value} />
          </>
        }
      />
      <LinkTabs label={t("tabs")} tabs={[tabTo("document"), tabTo("versions"), ...(origin ? [tabTo("origin")] : [])]} />
      {tab === "versions" ? (
        <TemplateVersions templateId={id} context={context} from={one(asked.from)} to={one(asked.to)} />
      ) : tab === "origin" && origin ? (
        <OriginChanges templateId={id} origin={origin} context={context} />
      ) : (
        <DocumentTab template={template} context={context} />
      )}
    </Page>
  );
}

async function DocumentTab({ template, context }: { readonly template: LibraryItem; readonly context: ServiceContext }) {
  const t = await getTranslations("library.page");
  const act = await getTranslations("library.act");
  if (template.version === null) {
    return (
      <EmptyState
        icon={<IconRuler2 size={36} stroke={1.5} />}
        title={t("unpublishedTitle")}
        hint={t("unpublishedHint")}
        action={<ButtonLink href={`/templates/${template.id}/design`}>{act("design")}</ButtonLink>}
      />
    );
  }
  const opened = await getTemplate(context, template.id);
  if (!opened.ok) return <Refused refusal={opened.error} />;
  return <PublishedDocument template={opened.value} context={context} />;
}
