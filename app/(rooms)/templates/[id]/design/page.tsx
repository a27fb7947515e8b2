import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Refused } from "@/app/(rooms)/Refused";
import { Designer } from "@/components/designer/Designer";
import { StartDraft } from "@/components/designer/StartDraft";
import { Page } from "@/components/shell/Page";
import { serviceContext } from "@/lib/http";
import { dayInVietnam } from "@/lib/period";
import { openDraft } from "@/lib/service/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("designer"))("page") };
}

/** The draft of a template, to be designed. */
export default async function DesignPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const [{ id }, context] = await Promise.all([params, serviceContext()]);
  const opened = await openDraft(context, id);
  if (!opened.ok && opened.error.problems[0].code === "draft.none") {
    return (
      <Page>
        <StartDraft templateId={id} />
      </Page>
    );
  }
  if (!opened.ok) return <Refused refusal={opened.error} />;
  return (
    <Designer key={opened.value.versionId} detail={opened.value} accountId={context.actor.accountId} today={dayInVietnam(context.now)} />
  );
}
