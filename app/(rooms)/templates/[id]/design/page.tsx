import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Refused } from "@/app/(rooms)/Refused";
import { Designer } from "@/components/designer/Designer";
import { serviceContext } from "@/lib/http";
import { getTemplate } from "@/lib/service/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("designer"))("page") };
}

/** The draft of a template, to be designed. */
export default async function DesignPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [{ id }, context] = await Promise.all([params, serviceContext()]);
  const opened = await getTemplate(context, id);
  if (!opened.ok) return <Refused refusal={opened.error} />;
  const { document, owner, version, versionId } = opened.value;
  return (
    <Designer
      detail={{ templateId: id, versionId, revision: 0, document, steps: [], owner, publishedVersion: version, mayPublish: false }}
      accountId={context.actor.accountId}
    />
  );
}
