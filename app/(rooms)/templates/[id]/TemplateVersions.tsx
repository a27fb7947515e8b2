import { Refused } from "@/app/(rooms)/Refused";
import { VersionTable } from "@/components/library";
import type { ServiceContext } from "@/lib/service/context";
import { listVersions } from "@/lib/service/templates";

interface TemplateVersionsProps {
  readonly templateId: string;
  readonly context: ServiceContext;
  /** Names of the two versions to compare, of the address. */
  readonly from: string;
  readonly to: string;
}

/** The versions of a template, and what changed between any two of them. */
export async function TemplateVersions({ templateId, context }: TemplateVersionsProps) {
  const versions = await listVersions(context, templateId);
  if (!versions.ok) return <Refused refusal={versions.error} />;
  return <VersionTable templateId={templateId} versions={versions.value} />;
}
